"""Which referral has nobody answered, for how long, and who must answer it?"""

import pandas as pd
import streamlit as st

from app.access import closed_note, may_read_households
from app.panels import heading, sources, table
from app.referrals.figures import referral_counts
from app.referrals.markup import districts_markup, holders_markup
from app.referrals.rows import ALLOWED, KEY, KINDS, referral_choices, referral_list
from app.referrals.sentences import referrals_sentence, referrals_table
from app.rows.district_filter import district_filter, of_district
from app.rows.linked import linked
from app.rows.paging import paging_filters
from app.selection import current, filters, shown_build
from app.service_rule import RULES_FILE, service_rule
from app.words import number, text

build_id, selection = shown_build(), current()
rule = service_rule(build_id)
found = referral_counts(build_id, selection.month)


def words(name: str, **fields: str) -> str:
    return text(selection.lang, f"referrals.{name}", **fields)


codes = filters({**ALLOWED, **paging_filters(list(KINDS))})
heading(
    build_id,
    selection,
    words("title"),
    of_district(build_id, selection, referrals_sentence(selection, found, rule)),
)
st.caption(words("rule", days=number(rule.referral_stale_days), file=RULES_FILE))
district_filter(build_id, selection, "referrals_district")
linked("referrals_holders", holders_markup(selection, found), KEY)

st.header(words("districts"), anchor=False)
st.caption(words("districts_note"))
linked("referrals_districts", districts_markup(build_id, selection, found), KEY)


def figures() -> pd.DataFrame:
    return referrals_table(build_id, selection, found)


table(build_id, selection, words("table"), "referrals", [], figures)

st.header(words("list"), anchor=False)
if may_read_households(build_id):
    referral_choices(build_id, selection, codes)
    referral_list(build_id, selection, codes)
else:
    closed_note(selection)
sources(build_id, selection, [], [words("origin"), words("limits")])
