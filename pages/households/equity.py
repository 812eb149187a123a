"""Do households of women, children, elderly and disabled people fare as the rest do?"""

import pandas as pd
import streamlit as st

from app.access import closed_note, may_read_households
from app.chain.choices import need_choice
from app.chain.names import need_name
from app.chain.stages import ANY
from app.equity.households import CODES, KEY, ORDERS, equity_households
from app.equity.markup import STYLE, equity_markup
from app.equity.sentences import equity_sentence, few_sentence
from app.equity.shares import comparisons, shares
from app.equity.tables import equity_table
from app.indicators import build_info
from app.panels import heading, sources, table
from app.rows.district_filter import district_filter
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.selection import current, filters, shown_build
from app.words import number, text

build_id, selection = shown_build(), current()
language = selection.lang
codes = filters({**CODES, **paging_filters(ORDERS)})
need = codes.get("need", ANY)
smallest = build_info(build_id).smallest_denominator
found = shares(build_id, selection, need)
compared = [each for each in comparisons(found) if each.fewest >= smallest]


def words(name: str, **fields: str) -> str:
    return text(language, f"equity.{name}", **fields)


heading(build_id, selection, words("title"), equity_sentence(selection, need, compared))
need_choice(selection, need)
district_filter(build_id, selection, "equity_district")
if few := few_sentence(selection, compared):
    st.info(few)

st.html(STYLE)
st.header(words("groups", need=need_name(language, need)), anchor=False)
st.caption(words("groups_note", smallest=number(smallest)))
linked("equity_groups", equity_markup(selection, need, found, smallest), KEY)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    st.caption(words("list_note"))
    equity_households(build_id, selection, need, found, smallest, codes)
else:
    closed_note(selection)


def figures() -> pd.DataFrame:
    return equity_table(selection, found, smallest)


table(build_id, selection, words("table"), "equity", ["any_need", "any_helped"], figures)
st.header(words("not_split"), anchor=False)
for reason in ("households", "survey", "overlap", "cause"):
    st.markdown(words(f"not_split_{reason}"))
sources(
    build_id,
    selection,
    ["any_need", "any_helped", "any_solved", "income_at_or_above_line"],
    [words("method"), words("membership")],
)
