"""The rules of the work: what an officer may write, and what is refused."""

from pathlib import Path

import pytest

from etl.service_rules import SERVICE_RULES, read_service_rules


def test_the_rules_of_the_repository_are_those_of_the_programme() -> None:
    rules = read_service_rules()
    assert rules.households_per_official == 2
    assert not rules.same_agency_counts


def written(folder: Path, old: str, new: str) -> Path:
    text = SERVICE_RULES.read_text("utf-8")
    assert old in text
    path = folder / "service_rules.toml"
    path.write_text(text.replace(old, new), "utf-8")
    return path


@pytest.mark.parametrize("rule", ["window_days", "gap_days", "stale_days"])
def test_no_number_of_days_may_be_below_one(tmp_path: Path, rule: str) -> None:
    path = written(tmp_path, f"{rule} = ", f"{rule} = -")
    with pytest.raises(ValueError, match=rule):
        read_service_rules(path)


def test_an_unknown_rule_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path, "gap_days", "gap_day")
    with pytest.raises(TypeError, match="gap_day"):
        read_service_rules(path)
