"""One household: who lives there, what it needs, what was done, and what is next."""

import streamlit as st

from app.access import closed_note, may_read_households
from app.household.choice import household_choice, is_known
from app.household.drawing import drawing_markup
from app.household.events import events_of
from app.household.extract import events_markup, extract_of
from app.household.needs import needs_markup
from app.household.people import STYLE, facts_markup, people_markup
from app.household.record import record_of
from app.household.step_words import steps_markup
from app.household.steppers import steppers_markup
from app.household.steps import next_steps
from app.household.summary import summary_of
from app.indicators import months
from app.left_behind.filters import list_filters
from app.panels import heading, sources
from app.rows.linked import linked
from app.rows.opened_household import HOUSEHOLD, LIST, LISTS
from app.rows.workbook import workbook_download
from app.selection import current, filters, shown_build
from app.service_rule import service_rule
from app.words import month_name, text

build_id, selection = shown_build(), current()
language = selection.lang


def words(name: str, **fields: str) -> str:
    return text(language, f"household.{name}", **fields)


if not may_read_households(build_id):
    heading(build_id, selection, words("menu"), "")
    closed_note(selection)
    st.stop()

codes = filters({HOUSEHOLD: lambda code: is_known(build_id, code), LIST: LISTS})
if LIST not in codes:
    codes |= filters(list_filters(build_id, selection))
household_id = codes.get(HOUSEHOLD)
if household_id is None:
    heading(build_id, selection, words("menu"), words("chooser"))
    household_choice(selection, codes)
    sources(build_id, selection, ["any_helped"])
    st.stop()

st.html(STYLE)
record = record_of(build_id, household_id, selection.month)
rule = service_rule(build_id)
title = words("title", household=household_id)
heading(build_id, selection, title, summary_of(build_id, language, record))
household_choice(selection, codes)

st.header(words("next", month=month_name(language, selection.month)), anchor=False)
has_left = record.profile["excluded_reason"] is not None
st.html(steps_markup(language, next_steps(record, rule), rule, has_left=has_left))
facts, people = st.columns([2, 3], gap="large")
with facts:
    st.header(words("facts"), anchor=False)
    st.html(facts_markup(build_id, language, record))
with people:
    st.header(words("people"), anchor=False)
    st.html(people_markup(language, record))
    st.caption(words("people_note"))
st.header(words("needs"), anchor=False)
st.html(needs_markup(language, record))
st.header(words("course"), anchor=False)
events = events_of(language, record)
linked("household_course", drawing_markup(language, months(build_id), record), "none")
st.html(events_markup(language, events))
workbook_download(build_id, selection, extract_of(selection, household_id, events))
st.header(words("stages"), anchor=False)
st.html(steppers_markup(language, record))
sources(build_id, selection, ["any_helped", "income_at_or_above_line"], [words("latest_note")])
