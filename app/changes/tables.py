"""The builds that are kept, as rows."""

import pandas as pd

from app.changes.pair import build_name
from app.warehouse import snapshots
from app.words import text


def snapshots_table(language: str) -> pd.DataFrame:
    """The builds that are kept → when each was made, and its id, the newest first."""
    heads = [text(language, f"changes.{name}") for name in ("made", "build")]
    rows = [(build_name(language, build_id), build_id) for build_id in snapshots()]
    return pd.DataFrame(rows, columns=heads)
