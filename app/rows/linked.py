"""Markup whose numbers are links: a press chooses their codes and shows the list of the rows."""

from html import escape
from pathlib import Path
from urllib.parse import urlencode

from app.map.component import register
from app.rows.row_list import href
from app.selection import Selection, component_chooser, filter_component_chooser
from app.words import number

ZERO = '<span class="quiet">0</span>'

_linked = register("linked", Path(__file__).resolve().parent)


def linked(key: str, markup: str, list_key: str) -> None:
    """HTML with links made by `link` → it on screen; a press brings the list of that key in view.

    Pressed, no page is loaded: the codes of the link are chosen where the reader is.
    """

    def choose_codes() -> None:
        component_chooser(key)()
        filter_component_chooser(key)()

    _linked(
        key=key,
        data={"markup": markup, "list": list_key},
        on_choice_change=choose_codes,
    )


def link(page: str, selection: Selection, words: str, /, **codes: str) -> str:
    """The name of a page, words, all codes of the page, blank ones cleared → a link in HTML."""
    needed = {name: code for name, code in codes.items() if code or name in selection.codes()}
    return (
        f'<a href="{escape(href(page, selection, **needed))}" '
        f'data-codes="{escape(urlencode(codes))}">{escape(words)}</a>'
    )


def count_link(page: str, selection: Selection, count: float, /, **codes: str) -> str:
    """A count and what `link` takes → the link to its rows; a zero, which has none, is plain."""
    return link(page, selection, number(count), **codes) if count else ZERO


def count_link_elsewhere(page: str, selection: Selection, count: int, /, **codes: str) -> str:
    """A count, the name of another page and its codes → the link to the rows there, or a zero."""
    if not count:
        return ZERO
    return f'<a href="{escape(href(page, selection, **codes))}">{number(count)}</a>'
