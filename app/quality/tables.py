"""The rows behind the tables of data quality, with headings in the reader's language."""

from collections.abc import Mapping, Sequence

import pandas as pd

from app.quality.findings import Finding, Rule
from app.quality.markup import doubtful_name, when
from app.selection import Selection
from app.words import text


def findings_table(
    selection: Selection,
    rules: Sequence[Rule],
    found: Sequence[Finding],
    titles: Mapping[str, str],
) -> pd.DataFrame:
    """Findings of every rule → one row each."""
    language = selection.lang
    by_rule = {rule.rule: rule.title for rule in rules}
    rows = [
        (
            by_rule[each.rule],
            each.area.code if each.area else "",
            each.area.name(language) if each.area else text(language, "map.whole_province"),
            doubtful_name(language, each, titles),
            each.found,
            each.expected,
            when(language, each),
        )
        for each in found
    ]
    heads = [
        text(language, f"quality.{name}")
        for name in ("rule", "code", "area", "doubtful", "found", "expected", "when")
    ]
    return pd.DataFrame(rows, columns=heads).astype(dict.fromkeys(heads[4:6], "Int64"))
