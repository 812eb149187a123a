"""Facts of peer districts."""

import csv
from math import log

import duckdb
import pytest

from etl.marts.peers import build_peers
from etl.peer_rule import COMPUTED
from tests.small_province import SmallProvince
from tests.tpmap import rebuilt


def published(name: str) -> list[dict[str, str]]:
    with (rebuilt() / name).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def municipal_pct(district: str) -> float:
    """The share of persons surveyed in units whose code TPMAP made itself."""
    units = [
        row for row in published("61_40_tambol_common.csv") if row["tumbol_ID"].startswith(district)
    ]
    own_codes = ("51", "52", "53", "65", *(str(number) for number in range(90, 100)))
    municipal = [row for row in units if row["tumbol_ID"][4:6] in own_codes]
    persons, of = (sum(int(row["HOUSEMEMBER_CNT"]) for row in rows) for rows in (municipal, units))
    return 100 * persons / of


def test_features_are_those_of_the_published_files(sample: duckdb.DuckDBPyConnection) -> None:
    found = {
        (feature, code): value
        for feature, code, value in sample.execute("from district_feature").fetchall()
    }
    assert {feature for feature, _ in found} == COMPUTED
    poor = {
        row["amphur_ID"]: int(row["poor.JPT.MOFval.CNT"])
        for row in published("61_40_amphur_11111.csv")
    }
    districts = published("61_40_amphur_common.csv")
    assert len(found) == 3 * len(districts) == 3 * 26
    for row in districts:
        code, persons = row["amphur_ID"], int(row["HOUSEMEMBER_CNT"])
        assert found["size", code] == int(row["household.CNT"])
        assert found["baseline_poverty", code] == pytest.approx(100 * poor[code] / persons)
        assert found["settlement", code] == pytest.approx(municipal_pct(code))


def test_every_district_has_four_peers_in_order_of_distance(
    sample: duckdb.DuckDBPyConnection,
) -> None:
    found = sample.execute(
        """
        select area_code, list(place order by place), list(distance order by place),
            list(peer_code order by place)
        from district_peer group by area_code
        """
    ).fetchall()
    assert len(found) == 26
    for code, places, ways, peers in found:
        assert places == [1, 2, 3, 4]
        assert ways == sorted(ways)
        assert code not in peers
        assert len(set(peers)) == 4


def test_size_is_compared_by_how_many_times(sample: duckdb.DuckDBPyConnection) -> None:
    """Two rural districts of the same poverty differ by the logarithm of their size."""
    values: dict[str, dict[str, float]] = {}
    for feature, code, value in sample.execute("from district_feature").fetchall():
        values.setdefault(feature, {})[code] = log(value) if feature == "size" else value
    codes = sorted(values["size"])
    spread = {}
    for feature, by_district in values.items():
        mean = sum(by_district.values()) / len(codes)
        spread[feature] = (sum((each - mean) ** 2 for each in by_district.values()) / 26) ** 0.5
    for code, peer, distance in sample.execute(
        "select area_code, peer_code, distance from district_peer"
    ).fetchall():
        squares = [
            ((by_district[code] - by_district[peer]) / spread[feature]) ** 2
            for feature, by_district in values.items()
        ]
        assert distance == pytest.approx(sum(squares) ** 0.5)


def test_the_rule_and_its_words_stand_beside_the_peers(sample: duckdb.DuckDBPyConnection) -> None:
    assert sample.execute("select peers from peer_rule").fetchall() == [(4,)]
    assert sample.execute("select feature, weight, is_log from peer_feature").fetchall() == [
        ("settlement", 1, False),
        ("size", 1, True),
        ("baseline_poverty", 1, False),
    ]


def test_without_a_survey_no_district_has_peers() -> None:
    province = SmallProvince()
    province.build()
    build_peers(province.connection)
    assert province.rows("from district_peer") == []
    assert province.rows("from district_feature") == []
    assert province.rows("select count(*) from peer_feature") == [(3,)]
