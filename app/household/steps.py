"""What must be done next for a household, and by whom, by plain rules."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from app.household.record import Record
from app.service_rule import ServiceRule
from app.warehouse import Row

SOLVED = "solved"
UNDER_WAY = ("planned", "in_progress")


class Step(NamedTuple):
    """One thing to do: the rule that asks for it and the need that it is about, if any.

    days are since it began; holder is who must answer; agency is the row that has its names.
    """

    rule: str
    need: Row | None = None
    days: int = 0
    holder: str = ""
    agency: Row | None = None


def next_steps(record: Record, rule: ServiceRule) -> list[Step]:
    """A household's records and the rules of the work → what to do, nothing for one that left."""
    if record.profile["excluded_reason"]:
        return []
    return [
        *_of_officer(record, rule),
        *(step for need in record.needs for step in _of_need(record, need, rule)),
        *([Step("relapsed")] if record.has_relapsed else []),
    ]


def _of_officer(record: Record, rule: ServiceRule) -> Iterator[Step]:
    if record.pairing is None:
        yield Step("unpaired")
    elif not record.visits:
        days = _days(record, record.pairing["from_date"])
        if days > rule.visit_gap_days:
            yield Step("never_visited", days=days)
    if record.visits:
        days = _days(record, record.visits[-1]["visit_date"])
        if days > rule.visit_gap_days:
            yield Step("visit_gap", days=days)


def _of_need(record: Record, need: Row, rule: ServiceRule) -> Iterator[Step]:
    if not record.is_open(need):
        if need["need_status"] != SOLVED and need["verified_date"]:
            yield Step("closed_unsolved", need, _days(record, need["closed_date"]))
        return
    if need["verified_date"] is None:
        yield Step("unverified", need, _days(record, need["opened_date"]))
        return
    waiting = [
        each
        for each in record.referrals_of(need)
        if each["answered_date"] is None and each["closed_date"] is None
    ]
    if waiting:
        days = _days(record, waiting[0]["opened_date"])
        name = "stale_referral" if days > rule.referral_stale_days else "referral"
        yield Step(name, need, days, waiting[0]["to_holder"])
        return
    yield _of_help(record, need)


def _of_help(record: Record, need: Row) -> Step:
    events = record.help_of(need)
    under_way = [each for each in events if each["help_status"] in UNDER_WAY]
    given = [each for each in events if each["help_status"] == "completed"]
    days = _days(record, need["verified_date"])
    if under_way:
        return Step("under_way", need, days, agency=under_way[-1])
    if given:
        return Step("helped", need, _days(record, given[-1]["help_date"]))
    if need["need_status"] == "beyond_local_capacity" and not record.referrals_of(need):
        return Step("refer", need, days)
    # Taken is what the lists call taken: help in the dimension that is planned for any day.
    is_taken = record.dimensions[need["dimension"]]["is_assigned"]
    return Step("taken" if is_taken else "nobody_assigned", need, days)


def _days(record: Record, since: date) -> int:
    return (record.day - since).days
