"""Help by agencies in words, and as a table."""

from html import escape

import pandas as pd

from app.agencies.figures import COLUMNS, Group, Totals, help_of, help_outside
from app.agencies.links import outside_link
from app.agencies.register import agencies
from app.selection import Selection
from app.words import month_name, number, percent, text


def agencies_sentence(selection: Selection, found: Totals) -> str:
    """How many agencies helped how many households, how often and with what, how much outside."""
    language, every = selection.lang, help_of(found, Group())
    month = month_name(language, selection.month)
    if not every.events:
        return text(language, "agencies.sentence_none", month=month)
    outside = help_of(found, Group("power", "outside"))
    return text(
        language,
        "agencies.sentence",
        month=month,
        agencies=number(len([group for group in found if group.grouping == "agency"])),
        households=number(every.households),
        events=number(every.events),
        baht=number(every.baht),
        without=number(every.events_without_value),
        outside_pct=percent(100 * outside.events / every.events),
    )


def count_note(selection: Selection, found: Totals, count: str) -> str:
    """How a count is to be read: why households do not add up, what baht leave out."""
    every = help_of(found, Group())
    added = sum(
        by_dimension[COLUMNS[0]].households
        for group, by_dimension in found.items()
        if group.grouping == "agency" and COLUMNS[0] in by_dimension
    )
    return text(
        selection.lang,
        f"agencies.note_{count}",
        households=number(every.households),
        added=number(added),
        without=number(every.events_without_value),
        events=number(every.events),
    )


def outside_markup(build_id: str, selection: Selection, count: str) -> str:
    """How much completed help no figure counts by the end of the month, and why, as HTML."""
    events, baht = help_outside(build_id, selection.month, selection.district)
    if not events:
        return f"<p>{escape(text(selection.lang, 'agencies.outside_none'))}</p>"
    shown = text(selection.lang, "agencies.outside", events=number(events), baht=number(baht))
    why = escape(text(selection.lang, "agencies.outside_why"))
    return f"<p>{outside_link(selection, shown, count)} {why}</p>"


def agencies_table(build_id: str, selection: Selection, found: Totals) -> pd.DataFrame:
    """Totals → one row for each agency and dimension or any: events, households, baht."""
    language = selection.lang
    records = []
    for code, agency in agencies(build_id).items():
        agency_type = agency.agency_type
        for dimension in COLUMNS:
            own = help_of(found, Group("agency", code), dimension)
            name = (
                text(language, "agencies.every_dimension")
                if dimension == COLUMNS[0]
                else text(language, f"dimension.{dimension}")
            )
            kind = text(language, f"agency_type.{agency_type}")
            records.append((code, agency.name(language), kind, name, *own))
    heads = [
        text(language, "table.code"),
        *(text(language, f"agencies.{name}") for name in ("agency", "agency_type")),
        text(language, "table.dimension"),
        *(text(language, f"agencies.count_{name}") for name in ("events", "households", "baht")),
        text(language, "agencies.fund_without_value"),
    ]
    return pd.DataFrame(records, columns=heads)
