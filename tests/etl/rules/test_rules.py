"""Each rule finds the row that breaks it, and no other."""

import re
from pathlib import Path
from typing import Any

import pytest

from etl.contract import contracts
from etl.sources.record_faults import RULE_FOLDER, RULES
from tests.record_files import RecordFiles

OPENED, DAY_BEFORE, DAY_AFTER = "2019-10-02", "2019-10-01", "2019-10-03"
# Of each rule: its source, the column it names, what is the same in all rows, and the three
# values of the column that are wrong, just right and blank or plainly right.
CASES: dict[str, tuple[str, str, dict[str, Any], tuple[str, str, str]]] = {
    "help_before_need_opened": ("help", "help_date", {}, (DAY_BEFORE, OPENED, DAY_AFTER)),
    "need_closed_before_opened": (
        "needs",
        "closed_date",
        {"verified_date": "", "opened_date": OPENED},
        (DAY_BEFORE, OPENED, ""),
    ),
    "need_verified_before_opened": (
        "needs",
        "verified_date",
        {"opened_date": OPENED},
        (DAY_BEFORE, OPENED, ""),
    ),
    "pairing_ends_before_it_begins": (
        "pairings",
        "to_date",
        {"from_date": OPENED},
        (DAY_BEFORE, OPENED, ""),
    ),
    "referral_answered_before_opened": (
        "referrals",
        "answered_date",
        {"opened_date": OPENED},
        (DAY_BEFORE, OPENED, ""),
    ),
    "referral_closed_before_opened": (
        "referrals",
        "closed_date",
        {"opened_date": OPENED},
        (DAY_BEFORE, OPENED, ""),
    ),
}


def a_small_province(tmp_path: Path) -> RecordFiles:
    files = RecordFiles(tmp_path)
    for source in ("agencies", "officials", "households"):
        files.add(source)
    files.add("needs", "sound", need_id="N1", opened_date=OPENED)
    return files


def test_every_rule_has_its_place_and_its_case() -> None:
    found = sorted(path.stem for path in RULE_FOLDER.glob("*.sql"))
    assert sorted(rule for rules in RULES.values() for rule in rules) == found
    assert sorted(CASES) == found
    assert RULES.keys() <= contracts().keys()


@pytest.mark.parametrize("rule", CASES)
def test_the_row_that_breaks_a_rule_is_refused_and_the_others_are_loaded(
    tmp_path: Path, rule: str
) -> None:
    source, column, same, values = CASES[rule]
    files = a_small_province(tmp_path)
    for value in values:
        files.add(source, **same, **{column: value})
    files.read()
    name = f"{source}-first.csv"
    assert files.rejects() == [(name, 2, column, rule)]
    assert files.tallies[name].rows_loaded == 2
    [(value, thai, english)] = files.rows("select value, message_th, message_en from reject")
    assert value == values[0]
    assert {value, OPENED} <= set(re.findall(r"[\d-]+", english))
    assert {value, "02/10/2562"} <= set(re.findall(r"[\d/-]+", thai))


def test_a_date_of_help_is_held_against_the_need_as_it_was_received_last(tmp_path: Path) -> None:
    files = a_small_province(tmp_path)
    files.add("needs", "later", need_id="N1", opened_date=DAY_AFTER, verified_date="")
    files.add("help", help_id="E1", help_date=OPENED)
    files.add("help", help_id="E2", help_date=DAY_AFTER)
    files.read()
    assert files.rejects() == [("help-first.csv", 2, "help_date", "help_before_need_opened")]


def test_a_leap_day_is_told_in_thai_as_it_is_in_the_calendar(tmp_path: Path) -> None:
    files = a_small_province(tmp_path)
    files.add("pairings", from_date="2020-02-29", to_date="2020-02-28")
    files.read()
    [(thai,)] = files.rows("select message_th from reject")
    assert "(29/02/2563)" in thai


def test_a_row_may_break_several_rules_and_is_refused_once(tmp_path: Path) -> None:
    files = a_small_province(tmp_path)
    files.add("needs", need_id="N9", opened_date=OPENED, verified_date=DAY_BEFORE,
              closed_date=DAY_BEFORE, household_id="H9", severity=4)  # fmt: skip
    files.read()
    assert files.rejects() == [
        ("needs-first.csv", 2, "closed_date", "need_closed_before_opened"),
        ("needs-first.csv", 2, "household_id", "unknown_reference"),
        ("needs-first.csv", 2, "severity", "above_maximum"),
        ("needs-first.csv", 2, "verified_date", "need_verified_before_opened"),
    ]
    assert files.tallies["needs-first.csv"].rows_rejected == 1
