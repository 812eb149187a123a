"""Rows → lines of text in columns, straight in Thai too."""

import unicodedata
from collections.abc import Sequence

# Vowels above and below, tone marks and joiners take no room of their own.
WITHOUT_WIDTH = {"Mn", "Me", "Cf"}
GAP = "  "


def text_table(rows: Sequence[Sequence[str]], alignment: str) -> str:
    """Rows of texts and a letter for each column, l or r → lines, the columns aligned so."""
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(GAP.join(map(_aligned, row, alignment, widths)).rstrip() for row in rows)


def width(text: str) -> int:
    """A text → the columns it takes in a terminal."""
    return sum(unicodedata.category(character) not in WITHOUT_WIDTH for character in text)


def _aligned(text: str, side: str, room: int) -> str:
    space = " " * (room - width(text))
    return text + space if side == "l" else space + text
