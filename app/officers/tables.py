"""Officers and reports by district, as a frame with headings in the reader's language."""

from collections.abc import Mapping

import pandas as pd

from app.indicators import areas
from app.officers.figures import Officers, together
from app.officers.markup import OFFICER_COLUMNS, Reported
from app.officers.reports import COUNTS
from app.selection import Selection
from app.words import text


def districts_table(
    build_id: str, selection: Selection, found: Mapping[str, Officers], reports: Reported
) -> pd.DataFrame:
    """Counts by district and reports of a month → one row for each district."""
    records = []
    for code, area in areas(build_id)["district"].items():
        counts, own = found.get(code, together([])), reports[code]
        records.append(
            (
                code,
                area.name(selection.lang),
                *(getattr(counts, name) for name in OFFICER_COLUMNS),
                *(getattr(own, name) for name in COUNTS),
                own.note(selection),
            )
        )
    columns = (*OFFICER_COLUMNS, *COUNTS)
    heads = [
        text(selection.lang, "table.code"),
        text(selection.lang, "table.area"),
        *(text(selection.lang, f"officers.head_{name}") for name in columns),
        text(selection.lang, "table.note"),
    ]
    frame = pd.DataFrame(records, columns=heads)
    return frame.astype(dict.fromkeys(heads[2:-1], "Int64"))
