"""From target to outcome: at which stage do households stop, and why?"""

import pandas as pd
import streamlit as st

from app.access import closed_note, may_read_households
from app.chain.choices import CODES, class_choice, listed, need_choice
from app.chain.households import KEY, SORTED_BY, chain_households
from app.chain.markup import STYLE, chain_markup, small_chains_markup
from app.chain.names import need_name
from app.chain.sentences import chain_sentence
from app.chain.stages import ANY, chains
from app.chain.tables import chains_table
from app.panels import heading, sources, table
from app.rows.district_filter import district_filter
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.selection import current, filters, shown_build
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
codes = filters({**CODES, **paging_filters(SORTED_BY)})
need = codes.get("need", ANY)
found = chains(build_id, selection.month, selection.district, codes.get("class"))
chain = found[need]
shown = listed(codes, chain)


def words(name: str, **fields: str) -> str:
    return text(language, f"chain.{name}", **fields)


heading(build_id, selection, words("title"), chain_sentence(selection, need, chain))
need_choice(selection, need)
with st.container(horizontal=True, vertical_alignment="bottom"):
    district_filter(build_id, selection, "chain_district")
    class_choice(selection, codes.get("class"))

st.html(STYLE)
st.header(words("large", need=need_name(language, need)), anchor=False)
st.caption(words("large_note"))
linked("chain_large", chain_markup(selection, need, chain, shown), KEY)

st.header(words("small"), anchor=False)
st.caption(words("small_note"))
linked("chain_small", small_chains_markup(selection, found), KEY)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    st.caption(words("list_note"))
    chain_households(build_id, selection, need, chain, shown, codes)
else:
    closed_note(selection)


def figures() -> pd.DataFrame:
    return chains_table(selection, found)


table(
    build_id, selection, words("table"), "chain", ["any_need", "any_helped", "any_solved"], figures
)
sources(
    build_id,
    selection,
    ["target_households", "excluded_households", "any_need", "any_helped", "any_solved"],
    [words("base"), words("latest"), words("excluded")],
)
