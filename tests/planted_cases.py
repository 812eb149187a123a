"""Finds in record files, row by row, the cases that the lists of the dashboard must show."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

Row = Mapping[str, str]

WITHIN_DAYS = 30
LAST_DAY = "2020-09-30"
LINE_BAHT = 38_000


def rows_of(directory: Path, source: str) -> list[dict[str, str]]:
    """A directory of sources → the rows of one as they stand in its file; none without a file."""
    path = directory / source / f"{source}.csv"
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def in_programme(households: Iterable[Row]) -> set[str]:
    """Households that were found, live, stay and want help."""
    return {
        row["household_id"]
        for row in households
        if row["status"] == "found" and row["wants_help"] != "false"
    }


def repeated_help(needs: Iterable[Row], help_events: Iterable[Row]) -> set[tuple[str, str]]:
    """Completed help of one household, dimension and kind, and the latest of another agency before.

    At most WITHIN_DAYS lie between the two, whichever needs of the dimension they answer, and
    whatever the agency of the later one gave between them.
    """
    need_of = {row["need_id"]: row for row in needs}
    events: dict[tuple[str, str, str], list[tuple[date, str, str]]] = {}
    for row in help_events:
        if row["status"] == "completed":
            need = need_of[row["need_id"]]
            same = need["household_id"], need["dimension"], row["kind"]
            day = date.fromisoformat(row["help_date"])
            events.setdefault(same, []).append((day, row["help_id"], row["agency_code"]))
    pairs = set()
    for alike in events.values():
        in_order = sorted(alike)
        for place, (second_day, second_id, second_agency) in enumerate(in_order):
            for first_day, first_id, first_agency in reversed(in_order[:place]):
                if first_agency != second_agency:
                    if (second_day - first_day).days <= WITHIN_DAYS:
                        pairs.add((first_id, second_id))
                    break
    return pairs


def reviewed_not_duplicate(duplicate_reviews: Iterable[Row]) -> set[tuple[str, str]]:
    """Pairs of help that a reviewer found not to be a duplicate."""
    return {
        (row["first_help_id"], row["second_help_id"])
        for row in duplicate_reviews
        if row["verdict"] == "not_duplicate"
    }


def left_out_households(
    households: Iterable[Row], needs: Iterable[Row], help_events: Iterable[Row]
) -> set[str]:
    """Households in the programme with a verified need and no help, not even planned."""
    household_of = {}
    verified = set()
    for row in needs:
        household_of[row["need_id"]] = row["household_id"]
        if row["verified_date"]:
            verified.add(row["household_id"])
    thought_of = {household_of[row["need_id"]] for row in help_events}
    return (verified & in_programme(households)) - thought_of


def unpaired_households(households: Iterable[Row], pairings: Iterable[Row]) -> set[str]:
    """Households in the programme that never had an officer."""
    return in_programme(households) - {row["household_id"] for row in pairings}


def overloaded_officials(pairings: Iterable[Row]) -> set[str]:
    """Officers who had three or more households on the day a pairing of theirs began."""
    terms: dict[str, list[tuple[str, str]]] = {}
    for row in pairings:
        term = row["from_date"], row["to_date"] or LAST_DAY
        terms.setdefault(row["official_id"], []).append(term)
    return {
        official
        for official, own in terms.items()
        for day, _ in own
        if sum(first <= day <= last for first, last in own) >= 3
    }


def idle_officials(officials: Iterable[Row], pairings: Iterable[Row]) -> set[str]:
    """Officers who never had a household."""
    return {row["official_id"] for row in officials} - {row["official_id"] for row in pairings}


def unanswered_referrals(referrals: Iterable[Row]) -> set[str]:
    """Referrals that nobody had answered by the last day."""
    return {
        row["referral_id"]
        for row in referrals
        if not row["answered_date"] or row["answered_date"] > LAST_DAY
    }


def relapsed_households(incomes: Iterable[Row]) -> set[str]:
    """Households whose latest income is below the line after an earlier one at or above it."""
    course: dict[str, list[tuple[str, float]]] = {}
    for row in incomes:
        income = row["recorded_date"], float(row["income_baht_per_person_year"])
        course.setdefault(row["household_id"], []).append(income)
    relapsed = set()
    for household, recorded in course.items():
        *earlier, (_, latest_baht) = sorted(recorded)
        if latest_baht < LINE_BAHT and any(baht >= LINE_BAHT for _, baht in earlier):
            relapsed.add(household)
    return relapsed
