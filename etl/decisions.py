"""Received files that do not count: decisions to take one back or to put it back, kept as data."""

import csv
import io
from collections.abc import Iterable
from dataclasses import asdict, dataclass, fields
from datetime import datetime
from pathlib import Path
from typing import Literal

from etl.durable import write_durably
from etl.ledger import ledger_lines

DECISIONS_NAME = "decisions.csv"

Action = Literal["take_back", "put_back"]


@dataclass(frozen=True)
class Decision:
    """What somebody decided about a received file, why and when (UTC without a zone)."""

    batch_id: str
    action: Action
    reason: str
    decided_by: str
    decided_at: datetime


DECISION_COLUMNS = tuple(field.name for field in fields(Decision))


def read_decisions(inbox: Path) -> list[Decision]:
    """An inbox → every decision that was carried out, the earliest first.

    Raises DamagedLedgerError.
    """
    return [
        Decision(
            line["batch_id"],
            "take_back" if line["action"] == "take_back" else "put_back",
            line["reason"],
            line["decided_by"],
            datetime.fromisoformat(line["decided_at"]),
        )
        for line in ledger_lines(inbox / DECISIONS_NAME, DECISION_COLUMNS, "decided_at")
    ]


def taken_back(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Decisions, the earliest first → the files that do not count now, and why, by batch."""
    latest = {decision.batch_id: decision for decision in decisions}
    return {batch: last for batch, last in latest.items() if last.action == "take_back"}


def add_decision(inbox: Path, decision: Decision) -> None:
    """A decision → one more line; those before it say what they said.

    Raises DamagedLedgerError.
    """
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, DECISION_COLUMNS, lineterminator="\n")
    writer.writeheader()
    for each in (*read_decisions(inbox), decision):
        writer.writerow({**asdict(each), "decided_at": each.decided_at.isoformat()})
    write_durably(inbox / DECISIONS_NAME, text.getvalue())
