"""The quality of the data in one sentence."""

from collections.abc import Sequence

from app.quality.findings import DOUBT_RULES, Finding, Freshness
from app.selection import Selection
from app.words import day_name, number, text


def quality_sentence(
    selection: Selection, found: Sequence[Finding], sources: Sequence[Freshness]
) -> str:
    """Findings and sources → how many figures are doubtful, and what was received and refused."""
    figures = [each for each in found if each.rule in DOUBT_RULES]
    latest = max(each.last_received_at for each in sources)
    return text(
        selection.lang,
        "quality.sentence",
        figures=number(len(figures)),
        districts=number(len({each.district_code for each in figures})),
        received=day_name(selection.lang, latest.date()),
        refused=number(sum(each.refused_rows for each in sources)),
        rows=number(sum(each.rows + each.refused_rows for each in sources)),
    )
