"""A household's records as one course of events: what the drawing shows, as rows."""

from collections.abc import Iterable
from datetime import date
from typing import Any, NamedTuple

from app.household.record import Record
from app.household.words import (
    agency_name,
    baht,
    joined,
    life_process_stage_name,
    process_stage_name,
)
from app.warehouse import Row
from app.words import text


class Event(NamedTuple):
    """What happened on a day, its dimension in words if it has one, and the particulars."""

    day: date
    kind: str
    dimension: str
    detail: str


def events_of(language: str, record: Record) -> list[Event]:
    """A household's records → everything that happened by the day, the earliest first."""
    found = [
        *_of_visits(language, record),
        *_of_needs(language, record),
        *_of_help(language, record),
        *_of_referrals(language, record),
        *_of_incomes(language, record),
        *_of_pairings(language, record),
    ]
    return sorted(
        (event for event in found if event.day <= record.day), key=lambda event: event.day
    )


def event_row(event: Event) -> Row:
    """An event → its values by column."""
    return event._asdict()


def _event(language: str, day: date, kind: str, detail: str = "", dimension: str = "") -> Event:
    of_dimension = text(language, f"dimension.{dimension}") if dimension else ""
    return Event(day, text(language, kind), of_dimension, detail)


def _of_visits(language: str, record: Record) -> Iterable[Event]:
    for each in record.visits:
        detail = [
            each["official_id"],
            process_stage_name(language, each["process_stage"]),
            life_process_stage_name(language, each["life_process_stage"]),
        ]
        yield _event(language, each["visit_date"], "household.event_visit", joined(detail))


def _of_needs(language: str, record: Record) -> Iterable[Event]:
    for each in record.needs:
        dimension, problem = each["dimension"], each["problem"]
        yield _event(language, each["opened_date"], "household.event_need", problem, dimension)
        if each["verified_date"]:
            by = each["verified_by"] or ""
            yield _event(language, each["verified_date"], "household.event_verified", by, dimension)
        if each["closed_date"]:
            status = text(language, f"need_status.{each['need_status']}")
            detail = joined([status, each["unsolved_reason"]])
            yield _event(language, each["closed_date"], "household.event_closed", detail, dimension)


def _of_help(language: str, record: Record) -> Iterable[Event]:
    for each in record.help:
        detail = [
            text(language, f"help_status.{each['help_status']}"),
            each["kind"],
            agency_name(language, each),
            text(language, f"fund_source.{each['fund_source']}"),
            baht(language, each),
        ]
        yield _event(
            language, each["help_date"], "household.event_help", joined(detail), each["dimension"]
        )


def _of_referrals(language: str, record: Record) -> Iterable[Event]:
    for each in record.referrals:
        holders: dict[str, Any] = {
            "sender": text(language, f"holder.{each['from_holder']}"),
            "receiver": text(language, f"holder.{each['to_holder']}"),
        }
        detail = text(language, "household.referred", **holders)
        for name in ("opened", "answered", "closed"):
            if day := each[f"{name}_date"]:
                yield _event(
                    language, day, f"household.event_referral_{name}", detail, each["dimension"]
                )


def _of_incomes(language: str, record: Record) -> Iterable[Event]:
    for each in record.incomes:
        yield _event(
            language, each["recorded_date"], "household.event_income", income_words(language, each)
        )


def _of_pairings(language: str, record: Record) -> Iterable[Event]:
    for each in record.pairings:
        detail = joined([each["official_id"], agency_name(language, each)])
        yield _event(language, each["from_date"], "household.event_paired", detail)
        if each["to_date"]:
            yield _event(language, each["to_date"], "household.event_parted", detail)


def income_words(language: str, income: Row) -> str:
    """An income → baht, and how it stands to the line of its edition."""
    told = f"{income['income_baht_per_person_year']:,.0f}"
    if income["line_baht"] is None:
        return text(language, "household.income_without_line", baht=told)
    is_reached = income["income_baht_per_person_year"] >= income["line_baht"]
    name = "income_above" if is_reached else "income_below"
    line = f"{income['line_baht']:,.0f}"
    return text(language, f"household.{name}", baht=told, line=line)
