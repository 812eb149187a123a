"""Official codes and names of districts and sub-districts (DOPA, by way of geothai)."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import geothai

from geo.boundary_error import BoundaryError, listed

Level = Literal["district", "subdistrict"]


@dataclass(frozen=True)
class Name:
    """An official code with its names and the code of the area it belongs to."""

    code: str
    name_th: str
    name_en: str
    parent_code: str


def registered_name(code: str) -> Name:
    """A four- or six-digit code → its name; raises BoundaryError for a code not registered."""
    if subdistrict := geothai.subdistrict(code):
        return Name(code, subdistrict.name_th, subdistrict.name_en, subdistrict.district_code)
    if district := geothai.district(code):
        return Name(code, district.name_th, district.name_en, district.province_code)
    raise BoundaryError("unknown_code", codes=code)


def check_known(codes: Iterable[str]) -> None:
    """Sub-district codes → nothing; raises BoundaryError with every code not registered."""
    if unknown := sorted(code for code in codes if geothai.subdistrict(code) is None):
        raise BoundaryError("unknown_code", codes=listed(unknown))


def check_count(codes: Iterable[str], level: Level, expected: int) -> None:
    """Codes of one level → nothing; raises BoundaryError when the count is another."""
    found = set(codes)
    if len(found) == expected:
        return
    provinces = sorted({code[:2] for code in found})
    missing = sorted(_registered_codes(provinces, level) - found)
    raise BoundaryError(
        "wrong_count",
        level_th="อำเภอ" if level == "district" else "ตำบล",
        level_en="districts" if level == "district" else "sub-districts",
        expected=expected,
        found=len(found),
        missing=listed(missing) or "-",
    )


def _registered_codes(provinces: list[str], level: Level) -> set[str]:
    districts = [
        district.code for province in provinces for district in geothai.districts(province)
    ]
    if level == "district":
        return set(districts)
    return {subdistrict.code for code in districts for subdistrict in geothai.subdistricts(code)}
