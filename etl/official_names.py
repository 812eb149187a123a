"""Names of Thailand's areas in the register of the Department of Provincial Administration."""

from functools import cache
from typing import Any

import geothai
import pyarrow as pa


@cache
def official_names() -> pa.Table:
    """Every province, district and sub-district of Thailand, one a row, with its parent's code."""
    rows: list[dict[str, str | None]] = []
    for province in geothai.provinces():
        rows.append(_named(province, "province", None))
        for district in geothai.districts(province.code):
            rows.append(_named(district, "district", province.code))
            for subdistrict in geothai.subdistricts(district.code):
                rows.append(_named(subdistrict, "subdistrict", district.code))
    return pa.Table.from_pylist(rows)


def _named(area: Any, level: str, parent_code: str | None) -> dict[str, str | None]:
    return {
        "area_code": area.code,
        "level": level,
        "parent_code": parent_code,
        "name_th": area.name_th,
        "name_en": area.name_en,
    }
