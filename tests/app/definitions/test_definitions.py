"""Facts of the list of indicators, the register and the claimed targets."""

import duckdb

from app.definitions.article import in_language, targets_of
from app.definitions.indicator_list import FAMILIES, families
from app.definitions.register import register_table
from app.definitions.targets import served_targets, unserved
from app.figures import digits
from app.indicators import province_values
from etl.declaration import CHOICES, read_declarations
from tests.screen import selection

MONTH = "2020-09"


def test_every_indicator_stands_in_the_list_once(build_id: str) -> None:
    listed = families(build_id, "th", province_values(build_id, MONTH))
    found = [entry["id"] for family in listed for entry in family["entries"]]
    assert sorted(found) == sorted(each.indicator for each in read_declarations())
    assert set(FAMILIES) == CHOICES["family"]
    assert all(family["entries"] for family in listed)


def test_the_list_shows_the_figure_of_all_or_of_the_first_cutoff(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    shown = {
        entry["id"]: entry["figure"]
        for family in families(build_id, "en", province_values(build_id, MONTH))
        for entry in family["entries"]
    }
    rows = sample.execute(
        """
        select indicator, declaration.unit, value
        from mart_indicator join declaration using (indicator)
        where level = 'province' and group_code in ('all', 'k1') and value is not null
            and (declaration.period = 'edition' or month = date '2020-09-01')
        """
    ).fetchall()
    assert len(rows) > 30
    for indicator, unit, value in rows:
        assert shown[indicator].startswith(digits(unit, value)), indicator
    assert shown["mpi_contribution"] == ""
    assert shown["reports_on_time"] == "not due"


def test_the_register_has_a_row_for_each_figure_of_the_province(
    sample: duckdb.DuckDBPyConnection, build_id: str
) -> None:
    frame = register_table(build_id, selection(lang="en"), province_values(build_id, MONTH))
    rows = sample.execute(
        """
        select indicator, numerator, denominator
        from mart_indicator join declaration using (indicator)
        where level = 'province'
            and (declaration.period = 'edition' or month = date '2020-09-01')
        """
    ).fetchall()
    counts = frame[["Count (numerator)", "Out of"]].astype(object)
    counts = counts.where(counts.notna(), None)
    shown = [
        (indicator, *row)
        for indicator, row in zip(
            frame["Indicator code"], counts.itertuples(index=False), strict=True
        )
    ]
    assert sorted(shown, key=repr) == sorted(rows, key=repr)


def test_a_target_is_served_by_the_indicators_that_claim_it(build_id: str) -> None:
    served = served_targets(build_id)
    for each in read_declarations():
        for target, indicators in served.items():
            assert (each.indicator in indicators) == (target in each.sdg_targets)
    assert unserved(build_id) == ["2.1", "3.5", "3.7"]
    assert targets_of({"sdg_targets": ""}) == []


def test_a_word_in_two_languages_is_told_in_one() -> None:
    assert in_language("th", "รอยืนยัน / to be confirmed") == "รอยืนยัน"
    assert in_language("en", "รอยืนยัน / to be confirmed") == "to be confirmed"
    assert in_language("en", "TPMAP 2561") == "TPMAP 2561"
