"""Which figures are doubtful and why, and how fresh and complete is each source?"""

import pandas as pd
import streamlit as st

from app.indicators import areas, declarations
from app.panels import heading, sources, table
from app.quality.findings import coverage, findings, freshness, rules
from app.quality.markup import STYLE, coverage_markup, rule_markup, sources_markup
from app.quality.refused import refused_markup, refused_rows, refused_sentence
from app.quality.sentences import quality_sentence
from app.quality.tables import findings_table
from app.selection import chooser, current, shown_build
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
districts = areas(build_id)["district"]
titles = {name: each[f"title_{language}"] for name, each in declarations(build_id).items()}
every_rule = rules(build_id, language)
found = [
    each
    for each in findings(build_id)
    if selection.district in (None, each.district_code) or each.district_code is None
]


def words(name: str) -> str:
    return text(language, f"quality.{name}")


heading(
    build_id, selection, words("title"), quality_sentence(selection, found, freshness(build_id))
)
st.session_state["quality_district"] = selection.district
st.selectbox(
    words("district"),
    list(districts),
    index=None,
    placeholder=words("whole_province"),
    format_func=lambda code: districts[code].name(language),
    key="quality_district",
    on_change=chooser("district", "quality_district"),
    width=320,
)
st.header(words("rules"), anchor=False)
st.caption(words("rules_note"))
st.html(STYLE)
folds = [
    rule_markup(language, rule, [each for each in found if each.rule == rule.rule], titles)
    for rule in every_rule
]
st.html(f'<div class="kk_quality">{"".join(folds)}</div>')


def figures() -> pd.DataFrame:
    return findings_table(selection, every_rule, found, titles)


table(build_id, selection, words("table"), "data_quality", list(titles), figures)

st.header(words("sources"), anchor=False)
st.caption(words("sources_note"))
st.html(sources_markup(language, freshness(build_id)))
st.header(text(language, "refused.title"), anchor=False)
refused = refused_rows(build_id)
st.markdown(refused_sentence(language, refused))
if refused:
    st.html(refused_markup(language, refused))
st.header(words("coverage"), anchor=False)
st.caption(words("coverage_note"))
shown = {code: area for code, area in districts.items() if selection.district in (None, code)}
st.html(coverage_markup(language, shown, coverage(build_id)))
sources(build_id, selection, [], [words("limits")])
