"""Facts of one household on one page: its records are those of the files, by the end of a month."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.access import household_rows
from app.household.drawing import Scale, drawing_markup
from app.household.events import events_of
from app.household.needs import state_of
from app.household.people import people_markup
from app.household.record import Record, is_household, record_of
from app.household.stages import LIFE_PROCESS, PROCESS, stages_of
from app.household.step_words import step_words
from app.household.steps import Step, next_steps
from app.indicators import DIMENSIONS, months
from app.left_behind.filters import Wanted
from app.left_behind.lines import NEED_KEY, part_of
from app.list_part import Part
from app.service_rule import service_rule
from app.warehouse import Row
from app.words import LANGUAGES
from tests.pages.visits import MONTHS
from tests.planted_cases import (
    LAST_DAY,
    in_programme,
    left_out_households,
    relapsed_households,
    rows_of,
    unanswered_referrals,
    unpaired_households,
)
from tests.published_warehouse import publish
from tests.reference import last_day
from tests.reference_service import ServiceReference
from tests.small_province import SmallProvince

MONTH = MONTHS[-1]


@pytest.fixture(scope="module")
def households(sample_sources: Path) -> list[str]:
    """Every fortieth household of the sample, which holds some that left."""
    return [row["household_id"] for row in rows_of(sample_sources, "households")][::40]


def steps_of(build_id: str, household: str, month: str = MONTH) -> list[Step]:
    return next_steps(record_of(build_id, household, month), service_rule(build_id))


def rules_of(build_id: str, household: str) -> set[str]:
    return {step.rule for step in steps_of(build_id, household)}


def days(rows: Sequence[Row], *names: str) -> list[str]:
    return sorted(str(row[name]) for row in rows for name in names if row[name])


@pytest.mark.parametrize("month", ["2019-12", MONTH])
def test_the_records_are_those_of_the_files(
    build_id: str, sample_sources: Path, households: list[str], month: str
) -> None:
    end = last_day(month)
    files = {
        name: rows_of(sample_sources, name)
        for name in ("members", "needs", "help", "visits", "incomes", "pairings", "referrals")
    }
    for household in households:
        record = record_of(build_id, household, month)
        own = {
            name: [row for row in rows if row.get("household_id") == household]
            for name, rows in files.items()
        }
        needs = {row["need_id"] for row in own["needs"]}
        for name in ("help", "referrals"):
            own[name] = [row for row in files[name] if row["need_id"] in needs]
        assert record.day.isoformat() == end
        assert sorted(row["birth_year"] for row in record.members) == sorted(
            int(row["birth_year"]) for row in own["members"]
        )
        for rows, source, day in (
            (record.needs, "needs", "opened_date"),
            (record.help, "help", "help_date"),
            (record.visits, "visits", "visit_date"),
            (record.incomes, "incomes", "recorded_date"),
            (record.pairings, "pairings", "from_date"),
            (record.referrals, "referrals", "opened_date"),
        ):
            assert days(rows, day) == sorted(r[day] for r in own[source] if r[day] <= end), source


def test_a_dimension_stands_as_the_indicators_count_it(
    build_id: str, sample_sources: Path, households: list[str]
) -> None:
    reference = ServiceReference(sample_sources)
    for household in households:
        for month in ("2020-01", MONTH):
            record, end = record_of(build_id, household, month), last_day(month)
            for dimension in DIMENSIONS:
                stands = reference.needs.get((household, dimension))
                state = state_of(record, dimension)
                if stands is None or stands.need > end:
                    assert state in ("none", "unverified")
                elif stands.solved and stands.solved <= end:
                    assert state == "solved"
                else:
                    helped = bool(stands.help) and stands.help <= end
                    assert state == ("helped" if helped else "waiting")


def test_planted_households_get_the_step_of_their_case(build_id: str, sample_sources: Path) -> None:
    def rows(name: str) -> list[dict[str, str]]:
        return rows_of(sample_sources, name)

    kept = rows("households"), rows("needs"), rows("help")
    for household in left_out_households(*kept):
        wanted = {"nobody_assigned", "refer", "referral", "stale_referral", "closed_unsolved"}
        assert rules_of(build_id, household) & wanted
    for household in relapsed_households(rows("incomes")):
        assert "relapsed" in rules_of(build_id, household)
    for household in unpaired_households(rows("households"), rows("pairings")):
        assert "unpaired" in rules_of(build_id, household)


def test_who_is_taken_is_taken_on_the_list_and_on_the_household_s_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    province = SmallProvince()
    for _ in range(3):
        province.add("households")
    for household in ("H1", "H2", "H3"):
        province.add("needs", household_id=household)
    province.add("help", need_id="N1", status="planned", help_date="2020-12-01")
    province.add("help", need_id="N2", status="cancelled", help_date="2020-12-01")
    publish(tmp_path, province, "small")
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    monkeypatch.setattr("app.access.may_read_households", lambda build_id: True)
    wanted = Wanted(MONTH, "", "unassigned")
    listed = {row["household_id"] for row in part_of("small", wanted, Part(NEED_KEY, 0, 10))}
    assert listed == {"H2", "H3"}
    for household in ("H1", "H2", "H3"):
        rules = {"nobody_assigned", "taken"} & rules_of("small", household)
        assert rules == {"nobody_assigned" if household in listed else "taken"}


def test_nobody_is_assigned_to_what_the_list_says_nobody_took(
    build_id: str, sample_sources: Path
) -> None:
    found = 0
    for month in (MONTHS[1], MONTH):
        rows = [
            row
            for state in ("waiting", "open")
            for row in household_rows(
                build_id, "left_behind", **Wanted(month, "", state).of_needs()
            )
        ]
        taken = {(row["household_id"], row["dimension"]): row["is_assigned"] for row in rows}
        for household in sorted({household for household, _ in taken})[::10]:
            for step in steps_of(build_id, household, month):
                if step.rule in ("nobody_assigned", "taken", "under_way"):
                    assert step.need
                    is_taken = taken[household, step.need["dimension"]]
                    assert is_taken == (step.rule != "nobody_assigned")
                    found += 1
    assert found > 20


def test_a_referral_closed_without_an_answer_waits_for_nobody(
    build_id: str, sample_sources: Path
) -> None:
    unanswered = unanswered_referrals(rows_of(sample_sources, "referrals"))
    need_of = {row["need_id"]: row["household_id"] for row in rows_of(sample_sources, "needs")}
    found, waiting = 0, {"referral", "stale_referral"}
    for row in rows_of(sample_sources, "referrals"):
        household = need_of[row["need_id"]]
        if row["referral_id"] not in unanswered or not rules_of(build_id, household) & waiting:
            continue
        found += 1
        record = record_of(build_id, household, MONTH)
        closed = [{**each, "closed_date": record.day} for each in record.referrals]
        steps = next_steps(replace(record, referrals=closed), service_rule(build_id))
        assert not {step.rule for step in steps} & waiting
        if found == 5:
            break
    assert found


def test_a_need_closed_after_the_month_is_not_told_to_be_closed(
    build_id: str, sample_sources: Path
) -> None:
    needs = rows_of(sample_sources, "needs")
    later = [row for row in needs if row["opened_date"] < "2019-12" and row["closed_date"] > "2020"]
    assert later
    for row in later[:20]:
        record = record_of(build_id, row["household_id"], "2019-12")
        told = {need["need_id"]: need["closed_date"] for need in record.needs}
        assert told[row["need_id"]] is None


def test_a_referral_older_than_the_rule_is_stale(build_id: str, sample_sources: Path) -> None:
    needs = {row["need_id"]: row for row in rows_of(sample_sources, "needs")}
    kept = in_programme(rows_of(sample_sources, "households"))
    referrals = rows_of(sample_sources, "referrals")
    unanswered = unanswered_referrals(referrals)
    waiting: dict[str, dict[str, str]] = {}
    for row in sorted(referrals, key=lambda row: (row["opened_date"], row["referral_id"])):
        need = needs[row["need_id"]]
        is_open = need["verified_date"] and not need["closed_date"]
        if row["referral_id"] in unanswered and is_open and need["household_id"] in kept:
            waiting.setdefault(row["need_id"], row)
    stale_days = service_rule(build_id).referral_stale_days
    found = set()
    for need_id, row in waiting.items():
        waited = (date.fromisoformat(LAST_DAY) - date.fromisoformat(row["opened_date"])).days
        (step,) = [
            step
            for step in steps_of(build_id, needs[need_id]["household_id"])
            if step.need and step.need["need_id"] == need_id
        ]
        rule = "stale_referral" if waited > stale_days else "referral"
        assert (step.rule, step.days, step.holder) == (rule, waited, row["to_holder"])
        found.add(rule)
    assert "stale_referral" in found


def test_a_household_that_left_has_nothing_next(build_id: str, sample_sources: Path) -> None:
    reference = ServiceReference(sample_sources).facts
    for household, reason in reference.exclusion.items():
        record = record_of(build_id, household, MONTH)
        assert record.profile["excluded_reason"] == reason
        assert next_steps(record, service_rule(build_id)) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_step_has_words(build_id: str, households: list[str], language: str) -> None:
    rule = service_rule(build_id)
    for household in households:
        for step in steps_of(build_id, household, "2020-03"):
            assert "{" not in step_words(language, step, rule)


def test_a_visit_gap_is_longer_than_the_rule(build_id: str, households: list[str]) -> None:
    gap_days = service_rule(build_id).visit_gap_days
    for household in households:
        record = record_of(build_id, household, MONTH)
        if record.profile["excluded_reason"] or not record.visits:
            continue
        waited = (record.day - record.visits[-1]["visit_date"]).days
        assert ("visit_gap" in rules_of(build_id, household)) == (
            waited > gap_days and record.pairing is not None
        ) or record.pairing is None


def test_stages_are_told_in_their_order_with_the_latest_marked() -> None:
    visits: list[Row] = [
        {"process_stage": "skills", "visit_date": date(2020, 1, 5)},
        {"process_stage": None, "visit_date": date(2020, 2, 5)},
        {"process_stage": "skills", "visit_date": date(2020, 3, 5)},
        {"process_stage": "attitude", "visit_date": date(2020, 4, 5)},
    ]
    attitude, skills, resources, solutions = stages_of(visits, "process_stage", PROCESS)
    assert attitude.is_latest
    assert (skills.visits, skills.first_date, skills.is_latest) == (2, date(2020, 1, 5), False)
    assert {resources.first_date, solutions.first_date} == {None}
    assert len(stages_of([], "life_process_stage", LIFE_PROCESS)) == 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_drawing_has_a_mark_for_each_event_of_its_table(
    build_id: str, households: list[str], language: str
) -> None:
    for household in households:
        record = record_of(build_id, household, MONTH)
        markup = drawing_markup(language, months(build_id), record)
        drawn = markup.partition("<ul>")[0]
        kinds = len(events_of(language, record))
        marks = len(re.findall(r'<svg x="', drawn))
        assert marks == (
            len(record.visits)
            + len(record.help)
            + len(record.referrals)
            + len(record.incomes)
            + sum(need["verified_date"] is not None for need in record.needs)
        )
        assert marks <= kinds


def test_days_stand_in_order_on_the_drawing_and_within_it(
    build_id: str, households: list[str]
) -> None:
    record = record_of(build_id, households[0], MONTH)
    scale = Scale(months(build_id), record)
    days_told = [date(2017, 1, 1), date(2019, 9, 30), date(2019, 10, 1), date(2020, 9, 30)]
    places = [scale.place(day) for day in days_told]
    assert places == sorted(places)
    assert 0 <= places[0] < places[-1] <= 100


def test_what_is_not_known_of_a_member_is_not_a_no(build_id: str, sample_sources: Path) -> None:
    row = next(row for row in rows_of(sample_sources, "members") if not row["disabled"])
    record: Record = record_of(build_id, row["household_id"], MONTH)
    assert "Not known" in people_markup("en", record)


def test_an_unknown_id_is_no_household(build_id: str, households: list[str]) -> None:
    assert is_household(build_id, households[0])
    assert not is_household(build_id, "HH-NOBODY")
    with pytest.raises(LookupError):
        record_of(build_id, "HH-NOBODY", MONTH)
