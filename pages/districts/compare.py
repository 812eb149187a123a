"""Which districts truly differ from the province and from one another, and which only seem to?"""

import pandas as pd
import streamlit as st

from app.comparison.funnels import both_funnels
from app.comparison.indicator_choice import chosen_indicator, indicator_choice
from app.comparison.level import level
from app.comparison.peers import peers_of
from app.comparison.rug import OTHERS, columns_of, month_shown, rug
from app.comparison.sentences import rug_sentence
from app.comparison.side_by_side import side_by_side
from app.comparison.standings import standings
from app.comparison.tables import rug_table
from app.indicators import declarations
from app.panels import heading, sources, table
from app.quality.doubts import doubt_note
from app.selection import current, shown_build
from app.words import text

PROFILE_PAGE, DEFINITIONS_PAGE = "pages/districts/profile.py", "pages/data/definitions.py"
build_id, selection = shown_build(), current()
columns = columns_of(selection)
compared = [
    standings(build_id).get(each, {}).get(month_shown(build_id, selection, each), {})
    for each in columns
]


def words(name: str) -> str:
    return text(selection.lang, f"compare.{name}")


heading(build_id, selection, words("title"), rug_sentence(selection, compared))
opened = rug(build_id, selection)
if opened:
    st.switch_page(PROFILE_PAGE, query_params={**selection.codes(), "district": opened})
st.caption(words("rug_note"))
doubt_note(build_id, selection, columns)


def figures() -> pd.DataFrame:
    return rug_table(build_id, selection)


table(build_id, selection, words("table"), "compared_districts", columns, figures)

st.header(words("beside_title"), anchor=False)
side_by_side(build_id, selection)

indicator = chosen_indicator(build_id, selection)
if indicator is None:
    st.info(words("nothing"))
else:
    st.header(words("one_indicator"), anchor=False)
    indicator_choice(build_id, selection, indicator)
    st.caption(declarations(build_id)[indicator][f"question_{selection.lang}"])
    level(build_id, selection, indicator)
    doubt_note(build_id, selection, [indicator])
    st.header(words("funnels"), anchor=False)
    st.markdown(words("funnels_meaning"))
    both_funnels(build_id, selection, indicator)

st.header(words("peers_title"), anchor=False)
peers_of(build_id, selection)
st.page_link(DEFINITIONS_PAGE, label=words("definitions"), query_params=selection.codes())
shown = [*([indicator] if indicator else []), *OTHERS]
sources(build_id, selection, shown, [words("methods")])
