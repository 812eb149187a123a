"""Official codes, names and counts."""

import geothai
import pytest

from geo.boundary_error import BoundaryError
from geo.register import check_count, check_known, registered_name


def test_a_code_has_its_names_and_the_area_it_belongs_to() -> None:
    district, subdistrict = registered_name("4029"), registered_name("402901")
    assert (district.name_en, district.parent_code) == ("Wiang Kao", "40")
    assert subdistrict.parent_code == district.code
    assert district.name_th == "เวียงเก่า"


@pytest.mark.parametrize("code", ["4026", "402601", "40", ""])
def test_a_code_that_is_no_district_and_no_subdistrict_is_refused(code: str) -> None:
    with pytest.raises(BoundaryError) as refused:
        registered_name(code)
    assert refused.value.reason == "unknown_code"


def test_every_unknown_code_is_named_at_once() -> None:
    check_known(["400101"])
    with pytest.raises(BoundaryError, match="402601, 402602") as refused:
        check_known(["402602", "400101", "402601"])
    assert refused.value.reason == "unknown_code"


def test_a_count_that_fits_is_accepted_however_often_a_code_comes() -> None:
    check_count(["4001", "4001", "4002"], "district", 2)


def test_a_district_too_few_is_refused_with_the_names_of_those_missing() -> None:
    present = [f"40{number:02}" for number in range(1, 26)]
    with pytest.raises(BoundaryError) as refused:
        check_count(present, "district", 26)
    assert refused.value.reason == "wrong_count"
    assert refused.value.message_en == (
        "Expected 26 districts, found 25; missing by the register: 4029"
    )
    assert "คาดว่ามีอำเภอ 26 แห่ง แต่พบ 25 แห่ง" in refused.value.message_th


def test_a_subdistrict_too_few_is_refused_with_its_code() -> None:
    official = [s.code for d in geothai.districts("40") for s in geothai.subdistricts(d.code)]
    present = [code for code in official if code != "402902"]
    with pytest.raises(BoundaryError, match=r"ตำบล 199 แห่ง") as refused:
        check_count(present, "subdistrict", 199)
    assert refused.value.message_en.endswith("missing by the register: 402902")


def test_more_areas_than_expected_are_refused_although_none_is_missing() -> None:
    with pytest.raises(BoundaryError, match=r"Expected 2 sub-districts, found 3") as refused:
        check_count(["402901", "402902", "402903"], "subdistrict", 2)
    assert refused.value.reason == "wrong_count"
