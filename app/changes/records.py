"""Records that are new, changed, the same or gone, by source and by district."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

COUNTS = ("records_new", "records_changed", "records_same", "records_gone")
DIFFERENT = ("records_new", "records_changed", "records_gone")

Counts = Mapping[str, int]


def by_source(changes: Mapping[str, Any]) -> dict[str, Counts]:
    """Changes → source → its counts, of those sources in which anything differs."""
    return _different((row["source"], row) for row in changes["sources"])


def by_district(changes: Mapping[str, Any]) -> dict[str, Counts]:
    """Changes → district → the counts of all sources there, where anything differs."""
    known = (row for row in changes["sources"] if row["district_code"])
    return dict(sorted(_different((row["district_code"], row) for row in known).items()))


def total(counts: Mapping[str, Counts]) -> Counts:
    """Counts by anything → their sums."""
    return {name: sum(each[name] for each in counts.values()) for name in COUNTS}


def _different(rows: Iterable[tuple[str, Mapping[str, Any]]]) -> dict[str, Counts]:
    sums: dict[str, Counter[str]] = {}
    for place, row in rows:
        sums.setdefault(place, Counter()).update({name: row[name] for name in COUNTS})
    return {
        place: counts for place, counts in sums.items() if any(counts[name] for name in DIFFERENT)
    }
