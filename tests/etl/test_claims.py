"""Facts of the claims register."""

import duckdb
import pytest

from etl.claims import QUESTIONS, Claim, build_claims, judge, read_claims
from tests.small_province import SmallProvince

# The table of the award submission.
SUBMITTED = {
    "bmn_poor_hh_2016": 1540,
    "bmn_poor_hh_2017": 2560,
    "bmn_poor_hh_2018": 1174,
    "income_line": 38_000,
    "target_hh": 1174,
    "developable_hh": 661,
    "relief_hh": 513,
    "occupation_pct": 95.20,
    "education_pct": 72.47,
    "health_hh": 564,
    "housing_hh": 134,
    "welfare_pct": 100,
    "agencies": 33,
    "officials": 726,
    "districts": 26,
    "subdistricts": 147,
    "villages": 577,
}
CLAIM = Claim("share", "ร้อยละ", "Share", 72.47, "pct", 2, "submission")
DOUBTED = Claim("count", "จำนวน", "Count", 2560, "households", 0, "submission", "สงสัย", "a year?")


def test_every_figure_of_the_submission_is_registered() -> None:
    assert {claim.claim_id: claim.value for claim in read_claims()} == SUBMITTED


def test_every_claim_has_its_own_question() -> None:
    assert {path.stem for path in QUESTIONS.glob("*.sql")} == SUBMITTED.keys()


@pytest.mark.parametrize("claim_id", SUBMITTED)
def test_the_warehouse_reproduces_the_claim(
    sample: duckdb.DuckDBPyConnection, claim_id: str
) -> None:
    row = sample.execute(
        "select value, computed, status, source from claim where claim_id = $claim_id",
        {"claim_id": claim_id},
    ).fetchone()
    assert row is not None
    value, computed, status, source = row
    assert round(computed, 2) == value == SUBMITTED[claim_id]
    assert status == ("doubtful" if claim_id == "bmn_poor_hh_2017" else "agrees")
    assert "Public Service Awards" in source


def test_the_year_typed_as_a_count_is_flagged_in_both_languages(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    assert sample.execute(
        "select reason_th like '%พ.ศ. 2560%', reason_en like '%Buddhist year%' from claim "
        "where status = 'doubtful'"
    ).fetchall() == [(True, True)]


@pytest.mark.parametrize("computed", [72.465, 72.4675, 72.4749])
def test_a_claim_agrees_at_the_precision_it_was_stated_in(computed: float) -> None:
    assert judge(CLAIM, computed)[0] == "agrees"


@pytest.mark.parametrize("computed", [72.46, 72.48, 0.7247])
def test_a_claim_that_differs_says_both_figures(computed: float) -> None:
    status, reason_th, reason_en = judge(CLAIM, computed)
    assert status == "differs"
    assert reason_th is not None
    assert "72.47" in reason_th
    assert reason_en is not None
    assert "72.47" in reason_en


def test_a_doubted_claim_is_doubtful_only_while_the_data_gives_it() -> None:
    assert judge(DOUBTED, 2560) == ("doubtful", "สงสัย", "a year?")
    assert judge(DOUBTED, 1340)[0] == "differs"


def test_without_data_every_claim_differs_and_none_fails() -> None:
    province = SmallProvince()
    province.build()
    build_claims(province.connection)
    assert province.rows("select distinct status from claim where computed is null") == [
        ("differs",)
    ]
    assert province.rows("select count(*) from claim where status <> 'differs'") == [(0,)]
