"""Features of districts → tables peer_rule, peer_feature, district_feature and district_peer."""

from dataclasses import asdict
from pathlib import Path

import duckdb
import numpy as np
import pyarrow as pa

from etl.peer_rule import Feature, PeerRule, read_peer_rule
from etl.statistics.peers import distances, nearest

FEATURES = Path(__file__).resolve().with_name("district_feature.sql")
FEATURE = pa.schema({"feature": pa.string(), "area_code": pa.string(), "value": pa.float64()})
PEER = pa.schema(
    {
        "area_code": pa.string(),
        "place": pa.int64(),
        "peer_code": pa.string(),
        "distance": pa.float64(),
    }
)

Values = dict[str, dict[str, float]]  # feature → district → value in the feature's unit


def build_peers(connection: duckdb.DuckDBPyConnection) -> None:
    """tpmap_unit and the rule of peers → the rule in words, features and peers of each district.

    district_peer has one row per district and place, 1 the nearest; a district of which a feature
    is unknown has none. Raises ValueError when the rule is not sound.
    """
    rule = read_peer_rule()
    values = _values(connection, rule.features)
    words = {name: word for name, word in asdict(rule).items() if name != "features"}
    tables = {
        "peer_rule": pa.Table.from_pylist([words]),
        "peer_feature": pa.Table.from_pylist([asdict(feature) for feature in rule.features]),
        "district_feature": pa.Table.from_pylist(
            [
                {"feature": feature, "area_code": code, "value": value}
                for feature, by_district in values.items()
                for code, value in by_district.items()
            ],
            FEATURE,
        ),
        "district_peer": pa.Table.from_pylist(_peers(values, rule), PEER),
    }
    for name, rows in tables.items():
        connection.register("peer_rows", rows)
        connection.execute(f"create table {name} as from peer_rows")
        connection.unregister("peer_rows")


def _values(connection: duckdb.DuckDBPyConnection, features: list[Feature]) -> Values:
    found: Values = {}
    for feature, code, numerator, denominator in connection.execute(
        FEATURES.read_text("utf-8")
    ).fetchall():
        of_feature = found.setdefault(feature, {})
        if denominator is None:
            of_feature[code] = float(numerator)
        elif denominator:
            of_feature[code] = 100 * (numerator or 0) / denominator
    return {each.feature: found.get(each.feature, {}) for each in features}


def _peers(values: Values, rule: PeerRule) -> list[dict[str, object]]:
    codes = sorted(set.intersection(*(set(by_district) for by_district in values.values())))
    if len(codes) < 2:
        return []
    columns = [
        [(np.log if feature.is_log else float)(values[feature.feature][code]) for code in codes]
        for feature in rule.features
    ]
    weights = np.array([feature.weight for feature in rule.features])
    distance = distances(np.array(columns).T, weights)
    return [
        {
            "area_code": code,
            "place": place,
            "peer_code": codes[peer],
            "distance": distance[number, peer],
        }
        for number, (code, peers) in enumerate(
            zip(codes, nearest(distance, rule.peers).tolist(), strict=True)
        )
        for place, peer in enumerate(peers, start=1)
    ]
