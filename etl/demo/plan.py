"""How many of what a synthetic province-year holds, so that the submitted figures come out."""

from dataclasses import dataclass

SUBMITTED_HOUSEHOLDS = 1174
SUBMITTED_DEVELOPABLE = 661
SUBMITTED_OFFICIALS = 726
SUBMITTED_BMN_2016 = 1540
SUBMITTED_BMN_2017 = 2560
VILLAGES = 577
SUBDISTRICTS = 147

DIMENSIONS = ["occupation", "education", "health", "housing", "welfare"]

# The bases of health, housing and welfare are not published; they are plausible, not known.
BASE_HOUSEHOLDS = {
    "occupation": 690,
    "education": 385,
    "health": 702,
    "housing": 291,
    "welfare": 517,
}
HELPED_PCT = {"occupation": 95.20, "education": 72.47}
HELPED_HOUSEHOLDS = {"health": 564, "housing": 134}
EXCLUDED_HOUSEHOLDS = {"died": 8, "moved": 6, "not_found": 5, "declined": 5}


@dataclass(frozen=True)
class DimensionPlan:
    """Households with a verified need and those of them helped by 30 Sep 2020."""

    base_households: int
    helped_households: int


@dataclass(frozen=True)
class Plan:
    """Numbers of one synthetic province-year."""

    households: int
    developable_households: int
    excluded_households: dict[str, int]
    officials: int
    villages: int
    subdistricts: int
    role_models: int
    bmn_2016_households: int
    bmn_2017_households: int
    dimensions: dict[str, DimensionPlan]


def with_percentage(target_base: int, pct: float) -> DimensionPlan:
    """A wished base and a percentage → the nearest base that gives it to two decimals.

    When no base within five in a hundred gives it, the one that comes closest.
    """
    reach = max(2, target_base // 20)
    choices = []
    for base in range(max(1, target_base - reach), target_base + reach + 1):
        helped = round(base * pct / 100)
        error = abs(round(100 * helped / base, 2) - pct)
        choices.append((round(error, 4), abs(base - target_base), base, helped))
    _, _, base, helped = min(choices)
    return DimensionPlan(base, helped)


def make_plan(households: int) -> Plan:
    """A number of target households → every count, scaled from the submission's 1,174.

    Raises ValueError when there are fewer households than districts.
    """
    if households < 26:
        raise ValueError("a synthetic province needs at least 26 households, one a district")
    scale = households / SUBMITTED_HOUSEHOLDS

    def scaled(count: int) -> int:
        return round(count * scale)

    # A rate found by search keeps its two decimals only while the base grows in whole steps.
    dimensions = {
        name: with_percentage(scaled(BASE_HOUSEHOLDS[name]), pct)
        for name, pct in HELPED_PCT.items()
    }
    for name, helped in HELPED_HOUSEHOLDS.items():
        dimensions[name] = DimensionPlan(scaled(BASE_HOUSEHOLDS[name]), scaled(helped))
    welfare = scaled(BASE_HOUSEHOLDS["welfare"])
    dimensions["welfare"] = DimensionPlan(welfare, welfare)
    villages = min(VILLAGES, households)
    return Plan(
        households=households,
        developable_households=scaled(SUBMITTED_DEVELOPABLE),
        excluded_households={name: scaled(n) for name, n in EXCLUDED_HOUSEHOLDS.items()},
        officials=max(26, scaled(SUBMITTED_OFFICIALS)),
        villages=villages,
        subdistricts=min(SUBDISTRICTS, villages),
        role_models=max(1, scaled(30)),
        bmn_2016_households=scaled(SUBMITTED_BMN_2016),
        bmn_2017_households=scaled(SUBMITTED_BMN_2017),
        dimensions=dimensions,
    )
