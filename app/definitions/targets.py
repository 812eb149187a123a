"""The SDG targets that the submission claims: which of them the programme's data can speak of."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from app.definitions.article import targets_of
from app.indicators import declarations, sdg_targets
from app.selection import Selection
from app.words import number, text


def served_targets(build_id: str) -> dict[str, list[str]]:
    """Every target that the submission claims → its indicators, none where there is no figure."""
    served: dict[str, list[str]] = {each["target"]: [] for each in sdg_targets(build_id)}
    for indicator, declared in declarations(build_id).items():
        for target in targets_of(declared):
            served[target].append(indicator)
    return served


def sdg_register(build_id: str, selection: Selection) -> None:
    """The claimed targets on screen, each with its number of indicators or a plain word of none."""
    language = selection.lang
    served = served_targets(build_id)
    rows = ""
    for each in sdg_targets(build_id):
        found = served[each["target"]]
        told = (
            text(language, "definitions.sdg_indicators", n=number(len(found)))
            if found
            else text(language, "definitions.sdg_without")
        )
        kind = "" if found else ' class="missing"'
        rows += (
            f'<tr{kind}><th scope="row">{each["target"]}</th>'
            f"<td>{escape(each[f'title_{language}'])}</td><td>{escape(told)}</td></tr>"
        )
    heads = "".join(
        f'<th scope="col">{escape(text(language, f"definitions.{name}"))}</th>'
        for name in ("target", "target_title", "target_indicators")
    )
    st.html(
        f'<div class="kk_definition"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )


def unserved(build_id: str) -> Sequence[str]:
    """The claimed targets that no indicator serves, by number."""
    return [target for target, found in served_targets(build_id).items() if not found]
