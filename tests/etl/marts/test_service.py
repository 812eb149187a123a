"""Tables of households, help, officers and funds against plain loops over the same files."""

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.marts.service import SERVICE_MARTS, build_service_mart
from etl.service_rules import read_service_rules
from tests import planted_cases
from tests.reference_service import ServiceReference

SERVICE_FOLDER = Path(build_service_mart.__code__.co_filename).parent
LAST = "2020-09-01"
MONTHS = ("2019-10-01", "2020-02-01", LAST)
LATEST_STATUSES = {"open", "in_progress", "beyond_local_capacity", "closed_unsolved", "solved"}


@pytest.fixture(scope="module")
def reference(sample_sources: Path) -> ServiceReference:
    return ServiceReference(sample_sources)


def test_every_table_has_its_file_and_no_file_is_left_over() -> None:
    assert [name for name in SERVICE_MARTS if not (SERVICE_FOLDER / f"{name}.sql").is_file()] == []


def test_household_profile_tells_what_members_and_incomes_tell(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    flags = list(reference.composition(next(iter(reference.facts.households))))
    found = sample.execute(
        f"select household_id, excluded_reason, has_relapsed, is_at_or_above_line, "
        f"{', '.join(flags)} from household_profile"
    ).fetchall()
    wanted = []
    for household in reference.facts.households:
        incomes = reference.incomes.get(household, [])
        latest = incomes[-1][1] if incomes else None
        relapsed = latest is False and any(above for _, above in incomes)
        reason = reference.facts.exclusion.get(household)
        composition = reference.composition(household).values()
        wanted.append((household, reason, relapsed, latest, *composition))
    assert sorted(found, key=str) == sorted(wanted, key=str)
    assert {row[2] for row in wanted} == {True, False}


def test_household_need_holds_each_households_days(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    found = sample.execute(
        """
        select household_id, dimension, need_date::varchar, coalesce(help_date::varchar, ''),
            coalesce(solved_date::varchar, '')
        from household_need
        """
    ).fetchall()
    wanted = {(*key, days.need, days.help, days.solved) for key, days in reference.needs.items()}
    assert len(found) == len(wanted)
    assert set(found) == wanted


def test_the_gravest_unsolved_need_speaks_for_its_dimension(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    gravest: dict[tuple[str, str], tuple[bool, int, str, str, str]] = {}
    for row in reference.facts.rows("needs"):
        key = row["household_id"], row["dimension"]
        if key in reference.needs and row["verified_date"]:
            status, problem = row["status"], row["problem"]
            rank = (status != "solved", int(row["severity"]), row["need_id"], status, problem)
            gravest[key] = max(gravest.get(key, rank), rank)
    wanted = {
        (*key, severity, status, problem)
        for key, (_, severity, _, status, problem) in gravest.items()
    }
    found = sample.execute(
        """
        select household_id, dimension, severity, need_status, problem
        from household_need where dimension <> 'any'
        """
    ).fetchall()
    assert set(found) == wanted


def test_a_need_is_assigned_when_any_agency_means_to_help(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    need_of = {row["need_id"]: row for row in reference.facts.rows("needs")}
    taken = {
        (need["household_id"], need["dimension"])
        for row in reference.facts.rows("help")
        if row["status"] != "cancelled" and (need := need_of[row["need_id"]])
    }
    found = sample.execute(
        """
        select household_id, dimension
        from household_need where not is_assigned and dimension <> 'any'
        """
    ).fetchall()
    wanted = {key for key in reference.needs if key[1] != "any" and key not in taken}
    assert set(found) == wanted
    assert 10 < len(wanted) < len(reference.needs) / 2


@pytest.mark.parametrize("month", MONTHS)
def test_the_chain_puts_each_household_where_plain_reading_does(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference, month: str
) -> None:
    found: Counter[tuple[Any, ...]] = Counter()
    for *place, reason, households in sample.execute(
        """
        select district_code, household_class, dimension, stage, reason, households
        from mart_chain where month = $month
        """,
        {"month": month},
    ).fetchall():
        # Plain reading leaves the latest status of a need to the need itself.
        found[*place, None if reason in LATEST_STATUSES else reason] += households
    assert found == reference.chain(month)


def test_reasons_of_the_chain_are_the_latest_statuses_of_needs(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert (
        sample.execute(
            """
        with listed as (
            select dimension, need_status, if(help_date is null, 'need', 'helped') as stage
            from household_need
            where solved_date is null
        ),

        counted as (
            select dimension, stage, need_status as reason, count(*) as households
            from listed group by all
        ),

        charted as (
            select dimension, stage, reason, sum(households) as households
            from mart_chain
            where month = $month and list_contains($statuses, reason)
            group by all
        )

        (from counted except from charted) union all (from charted except from counted)
        """,
            {"month": LAST, "statuses": sorted(LATEST_STATUSES)},
        ).fetchall()
        == []
    )


@pytest.mark.parametrize("grouping", ["all", "agency", "agency_type", "fund_source", "power"])
@pytest.mark.parametrize("until", MONTHS)
def test_help_is_counted_by_events_households_and_baht(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference, grouping: str, until: str
) -> None:
    found = sample.execute(
        """
        select code, dimension, sum(events), sum(new_households), sum(value_baht)
        from mart_help where grouping = $grouping and month <= $until group by code, dimension
        """,
        {"grouping": grouping, "until": until},
    ).fetchall()
    wanted = reference.help_total(grouping, until)
    assert {(code, dimension): tuple(rest) for code, dimension, *rest in found} == wanted


def test_help_that_no_indicator_counts_stands_in_the_list_without_a_month(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    found = dict(
        sample.execute(
            "select counted_month is not null, count(*) from help_given group by all"
        ).fetchall()
    )
    counted = [
        (household, dimension) in reference.needs
        for _, household, dimension in reference.completed_help()
    ]
    assert found == {True: counted.count(True), False: counted.count(False)}
    assert found[False] > 0


def test_repeated_help_is_what_was_planted_and_nothing_else(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    rows = reference.facts.rows
    assert set(
        sample.execute("select first_help_id, second_help_id from repeated_help").fetchall()
    ) == planted_cases.repeated_help(rows("needs"), rows("help"))
    assert set(
        sample.execute(
            """
            select first_help_id, second_help_id from repeated_help
            where verdict = 'not_duplicate'
            """
        ).fetchall()
    ) == planted_cases.reviewed_not_duplicate(rows("duplicate_reviews"))


def test_officers_are_counted_with_their_households_and_reports(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    found = sample.execute(
        """
        select official_id, households, households_ever, visits, longest_gap_days,
            due_reports, on_time_reports, late_reports, missing_reports
        from official_load
        """
    ).fetchall()
    rows = reference.facts.rows
    now: dict[str, set[str]] = {}
    ever: dict[str, set[str]] = {}
    months: dict[str, set[str]] = {}
    asked = sorted({row["report_month"] for row in rows("reports")})
    for row in rows("pairings"):
        ever.setdefault(row["official_id"], set()).add(row["household_id"])
        if not row["to_date"] or row["to_date"] >= "2020-09-30":
            now.setdefault(row["official_id"], set()).add(row["household_id"])
        until = row["to_date"] or "9"
        of_pairing = {month for month in asked if row["from_date"][:7] <= month[:7] <= until[:7]}
        months.setdefault(row["official_id"], set()).update(of_pairing)
    visits = Counter(row["official_id"] for row in rows("visits"))
    received = {
        (row["official_id"], row["report_month"]): row["received_date"] for row in rows("reports")
    }
    gaps = reference.longest_gap_days()
    wanted = []
    for row in rows("officials"):
        official = row["official_id"]
        due = months.get(official, set())
        came = {month: received[official, month] for month in due if (official, month) in received}
        on_time = sum(day <= tenth_of_next_month(month) for month, day in came.items())
        wanted.append(
            (
                official,
                len(now.get(official, ())),
                len(ever.get(official, ())),
                visits[official],
                gaps.get(official) if official in now else None,
                len(due),
                on_time,
                len(came) - on_time,
                len(due) - len(came),
            )
        )
    assert sorted(found) == sorted(wanted)


def tenth_of_next_month(month: str) -> str:
    year, number = int(month[:4]), int(month[5:7])
    return date(year + number // 12, number % 12 + 1, 10).isoformat()


@pytest.mark.parametrize("until", MONTHS)
def test_a_district_fund_holds_what_came_in_less_what_went_out(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference, until: str
) -> None:
    found = sample.execute(
        """
        select district_code, sum(in_baht), sum(out_baht),
            max_by(balance_baht, month) - (sum(in_baht) - sum(out_baht))
        from district_fund_month where month <= $until group by district_code
        """,
        {"until": until},
    ).fetchall()
    wanted = reference.district_fund(until)
    assert len(found) == len(wanted) == 26
    for district, came, went, unexplained in found:
        assert (came, went) == pytest.approx(wanted[district])
        assert unexplained == pytest.approx(0, abs=0.005)


def test_every_referral_stands_with_its_household(
    sample: duckdb.DuckDBPyConnection, reference: ServiceReference
) -> None:
    need_of = {row["need_id"]: row for row in reference.facts.rows("needs")}
    wanted = {
        (row["referral_id"], need_of[row["need_id"]]["household_id"], row["to_holder"])
        for row in reference.facts.rows("referrals")
    }
    found = sample.execute(
        "select referral_id, household_id, to_holder from referral_case"
    ).fetchall()
    assert len(found) == len(wanted)
    assert set(found) == wanted


def test_the_rules_that_the_tables_were_made_by_stand_in_the_warehouse(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    rules = read_service_rules()
    assert sample.execute("from service_rule").fetchone() == (
        rules.window_days,
        rules.same_agency_counts,
        rules.households_per_official,
        rules.gap_days,
        rules.stale_days,
    )


@pytest.mark.parametrize(("same_agency_counts", "wanted"), [(False, "B"), (True, "C")])
def test_an_instalment_between_does_not_hide_that_an_agency_repeats_another(
    same_agency_counts: bool, wanted: str
) -> None:
    with duckdb.connect() as connection:
        connection.execute(
            """
            create table help_given as
            select
                help_id, '4001' as district_code, 1 as household_number, 'housing' as dimension,
                'repair' as kind, agency_code, 'private' as fund_source,
                help_date::date as help_date, 100 as value_baht
            from (values
                ('A', 'A001', '2020-01-01'), ('B', 'A002', '2020-01-05'),
                ('C', 'A001', '2020-01-09'), ('D', 'A001', '2020-01-12')
            ) as event(help_id, agency_code, help_date);
            create table household_profile as
            select '4001' as district_code, '40010101' as village_code, 'H1' as household_id,
                1 as household_number;
            create table duplicate_review as
            select '' as first_help_id, '' as second_help_id, '' as verdict, '' as reason,
                '' as reviewed_by, current_date as reviewed_date where false
            """
        )
        connection.execute(
            (SERVICE_FOLDER / "repeated_help.sql").read_text("utf-8"),
            {"window_days": 30, "same_agency_counts": same_agency_counts},
        )
        found = connection.execute("select second_help_id, first_help_id from repeated_help")
        assert dict(found.fetchall()) == {"B": "A", "C": "B", "D": wanted}


def test_the_plain_finder_looks_past_an_instalment_too() -> None:
    events = [
        {"help_id": help_id, "need_id": "N", "kind": "", "agency_code": agency_code}
        | {"help_date": day, "status": "completed"}
        for help_id, agency_code, day in (
            ("A", "A001", "2020-01-01"),
            ("B", "A002", "2020-01-05"),
            ("C", "A001", "2020-01-09"),
            ("D", "A001", "2020-01-12"),
            ("E", "A001", "2020-03-12"),
        )
    ]
    needs = [{"need_id": "N", "household_id": "H", "dimension": "housing"}]
    pairs = {("A", "B"), ("B", "C"), ("B", "D")}
    assert planted_cases.repeated_help(needs, events) == pairs
