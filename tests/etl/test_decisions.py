"""Facts of the decisions to take received files back and to put them back."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from etl.decisions import Decision, add_decision, read_decisions, taken_back

TAKEN = Decision("b1", "take_back", 'ส่งผิดฉบับ, "ก"', "พัฒนาการอำเภอ", datetime(2026, 1, 2, 3, 4, 5))
PUT = replace(TAKEN, action="put_back", reason="ถูกต้องแล้ว", decided_at=datetime(2026, 1, 3))


def test_an_inbox_without_decisions_has_none(tmp_path: Path) -> None:
    assert read_decisions(tmp_path) == []


def test_decisions_are_read_as_they_were_written_in_order(tmp_path: Path) -> None:
    add_decision(tmp_path, TAKEN)
    first = (tmp_path / "decisions.csv").read_bytes()
    add_decision(tmp_path, PUT)
    assert read_decisions(tmp_path) == [TAKEN, PUT]
    assert (tmp_path / "decisions.csv").read_bytes().startswith(first)


def test_a_list_saved_without_its_last_line_end_takes_another_decision(tmp_path: Path) -> None:
    add_decision(tmp_path, TAKEN)
    path = tmp_path / "decisions.csv"
    path.write_bytes(path.read_bytes().rstrip())
    add_decision(tmp_path, PUT)
    assert read_decisions(tmp_path) == [TAKEN, PUT]


def test_the_last_decision_about_a_file_counts() -> None:
    other = replace(TAKEN, batch_id="b2")
    assert taken_back([TAKEN, other]) == {"b1": TAKEN, "b2": other}
    assert taken_back([TAKEN, PUT]) == {}
    assert taken_back([TAKEN, PUT, TAKEN]) == {"b1": TAKEN}
