"""The chain as rows: one for each dimension, stage and reason."""

from collections.abc import Mapping

import pandas as pd

from app.chain.names import need_name, reason_name, stage_name
from app.chain.stages import REASONS, STAGES, Chain
from app.selection import Selection
from app.words import text

HEADS = ("dimension", "stage", "reached", "reason", "stopped")


def chains_table(selection: Selection, chains: Mapping[str, Chain]) -> pd.DataFrame:
    """Chains by dimension → who reached each stage, and who stopped there for which reason."""
    language = selection.lang
    rows = [
        (
            need_name(language, need),
            stage_name(language, stage),
            chain.reached(stage),
            reason_name(language, reason),
            chain.households(stage, reason),
        )
        for need, chain in chains.items()
        for stage in STAGES
        for reason in REASONS[stage]
        if chain.households(stage, reason)
    ]
    heads = [text(language, f"chain.head_{name}") for name in HEADS]
    frame = pd.DataFrame(rows, columns=heads)
    return frame.astype({heads[2]: "Int64", heads[4]: "Int64"})
