"""Facts of the dates by which declarations are looked at again."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from etl import load
from etl.data_folder import DataFolder
from etl.declaration import read_declarations
from etl.ending import FAILED, said
from etl.load import check
from etl.review import OverdueReviewError, require_reviews

DECLARATIONS = read_declarations()
FIRST_REVIEW = min(each.next_review for each in DECLARATIONS)


def test_a_review_is_due_through_its_day_and_overdue_on_the_next() -> None:
    require_reviews(DECLARATIONS, FIRST_REVIEW)
    with pytest.raises(OverdueReviewError) as caught:
        require_reviews(DECLARATIONS, FIRST_REVIEW + timedelta(days=1))
    assert caught.value.indicators == [
        each.indicator for each in DECLARATIONS if each.next_review == FIRST_REVIEW
    ]


def test_a_declaration_that_is_not_whole_ends_a_command_in_both_languages(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as caught, said():
        replace(DECLARATIONS[0], pages=[])
    assert caught.value.code == FAILED
    shown = capsys.readouterr().err
    assert "คำนิยามของตัวชี้วัดไม่ครบ (any_helped" in shown
    assert "not whole (any_helped: tables, groups and pages must name at least one)" in shown


def test_checking_stops_at_an_overdue_review_and_says_which_in_both_languages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    agencies = tmp_path / "agencies.csv"
    agencies.write_text("agency_code,name_th,agency_type\nA1,หน่วยงาน,government\n", "utf-8")

    def after_a_century(_declarations: object, today: date) -> None:
        require_reviews(DECLARATIONS, today + timedelta(days=36_500))

    monkeypatch.setattr(load, "require_reviews", after_a_century)
    with pytest.raises(SystemExit) as caught, said():
        check(DataFolder(tmp_path / "data"), [agencies])
    assert caught.value.code == FAILED
    shown = capsys.readouterr().err
    assert "เลยกำหนดทบทวน" in shown
    assert "is overdue" in shown
    assert shown.count("any_helped, any_need") == 2
