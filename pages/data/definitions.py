"""What does each figure mean: what is counted, out of what, from where, and what can it not say?"""

import pandas as pd
import streamlit as st

from app.definitions.article import definition
from app.definitions.indicator_list import indicator_list
from app.definitions.register import register_table
from app.definitions.targets import sdg_register, unserved
from app.indicators import declarations, province_values
from app.panels import heading, sources, table
from app.selection import current, shown_build
from app.words import number, text

USUAL = "any_helped"
build_id, selection = shown_build(), current()
language = selection.lang
declared = declarations(build_id)
values = province_values(build_id, selection.month)
indicator = selection.indicator or USUAL
without = unserved(build_id)


def words(name: str, **fields: str) -> str:
    return text(language, f"definitions.{name}", **fields)


heading(build_id, selection, words("heading"), words("summary", n=number(len(declared))))
choice, shown = st.columns([2, 5], gap="large")
with choice:
    indicator_list(build_id, selection, indicator, values)
with shown:
    definition(build_id, selection, indicator, values)

st.header(words("sdg_register"), anchor=False)
sentence = words("sdg_some", without=", ".join(without)) if without else words("sdg_all")
st.markdown(sentence)
sdg_register(build_id, selection)


def figures() -> pd.DataFrame:
    return register_table(build_id, selection, values)


table(build_id, selection, words("table"), "definitions", list(declared), figures)
sources(build_id, selection, [], [words("origin")])
