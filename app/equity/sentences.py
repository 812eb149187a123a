"""Equity in sentences: is any difference more than chance, and are there enough households?"""

from collections.abc import Sequence

from app.chain.names import need_name
from app.equity.shares import FEW_HOUSEHOLDS, Comparison
from app.selection import Selection
from app.words import month_name, number, percent, text


def group_name(language: str, code: str) -> str:
    """A group of households in words."""
    return text(language, f"equity.group_{code}")


def equity_sentence(selection: Selection, need: str, found: Sequence[Comparison]) -> str:
    """How many of the differences are more than chance, and the widest of them."""
    language = selection.lang
    place = {"month": month_name(language, selection.month), "need": need_name(language, need)}
    if not found:
        return text(language, "equity.sentence_none", **place)
    clear = [each for each in found if each.is_more_than_chance]
    if not clear:
        return text(language, "equity.sentence_alike", compared=number(len(found)), **place)
    widest = max(clear, key=lambda each: each.gap_points)
    return text(
        language,
        "equity.sentence",
        clear=number(len(clear)),
        compared=number(len(found)),
        measure=text(language, f"equity.measure_{widest.measure}"),
        group=group_name(language, widest.group),
        inside=percent(widest.inside.value),
        outside=percent(widest.outside.value),
        **place,
    )


def few_sentence(selection: Selection, found: Sequence[Comparison]) -> str:
    """A warning where a share is of few households; blank where none is."""
    few = [each for each in found if each.fewest < FEW_HOUSEHOLDS]
    if not few:
        return ""
    return text(
        selection.lang,
        "equity.few",
        few=number(len(few)),
        compared=number(len(found)),
        least=number(FEW_HOUSEHOLDS),
        fewest=number(min(each.fewest for each in few)),
    )
