"""What each source file must hold: etl/contracts/<source>.toml, read and typed."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import normalize

FOLDER = Path(__file__).resolve().parent / "contracts"
INVISIBLE = re.compile("[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]")
SARA_AM_IN_PARTS = re.compile("ํ([่-๋]?)า")
SQL_TYPES = {
    "text": "varchar",
    "code": "varchar",
    "choice": "varchar",
    "integer": "bigint",
    "year": "bigint",
    "decimal": "double",
    "date": "date",
    "month": "date",
    "boolean": "boolean",
}


@dataclass(frozen=True)
class Column:
    """One column: its name, the headers it may carry in a file, its type and its limits."""

    name: str
    type: str
    required: bool
    headers: tuple[str, ...] = ()
    digits: int | None = None
    minimum: float | None = None
    maximum: float | None = None
    references: str | None = None
    choices: dict[str, list[str]] = field(default_factory=dict)
    meaning_th: str = ""
    meaning_en: str = ""

    @property
    def sql_type(self) -> str:
        return SQL_TYPES[self.type]

    @property
    def accepted_headers(self) -> frozenset[str]:
        return frozenset(normal_header(header) for header in (self.name, *self.headers))


@dataclass(frozen=True)
class Contract:
    """One source: its columns, its key, its title in Thai and English."""

    source: str
    title_th: str
    title_en: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]

    def column(self, name: str) -> Column:
        return next(column for column in self.columns if column.name == name)

    def match(self, headers: list[str]) -> dict[str, int]:
        """Column name → position among the headers of a file, for the columns it has."""
        positions = {normal_header(header): position for position, header in enumerate(headers)}
        found = {}
        for column in self.columns:
            for header in column.accepted_headers & positions.keys():
                found[column.name] = positions[header]
        return found

    def missing(self, headers: list[str]) -> list[Column]:
        """Required columns that a file does not have."""
        found = self.match(headers)
        return [column for column in self.columns if column.required and column.name not in found]


def normal_header(header: str) -> str:
    """A header without what spreadsheets add to it: case, doubled spaces, signs nobody sees.

    Thai typed in another order or in two parts (ํ and า for ำ) is brought to the usual one.
    """
    seen = INVISIBLE.sub("", normalize("NFC", header)).replace("เเ", "แ")
    return " ".join(SARA_AM_IN_PARTS.sub(r"\1ำ", seen).split()).casefold()


def _column(entry: dict[str, Any]) -> Column:
    return Column(**{**entry, "headers": tuple(entry.get("headers", ()))})


@lru_cache(maxsize=1)
def contracts() -> dict[str, Contract]:
    """Every contract by source name; raises TypeError for an unknown field in a file."""
    found = {}
    for path in sorted(FOLDER.glob("*.toml")):
        document = tomllib.loads(path.read_text("utf-8"))
        columns = tuple(_column(entry) for entry in document["column"])
        found[path.stem] = Contract(
            source=document["table"],
            title_th=document["title_th"],
            title_en=document["title_en"],
            key=tuple(document["key"]),
            columns=columns,
        )
    return found
