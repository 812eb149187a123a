"""Tells real programme records from synthetic ones before a file is read."""

from etl.sources.received_file import ReceivedFile, contract_of
from etl.sources.record_file import fitting_sheet, read_sheets

SYNTHETIC = "synthetic"


def holds_observed(file: ReceivedFile) -> bool:
    """A file of programme records → is any record not marked synthetic? Raises BrokenFileError.

    A record without a mark is a real one.
    """
    contract = contract_of(file)
    sheets = read_sheets(file.path, file.file_name, [contract])
    sheet = fitting_sheet(contract, sheets, file.file_name)
    position = contract.match(list(sheet.headers)).get("record_origin")
    if position is None:
        return True
    marks = {SYNTHETIC, *contract.column("record_origin").choices[SYNTHETIC]}
    rows = ([cell.strip() for cell in cells] for _, cells in sheet.rows())
    return any(marks.isdisjoint(cells[position : position + 1]) for cells in rows if any(cells))
