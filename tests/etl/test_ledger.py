"""Facts of ledgers: read whole, or told to be damaged with what to do."""

from pathlib import Path

import pytest

from etl.ledger import DamagedLedgerError, ledger_lines
from tests.command import run_command

COLUMNS = ("source", "received_at")
SOUND = "source,received_at\nneeds,2026-01-02T03:04:05\n"


def test_the_lines_of_a_ledger_are_read_in_order(tmp_path: Path) -> None:
    path = tmp_path / "ledger.csv"
    path.write_text(SOUND + "help,2026-01-03T00:00:00\n", "utf-8")
    lines = ledger_lines(path, COLUMNS, "received_at")
    assert [line["source"] for line in lines] == ["needs", "help"]
    assert ledger_lines(tmp_path / "none.csv", COLUMNS, "received_at") == []


@pytest.mark.parametrize(
    "content",
    [
        b"source\nneeds\n",
        b"source,received_at\nneeds\n",
        b"source,received_at\nneeds,yesterday\n",
        b"source,received_at\n\xff\xfe,2026-01-02\n",
        b'source,received_at\n"needs,2026-01-02\n',
        b"\x00\x00\x00\x00",
    ],
)
def test_a_damaged_ledger_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "ledger.csv"
    path.write_bytes(content)
    with pytest.raises(DamagedLedgerError):
        ledger_lines(path, COLUMNS, "received_at")


@pytest.mark.parametrize("name", ["received.csv", "decisions.csv"])
def test_a_command_that_needs_a_damaged_ledger_changes_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "inbox").mkdir()
    (tmp_path / "inbox" / name).write_bytes(b"\x89PNG")
    answer = run_command(tmp_path, "load")
    assert (answer.code, answer.out) == (1, "")
    assert "โปรดนำไฟล์นี้กลับมาจากชุดสำรอง" in answer.progress
    assert "Bring the file back from a backup" in answer.progress
    assert (tmp_path / "inbox" / name).read_bytes() == b"\x89PNG"
