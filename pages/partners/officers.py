"""Who looks after whom: which officer has too much, which household nobody, which report is due?"""

import pandas as pd
import streamlit as st

from app.access import closed_note, may_read_households
from app.indicators import build_info
from app.officers.figures import VIEWS, officers_by_district, shown_officers
from app.officers.lists import KEY, kinds_of, officers_list
from app.officers.markup import cards_markup, districts_markup
from app.officers.reports import INDICATORS, report_month, reports_by_area
from app.officers.rows import OFFICIAL_ID
from app.officers.sentences import officers_sentence, rule_sentence
from app.officers.tables import districts_table
from app.panels import heading, sources, table
from app.rows.district_filter import district_filter, of_district
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.selection import current, filters, shown_build
from app.service_rule import service_rule
from app.words import month_name, text

build_id, selection = shown_build(), current()
language = selection.lang
rule, found = service_rule(build_id), officers_by_district(build_id)
shown = shown_officers(build_id, selection.district)
month = report_month(build_id, selection.month)
reports = reports_by_area(build_id, month)


def words(name: str, **fields: str) -> str:
    return text(language, f"officers.{name}", **fields)


codes = filters({"view": VIEWS, "official": lambda code: bool(OFFICIAL_ID.fullmatch(code))})
view = codes.get("view", "officers")
codes |= filters(paging_filters(list(kinds_of(view))))
heading(
    build_id,
    selection,
    words("title"),
    of_district(build_id, selection, officers_sentence(language, shown, rule)),
)
st.caption(rule_sentence(language, build_info(build_id), rule))
district_filter(build_id, selection, "officers_district")
linked("officers_cards", cards_markup(selection, shown, rule), KEY)

st.header(words("districts", month=month_name(language, month)), anchor=False)
st.caption(words("districts_note"))
linked("officers_districts", districts_markup(build_id, selection, found, reports), KEY)


def figures() -> pd.DataFrame:
    return districts_table(build_id, selection, found, reports)


table(build_id, selection, words("table"), "officers", INDICATORS, figures)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    st.caption(words("list_note"))
    officers_list(build_id, selection, view, month, codes)
else:
    closed_note(selection)
sources(build_id, selection, [*INDICATORS, "households_visited"])
