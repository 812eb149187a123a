"""Districts that are alike: by which rule, and which they are."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from app.comparison.sentences import names
from app.indicators import areas
from app.selection import Selection
from app.warehouse import Row, rows
from app.words import number, percent, text

RULE_FILE = "data/reference/peer_rule.toml"


@st.cache_resource(max_entries=3, show_spinner=False)
def peers(build_id: str) -> Mapping[str, tuple[str, ...]]:
    """District → its peers, the nearest first; shared by all viewers, never changed."""
    found: dict[str, tuple[str, ...]] = {}
    for row in rows(build_id, "peers"):
        found[row["area_code"]] = (*found.get(row["area_code"], ()), row["peer_code"])
    return found


@st.cache_resource(max_entries=3, show_spinner=False)
def features(build_id: str) -> tuple[Row, ...]:
    """The features of every district that peers are found by, with the words of the rule."""
    return tuple(rows(build_id, "peer_features"))


def peers_of(build_id: str, selection: Selection) -> None:
    """A selection → the peers of its district, the rule that found them, and what they are like."""
    language, districts = selection.lang, areas(build_id)["district"]
    described = features(build_id)
    if not described:
        st.markdown(text(language, "compare.peers_unknown"))
        return
    alike = peers(build_id).get(selection.district or "", ())
    if not alike:
        st.markdown(text(language, "compare.peers_choose"))
    else:
        st.markdown(
            text(
                language,
                "compare.peers",
                district=districts[str(selection.district)].name(language),
                peers=names(selection, alike, districts),
            )
        )
        st.html(_markup(build_id, selection, (str(selection.district), *alike)))
    rule = described[0][f"rule_{language}"]
    st.caption(f"{rule} {text(language, 'compare.peers_edit', file=RULE_FILE)}")


def _markup(build_id: str, selection: Selection, codes: tuple[str, ...]) -> str:
    language, districts = selection.lang, areas(build_id)["district"]
    by_feature: dict[str, dict[str, Row]] = {}
    for row in features(build_id):
        by_feature.setdefault(row[f"title_{language}"], {})[row["area_code"]] = row

    def value(row: Row) -> str:
        shown = percent(row["value"], 2) if row["unit"] == "pct" else number(row["value"])
        return text(language, f"map.value_{row['unit']}", value=shown)

    heads = "".join(
        f'<th scope="col">{escape(districts[code].name(language))}</th>' for code in codes
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(title)}</th>'
        + "".join(f"<td>{escape(value(found[code]))}</td>" for code in codes)
        + "</tr>"
        for title, found in by_feature.items()
    )
    return (
        '<div class="kk_beside" tabindex="0"><table><thead>'
        f"<tr><td></td>{heads}</tr></thead><tbody>{lines}</tbody></table></div>"
    )
