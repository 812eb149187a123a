"""One household in a sentence, and why one that left is no longer counted."""

from app.household.events import income_words
from app.household.needs import state_of
from app.household.record import Record
from app.indicators import DIMENSIONS
from app.left_behind.filters import place_name
from app.words import month_name, number, text


def summary_of(build_id: str, language: str, record: Record) -> str:
    """A household's records → how its five dimensions and its income stand by the day."""
    if record.profile["excluded_reason"]:
        return left_words(language, record)
    states = [state_of(record, dimension) for dimension in DIMENSIONS]
    counted = {state: states.count(state) for state in ("waiting", "helped", "solved")}
    told = [
        text(
            language,
            "household.summary" if sum(counted.values()) else "household.summary_no_need",
            household_class=text(language, f"group.{record.profile['household_class']}"),
            place=place_name(build_id, language, record.profile["village_code"]),
            members=number(record.profile["members_persons"]),
            needs=number(sum(counted.values())),
            **{state: number(dimensions) for state, dimensions in counted.items()},
        )
    ]
    if record.incomes:
        income = income_words(language, record.incomes[-1])
        told.append(text(language, "household.summary_income", income=income))
    return " ".join(told)


def left_words(language: str, record: Record) -> str:
    """A household that left the programme → why, and since when."""
    return text(
        language,
        "household.left",
        why=text(language, f"group.{record.profile['excluded_reason']}"),
        month=month_name(language, record.profile["excluded_month"].strftime("%Y-%m")),
    )
