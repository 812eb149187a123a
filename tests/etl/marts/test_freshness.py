"""Facts of how old and how complete each source is."""

import duckdb

from etl.marts.freshness import build_freshness
from tests.small_province import FAR, HERE, SmallProvince


def fresh(province: SmallProvince, question: str) -> list[tuple[object, ...]]:
    province.build()
    build_freshness(province.connection)
    return province.rows(f"select {question}")


def test_a_source_has_its_last_record_its_last_file_and_its_rows() -> None:
    province = SmallProvince()
    province.add("households")
    province.add("visits", visit_date="2019-11-15")
    province.add("visits", file="second", visit_date="2019-12-20", visit_id="V9")
    province.connection.execute("update batch set rows_loaded = 1")
    assert fresh(
        province,
        """
        cast(last_record_date as varchar), cast(last_received_at as varchar), rows
        from source_freshness where source = 'visits' and district_code is null
        """,
    ) == [("2019-12-20", "2020-10-03 00:00:00", 2)]


def test_a_district_has_the_last_month_that_brought_anything_new() -> None:
    province = SmallProvince()
    for number, village in ((1, HERE), (2, HERE), (3, FAR)):
        province.add("households", household_id=f"H{number}", village_code=village)
    province.add("needs", household_id="H1", verified_date="2019-10-10")
    province.add("visits", household_id="H2", visit_date="2019-11-05")
    province.add("visits", household_id="H3", visit_date="2019-12-05")
    assert fresh(
        province,
        """
        source, district_code, cast(last_record_month as varchar), covered, covered_of
        from source_freshness where district_code in ('4001', '4002') order by all
        """,
    ) == [
        ("needs", "4001", "2019-10-01", 1, 2),
        ("needs", "4002", None, 0, 1),
        ("visits", "4001", "2019-11-01", 0, 2),
        ("visits", "4002", "2019-12-01", 1, 1),
    ]


def test_every_source_of_the_sample_has_a_row_and_five_have_districts(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        """
        select source, count(*) filter (district_code is null), count(distinct district_code)
        from source_freshness group by source
        """
    ).fetchall()
    sources = sample.execute("select distinct source from batch").fetchall()
    assert {source for source, *_ in found} == {source for (source,) in sources}
    assert all(wholes == 1 for _, wholes, _ in found)
    by_district = {source: districts for source, _, districts in found if districts}
    assert by_district == dict.fromkeys(("needs", "help", "incomes", "visits", "reports"), 26)


def test_no_district_is_covered_beyond_its_households(sample: duckdb.DuckDBPyConnection) -> None:
    assert (
        sample.execute(
            """
        select * from source_freshness
        where source <> 'reports' and (covered > covered_of or covered < 0)
        """
        ).fetchall()
        == []
    )
