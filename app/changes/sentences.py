"""What changed between two builds in one sentence."""

from collections.abc import Mapping
from typing import Any

from app.changes.moves import reached
from app.changes.pair import Pair, changes_between
from app.changes.records import by_source, total
from app.command_line import StoppedError
from app.words import number, text


def told(language: str, pair: Pair | None) -> tuple[Mapping[str, Any] | None, str]:
    """Two builds → what changed, None where that cannot be told, and a sentence either way."""
    if pair is None:
        return None, text(language, "changes.only_one")
    try:
        found = changes_between(*pair)
    except StoppedError as error:
        return None, error.sentences.get(language) or text(language, "changes.failed")
    return found, changes_sentence(language, found)


def changes_sentence(language: str, changes: Mapping[str, Any]) -> str:
    """Changes → records, figures of the province and households in one sentence."""
    records = total(by_source(changes))
    figures = sum(1 for row in changes["figures"] if row["level"] == "province")
    if not any(
        (*(records[name] for name in records if name != "records_same"), figures, changes["moves"])
    ):
        return text(language, "changes.nothing")
    return text(
        language,
        "changes.sentence",
        new=number(records["records_new"]),
        changed=number(records["records_changed"]),
        gone=number(records["records_gone"]),
        figures=number(figures),
        households=number(changes["households_changed"]),
        helped=number(reached(changes, "helped")),
        solved=number(reached(changes, "solved")),
    )
