"""Poverty in one sentence each, Thai or English."""

from app.indicators import Cell
from app.poverty.measures import INCOME, TPMAP_DIMENSIONS, Place, income_cells, income_line
from app.selection import Selection
from app.words import month_name, number, percent, text


def poverty_sentence(selection: Selection, place: Place, headcount: Cell, intensity: Cell) -> str:
    """H and A of a place → how many are poor, and in how many dimensions on average."""
    if headcount.value is None:
        return text(selection.lang, "poverty.no_survey")
    if intensity.value is None:
        return text(
            selection.lang,
            "poverty.sentence_none",
            area=place.name,
            d=number(headcount.denominator or 0),
        )
    return text(
        selection.lang,
        "poverty.sentence",
        area=place.name,
        n=number(headcount.numerator or 0),
        d=number(headcount.denominator or 0),
        pct=percent(headcount.value, 2),
        average=percent(len(TPMAP_DIMENSIONS) * intensity.value, 2),
    )


def income_sentence(build_id: str, selection: Selection, place: Place) -> str:
    """How many of the programme's households are below the line of their edition."""
    cell = income_cells(build_id, INCOME[0], place)[selection.month]
    month = month_name(selection.lang, selection.month)
    if cell.value is None:
        reason = text(selection.lang, f"map.{cell.note or 'no_data'}")
        return text(selection.lang, "dimension_map.sentence_missing", month=month, reason=reason)
    return text(
        selection.lang,
        "poverty.income_sentence",
        month=month,
        area=place.name,
        n=number(cell.numerator or 0),
        d=number(cell.denominator or 0),
        pct=percent(cell.value),
        line=number(income_line(build_id, selection.month)),
    )
