"""Rules of the work, data/reference/service_rules.toml, read and held to one form."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

SERVICE_RULES = Path(__file__).resolve().parents[1] / "data" / "reference" / "service_rules.toml"


@dataclass(frozen=True)
class ServiceRules:
    """When help is given twice, how many households an officer has, what a gap and a wait are."""

    window_days: int
    same_agency_counts: bool
    households_per_official: int
    gap_days: int
    stale_days: int

    def __post_init__(self) -> None:
        for name in ("window_days", "households_per_official", "gap_days", "stale_days"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be at least 1")


def read_service_rules(path: Path = SERVICE_RULES) -> ServiceRules:
    """The file → the rules.

    Raises TypeError for a rule that is missing or unknown, ValueError for one out of range.
    """
    sections = tomllib.loads(path.read_text("utf-8")).values()
    return ServiceRules(**{name: value for section in sections for name, value in section.items()})
