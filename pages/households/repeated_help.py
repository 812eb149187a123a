"""Who was helped twice with the same thing, at what cost, and which needs has nobody taken?"""

import pandas as pd
import streamlit as st

from app.access import closed_note, may_read_households
from app.indicators import areas
from app.panels import heading, sources, table
from app.repeated_help.choices import allowed, filter_row, place_row
from app.repeated_help.extracts import list_extract, review_extract, review_how
from app.repeated_help.households import KINDS, households_list
from app.repeated_help.lists import KEY, SORTED_BY, repeated_list
from app.repeated_help.markup import (
    STYLE,
    cards_markup,
    matrix_markup,
    top_pairs_markup,
    untaken_markup,
)
from app.repeated_help.pairs import NOT_REVIEWED, agency_pairs, summary, untaken_needs
from app.repeated_help.sentences import repeated_sentence, rule_sentence
from app.repeated_help.tables import untaken_table
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.rows.workbook import workbook_download
from app.selection import current, filters, shown_build
from app.service_rule import service_rule
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
place = selection.month, selection.district
rule, found = service_rule(build_id), summary(build_id, *place)
pairs, untaken = agency_pairs(build_id, *place), untaken_needs(build_id, *place)
districts = areas(build_id)["district"]


def words(name: str, **fields: str) -> str:
    return text(language, f"repeated_help.{name}", **fields)


codes = filters(allowed(build_id))
is_of_households = codes.get("view") == "households"
codes |= filters(paging_filters(tuple(KINDS) if is_of_households else SORTED_BY))
told = repeated_sentence(selection, found, untaken, rule)
heading(build_id, selection, words("title"), told)
st.caption(rule_sentence(language, rule))
place_row(build_id, selection)
st.html(STYLE)
linked("repeated_help_cards", cards_markup(selection, found), KEY)

if pairs:
    st.header(words("matrix"), anchor=False)
    st.caption(words("matrix_note"))
    linked("repeated_help_matrix", matrix_markup(selection, pairs), KEY)
    st.header(words("top"), anchor=False)
    st.caption(words("top_note"))
    linked("repeated_help_top", top_pairs_markup(selection, pairs), KEY)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    st.caption(words("list_note"))
    filter_row(build_id, selection, codes)
    if is_of_households:
        households_list(build_id, selection, codes)
    else:
        shown = repeated_list(build_id, selection, codes)
        workbook_download(build_id, selection, list_extract(build_id, selection, codes, shown))
    st.subheader(words("review"), anchor=False)
    st.markdown(review_how(language))
    to_review = found.by_verdict[NOT_REVIEWED].pairs
    workbook_download(build_id, selection, review_extract(build_id, selection, to_review))
else:
    closed_note(selection)

st.header(words("untaken"), anchor=False)
st.caption(words("untaken_note"))
st.html(untaken_markup(selection, districts, untaken))


def figures() -> pd.DataFrame:
    return untaken_table(selection, districts, untaken)


table(build_id, selection, words("untaken_table"), "untaken_needs", [], figures)
sources(build_id, selection, ["any_helped"], [words("reviewed_later"), words("value")])
