"""How many people are poor in how many ways, where, and how far below the line are incomes?"""

import streamlit as st

from app.map.indicator_map import indicator_map
from app.panels import heading, sources
from app.poverty.markup import cutoff_name
from app.poverty.measures import CONTRIBUTION, INCOME, MULTIDIMENSIONAL, places, survey_cells
from app.poverty.sections import cutoff_choice, cutoffs, failed_together, income
from app.poverty.sentences import income_sentence, poverty_sentence
from app.quality.doubts import doubt_note
from app.selection import CUTOFFS, current, shown_build
from app.words import text

build_id, selection = shown_build(), current()
language = selection.lang
cutoff = selection.cutoff or CUTOFFS[0]
chosen = places(build_id, selection)[-1]
headcount, intensity, _ = survey_cells(build_id, MULTIDIMENSIONAL, chosen, "k1")


def words(name: str, **fields: str) -> str:
    return text(language, f"poverty.{name}", **fields)


heading(
    build_id, selection, words("title"), poverty_sentence(selection, chosen, headcount, intensity)
)
st.info(words("caution"))
if headcount.value is not None:
    st.header(words("cutoffs", area=chosen.name), anchor=False)
    cutoffs(build_id, selection, cutoff)
    st.header(words("districts"), anchor=False)
    cutoff_choice(selection, cutoff)
    title = words("map_title", cutoff=cutoff_name(language, cutoff))
    indicator_map(build_id, selection, MULTIDIMENSIONAL[0], title, f"k{cutoff}")
    doubt_note(build_id, selection, MULTIDIMENSIONAL)
    st.header(words("failed"), anchor=False)
    failed_together(build_id, selection)

st.header(words("income"), anchor=False)
st.markdown(income_sentence(build_id, selection, chosen))
income(build_id, selection)
sources(build_id, selection, [MULTIDIMENSIONAL[0], CONTRIBUTION, INCOME[0]], [words("methods")])
