"""Facts of the synthetic province-year, read back from the files as a stranger would."""

import hashlib
import re
import tomllib
from pathlib import Path
from typing import Any

import duckdb
import geothai
import pytest

from etl.demo.generate import write_demo
from etl.demo.plan import make_plan

ROOT = Path(__file__).resolve().parents[3]
CONTRACTS = {
    path.stem: tomllib.loads(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "etl" / "contracts").glob("*.toml"))
}
DIMENSIONS = ["occupation", "education", "health", "housing", "welfare"]


def open_demo(directory: Path) -> duckdb.DuckDBPyConnection:
    connection = duckdb.connect()
    for source in CONTRACTS:
        connection.execute(
            f"create table {source} as select * from read_csv("
            f"'{directory}/{source}/{source}.csv', header = true, all_varchar = true)"
        )
    connection.execute(
        """
        create view kept as
        select * from households
        where status = 'found' and coalesce(wants_help, 'true') = 'true'
        """
    )
    return connection


def one(connection: duckdb.DuckDBPyConnection, question: str) -> Any:
    row = connection.execute(question).fetchone()
    assert row is not None
    return row[0] if len(row) == 1 else row


def base_and_helped(connection: duckdb.DuckDBPyConnection, dimension: str) -> tuple[int, int]:
    row = connection.execute(
        """
        select
            count(distinct n.household_id),
            count(distinct n.household_id) filter (
                h.status = 'completed' and h.help_date <= '2020-09-30'
            )
        from needs n
        join kept using (household_id)
        left join help h using (need_id)
        where n.dimension = $dimension and n.verified_date <= '2020-09-30'
        """,
        {"dimension": dimension},
    ).fetchone()
    assert row is not None
    return row[0], row[1]


def digest(directory: Path) -> dict[str, str]:
    return {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(directory.glob("*/*.csv"))
    }


@pytest.fixture(scope="module")
def demo_directory(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("demo")
    write_demo(directory)
    return directory


@pytest.fixture(scope="module")
def demo(demo_directory: Path) -> duckdb.DuckDBPyConnection:
    return open_demo(demo_directory)


@pytest.fixture(scope="module")
def tenfold(tmp_path_factory: pytest.TempPathFactory) -> duckdb.DuckDBPyConnection:
    directory = tmp_path_factory.mktemp("tenfold")
    write_demo(directory, households=11_740)
    return open_demo(directory)


def test_every_source_is_written_and_nothing_else(demo_directory: Path) -> None:
    assert set(digest(demo_directory)) == {f"{source}.csv" for source in CONTRACTS}
    assert len(CONTRACTS) == 16


def test_submitted_totals_come_out(demo: duckdb.DuckDBPyConnection) -> None:
    assert one(demo, "select count(*) from households") == 1174
    assert one(
        demo,
        """
        select
            count(*) filter (household_class = 'developable'),
            count(*) filter (household_class = 'relief')
        from households
        """,
    ) == (661, 513)
    assert one(demo, "select count(*) from agencies where agency_type = 'government'") == 33
    assert one(demo, "select count(*) from officials") == 726
    assert one(
        demo,
        """
        select
            count(distinct village_code[:4]), count(distinct village_code[:6]),
            count(distinct village_code)
        from households
        """,
    ) == (26, 147, 577)


def test_submitted_progress_comes_out(demo: duckdb.DuckDBPyConnection) -> None:
    results = {dimension: base_and_helped(demo, dimension) for dimension in DIMENSIONS}
    rates = {name: round(100 * helped / base, 2) for name, (base, helped) in results.items()}
    assert rates["occupation"] == 95.20
    assert rates["education"] == 72.47
    assert rates["welfare"] == 100
    assert results["health"][1] == 564
    assert results["housing"][1] == 134
    assert results["health"][0] > 564
    assert results["housing"][0] > 134
    assert results["welfare"][0] > 0


def test_survey_years_sum_to_the_submitted_households(demo: duckdb.DuckDBPyConnection) -> None:
    rows = demo.execute(
        """
        select bmn_year, sum(households_below_line::int), count(*)
        from bmn_surveys group by all order by all
        """
    ).fetchall()
    assert rows == [("2016", 1540, 26), ("2017", 2560, 26), ("2018", 1174, 26)]
    assert (
        one(
            demo,
            """
            select count(*)
            from bmn_surveys b
            join (
                select village_code[:4] as district_code, count(*) as households
                from households group by all
            ) using (district_code)
            where bmn_year = '2018' and households_below_line::int = households
            """,
        )
        == 26
    )


def test_villages_lie_in_real_subdistricts(demo: duckdb.DuckDBPyConnection) -> None:
    real = {s.code for d in geothai.districts("40") for s in geothai.subdistricts(d.code)}
    used = demo.execute("select distinct village_code[:6] from households").fetchall()
    assert {code for (code,) in used} <= real


@pytest.mark.parametrize("source", CONTRACTS)
def test_source_keeps_its_contract(demo: duckdb.DuckDBPyConnection, source: str) -> None:
    contract = CONTRACTS[source]
    columns = {column["name"]: column for column in contract["column"]}
    assert [row[0] for row in demo.execute(f"describe {source}").fetchall()] == list(columns)
    assert one(demo, f"select count(*) from {source} where record_origin != 'synthetic'") == 0
    keys = ", ".join(contract["key"])
    assert one(demo, f"select count(*) - count(distinct ({keys})) from {source}") == 0
    patterns = {
        "date": r"\d{4}-\d{2}-\d{2}",
        "month": r"\d{4}-\d{2}",
        "year": r"(19|20)\d{2}",
        "integer": r"\d+",
        "decimal": r"\d+(\.\d{1,2})?",
        "boolean": "true|false",
    }
    for name, column in columns.items():
        values = [
            row[0] for row in demo.execute(f"select distinct {name} from {source}").fetchall()
        ]
        assert not (column["required"] and None in values), name
        filled = [value for value in values if value is not None]
        pattern = patterns.get(column["type"])
        if column["type"] == "code":
            pattern = rf"\d{{{column['digits']}}}"
        if pattern is not None:
            assert [value for value in filled if not re.fullmatch(pattern, value)] == [], name
        if "choices" in column:
            assert set(filled) <= set(column["choices"]), name
        assert all(float(value) >= column["minimum"] for value in filled if "minimum" in column)
        assert all(float(value) <= column["maximum"] for value in filled if "maximum" in column)
        if "references" in column:
            table, key = column["references"].split(".")
            question = (
                f"select count(*) from {source} where {name} not in (select {key} from {table})"
            )
            assert one(demo, question) == 0, name


def test_no_date_lies_after_the_fiscal_year(demo: duckdb.DuckDBPyConnection) -> None:
    latest = []
    for source, contract in CONTRACTS.items():
        names = [column["name"] for column in contract["column"] if column["type"] == "date"]
        latest += [one(demo, f"select max({name}) from {source}") for name in names]
    assert max(value for value in latest if value) == "2020-09-30"


def test_dates_follow_one_another(demo: duckdb.DuckDBPyConnection) -> None:
    impossible = {
        "verified before opened": "from needs where verified_date < opened_date",
        "closed before opened": "from needs where closed_date < opened_date",
        "helped before opened": """
            from help join needs using (need_id) where help_date < opened_date
        """,
        "completed before verified": """
            from help h join needs n using (need_id)
            where h.status = 'completed'
            and (n.verified_date is null or h.help_date < n.verified_date)
        """,
        "helped after solved": """
            from help h join needs n using (need_id)
            where n.status = 'solved' and h.status = 'completed' and h.help_date > n.closed_date
        """,
        "solved without a closing day": """
            from needs where (status in ('solved', 'closed_unsolved')) != (closed_date is not null)
        """,
        "solved without help": """
            from needs where status = 'solved'
            and need_id not in (select need_id from help where status = 'completed')
        """,
        "answered before referred": "from referrals where answered_date < opened_date",
        "referred before verified": """
            from referrals r join needs n using (need_id) where r.opened_date < n.verified_date
        """,
        "paired backwards": "from pairings where to_date < from_date",
        "reported before the month ended": """
            from reports where received_date[:7] <= report_month
        """,
        "helped after leaving": """
            from help join needs using (need_id)
            join (select * from households anti join kept using (household_id)) h
            using (household_id) where help_date > h.status_date
        """,
        "visited by a stranger": """
            from visits v where not exists (
                from pairings p
                where p.household_id = v.household_id and p.official_id = v.official_id
                and v.visit_date between p.from_date and coalesce(p.to_date, '2020-09-30')
            )
        """,
    }
    found = {name: one(demo, f"select count(*) {rest}") for name, rest in impossible.items()}
    assert found == dict.fromkeys(impossible, 0)


def test_members_add_up_with_one_head_each(demo: duckdb.DuckDBPyConnection) -> None:
    wrong = """
        select count(*) from (
            select household_id, any_value(members_persons)::int as told, count(*) as listed,
                count(*) filter (is_head = 'true') as heads
            from households join members using (household_id) group by all
        ) where told != listed or heads != 1
    """
    assert one(demo, wrong) == 0
    assert one(demo, "select count(distinct household_id) from members") == 1174


def test_every_district_fund_moves_and_is_never_overdrawn(
    demo: duckdb.DuckDBPyConnection,
) -> None:
    assert one(
        demo,
        """
        with balance as (
            select district_code, direction, sum(
                if(direction = 'in', 1, -1) * amount_baht::decimal(14, 2)
            ) over (
                partition by district_code order by movement_date, direction, movement_id
            ) as baht
            from district_fund
        )
        select
            count(distinct district_code) filter (direction = 'in'),
            count(distinct district_code) filter (direction = 'out'),
            min(baht) >= 0
        from balance
        """,
    ) == (26, 26, True)


PLANTED = {
    "help given twice by two agencies": """
        select count(distinct b.help_id)
        from help a join needs m on m.need_id = a.need_id
        join needs n on n.household_id = m.household_id and n.dimension = m.dimension
        join help b on b.need_id = n.need_id
        where a.kind = b.kind and a.agency_code < b.agency_code and a.help_id != b.help_id
        and a.status = 'completed' and b.status = 'completed'
        and abs(datediff('day', a.help_date::date, b.help_date::date)) <= 30
    """,
    "verified need and no help at all": """
        select count(distinct household_id) from kept join needs n using (household_id)
        where verified_date is not null and household_id not in (
            select household_id from help join needs using (need_id)
        )
    """,
    "unverified needs": "select count(*) from needs where verified_date is null",
    "needs beyond local capacity": """
        select count(*) from needs
        where status = 'beyond_local_capacity' and unsolved_reason is not null
    """,
    "referrals without an answer for 90 days": """
        select count(*) from referrals
        where answered_date is null and opened_date < '2020-07-02'
    """,
    "officers with no household": """
        select count(*) from officials where official_id not in (select official_id from pairings)
    """,
    "officers with three or more households": """
        select count(*) from (
            select official_id from pairings
            where '2019-12-31' between from_date and coalesce(to_date, '2020-09-30')
            group by all having count(*) > 2
        )
    """,
    "households without an officer": """
        select count(*) from kept where household_id not in (select household_id from pairings)
    """,
    "excluded households": "select (select count(*) from households) - (select count(*) from kept)",
    "households that fell back below the line": """
        select count(*) from (
            select household_id, income_baht_per_person_year::double as baht,
                max(baht) over (
                    partition by household_id order by recorded_date
                    rows between unbounded preceding and 1 preceding
                ) as best_before,
                row_number() over (partition by household_id order by recorded_date desc) as back
            from incomes
        ) where back = 1 and baht < 38000 and best_before >= 38000
    """,
    "households whose income is unknown": """
        select count(*) from households where household_id not in (select household_id from incomes)
    """,
    "elderly people living alone": """
        select count(*) from households join members using (household_id)
        where members_persons = '1' and birth_year::int <= 1960
    """,
    "children out of school": "select count(*) from members where schooling = 'out_of_school'",
    "bedridden people": "select count(*) from members where bedridden = 'true'",
    "cancelled help": "select count(*) from help where status = 'cancelled'",
    "planned help": "select count(*) from help where status = 'planned'",
    "role models": "select count(*) from role_models",
}


@pytest.mark.parametrize(
    ("case", "least", "most"),
    [
        ("help given twice by two agencies", 30, 130),
        ("verified need and no help at all", 10, 60),
        ("unverified needs", 25, 90),
        ("needs beyond local capacity", 40, 200),
        ("referrals without an answer for 90 days", 20, 200),
        ("officers with no household", 10, 45),
        ("officers with three or more households", 4, 40),
        ("households without an officer", 4, 30),
        ("excluded households", 24, 24),
        ("households that fell back below the line", 20, 90),
        ("households whose income is unknown", 25, 80),
        ("elderly people living alone", 60, 300),
        ("children out of school", 60, 300),
        ("bedridden people", 10, 90),
        ("cancelled help", 50, 400),
        ("planned help", 20, 200),
        ("role models", 30, 30),
    ],
)
def test_planted_case_can_be_found(
    demo: duckdb.DuckDBPyConnection, case: str, least: int, most: int
) -> None:
    assert least <= one(demo, PLANTED[case]) <= most


def test_one_district_records_suspiciously_few_needs(demo: duckdb.DuckDBPyConnection) -> None:
    rates = [
        rate
        for (rate,) in demo.execute(
            """
            select count(distinct need_id) / count(distinct household_id) as rate
            from kept left join needs using (household_id)
            group by village_code[:4] order by rate
            """
        ).fetchall()
    ]
    assert rates[0] < 0.5 * rates[1]


def test_reports_are_mostly_in_time_some_late_few_missing(
    demo: duckdb.DuckDBPyConnection,
) -> None:
    due = one(
        demo,
        """
        select count(distinct (official_id, report_month))
        from pairings
        join (select distinct report_month from reports)
        on from_date[:7] <= report_month and coalesce(to_date, '2020-09')[:7] >= report_month
        """,
    )
    received, fifth, late, first, last = one(
        demo,
        """
        select count(*), count(*) filter (received_date[9:]::int <= 5),
            count(*) filter (received_date[9:]::int > 10), min(report_month), max(report_month)
        from reports
        """,
    )
    assert (first, last) == ("2019-10", "2020-07")
    assert fifth / due > 0.6
    assert 0.08 < late / due < 0.16
    assert 0.025 < 1 - received / due < 0.06


def test_help_slows_in_march_and_april_and_catches_up(demo: duckdb.DuckDBPyConnection) -> None:
    months = dict(
        demo.execute(
            "select help_date[:7], count(*) from help where status = 'completed' group by all"
        ).fetchall()
    )
    slow = months["2020-03"] + months["2020-04"]
    assert slow < 0.7 * (months["2020-01"] + months["2020-02"])
    assert slow < 0.7 * (months["2020-06"] + months["2020-07"])
    early = one(
        demo,
        "select avg((verified_date <= '2019-12-31')::int) from needs where verified_date != ''",
    )
    assert 0.55 < early < 0.9


def test_household_ids_do_not_reveal_the_order_of_villages(
    demo: duckdb.DuckDBPyConnection,
) -> None:
    assert one(
        demo,
        r"select bool_and(regexp_full_match(household_id, 'HH-[2-9A-HJ-NP-Z]{6}')) from households",
    )
    correlation = one(
        demo,
        """
        select corr(id_rank, village_rank) from (
            select row_number() over (order by household_id) as id_rank,
                row_number() over (order by village_code) as village_rank
            from households
        )
        """,
    )
    assert abs(correlation) < 0.1


def test_same_seed_gives_the_same_bytes(demo_directory: Path, tmp_path: Path) -> None:
    write_demo(tmp_path / "again")
    write_demo(tmp_path / "other", seed=2564)
    assert digest(tmp_path / "again") == digest(demo_directory)
    unlike = digest(tmp_path / "other")
    same = {name for name, value in digest(demo_directory).items() if unlike[name] == value}
    assert same == {"agencies.csv", "corrections.csv"}


@pytest.mark.parametrize("seed", [1, 2570])
def test_other_seeds_reproduce_the_submission_too(tmp_path: Path, seed: int) -> None:
    write_demo(tmp_path, seed=seed)
    connection = open_demo(tmp_path)
    test_submitted_totals_come_out(connection)
    test_submitted_progress_comes_out(connection)
    test_dates_follow_one_another(connection)
    test_every_district_fund_moves_and_is_never_overdrawn(connection)
    test_one_district_records_suspiciously_few_needs(connection)
    test_help_slows_in_march_and_april_and_catches_up(connection)


def test_ten_times_the_households_keep_the_pattern(tenfold: duckdb.DuckDBPyConnection) -> None:
    assert one(tenfold, "select count(*) from households") == 11_740
    assert one(tenfold, "select count(*) from officials") == 7_260
    assert one(tenfold, "select count(distinct village_code) from households") == 577
    rates = {}
    for dimension in DIMENSIONS:
        base, helped = base_and_helped(tenfold, dimension)
        rates[dimension] = round(100 * helped / base, 2)
    assert rates["occupation"] == 95.20
    assert rates["education"] == 72.47
    assert rates["welfare"] == 100
    assert base_and_helped(tenfold, "health")[1] == 5_640
    assert base_and_helped(tenfold, "housing")[1] == 1_340
    test_dates_follow_one_another(tenfold)
    test_no_date_lies_after_the_fiscal_year(tenfold)
    for case, question in PLANTED.items():
        assert one(tenfold, question) > 0, case


def test_number_of_help_events_can_be_asked_for(tmp_path: Path) -> None:
    write_demo(tmp_path, households=2_000, help_events_per_household=10)
    assert 9 < one(open_demo(tmp_path), "select count(*) from help") / 2_000 < 11


def test_fewer_households_than_districts_are_refused() -> None:
    with pytest.raises(ValueError, match="at least 26"):
        make_plan(25)
