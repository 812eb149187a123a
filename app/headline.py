"""The headline figures of the province, each with its counts and its change."""

from collections.abc import Sequence
from typing import Any

from app.findings import month_before
from app.indicators import Cell, cell, months, province_code
from app.panels import Card
from app.quality.doubts import MARK, doubtful
from app.selection import Selection
from app.words import month_name, number, percent, signed, text

SHARES = ("any_helped", "any_solved", "income_at_or_above_line", "households_visited")
INDICATORS = ("target_households", "excluded_households", *SHARES, "reports_on_time")
EXCLUSIONS = ("died", "moved", "not_found", "declined")


def headline_cards(build_id: str, selection: Selection) -> list[Card]:
    """A selection → the cards of the province in its month, in the order they are read."""
    return [
        _target_households(build_id, selection),
        *(_share(build_id, selection, indicator) for indicator in SHARES),
        _reports(build_id, selection),
    ]


def _words(selection: Selection, name: str, **figures: Any) -> str:
    return text(selection.lang, f"card.{name}", **figures)


def _target_households(build_id: str, selection: Selection) -> Card:
    area = province_code(build_id)

    def households(indicator: str, group: str) -> str:
        return number(cell(build_id, indicator, selection.month, area, group).numerator or 0)

    return Card(
        _words(selection, "target_households"),
        households("target_households", "all"),
        [
            _words(
                selection,
                "target_households_share",
                developable=households("target_households", "developable"),
                relief=households("target_households", "relief"),
            ),
            _words(
                selection,
                "excluded",
                n=households("excluded_households", "all"),
                **{reason: households("excluded_households", reason) for reason in EXCLUSIONS},
            ),
        ],
        change="",
        is_missing=False,
    )


def _share(build_id: str, selection: Selection, indicator: str) -> Card:
    area = province_code(build_id)
    now = cell(build_id, indicator, selection.month, area)
    before = month_before(months(build_id), selection.month)
    earlier = cell(build_id, indicator, before, area) if before else None
    lines = _doubt(build_id, selection, indicator, selection.month)
    return _card(selection, indicator, now, lines, change_in_words(selection, now, earlier))


def _doubt(build_id: str, selection: Selection, indicator: str, month: str) -> list[str]:
    """The line that marks a figure of the province in which doubtful ones are added up."""
    codes = doubtful(build_id, indicator, month)
    return [_words(selection, "doubtful", mark=MARK, n=number(len(codes)))] if codes else []


def _reports(build_id: str, selection: Selection) -> Card:
    """Reports of the month, or of the last month before it whose reports are in."""
    area = province_code(build_id)
    until = [month for month in months(build_id) if month <= selection.month]
    known = [
        month for month in until if cell(build_id, "reports_on_time", month, area).note is None
    ]
    month = known[-1] if known else selection.month
    received = cell(build_id, "reports_received", month, area)
    lines = []
    if received.note is None:
        lines.append(_words(selection, "reports_received_share", n=number(received.numerator or 0)))
    if known and month != selection.month:
        missing = cell(build_id, "reports_on_time", selection.month, area)
        reason = text(selection.lang, f"map.{missing.note}")
        lines.append(f"{month_name(selection.lang, selection.month, short=True)}: {reason}")
        lines.append(_words(selection, "latest", month=month_name(selection.lang, month)))
    lines += _doubt(build_id, selection, "reports_on_time", month)
    now = cell(build_id, "reports_on_time", month, area)
    return _card(selection, "reports_on_time", now, lines, "")


def _card(
    selection: Selection, indicator: str, now: Cell, lines: Sequence[str], change: str
) -> Card:
    title = _words(selection, indicator)
    if now.value is None:
        return Card(title, text(selection.lang, f"map.{now.note}"), lines, "", is_missing=True)
    share = _words(
        selection,
        f"{indicator}_share",
        n=number(now.numerator or 0),
        d=number(now.denominator or 0),
    )
    figure = _words(selection, "pct", value=percent(now.value))
    return Card(title, figure, [share, *lines], change, is_missing=False)


def change_in_words(selection: Selection, now: Cell, earlier: Cell | None) -> str:
    """Two figures of one indicator → the difference of their counts; blank where one is missing."""
    if earlier is None or now.numerator is None or earlier.numerator is None:
        return ""
    difference = now.numerator - earlier.numerator
    if difference == 0:
        return _words(selection, "no_change")
    return _words(selection, "change", change=signed(difference))
