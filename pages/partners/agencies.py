"""What did which agency give to whom, from whose money, and what did it come to?"""

import streamlit as st

from app.access import closed_note, may_read_households
from app.agencies.costs import costs_markup, costs_of, funds_markup
from app.agencies.district_funds import (
    district_funds,
    district_funds_markup,
    district_funds_table,
    funds_sentence,
)
from app.agencies.figures import help_totals
from app.agencies.flow import flow_markup
from app.agencies.matrix import STYLE, count_choice, matrix
from app.agencies.rows import KEY, VIEWS, allowed, rows_of_view, view_choices
from app.agencies.sentences import (
    agencies_sentence,
    agencies_table,
    count_note,
    outside_markup,
)
from app.panels import heading, sources, table
from app.rows.district_filter import district_filter, of_district
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.selection import current, filters, shown_build
from app.words import text

build_id, selection = shown_build(), current()
found = help_totals(build_id, selection.month, selection.district)
funds = district_funds(build_id, selection.month)


def words(name: str) -> str:
    return text(selection.lang, f"agencies.{name}")


codes = filters(allowed(build_id))
count, view = codes.get("count", "events"), codes.get("view", "help")
codes |= filters(paging_filters(VIEWS[view].sorted_by))
heading(
    build_id,
    selection,
    words("title"),
    of_district(build_id, selection, agencies_sentence(selection, found)),
)
st.html(STYLE)
with st.container(horizontal=True, vertical_alignment="bottom", gap="large"):
    district_filter(build_id, selection, "agencies_district")
    count_choice(selection, count)
st.caption(count_note(selection, found, count))
linked("agencies_matrix", matrix(build_id, selection, count), KEY)
linked("agencies_outside", outside_markup(build_id, selection, count), KEY)
figures = agencies_table(build_id, selection, found)
table(build_id, selection, words("table"), "agencies", [], lambda: figures)

st.header(words("flow"), anchor=False)
st.caption(words("flow_note"))
linked("agencies_flow", flow_markup(selection, found, count), KEY)
linked("agencies_funds", funds_markup(selection, found, count), KEY)

st.header(words("costs"), anchor=False)
st.markdown(words("costs_note"))
linked("agencies_costs", costs_markup(selection, costs_of(build_id, selection, found), count), KEY)

st.header(words("district_fund"), anchor=False)
st.markdown(of_district(build_id, selection, funds_sentence(selection, funds)))
linked("agencies_district_funds", district_funds_markup(build_id, selection, funds, count), KEY)
frame = district_funds_table(build_id, selection, funds)
table(build_id, selection, words("district_fund_table"), "district_funds", [], lambda: frame)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    view_choices(build_id, selection, view, codes)
    rows_of_view(build_id, selection, view, codes)
else:
    closed_note(selection)
sources(build_id, selection, ["any_helped"], [words("limits")])
