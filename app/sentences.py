"""Findings and figures in words, Thai or English."""

from collections.abc import Mapping, Sequence

from app.findings import Change, Finding
from app.indicators import Area, Cell
from app.scale import scales
from app.selection import Selection
from app.words import month_name, number, percent, text

Areas = Mapping[str, Area]


def change_sentence(selection: Selection, change: Change, districts: Areas) -> str:
    """What changed in one dimension, as Markdown."""
    language = selection.lang
    dimension = text(language, f"dimension.{change.dimension}")
    if change.need is None or change.helped is None or change.solved is None:
        return text(language, "overview.change_unknown", dimension=dimension)
    if not (change.need or change.helped or change.solved):
        return text(language, "overview.change_none", dimension=dimension)
    sentence = text(
        language,
        "overview.change",
        dimension=dimension,
        need=number(change.need),
        helped=number(change.helped),
        solved=number(change.solved),
    )
    if change.most_helped_district is None:
        return sentence
    where = text(
        language,
        "overview.change_where",
        district=districts[change.most_helped_district].name(language),
        helped=number(change.most_helped),
    )
    return f"{sentence} · {where}"


def finding_sentence(selection: Selection, finding: Finding, districts: Areas) -> str:
    """Where to look and why."""
    language = selection.lang
    figures = {
        name: percent(value) if name.endswith("pct") else number(value)
        for name, value in finding.figures.items()
    }
    return text(
        language,
        f"overview.{finding.name}",
        district=districts[finding.district].name(language),
        dimension=text(language, f"dimension.{finding.dimension}") if finding.dimension else "",
        month=month_name(language, finding.month),
        **figures,
    )


def summary_sentence(selection: Selection, helped: Cell, solved: Cell) -> str:
    """The province in one sentence, from the two shares of households with any need."""
    if helped.value is None:
        return missing_sentence(selection, helped)
    return text(
        selection.lang,
        "overview.summary",
        month=month_name(selection.lang, selection.month),
        need=number(helped.denominator or 0),
        helped=number(helped.numerator or 0),
        helped_pct=percent(helped.value),
        waiting=number(helped.rest),
        solved=number(solved.numerator or 0),
    )


def missing_sentence(selection: Selection, cell: Cell) -> str:
    """Why there is no figure to speak of."""
    return text(
        selection.lang,
        "dimension_map.sentence_missing",
        month=month_name(selection.lang, selection.month),
        reason=text(selection.lang, f"map.{cell.note}"),
    )


def board_sentence(selection: Selection, measure: str, province: Mapping[str, Cell]) -> str:
    """The dimensions with the most and the least of a measure; blank without figures."""
    known = {
        dimension: cell.value for dimension, cell in province.items() if cell.value is not None
    }
    if not known:
        return ""
    best, worst = max(known, key=known.__getitem__), min(known, key=known.__getitem__)
    if known[best] == known[worst]:
        shown = _valued(selection, measure, known[best])
        return text(selection.lang, "overview.dimensions_alike", value=shown)
    return text(
        selection.lang,
        f"overview.dimensions_sentence_{measure}",
        best=text(selection.lang, f"dimension.{best}"),
        worst=text(selection.lang, f"dimension.{worst}"),
        best_pct=percent(known[best]),
        worst_pct=percent(known[worst]),
        best_n=number(known[best]),
        worst_n=number(known[worst]),
    )


def map_sentence(
    selection: Selection, province: Cell, cells: Mapping[str, Cell], districts: Areas
) -> str:
    """What the large map shows: the province, and the district that stands out."""
    language, measure = selection.lang, selection.measure
    decimals = scales()[measure].decimals
    if province.value is None:
        return missing_sentence(selection, province)
    by_rest = measure in ("helped", "solved")
    if by_rest and not province.rest:
        name = f"dimension_map.sentence_{measure}_all"
    elif not by_rest and not province.numerator:
        name = f"dimension_map.sentence_{measure}_none"
    else:
        name = f"dimension_map.sentence_{measure}"

    def weight(code: str) -> float:
        return cells[code].rest if by_rest else cells[code].value or 0

    most = max(cells, key=lambda code: (weight(code), code))
    return text(
        language,
        name,
        month=month_name(language, selection.month),
        n=number(province.numerator or 0),
        d=number(province.denominator or 0),
        value=percent(province.value, decimals),
        rest=number(province.rest),
        district=districts[most].name(language),
        district_rest=number(cells[most].rest),
        district_n=number(cells[most].numerator or 0),
        district_value=percent(cells[most].value or 0, decimals),
        baseline=text(language, f"baseline.{selection.dimension}"),
    )


def course_sentence(
    selection: Selection, months: Sequence[str], what: str, cells: Sequence[Cell]
) -> str:
    """A share or count by month → its way from the first figure to the last, in words."""
    known = [place for place, cell in enumerate(cells) if cell.value is not None]
    if not known:
        return ""
    first, last = known[0], known[-1]
    return text(
        selection.lang,
        "dimension_map.course_sentence",
        what=what,
        first=month_name(selection.lang, months[first]),
        last=month_name(selection.lang, months[last]),
        first_value=_valued(selection, selection.measure, cells[first].value or 0),
        last_value=_valued(selection, selection.measure, cells[last].value or 0),
    )


def _valued(selection: Selection, measure: str, value: float) -> str:
    """A value of a measure, with its unit."""
    unit = scales()[measure].unit
    shown = percent(value) if unit == "pct" else number(value)
    return text(selection.lang, f"map.value_{unit}", value=shown)
