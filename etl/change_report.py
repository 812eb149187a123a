"""What changed between two warehouses, in words and aligned columns, Thai first."""

from collections import Counter
from collections.abc import Sequence

from etl.sentences import both, headings, label
from etl.status import Row
from etl.text_table import text_table

COUNTS = ("records_new", "records_changed", "records_same", "records_gone")


def changes_report(changes: Row) -> str:
    """What read_changes gives → records by source, the province's figures, households by aspect."""
    parts = [
        both("changes_between", **{key: changes[key] for key in ("earlier_build", "later_build")})
    ]
    sources = _records(changes["sources"])
    if not (sources or changes["figures"] or changes["moves"]):
        return "\n".join([*parts, both("nothing_changed")])
    if sources:
        parts.append(text_table([*headings("source", *COUNTS), *sources], "lrrrr"))
    if changes["figures"]:
        parts.append(both("figures_changed", figures=len(changes["figures"])))
        parts.append(_figures(changes["figures"]))
    parts.append(both("households_changed", households=changes["households_changed"]))
    if changes["moves"]:
        parts.append(_moves(changes["moves"]))
    return "\n".join(parts)


def _records(sources: Sequence[Row]) -> list[list[str]]:
    """Rows by source and district → a line for each source in which anything differs."""
    sums: dict[str, Counter[str]] = {}
    for row in sources:
        sums.setdefault(row["source"], Counter()).update({name: row[name] for name in COUNTS})
    return [
        [source, *(f"{counts[name]:,}" for name in COUNTS)]
        for source, counts in sums.items()
        if any(counts[name] for name in COUNTS if name != "records_same")
    ]


def _figures(figures: Sequence[Row]) -> str:
    rows = [
        [row["indicator"], *(_figure(row, when) for when in ("before", "after"))]
        for row in figures
        if row["level"] == "province"
    ]
    return text_table([*headings("indicator", "before", "after"), *rows], "lrr")


def _figure(row: Row, when: str) -> str:
    """A figure as n of N and its value; a number alone where there is no N."""
    numerator, denominator = row[f"numerator_{when}"], row[f"denominator_{when}"]
    if numerator is None:
        return label("no_value")
    if denominator is None:
        return f"{numerator:,}"
    return f"{numerator:,}/{denominator:,} ({row[f'value_{when}']:,.2f})"


def _moves(moves: Sequence[Row]) -> str:
    sums: Counter[tuple[str, str, str]] = Counter()
    for row in moves:
        standing = (_standing(row["standing_before"]), _standing(row["standing_after"]))
        sums[label(f"aspect_{row['aspect']}"), *standing] += row["households"]
    rows = [[*names, f"{households:,}"] for names, households in sorted(sums.items())]
    return text_table([*headings("aspect", "before", "after", "households"), *rows], "lllr")


def _standing(standing: str | None) -> str:
    return label(f"moved_{standing or 'none'}")
