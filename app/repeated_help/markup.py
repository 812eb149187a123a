"""Repeated help as HTML whose numbers choose the rows of the list; needs nobody has taken."""

from collections import Counter
from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from app.agencies.register import AGENCY_TYPES
from app.indicators import DIMENSIONS, Area
from app.repeated_help.choices import AT_STAKE, NAMES, UNKNOWN, verdict_name
from app.repeated_help.pairs import DUPLICATE, NOT_DUPLICATE, NOT_REVIEWED, Summary, Untaken
from app.rows.linked import count_link, count_link_elsewhere
from app.selection import Selection
from app.words import number, text

STYLE = Path(__file__).resolve().parent / "markup.css"
PAGE = "repeated_help"
PAIRS_SHOWN = 10


def rows_link(selection: Selection, count: float, **codes: str) -> str:
    """A count and the codes of a list → the link to it; other codes are cleared."""
    every = dict.fromkeys((*NAMES, "view", "order"), "")
    return count_link(PAGE, selection, count, **{**every, **codes})


def cards_markup(selection: Selection, found: Summary) -> str:
    """The summary → cards, each figure the link to its rows."""
    language, by_verdict = selection.lang, found.by_verdict
    reviewed = " · ".join(
        f"{escape(verdict_name(language, each))} "
        f"{rows_link(selection, by_verdict[each].pairs, verdict=each)}"
        for each in (NOT_REVIEWED, DUPLICATE)
    )
    cards = [
        ("pairs", rows_link(selection, found.every.pairs), reviewed),
        ("households", rows_link(selection, found.every.households, view="households"), ""),
        ("baht", rows_link(selection, found.at_stake_baht, verdict=AT_STAKE), ""),
        (
            "without_value",
            rows_link(
                selection,
                found.at_stake_without_value,
                verdict=AT_STAKE,
                value=UNKNOWN,
            ),
            "",
        ),
        (
            "cleared",
            rows_link(selection, by_verdict[NOT_DUPLICATE].pairs, verdict=NOT_DUPLICATE),
            "",
        ),
    ]
    blocks = "".join(
        f'<dl class="kk_card"><dt>{escape(text(language, f"repeated_help.card_{name}"))}</dt>'
        f'<dd class="figure">{figure}</dd>'
        f"<dd>{line or escape(text(language, f'repeated_help.card_{name}_line'))}</dd></dl>"
        for name, figure, line in cards
    )
    return f'<div class="kk_cards">{blocks}</div>'


def matrix_markup(selection: Selection, found: Sequence[Mapping[str, Any]]) -> str:
    """Pairs of agencies → a table of types: who helped first, and who did the same again."""
    language = selection.lang
    pairs: Counter[tuple[str, str]] = Counter()
    for row in found:
        pairs[row["first_agency_type"], row["second_agency_type"]] += row["pairs"]
    most = max(pairs.values(), default=1)
    types = [each for each in AGENCY_TYPES if any(each in key for key in pairs)]
    names = {each: escape(text(language, f"agency_type.{each}")) for each in types}
    heads = "".join(f'<th scope="col" class="number">{names[each]}</th>' for each in types)
    body = ""
    for first in types:
        cells = ""
        for second in types:
            count = pairs[first, second]
            shown = rows_link(selection, count, verdict=AT_STAKE, first=first, second=second)
            share = f"--share: {100 * count / most:.0f}%"
            cells += f'<td class="number" style="{share}">{shown}</td>'
        body += f'<tr><th scope="row">{names[first]}</th>{cells}</tr>'
    corner = escape(text(language, "repeated_help.matrix_corner"))
    return (
        f'<div class="kk_repeated scroll" tabindex="0"><table class="matrix"><thead><tr>'
        f'<th scope="col">{corner}</th>{heads}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def top_pairs_markup(selection: Selection, found: Sequence[Mapping[str, Any]]) -> str:
    """Pairs of agencies → the most frequent ones, with their baht."""
    language = selection.lang
    heads = "".join(
        f'<th scope="col" class="{kind}">{escape(text(language, f"repeated_help.top_{name}"))}</th>'
        for name, kind in (("first", ""), ("second", ""), ("pairs", "number"), ("baht", "number"))
    )
    body = "".join(_top_pair(selection, row) for row in found[:PAIRS_SHOWN])
    return (
        f'<div class="kk_repeated scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _top_pair(selection: Selection, row: Mapping[str, Any]) -> str:
    first, second = row["first_agency_code"], row["second_agency_code"]
    at_stake = {"verdict": AT_STAKE, "first": first, "second": second}
    shown = rows_link(selection, row["pairs"], **at_stake)
    value_baht = row["value_baht"]
    baht = (
        escape(text(selection.lang, "repeated_help.no_value"))
        if value_baht is None
        else rows_link(selection, value_baht, **at_stake)
    )
    names = [
        f"{code} {row[f'{side}_name_{selection.lang}'] or ''}"
        for side, code in (("first", first), ("second", second))
    ]
    return (
        f'<tr><th scope="row">{escape(names[0])}</th><td>{escape(names[1])}</td>'
        f'<td class="number">{shown}</td><td class="number">{baht}</td></tr>'
    )


def untaken_markup(
    selection: Selection,
    districts: Mapping[str, Area],
    found: Mapping[str, Mapping[str, Untaken]],
) -> str:
    """Needs nobody has taken → a row for each district, each number the link to its households."""
    language = selection.lang
    heads = "".join(
        f'<th scope="col" class="number">{escape(words)}</th>'
        for words in (
            *(text(language, f"dimension.{each}") for each in DIMENSIONS),
            text(language, "repeated_help.untaken_every"),
            text(language, "repeated_help.untaken_longest"),
        )
    )
    whole = [("", text(language, "map.whole_province"), list(found.values()))]
    places = [(code, districts[code].name(language), [each]) for code, each in found.items()]
    body = "".join(
        _untaken_row(selection, code, name, of_places)
        for code, name, of_places in ([] if selection.district else whole) + places
    )
    return (
        f'<div class="kk_repeated scroll" tabindex="0"><table><thead><tr>'
        f'<th scope="col">{escape(text(language, "table.area"))}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _untaken_row(
    selection: Selection, code: str, name: str, found: Sequence[Mapping[str, Untaken]]
) -> str:
    cells = ""
    for need in (*DIMENSIONS, ""):
        needs = sum(
            each.needs
            for of_place in found
            for dimension, each in of_place.items()
            if need in ("", dimension)
        )
        codes = {"state": "unassigned", **({"need": need} if need else {})}
        place = {"district": code} if code else {}
        shown = count_link_elsewhere("left_behind", selection, needs, **codes, **place)
        cells += f'<td class="number">{shown}</td>'
    longest = max(
        (each.longest_days for of_place in found for each in of_place.values()), default=0
    )
    kind = "" if code else ' class="whole"'
    return (
        f'<tr{kind}><th scope="row">{escape(name)}</th>{cells}'
        f'<td class="number">{number(longest)}</td></tr>'
    )
