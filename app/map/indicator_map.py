"""Any indicator on one large map of the districts beside its list; by month where it has months."""

from typing import Any

from app.indicators import declarations, province_code, series
from app.map.component import area_map, cells_of, scale_of, words_of
from app.map.explorer import ALWAYS, districts_drawn, doubts_drawn
from app.scale import scale_for
from app.selection import Selection, component_chooser

KEY = "indicator_map"


def indicator_map(
    build_id: str, selection: Selection, indicator: str, title: str, group_code: str = "all"
) -> None:
    """An indicator, what its map shows in words and the group of it → the map on screen."""
    area_map(
        KEY,
        indicator_data(build_id, selection, indicator, title, group_code),
        on_choice_change=component_chooser(KEY),
    )


def indicator_data(
    build_id: str, selection: Selection, indicator: str, title: str, group_code: str
) -> dict[str, Any]:
    """An indicator → what the script draws of it; a survey's last edition holds in every month."""
    language, whole = selection.lang, province_code(build_id)
    district = series(build_id, (indicator,), "district", None, group_code)[indicator]
    province = series(build_id, (indicator,), "province", None, group_code)[indicator]
    declared = declarations(build_id)[indicator]
    if declared["period"] == "edition":
        district, province = (
            {ALWAYS: found[max(found)]} if found else {ALWAYS: {}} for found in (district, province)
        )
    return {
        **districts_drawn(build_id, selection),
        "language": language,
        "measure": indicator,
        "measures": [[indicator, title]],
        "titles": {indicator: title},
        "scales": {indicator: scale_of(scale_for(indicator), language)},
        "selected": selection.district,
        "words": words_of(build_id, language, declared["family"]),
        "shape": f"district {indicator}",
        "doubts": {indicator: doubts_drawn(build_id, indicator)},
        "cells": {indicator: {month: cells_of(found) for month, found in district.items()}},
        "whole": {
            indicator: {month: list(found[whole]) for month, found in province.items() if found}
        },
    }
