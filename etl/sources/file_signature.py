"""Files that are neither a workbook nor text, whatever their names say, by their first bytes."""

from pathlib import Path

from etl.sources.record_refusal import broken_file

OPENING_BYTES = 64
SIGNATURES = {
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"%PDF": "pdf",
    b"<!doctype": "web_page",
    b"<html": "web_page",
    b"<table": "web_page",
    b"<?xml": "web_page",
    b"{\\rtf": "letter",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
}


def check_signature(path: Path, file_name: str) -> None:
    """A file → nothing; raises BrokenFileError for one of another kind, OSError when it is gone."""
    with path.open("rb") as stream:
        opening = stream.read(OPENING_BYTES)
    start = opening.removeprefix(b"\xef\xbb\xbf").lstrip()
    for signature, reason in SIGNATURES.items():
        if opening.startswith(signature) or start.lower().startswith(signature):
            raise broken_file(file_name, reason)
