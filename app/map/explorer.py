"""One dimension on one large map beside its list: districts, or one district's sub-districts."""

from collections.abc import Mapping
from typing import Any

from app.indicators import (
    NO_CELL,
    Cell,
    Months,
    areas,
    declarations,
    indicator_of,
    months,
    province_code,
    series,
)
from app.map.component import OF_NEED, area_map, cells_of, scale_of, shapes_of, words_of
from app.map.geometry import drawing, view_box
from app.quality.doubts import doubts
from app.scale import scales
from app.selection import MEASURES, Selection, component_chooser
from app.words import branch, month_name, text

DISTRICTS_KEY, SUBDISTRICTS_KEY = "districts_map", "subdistricts_map"
ALWAYS = "always"


def district_explorer(build_id: str, selection: Selection) -> None:
    """A selection → the map of districts, its list, the measures and the months."""
    area_map(
        DISTRICTS_KEY,
        district_data(build_id, selection),
        on_choice_change=component_chooser(DISTRICTS_KEY),
    )


def subdistrict_explorer(build_id: str, selection: Selection) -> None:
    """A selection with a district → the map of its sub-districts beside all of its units."""
    area_map(SUBDISTRICTS_KEY, subdistrict_data(build_id, selection))


def title_of(selection: Selection, measure: str) -> str:
    """A selection and a measure → what its map shows, in words."""
    return text(
        selection.lang,
        f"caption.{measure}",
        dimension=text(selection.lang, f"dimension.{selection.dimension}"),
        baseline=text(selection.lang, f"baseline.{selection.dimension}"),
    )


def by_month(found: Months, measure: str) -> Mapping[str, Mapping[str, Cell]]:
    """Months of an indicator → the same; a survey's one edition is shown in every month."""
    if measure != "baseline":
        return found
    return {ALWAYS: found[max(found)]} if found else {ALWAYS: {}}


def district_data(build_id: str, selection: Selection) -> dict[str, Any]:
    """A selection → what the script draws of the 26 districts in every measure and month."""
    indicators = tuple(indicator_of(selection.dimension, measure) for measure in MEASURES)
    district = series(build_id, indicators, "district")
    province = series(build_id, indicators, "province")
    whole = province_code(build_id)
    cells, of_province = {}, {}
    for measure, indicator in zip(MEASURES, indicators, strict=True):
        found = by_month(district[indicator], measure)
        cells[measure] = {month: cells_of(each) for month, each in found.items()}
        in_province = by_month(province[indicator], measure)
        of_province[measure] = {
            month: list(each[whole]) for month, each in in_province.items() if whole in each
        }
    return {
        **_common(build_id, selection, list(MEASURES)),
        **districts_drawn(build_id, selection),
        "shape": f"district {selection.dimension}",
        "cells": cells,
        "whole": of_province,
        "doubts": {
            measure: doubts_drawn(build_id, indicator)
            for measure, indicator in zip(MEASURES, indicators, strict=True)
        },
    }


def doubts_drawn(build_id: str, indicator: str) -> dict[str, list[str]]:
    """An indicator → the districts whose figure is doubtful, by month; a survey's in every one."""
    found = doubts(build_id).get(indicator, {})
    if found and declarations(build_id)[indicator]["period"] == "edition":
        return {ALWAYS: sorted(found[max(found)])}
    return {month: sorted(codes) for month, codes in found.items()}


def districts_drawn(build_id: str, selection: Selection) -> dict[str, Any]:
    """A selection → what every large map of the 26 districts has: shapes, rows, months."""
    language = selection.lang
    names = areas(build_id)["district"]
    every_month = months(build_id)
    map_of = drawing("district")
    return {
        "areas": shapes_of(list(map_of.shapes.values()), names, language),
        "view_box": map_of.view_box,
        "rows": [
            {"code": code, "name": area.name(language), "has_polygon": code in map_of.shapes}
            for code, area in names.items()
        ],
        "whole_name": text(language, "map.whole_province"),
        "months": [
            {"id": month, "label": month_name(language, month, short=True)} for month in every_month
        ],
        "month": every_month.index(selection.month),
        "is_selectable": True,
        "is_short": False,
        "map_label": branch(language, "map")["label"],
        "list_title": text(language, "map.list_title"),
    }


def subdistrict_data(build_id: str, selection: Selection) -> dict[str, Any]:
    """A selection with a district → what the script draws of its sub-districts in one month."""
    language = selection.lang
    indicator = indicator_of(selection.dimension, selection.measure)
    district = areas(build_id)["district"][str(selection.district)]
    found = by_month(
        series(build_id, (indicator,), "subdistrict", district.code)[indicator], selection.measure
    )
    whole = by_month(series(build_id, (indicator,), "district")[indicator], selection.measure)
    month = ALWAYS if selection.measure == "baseline" else selection.month
    units = {
        code: area
        for code, area in areas(build_id)["subdistrict"].items()
        if area.parent_code == district.code
    }
    shapes = [shape for code, shape in drawing("subdistrict").shapes.items() if code in units]
    return {
        **_common(build_id, selection, [selection.measure]),
        "shape": f"subdistrict {selection.dimension} {selection.measure}",
        "areas": shapes_of(shapes, units, language),
        "view_box": view_box(shapes),
        "rows": [
            {"code": code, "name": area.name(language), "has_polygon": area.has_polygon}
            for code, area in units.items()
        ],
        "cells": {selection.measure: {month: cells_of(found.get(month, {}))}},
        "whole": {
            selection.measure: {month: list(whole.get(month, {}).get(district.code, NO_CELL))}
        },
        "doubts": {},
        "whole_name": district.name(language),
        "months": [{"id": month, "label": month}],
        "month": 0,
        "is_selectable": False,
        "is_short": True,
        "map_label": branch(language, "map")["label_subdistrict"].replace(
            "{district}", district.name(language)
        ),
        "list_title": text(language, "map.list_title_subdistrict"),
    }


def _common(build_id: str, selection: Selection, measures: list[str]) -> dict[str, Any]:
    titles = branch(selection.lang, "measure")
    return {
        "language": selection.lang,
        "measure": selection.measure,
        "measures": [[measure, titles[measure]] for measure in measures],
        "titles": {measure: title_of(selection, measure) for measure in measures},
        "scales": {each: scale_of(scales()[each], selection.lang) for each in measures},
        "selected": selection.district,
        "words": words_of(build_id, selection.lang, OF_NEED[0]),
    }
