"""TPMAP's files are read whole or refused with the place of the fault and what to do."""

from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.sources.broken_file import BrokenFileError
from etl.sources.tpmap_layout import DIMENSIONS, INDICATORS
from etl.sources.tpmap_open import read_tpmap_open
from tests.tpmap import ORIGINS, rebuilt, tpmap_directory

LEVELS = ["district", "subdistrict", "village"]
COMMON, MASK = "61_40_tambol_common.csv", "61_40_tambol_10000.csv"


def read(*paths: Path) -> tuple[duckdb.DuckDBPyConnection, dict[str, int]]:
    connection = duckdb.connect()
    return connection, read_tpmap_open(connection, [(path.name, path) for path in paths])


def rows(connection: duckdb.DuckDBPyConnection, sql: str, **values: object) -> list[Any]:
    return connection.execute(sql, values or None).fetchall()


@pytest.fixture(scope="module", params=ORIGINS)
def read_all(request: pytest.FixtureRequest) -> tuple[duckdb.DuckDBPyConnection, dict[str, int]]:
    return read(*sorted(tpmap_directory(request.param).glob("61_40_*.csv")))


@pytest.fixture(scope="module")
def tpmap(
    read_all: tuple[duckdb.DuckDBPyConnection, dict[str, int]],
) -> duckdb.DuckDBPyConnection:
    return read_all[0]


def test_every_row_of_every_file_is_read(
    read_all: tuple[duckdb.DuckDBPyConnection, dict[str, int]],
) -> None:
    _, by_batch = read_all
    assert len(by_batch) == 96
    assert sum(by_batch.values()) == 32 * (26 + 220 + 2644)


@pytest.mark.parametrize("level", LEVELS)
def test_known_totals_stand_at_every_level(tpmap: duckdb.DuckDBPyConnection, level: str) -> None:
    common = """
        select sum(households), sum(persons), sum(fails_22_persons)
        from raw_tpmap_common where level = $level
    """
    assert rows(tpmap, common, level=level) == [(353_910, 1_140_733, 6_076)]
    poor = """
        select
            sum(target_poor_persons), sum(education_persons), sum(income_persons),
            sum(living_persons), sum(health_persons), sum(access_persons)
        from raw_tpmap_mask where level = $level and mask = '11111'
    """
    assert rows(tpmap, poor, level=level) == [(25_637, 11_230, 7_905, 4_901, 4_241, 158)]


def test_a_single_bit_file_counts_its_dimension(tpmap: duckdb.DuckDBPyConnection) -> None:
    for bit, dimension in enumerate(DIMENSIONS):
        differing = f"""
            select count(*), count(*) filter (
                one.target_poor_persons <> every_one.{dimension}_persons
            )
            from raw_tpmap_mask as one
            join raw_tpmap_mask as every_one using (level, unit_code)
            where one.mask = $mask and every_one.mask = '11111'
        """
        mask = "0" * bit + "1" + "0" * (4 - bit)
        assert rows(tpmap, differing, mask=mask) == [(2890, 0)]


def test_verified_are_registered_and_registered_are_people_but_in_one_published_unit(
    tpmap: duckdb.DuckDBPyConnection,
) -> None:
    wrong_common = """
        select unit_code, persons, registered_persons, verified_persons from raw_tpmap_common
        where not (verified_persons <= registered_persons and registered_persons <= persons)
    """
    wrong_mask = """
        select unit_code from raw_tpmap_mask
        where not (target_poor_persons <= registered_persons and registered_persons <= persons)
    """
    assert rows(tpmap, wrong_common) == [("4015120701", 136, 25, 45)]
    assert rows(tpmap, wrong_mask) == []


@pytest.mark.parametrize("level", LEVELS)
def test_inclusion_and_exclusion_gives_the_number_of_deprivations(
    tpmap: duckdb.DuckDBPyConnection, level: str
) -> None:
    sql = (
        "select mask, sum(target_poor_persons) from raw_tpmap_mask where level = $level group by 1"
    )
    union = {int(mask, 2): int(persons) for mask, persons in rows(tpmap, sql, level=level)}
    within = {part: union[31] - union.get(31 ^ part, 0) for part in range(32)}
    by_number = [0] * 6
    for combination in range(1, 32):
        by_number[combination.bit_count()] += sum(
            (-1) ** (combination ^ part).bit_count() * within[part]
            for part in range(32)
            if part & combination == part
        )
    assert by_number[1:] == [23_089, 2_311, 224, 13, 0]


def test_the_rate_is_target_poor_of_surveyed_persons(tpmap: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select max(abs(target_poor_pct - 100 * mask.target_poor_persons / common.persons))
        from raw_tpmap_mask as mask join raw_tpmap_common as common using (level, unit_code)
    """
    assert rows(tpmap, sql)[0][0] < 1e-9


def test_municipal_units_are_kept_and_marked(tpmap: duckdb.DuckDBPyConnection) -> None:
    sql = """
        select level, count(*) filter (level = 'subdistrict'), sum(persons)
        from raw_tpmap_common where is_municipal_unit group by level order by level
    """
    assert rows(tpmap, sql) == [("subdistrict", 23, 124_811), ("village", 0, 124_811)]


def test_codes_are_text_and_a_village_keeps_both_its_codes(
    tpmap: duckdb.DuckDBPyConnection,
) -> None:
    sql = """
        select distinct level, typeof(area_code), length(unit_code), length(area_code),
            edition_year, province_code
        from raw_tpmap_common order by level
    """
    assert rows(tpmap, sql) == [
        ("district", "VARCHAR", 4, 4, 2018, "40"),
        ("subdistrict", "VARCHAR", 6, 6, 2018, "40"),
        ("village", "VARCHAR", 10, 8, 2018, "40"),
    ]


def test_figures_are_whole_numbers_and_only_means_are_not(
    tpmap: duckdb.DuckDBPyConnection,
) -> None:
    sql = """
        select distinct column_name, data_type from duckdb_columns()
        where table_name in ('raw_tpmap_common', 'raw_tpmap_mask')
            and regexp_full_match(column_name, 'households|.*_persons|.*_pct|happiness')
    """
    types = dict(rows(tpmap, sql))
    assert {name for name, kind in types.items() if kind == "DOUBLE"} == {
        "happiness",
        "target_poor_pct",
    }
    assert {kind for kind in types.values()} == {"DOUBLE", "INTEGER"}
    assert all(f"fails_{number:02d}_persons" in types for number in INDICATORS)


def test_rows_are_numbered_from_the_header_of_their_own_file(
    tpmap: duckdb.DuckDBPyConnection,
) -> None:
    sql = """
        select mask, row_number, unit_code from raw_tpmap_mask
        where level = 'subdistrict' and mask in ('00001', '11111') and row_number in (2, 221)
        order by mask, row_number
    """
    assert rows(tpmap, sql) == [
        ("00001", 2, "400102"),
        ("00001", 221, "402903"),
        ("11111", 2, "400102"),
        ("11111", 221, "402903"),
    ]


def test_no_files_make_two_empty_tables() -> None:
    connection, by_batch = read()
    assert by_batch == {}
    assert rows(connection, "select * from raw_tpmap_common") == []
    assert rows(connection, "select * from raw_tpmap_mask") == []


def changed(tmp_path: Path, name: str, old: str, new: str, as_name: str = "") -> Path:
    """A copy of a file under its own or another name, with one text put in place of another."""
    text = (rebuilt() / name).read_text("utf-8")
    assert old in text
    path = tmp_path / (as_name or name)
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="")
    return path


def test_another_province_and_edition_are_read_by_the_file_s_name(tmp_path: Path) -> None:
    text = (
        (rebuilt() / COMMON).read_text("utf-8").replace('\n"40', '\n"46').replace(',"40"', ',"46"')
    )
    path = tmp_path / "65_46_tambol_common.csv"
    path.write_text(text, encoding="utf-8")
    connection, by_batch = read(path)
    sql = "select distinct edition_year, province_code, area_code[:2] from raw_tpmap_common"
    assert by_batch == {path.name: 220}
    assert rows(connection, sql) == [(2022, "46", "46")]


def test_a_kept_file_with_a_stamp_before_its_name_is_read(tmp_path: Path) -> None:
    path = changed(tmp_path, COMMON, "", "", f"20201001T010203_0a1b2c3d_{COMMON}")
    assert read(path)[1] == {path.name: 220}


def test_a_folder_named_with_pattern_characters_is_read(tmp_path: Path) -> None:
    folder = tmp_path / "TPMAP [2561]"
    folder.mkdir()
    path = changed(folder, COMMON, "", "")
    assert read(path)[1] == {path.name: 220}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("\n", "\r\n"),
        ('"tumbol_ID"', '\ufeff"tumbol_ID"'),
        ('"province_ID"\n', '"province_ID"\n\n'),
        ('"', ""),
    ],
    ids=["Windows line ends", "byte order mark", "blank line", "no quotes"],
)
def test_a_file_that_another_program_saved_gives_the_same_figures(
    tmp_path: Path, old: str, new: str
) -> None:
    path = tmp_path / COMMON
    text = (rebuilt() / COMMON).read_text("utf-8")
    path.write_text(text.replace(old, new), encoding="utf-8", newline="")
    sql = "select * exclude (row_number) from raw_tpmap_common order by area_code"
    assert rows(read(path)[0], sql) == rows(read(rebuilt() / COMMON)[0], sql)


def test_columns_in_another_order_and_new_ones_give_the_same_figures(tmp_path: Path) -> None:
    path = tmp_path / COMMON
    split = [line.split(",") for line in (rebuilt() / COMMON).read_text("utf-8").splitlines()]
    moved = [[*reversed(cells), '"new"'] for cells in split]
    path.write_text("\n".join(",".join(cells) for cells in moved), encoding="utf-8")
    sql = "select * from raw_tpmap_common order by row_number"
    assert rows(read(path)[0], sql) == rows(read(rebuilt() / COMMON)[0], sql)


def test_a_mean_of_no_household_is_blank(tmp_path: Path) -> None:
    path = changed(tmp_path, COMMON, ",7.67879325643301,", ",NaN,")
    sql = "select happiness from raw_tpmap_common where area_code = '400102'"
    assert rows(read(path)[0], sql) == [(None,)]


@pytest.mark.parametrize(
    ("name", "old", "new", "as_name", "said"),
    [
        (COMMON, "", "", "61_40_moo_common.csv", "published name"),
        (COMMON, "", "", "tambol_common.csv", "published name"),
        (MASK, "", "", "61_40_tambol_1000.csv", "(1000) are not five digits"),
        (MASK, "", "", "61_40_tambol_10002.csv", "(10002) are not five digits"),
        (MASK, "", "", "61_40_tambol_00000.csv", "(00000) are not five digits"),
        (COMMON, '"MOF_REG_CNT",', "", "", "missing or renamed: MOF_REG_CNT."),
        (COMMON, '"ELDERLY_CNT"', '"ELDERS"', "", "missing or renamed: ELDERLY_CNT."),
        (MASK, "", "", COMMON, "household.CNT, HOUSEMEMBER_CNT"),
        (COMMON, "", "", "61_40_village_common.csv", "should be village_ID"),
        (COMMON, '"province_ID"', '"province_ID","happiness"', "", "stand twice: happiness"),
        (COMMON, '\n"400102"', '\n"4001020"', "", "Row 2, column tumbol_ID: “4001020”"),
        (COMMON, '\n"400102"', '\n"410102"', "", "Row 2, column tumbol_ID: “410102”"),
        (COMMON, ',"40"\n', ',"41"\n', "", "Row 2, column province_ID: “41”"),
        (COMMON, '\n"400103"', '\n"400102"', "", "Row 3: the code 400102 stands twice"),
        (COMMON, "2254,", "many,", "", "Row 2, column household.CNT: “many”"),
        (COMMON, "2254,", ",", "", "Row 2, column household.CNT: “”"),
        (COMMON, "2254,", "NA,", "", "Row 2, column household.CNT: “NA”"),
        (COMMON, "2254,", "-2254,", "", "Row 2, column household.CNT: “-2254”"),
        (COMMON, "2254,", "2254.5,", "", "Row 2, column household.CNT: “2254.5”"),
        (COMMON, "2254,", "inf,", "", "Row 2, column household.CNT: “inf”"),
        (COMMON, "2254,", "99999999999,", "", "Row 2, column household.CNT: “99999999999”"),
        (COMMON, ",7.67879325643301,", ",11,", "", "is not a number from 0 to 10"),
        (COMMON, ",7.67879325643301,", ",good,", "", "column happiness: “good”"),
        (COMMON, "2254,", "2254,1,", "", "Row 2 has 73 cells, the header has 72"),
        (COMMON, "2254,", "", "", "Row 2 has 71 cells, the header has 72"),
        (COMMON, "2254,", '"2254,', "", "cannot be read"),
    ],
)
def test_a_broken_file_is_refused_with_the_place_and_what_to_do(
    tmp_path: Path, name: str, old: str, new: str, as_name: str, said: str
) -> None:
    path = changed(tmp_path, name, old, new, as_name)
    with pytest.raises(BrokenFileError) as refused:
        read(rebuilt() / "61_40_tambol_01000.csv", path)
    assert refused.value.file_name == path.name
    assert said in refused.value.message_en
    assert "โปรด" in refused.value.message_th
    assert str(refused.value) == f"{path.name}: {refused.value.message_en}"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "has no rows"),
        (b"PK\x03\x04\xff\xfe\x00", "cannot be read"),
        (None, "cannot be read"),
    ],
    ids=["empty", "not text", "missing"],
)
def test_a_file_that_is_no_table_is_refused(
    tmp_path: Path, content: bytes | None, said: str
) -> None:
    path = tmp_path / COMMON
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(BrokenFileError, match=said):
        read(path)


def test_a_file_with_headers_only_is_refused(tmp_path: Path) -> None:
    path = tmp_path / COMMON
    path.write_text((rebuilt() / COMMON).read_text("utf-8").splitlines()[0], encoding="utf-8")
    with pytest.raises(BrokenFileError, match="has no rows"):
        read(path)


def test_bytes_that_are_not_utf_8_in_a_row_are_refused(tmp_path: Path) -> None:
    path = tmp_path / COMMON
    path.write_bytes((rebuilt() / COMMON).read_bytes().replace(b"2254,", b"\xa1\xa2,", 1))
    with pytest.raises(BrokenFileError, match="cannot be read"):
        read(path)


def test_the_broken_file_is_named_among_sound_ones(tmp_path: Path) -> None:
    broken = changed(tmp_path, "61_40_tambol_11110.csv", '\n"400103",', '\n"400103",-')
    sound = [rebuilt() / f"61_40_tambol_{mask}.csv" for mask in ("00001", "00010", "11111")]
    with pytest.raises(BrokenFileError, match="Row 3") as refused:
        read(*sound[:2], broken, sound[2])
    assert refused.value.file_name == "61_40_tambol_11110.csv"


def test_a_refusal_tells_the_same_details_in_both_languages(tmp_path: Path) -> None:
    path = changed(tmp_path, COMMON, "2254,", "many,")
    with pytest.raises(BrokenFileError) as refused:
        read(path)
    for message in (refused.value.message_th, refused.value.message_en):
        assert "household.CNT" in message
        assert "many" in message
