"""What changed as HTML tables: records, figures, districts, households."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path

from app.changes.figures import Moved, change_in_words, value_in_words
from app.changes.moves import OFFICER, Move, aspect_name, standing_name
from app.changes.records import COUNTS, DIFFERENT, Counts
from app.indicators import Area
from app.quality.markup import html_row, html_table
from app.words import number, text

STYLE = Path(__file__).resolve().parent / "markup.css"
SHOWN_AT_FIRST = 8

Heads = Sequence[tuple[str, str]]


def scrolling(heads: Heads, body: str) -> str:
    """Heads and rows → a table that scrolls sideways by itself."""
    return f'<div class="kk_changes scroll" tabindex="0">{html_table(heads, body)}</div>'


def fold(title: str, inside: str) -> str:
    """A title and HTML → the same folded away."""
    return f'<details class="kk_changes"><summary>{escape(title)}</summary>{inside}</details>'


def records_markup(
    language: str, head: str, counts: Mapping[str, Counts], names: Mapping[str, str]
) -> str:
    """What the rows are of, their counts and names → a table: new, changed, the same, gone."""
    heads = [("", head), *(("number", _words(language, name)) for name in COUNTS)]
    body = "".join(
        html_row([("", names[place]), *(("number", number(each[name])) for name in COUNTS)])
        for place, each in counts.items()
    )
    return scrolling(heads, body)


def figures_markup(language: str, moved: Sequence[Moved]) -> str:
    """Figures → a table of the first ones, before and after, and a fold with the rest."""
    shown = _figures_table(language, moved[:SHOWN_AT_FIRST])
    rest = moved[SHOWN_AT_FIRST:]
    if not rest:
        return shown
    title = text(language, "changes.more_figures", n=number(len(rest)))
    return shown + fold(title, _figures_table(language, rest))


def _figures_table(language: str, moved: Iterable[Moved]) -> str:
    heads = [
        ("", _words(language, "figure")),
        *(("number", _words(language, name)) for name in ("before", "after", "change")),
    ]
    return scrolling(heads, "".join(_figure_row(language, each) for each in moved))


def _figure_row(language: str, moved: Moved) -> str:
    mark = ""
    if moved.is_restated:
        mark = f'<span class="quiet">{escape(_words(language, "restated"))}</span>'
    cells = "".join(
        f'<td class="number">{escape(shown)}<span class="quiet">{escape(counted)}</span></td>'
        for shown, counted in (
            value_in_words(language, moved, cell) for cell in (moved.before, moved.after)
        )
    )
    change, unit = change_in_words(language, moved)
    return (
        f'<tr><th scope="row" class="wraps">{escape(moved.title)}{mark}</th>{cells}'
        f'<td class="number"><strong>{escape(change)}</strong>'
        f'<span class="quiet">{escape(unit)}</span></td></tr>'
    )


def districts_markup(
    language: str,
    districts: Mapping[str, Area],
    figures: Mapping[str, Sequence[Moved]],
    households: Mapping[str, int],
    records: Mapping[str, Counts],
) -> str:
    """What moved by district → a table, the districts with most moves of households first."""
    heads = [
        ("", text(language, "table.area")),
        ("number", _words(language, "moves")),
        ("number", _words(language, "figures_moved")),
        ("", _words(language, "moved_most")),
        ("number", _words(language, "records_different")),
    ]
    codes = [code for code in districts if code in figures or code in households or code in records]
    codes.sort(key=lambda code: (-households.get(code, 0), -len(figures.get(code, ()))))
    body = "".join(
        html_row(
            [
                ("", districts[code].name(language)),
                ("number", number(households.get(code, 0))),
                ("number", number(len(figures.get(code, ())))),
                ("wraps long", _most(language, figures.get(code, ()))),
                ("number", number(_different(records.get(code, {})))),
            ]
        )
        for code in codes
    )
    return scrolling(heads, body)


def moves_markup(language: str, found: Sequence[tuple[Move, int]]) -> str:
    """Moves of households → a table: in what, from where, to where, how many."""
    heads = [
        ("", _words(language, "aspect")),
        ("", _words(language, "way")),
        ("number", _words(language, "households")),
    ]
    body = "".join(
        html_row(
            [
                ("", aspect_name(language, move.aspect)),
                ("wraps", _way(language, move)),
                ("number", number(households)),
            ]
        )
        for move, households in found
    )
    return scrolling(heads, body)


def _way(language: str, move: Move) -> str:
    if move.aspect == OFFICER:
        return _words(language, "another_officer")
    before, after = (
        standing_name(language, move.aspect, each) for each in (move.before, move.after)
    )
    return f"{before} → {after}"


def _most(language: str, figures: Sequence[Moved]) -> str:
    if not figures:
        return ""
    change, unit = change_in_words(language, figures[0])
    return f"{figures[0].title} {change} {unit}".strip()


def _different(counts: Counts) -> int:
    return sum(counts.get(name, 0) for name in DIFFERENT)


def _words(language: str, name: str) -> str:
    return text(language, f"changes.{name}")
