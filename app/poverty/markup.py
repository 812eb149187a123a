"""Poverty as HTML that a person and a screen reader both read: cutoffs, shares, combinations."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from app.figures import digits, figure, share
from app.indicators import Cell
from app.poverty.measures import TPMAP_DIMENSIONS, Combination, Place
from app.words import number, percent, text

STYLE = Path(__file__).resolve().parent / "markup.css"
UNITS = ("pct", "index", "index")
COLUMNS = ("persons", "headcount", "intensity", "adjusted_headcount")


def _words(language: str, name: str, **fields: str) -> str:
    return escape(text(language, f"poverty.{name}", **fields))


def cutoff_name(language: str, cutoff: str) -> str:
    """A cutoff in words: at least so many deprivations."""
    group = f"k{cutoff}"
    return text(language, f"group.{group}")


def cutoffs_markup(
    language: str, chosen: str, found: Mapping[Place, Mapping[str, Sequence[Cell]]]
) -> str:
    """Places with H, A and M0 by cutoff → a table, one row per cutoff, the places side by side."""
    span = len(COLUMNS)
    over = "".join(
        f'<th scope="colgroup" colspan="{span}">{escape(place.name)}</th>' for place in found
    )
    heads = "".join(
        f'<th scope="col" class="number">{_words(language, name)}</th>'
        for _ in found
        for name in COLUMNS
    )
    body = ""
    for cutoff in next(iter(found.values())):
        cells = "".join(_cutoff_cells(language, place[cutoff]) for place in found.values())
        kind = ' class="chosen"' if cutoff == chosen else ""
        head = escape(cutoff_name(language, cutoff))
        body += f'<tr{kind}><th scope="row">{head}</th>{cells}</tr>'
    return (
        f'<div class="kk_poverty scroll" tabindex="0"><table class="cutoffs"><thead><tr><td></td>'
        f'{over}</tr><tr><th scope="col">{_words(language, "cutoff")}</th>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _cutoff_cells(language: str, cells: Sequence[Cell]) -> str:
    headcount = cells[0]
    shown = ["" if headcount.numerator is None else number(headcount.numerator)]
    for unit, cell in zip(UNITS, cells, strict=True):
        missing = cell.value is None
        shown.append(figure(language, unit, cell) if missing else digits(unit, cell.value or 0))
    return "".join(f'<td class="number">{escape(each)}</td>' for each in shown)


def contributions_markup(language: str, found: Mapping[Place, Mapping[str, Cell]]) -> str:
    """Places with each dimension's share → a table of bars, the places under one another."""
    body = ""
    for dimension in TPMAP_DIMENSIONS:
        for turn, (place, cells) in enumerate(found.items()):
            cell = cells[dimension]
            head = (
                f'<th scope="rowgroup" rowspan="{len(found)}">'
                f"{escape(text(language, f'group.{dimension}'))}</th>"
                if turn == 0
                else ""
            )
            counts = share(language, cell, 1)
            body += (
                f'<tr class="{"last" if turn == len(found) - 1 else ""}">{head}'
                f'<td class="place">{escape(place.name)}</td>{_bar(cell.value or 0, 100, turn)}'
                f'<td class="number">{escape(figure(language, "pct", cell))}</td>'
                f'<td class="number quiet">{escape(counts)}</td></tr>'
            )
    return (
        '<div class="kk_poverty scroll" tabindex="0"><table class="shares">'
        f"<tbody>{body}</tbody></table></div>"
    )


def combinations_markup(language: str, found: Sequence[Combination]) -> str:
    """Exact combinations → an UpSet table: a dot for each dimension failed, a bar of persons."""
    total = sum(each.persons for each in found)
    most = max((each.persons for each in found), default=1)
    heads = "".join(
        f'<th scope="col" class="dimension">{escape(text(language, f"group.{dimension}"))}</th>'
        for dimension in TPMAP_DIMENSIONS
    )
    body = ""
    for each in found:
        names = text(language, "poverty.and").join(
            text(language, f"group.{dimension}") for dimension in each.dimensions
        )
        body += (
            f'<tr><th scope="row">{_said(escape(names))}</th>'
            f"{_dots(language, each)}{_bar(each.persons, most, 0)}"
            f'<td class="number">{number(each.persons)}</td>'
            f'<td class="number quiet">{percent(100 * each.persons / total)}</td></tr>'
        )
    return (
        '<div class="kk_poverty scroll" tabindex="0"><table class="combinations"><thead><tr>'
        f"<td></td>{heads}<td></td>"
        f'<th scope="col" class="number">{_words(language, "persons")}</th>'
        f'<th scope="col" class="number">{_words(language, "share")}</th></tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _dots(language: str, combination: Combination) -> str:
    """One cell per dimension: a dot where it is failed, and a line that joins the dots."""
    failed = [dimension in combination.dimensions for dimension in TPMAP_DIMENSIONS]
    first, last = failed.index(True), len(failed) - 1 - failed[::-1].index(True)
    cells = ""
    for place, is_failed in enumerate(failed):
        kinds = ["dot"] if is_failed else ["dot", "off"]
        kinds += ["after"] if first < place <= last else []
        kinds += ["before"] if first <= place < last else []
        said = _words(language, "fails" if is_failed else "passes")
        cells += f'<td class="{" ".join(kinds)}">{_said(said)}</td>'
    return cells


def _said(words: str) -> str:
    """Words, already escaped, for what is only drawn."""
    return f'<span role="img" aria-label="{words}"></span>'


def _bar(value: float, most: float, turn: int) -> str:
    width = f"{100 * value / most:.1f}%"
    kind = "bar" if turn == 0 else "bar second"
    return f'<td class="{kind}" aria-hidden="true"><span style="width: {width}"></span></td>'
