"""Facts of the reference → every cell of the mart: summed upwards, laid out, small ones hidden."""

import geothai

from tests.reference import Fact, Facts, Reference, last_day, month_after

Number = int | None
# numerator, denominator, note
Cell = tuple[Number, Number, str | None]
Cells = dict[tuple[str, str, str, str], Cell]  # level, area, month, group

LENGTHS = {"province": 2, "district": 4, "subdistrict": 6, "village": 8}
SMALLEST_DENOMINATOR = 5
SHARES = (
    "_helped",
    "_solved",
    "_headcount",
    "income_at_or_above_line",
    "households_visited",
    "reports_on_time",
    "mpi_contribution",
)
# An index has a numerator in so many parts of what its denominator counts.
PARTS = {
    "mpi_intensity": 5,
    "mpi_adjusted_headcount": 5,
    "income_poverty_gap": 1_000_000,
    "income_poverty_severity": 1_000_000,
}
CUTOFFS = ["k1", "k2", "k3", "k4", "k5"]
GROUPS = {
    "target_households": ["all", "developable", "relief"],
    "excluded_households": ["all", "died", "moved", "not_found", "declined"],
    "mpi_headcount": CUTOFFS,
    "mpi_intensity": CUTOFFS,
    "mpi_adjusted_headcount": CUTOFFS,
    "mpi_contribution": ["health", "living", "education", "income", "access"],
}


def is_share(indicator: str) -> bool:
    """Is the indicator a percentage?"""
    if indicator.startswith("tpmap_"):
        return not indicator.startswith("tpmap_surveyed")
    return indicator.endswith(SHARES) and indicator not in PARTS


def is_ratio(indicator: str) -> bool:
    """Has the indicator no value where there is nothing to divide by?"""
    return is_share(indicator) or indicator in PARTS


def areas(reference: Reference) -> dict[str, list[str]]:
    """Level → codes of the areas that always have a cell."""
    districts = [district.code for district in geothai.districts("40")]
    real = {each.code for code in districts for each in geothai.subdistricts(code)}
    surveyed = {area for area, _, _ in reference.facts("tpmap_surveyed_persons") if len(area) == 6}
    return {"province": ["40"], "district": districts, "subdistrict": sorted(real | surveyed)}


def cells(reference: Reference, indicator: str) -> Cells:
    """Every cell of an indicator as the mart must hold it."""
    facts = reference.facts(indicator)
    summed = sum_upwards(facts)
    reports = indicator.startswith("reports_")
    survey = indicator.startswith(("tpmap_", "mpi_"))
    months = ["2018-12-01"] if survey else reference.months
    collected = {month for _, month, _ in facts}
    as_of = last_day(reference.months[-1])
    found: Cells = {}
    for level, codes in areas(reference).items():
        if reports and level == "subdistrict":
            continue
        for code in codes:
            for month in months:
                for group in GROUPS.get(indicator, ["all"]):
                    key = (level, code, month, group)
                    if reports and month_after(month)[:8] + "10" > as_of:
                        found[key] = (None, None, "not_yet")
                    elif month not in collected or (survey and (code, month, group) not in summed):
                        found[key] = (None, None, "not_collected")
                    else:
                        numerator, denominator = summed.get((code, month, group), (0, 0))
                        empty = is_ratio(indicator) and denominator == 0
                        note = "not_applicable" if empty else None
                        found[key] = (numerator, denominator, note)
    for (code, month, group), (numerator, denominator) in summed.items():
        if len(code) == LENGTHS["village"] and (numerator if denominator is None else denominator):
            found["village", code, month, group] = (numerator, denominator, None)
    if is_ratio(indicator) and not survey:
        hide_small(found)
    return found


def sum_upwards(facts: Facts) -> Facts:
    """Facts of villages or districts → those and their sums; published levels are kept."""
    given = {len(area) for area, _, _ in facts}
    summed = dict(facts)
    for length in (2, 4, 6):
        finer = [each for each in given if each >= length]
        if length in given or not finer:
            continue
        totals: dict[Fact, tuple[int, Number]] = {}
        for (area, month, group), (numerator, denominator) in facts.items():
            if len(area) == min(finer):
                key = (area[:length], month, group)
                n, d = totals.get(key, (0, 0))
                both = None if denominator is None or d is None else d + denominator
                totals[key] = (n + numerator, both)
        summed.update(totals)
    return summed


def hide_small(found: Cells) -> None:
    """Hides cells of 1 to 4 below the district, and one more where one alone could be told."""
    hidden_subdistricts = set()
    for level in ("subdistrict", "village"):
        families: dict[tuple[str, str, str], list[str]] = {}
        for each_level, code, month, group in found:
            if each_level == level:
                parent = code[: LENGTHS[level] - 2]
                families.setdefault((parent, month, group), []).append(code)
        for (parent, month, group), codes in families.items():
            base = {code: found[level, code, month, group][1] or 0 for code in codes}
            hidden = [code for code in codes if 0 < base[code] < SMALLEST_DENOMINATOR]
            others = sorted(
                (code for code in codes if code not in hidden),
                key=lambda code: (base[code] == 0, base[code], code),
            )
            exposed = not hidden and (parent, month, group) in hidden_subdistricts
            if len(hidden) == 1 or exposed:
                hidden += others[:1]
            for code in hidden:
                found[level, code, month, group] = (None, None, "suppressed")
                if level == "subdistrict":
                    hidden_subdistricts.add((code, month, group))
