"""Saved column mappings: how an agency's own layout names the columns of a contract, as data."""

import csv
import hashlib
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from etl.contract import Contract, contracts, normal_header
from etl.durable import write_durably

COLUMNS = ("header", "column")
# A name is a file's name too: letters of any script, marks of Thai, digits, and inside a few signs.
MAPPING_NAME = re.compile(r"(?=.{1,60}$)[\w\u0e00-\u0e7f]([\w\u0e00-\u0e7f .()-]*[^ ])?")


class MappingError(Exception):
    """A mapping that cannot be saved: the sentence that says why, and its fields."""

    def __init__(self, reason: str, **fields: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.fields = fields


@dataclass(frozen=True)
class ColumnMapping:
    """A name, a source, and the column of its contract that each header stands for."""

    name: str
    source: str
    columns: Mapping[str, str]

    def contract(self) -> Contract:
        """The source's contract, its columns going by the mapping's headers too."""
        contract = contracts()[self.source]
        headers = {column: header for header, column in self.columns.items()}
        columns = tuple(
            replace(column, headers=(*column.headers, headers[column.name]))
            if column.name in headers
            else column
            for column in contract.columns
        )
        return replace(contract, columns=columns)

    def fingerprint(self) -> str:
        """64 hex digits, the same for the same headers of the same columns."""
        pairs = sorted((normal_header(header), name) for header, name in self.columns.items())
        return hashlib.sha256(repr((self.source, pairs)).encode()).hexdigest()


def read_mappings(folder: Path) -> list[ColumnMapping]:
    """A folder, <source>/<name>.csv → every mapping of a source that there is, in order of name.

    Raises MappingError for a file that is no mapping.
    """
    found = []
    for path in sorted(folder.glob("*/*.csv")):
        if path.parent.name in contracts():
            found.append(ColumnMapping(path.stem, path.parent.name, _columns(path)))
    return found


def _columns(path: Path) -> dict[str, str]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {line["header"]: line["column"] for line in csv.DictReader(file)}
    except (UnicodeError, csv.Error, KeyError) as error:
        raise MappingError("mapping_damaged", path=path) from error


def save_mapping(folder: Path, mapping: ColumnMapping) -> Path:
    """A mapping → its file; raises MappingError for one that is not sound, or another of its name.

    A name is never given to another mapping: files that were received by it are read by it again
    whenever the warehouse is built.
    """
    _require_sound(mapping)
    for other in read_mappings(folder):
        if other.name == mapping.name and other != mapping:
            raise MappingError("mapping_name_taken", name=mapping.name)
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows(mapping.columns.items())
    path = folder / mapping.source / f"{mapping.name}.csv"
    write_durably(path, text.getvalue())
    return path


def mapping_named(mappings: Sequence[ColumnMapping], name: str) -> ColumnMapping:
    """The mapping of a name; raises MappingError when its file is gone."""
    for mapping in mappings:
        if mapping.name == name:
            return mapping
    raise MappingError("mapping_gone", name=name)


def _require_sound(mapping: ColumnMapping) -> None:
    if not MAPPING_NAME.fullmatch(mapping.name):
        raise MappingError("mapping_name_unsound", name=mapping.name)
    if mapping.source not in contracts():
        raise MappingError("mapping_source_unknown", source=mapping.source)
    contract = contracts()[mapping.source]
    known = {column.name: column for column in contract.columns}
    taken = {
        header: column.name for column in contract.columns for header in column.accepted_headers
    }
    if not mapping.columns:
        raise MappingError("mapping_empty")
    for header, name in mapping.columns.items():
        if name not in known:
            raise MappingError("mapping_column_unknown", column=name, known=", ".join(known))
        if not normal_header(header):
            raise MappingError("mapping_header_blank", column=name)
        if taken.get(normal_header(header), name) != name:
            raise MappingError(
                "mapping_header_taken", header=header, column=taken[normal_header(header)]
            )
    if len(set(mapping.columns.values())) < len(mapping.columns):
        raise MappingError("mapping_column_twice")
    if len(set(map(normal_header, mapping.columns))) < len(mapping.columns):
        raise MappingError("mapping_header_twice")
