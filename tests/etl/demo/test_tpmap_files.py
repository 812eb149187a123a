"""The 96 files written from the project's own tables are TPMAP's in every figure."""

from pathlib import Path

import pytest

from etl.demo.tpmap_figures import COMBINATION_COLUMNS, COMBINATIONS_NAME, REFERENCE, UNITS_NAME
from etl.demo.tpmap_figures import read_figures as read
from etl.sources.tpmap_layout import LEVELS, MASKS
from tests.tpmap import PUBLISHED, rebuilt

CONTENTS = ["common", *MASKS]


def lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines()


def test_ninety_six_files_have_the_published_names() -> None:
    expected = {
        f"61_40_{level}_{content}.csv"
        for level in ("amphur", "tambol", "village")
        for content in CONTENTS
    }
    assert {path.name for path in rebuilt().iterdir()} == expected
    assert len(expected) == 96


@pytest.mark.parametrize(("level", "rows"), [("amphur", 26), ("tambol", 220), ("village", 2644)])
def test_every_file_of_a_level_lists_all_its_areas(level: str, rows: int) -> None:
    found = {len(lines(rebuilt() / f"61_40_{level}_{content}.csv")) for content in CONTENTS}
    assert found == {rows + 1}


def test_headers_are_quoted_and_begin_with_the_key_as_tpmap_spells_it() -> None:
    openings = [
        lines(rebuilt() / f"61_40_{level.published_name}_11111.csv")[0].partition(",")[0]
        for level in LEVELS
    ]
    assert openings == ['"amphur_ID"', '"tumbol_ID"', '"village_ID"']


def test_only_codes_of_districts_stand_without_quotes() -> None:
    starts = [
        lines(rebuilt() / f"61_40_{level.published_name}_common.csv")[1].partition(",")[0]
        for level in LEVELS
    ]
    assert starts == ["4001", '"400102"', '"4001020101"']


if PUBLISHED.is_dir():

    def test_every_file_equals_the_published_one_to_the_last_byte() -> None:
        files = sorted(PUBLISHED.glob("61_40_*.csv"))
        different = [
            path.name for path in files if path.read_bytes() != (rebuilt() / path.name).read_bytes()
        ]
        assert different == []
        assert len(files) == 96


def test_exact_combinations_count_target_poor_by_their_number_of_deprivations() -> None:
    target_poor = read().exact[:, :, COMBINATION_COLUMNS.index("target_poor_persons")].sum(axis=0)
    by_number = [0] * 6
    for mask, persons in zip(MASKS, target_poor.tolist(), strict=True):
        by_number[mask.count("1")] += persons
    assert by_number == [0, 23_089, 2_311, 224, 13, 0]
    assert sum(by_number) == 25_637


def test_no_count_of_the_tables_is_negative() -> None:
    figures = read()
    assert figures.units.min() >= 0
    assert figures.exact.min() >= 0


def test_the_two_tables_stay_small() -> None:
    size = sum((REFERENCE / name).stat().st_size for name in (UNITS_NAME, COMBINATIONS_NAME))
    assert size < 700_000
