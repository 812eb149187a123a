"""Facts of the areas."""

import duckdb

from tests.small_province import SmallProvince


def test_khon_kaen_has_its_districts_subdistricts_and_towns(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert sample.execute(
        """
        select level, count(*), count(*) filter (has_polygon), count(*) filter (is_municipal_unit)
        from area where level <> 'village' group by level order by level
        """
    ).fetchall() == [("district", 26, 26, 0), ("province", 1, 1, 0), ("subdistrict", 222, 199, 23)]


def test_wiang_kao_is_4029(sample: duckdb.DuckDBPyConnection) -> None:
    assert sample.execute(
        "select area_code, parent_code, name_en from area where name_th = 'เวียงเก่า'"
    ).fetchall() == [("4029", "40", "Wiang Kao")]


def test_a_town_unit_has_a_name_in_both_languages(sample: duckdb.DuckDBPyConnection) -> None:
    assert sample.execute(
        "select name_th, name_en, parent_code, has_polygon from area where area_code = '400190'"
    ).fetchall() == [
        ("เทศบาล/ชุมชนเมือง 400190", "Municipality / urban community 400190", "4001", False)
    ]


def test_a_village_is_named_by_its_number_and_subdistrict(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    rows = sample.execute(
        "select name_th, name_en, is_municipal_unit from area where area_code = '40010201'"
    ).fetchall()
    (subdistrict,) = sample.execute(
        "select name_th, name_en from area where area_code = '400102'"
    ).fetchall()
    assert rows == [(f"หมู่ที่ 1 ตำบล{subdistrict[0]}", f"Village 1, {subdistrict[1]}", False)]


def test_another_province_appears_with_its_data_and_is_not_counted_as_zero() -> None:
    province = SmallProvince()
    for number in range(6):
        province.add("households", household_id=f"H{number}")
    province.add("visits", household_id="H0")
    province.build()
    assert province.rows("select area_code from area where level = 'province'") == [("40",)]

    province = SmallProvince()
    province.add("households", village_code="41010101")
    province.add("visits")
    province.build()
    assert province.rows(
        "select area_code, name_en from area where level = 'province' order by area_code"
    ) == [("40", "Khon Kaen"), ("41", "Udon Thani")]
    assert province.cell("target_households", "41", "2019-11") == (1, 1, None)
    assert province.cell("target_households", "40", "2019-11") == (None, None, "not_collected")
