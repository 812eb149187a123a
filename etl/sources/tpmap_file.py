"""One TPMAP file before its rows are read: what its name says and whether its headers stand."""

import csv
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from etl.sources.tpmap_layout import FILE_NAME, LEVELS, MASKS, Level, published_columns
from etl.sources.tpmap_refusal import refusal

COMMON = "common"
SHOWN_COLUMNS = 5


@dataclass(frozen=True)
class TpmapFile:
    """A file and what its name says; mask is None for common figures; headers as they stand."""

    batch_id: str
    path: Path
    level: Level
    edition_year: int
    province_code: str
    mask: str | None
    headers: tuple[str, ...]

    @property
    def location(self) -> str:
        """The path as DuckDB is given it and gives it back."""
        return self.path.as_posix()


def open_tpmap_file(batch_id: str, path: Path) -> TpmapFile:
    """A file named NN_PP_level_content.csv (BE year, province) → its description, edition in CE.

    A stamp before the name, as kept files have, is allowed. Raises BrokenFileError when the name
    or the headers are not TPMAP's or the file cannot be read.
    """
    named = re.fullmatch(rf"(?:.*_)?{FILE_NAME.pattern}", path.name)
    if named is None:
        raise refusal(path.name, "name")
    content = named["content"]
    if content not in (COMMON, *MASKS):
        raise refusal(path.name, "mask", content=content)
    level = next(level for level in LEVELS if level.published_name == named["level"])
    headers = read_headers(path)
    check_headers(path.name, headers, level, content == COMMON)
    return TpmapFile(
        batch_id=batch_id,
        path=path,
        level=level,
        edition_year=2500 + int(named["year"]) - 543,
        province_code=named["province"],
        mask=None if content == COMMON else content,
        headers=headers,
    )


def read_headers(path: Path) -> tuple[str, ...]:
    """A file → the cells of its first row. Raises BrokenFileError when it cannot be read."""
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return tuple(next(csv.reader(file, strict=True), ()))
    except (OSError, UnicodeError, csv.Error) as error:
        raise refusal(path.name, "unreadable", detail=error) from error


def check_headers(file_name: str, headers: tuple[str, ...], level: Level, is_common: bool) -> None:
    """Raises BrokenFileError unless every published column stands once; others may stand too."""
    if not headers:
        raise refusal(file_name, "empty")
    if level.key not in headers and headers[0] in {other.key for other in LEVELS}:
        raise refusal(file_name, "wrong_key", expected=level.key, found=headers[0])
    if missing := [name for name in published_columns(level, is_common) if name not in headers]:
        raise refusal(file_name, "missing_columns", columns=_shown(missing))
    if repeated := [name for name, times in Counter(headers).items() if times > 1]:
        raise refusal(file_name, "repeated_columns", columns=_shown(repeated))


def _shown(names: list[str]) -> str:
    more = len(names) - SHOWN_COLUMNS
    return ", ".join(names[:SHOWN_COLUMNS]) + (f" (+{more})" if more > 0 else "")
