"""A household's five dimensions: needs, what was done about each, and how each stands."""

from collections.abc import Iterable
from datetime import date
from html import escape

from app.household.record import Record
from app.household.words import agency_name, baht, day_or_blank, joined
from app.indicators import DIMENSIONS
from app.left_behind.lines import severity_name
from app.warehouse import Row
from app.words import text


def state_of(record: Record, dimension: str) -> str:
    """A dimension, or any → how it stands by the day, as the indicators count it."""
    found = record.dimensions.get(dimension)
    if found is None:
        unverified = any(each["dimension"] == dimension for each in record.needs)
        return "unverified" if unverified else "none"
    if found["solved_date"] and found["solved_date"] <= record.day:
        return "solved"
    return "helped" if found["help_date"] and found["help_date"] <= record.day else "waiting"


def needs_markup(language: str, record: Record) -> str:
    """A household's records → a block for each dimension with a need, the others in a line."""
    blocks, without = [], []
    for dimension in DIMENSIONS:
        needs = [each for each in record.needs if each["dimension"] == dimension]
        name = escape(text(language, f"dimension.{dimension}"))
        if not needs:
            without.append(name)
            continue
        state = state_of(record, dimension) if not record.profile["excluded_reason"] else "left"
        told = escape(text(language, f"household.state_{state}"))
        blocks.append(
            f'<section class="{state}"><h3>{name} <span>{told}</span></h3>'
            + "".join(_need(language, record, need) for need in needs)
            + "</section>"
        )
    rest = (
        f"<p>{escape(text(language, 'household.no_need'))} {', '.join(without)}</p>"
        if without
        else ""
    )
    return f'<div class="kk_household needs">{"".join(blocks)}{rest}</div>'


def _need(language: str, record: Record, need: Row) -> str:
    facts = [
        text(language, "household.severity", severity=severity_name(language, need["severity"])),
        _verified(language, need),
        text(
            language,
            "household.latest_status",
            status=text(language, f"need_status.{need['need_status']}"),
        ),
        need["unsolved_reason"] or "",
        _on(language, "household.closed_on", need["closed_date"]),
    ]
    lines = [
        *(_help(language, each) for each in record.help_of(need)),
        *(_referral(language, each) for each in record.referrals_of(need)),
    ]
    return f"<h4>{escape(need['problem'])}</h4><p>{_line(facts)}</p>" + (
        f"<ul>{''.join(f'<li>{line}</li>' for line in lines)}</ul>" if lines else ""
    )


def _verified(language: str, need: Row) -> str:
    if need["verified_date"] is None:
        return text(language, "household.not_verified")
    return text(
        language,
        "household.verified_on",
        day=day_or_blank(language, need["verified_date"]),
        by=need["verified_by"] or "",
    )


def _help(language: str, help_event: Row) -> str:
    return _line(
        [
            day_or_blank(language, help_event["help_date"]),
            help_event["kind"],
            text(language, f"help_status.{help_event['help_status']}"),
            agency_name(language, help_event),
            text(language, f"fund_source.{help_event['fund_source']}"),
            baht(language, help_event),
        ]
    )


def _referral(language: str, referral: Row) -> str:
    answered = referral["answered_date"]
    return _line(
        [
            day_or_blank(language, referral["opened_date"]),
            text(
                language,
                "household.referred",
                sender=text(language, f"holder.{referral['from_holder']}"),
                receiver=text(language, f"holder.{referral['to_holder']}"),
            ),
            _on(language, "household.answered_on", answered)
            or text(language, "household.not_answered"),
            _on(language, "household.closed_on", referral["closed_date"]),
        ]
    )


def _on(language: str, name: str, day: date | None) -> str:
    if day is None:
        return ""
    return text(language, name, day=day_or_blank(language, day))


def _line(parts: Iterable[str | None]) -> str:
    return escape(joined(parts))
