"""Which districts count as alike: data/reference/peer_rule.toml, read and held to one form."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

# Each has its rows in etl/marts/district_feature.sql.
COMPUTED = {"settlement", "size", "baseline_poverty"}

PEER_RULE = Path(__file__).resolve().parents[1] / "data" / "reference" / "peer_rule.toml"


@dataclass(frozen=True)
class Feature:
    """One feature of a district in words, its weight, and whether its logarithm is compared."""

    feature: str
    title_th: str
    title_en: str
    unit: Literal["pct", "households"]
    weight: float
    is_log: bool

    def __post_init__(self) -> None:
        if self.feature not in COMPUTED:
            raise ValueError(f"{self.feature}: no such feature is computed")
        if self.weight <= 0:
            raise ValueError(f"{self.feature}: the weight must be above 0")


@dataclass(frozen=True)
class PeerRule:
    """How many peers a district has, and by which features; the words say the number."""

    peers: int
    title_th: str
    title_en: str
    rule_th: str
    rule_en: str
    features: list[Feature]

    def __post_init__(self) -> None:
        if self.peers < 1 or not self.features:
            raise ValueError("there must be at least one peer and one feature")


def read_peer_rule(path: Path = PEER_RULE) -> PeerRule:
    """The file → the rule, its number of peers filled in.

    Raises TypeError for a key that is missing or unknown, ValueError for a number out of range.
    """
    written = tomllib.loads(path.read_text("utf-8"))
    features = [Feature(**feature) for feature in written.pop("feature", [])]
    words = {name: written[name].format(peers=written["peers"]) for name in ("rule_th", "rule_en")}
    return PeerRule(**{**written, **words, "features": features})
