"""The parts of the timeline: the choice of an indicator, its course, and the same as rows."""

import streamlit as st

from app.charts import monthly_course
from app.definitions.indicator_list import FAMILIES
from app.figures import figure
from app.indicators import Cell, areas, declarations, province_code
from app.scale import scale_for
from app.selection import Selection, chooser
from app.timeline.course import (
    Course,
    break_name,
    broken,
    group_of,
    shown_districts,
)
from app.words import month_name, text, texts

KEY = "timeline_indicator"
UNSEEN = "\N{ZERO WIDTH SPACE}"


def timeline_indicator(build_id: str, selection: Selection, indicator: str) -> None:
    """The list of indicators to choose from, by family, with the one that is shown."""
    language, declared = selection.lang, declarations(build_id)
    known = [each for each in declared if group_of(build_id, selection.month, each)]
    known.sort(key=lambda each: FAMILIES.index(declared[each]["family"]))

    def name(each: str) -> str:
        family = declared[each]["family"]
        return f"{text(language, f'family.{family}')}: {declared[each][f'title_{language}']}"

    st.session_state[KEY] = indicator
    st.selectbox(
        text(language, "compare.indicator"),
        known,
        format_func=name,
        key=KEY,
        on_change=chooser("indicator", KEY),
    )


def course_chart(build_id: str, selection: Selection, course: Course) -> None:
    """The course of the province and of the districts that are set side by side."""
    language = selection.lang
    unit = declarations(build_id)[course.indicator]["unit"]
    names = [break_name(language, each) for each in course.breaks]
    # A name on the axis stands for one place; blanks that are not seen keep them apart.
    at_breaks = [name + UNSEEN * turn for turn, name in enumerate(names)]
    labels = [month_name(language, month, short=True) for month in course.months]
    nothing = [None] * len(course.breaks)
    lines = {
        name: broken(course, [cell.value for cell in cells], nothing)
        for name, cells in named_lines(build_id, selection, course).items()
    }
    is_achieved = unit == "pct" and scale_for(course.indicator).side == "achieved"
    st.plotly_chart(
        monthly_course(
            broken(course, labels, at_breaks),
            lines,
            text(language, f"unit.{unit}"),
            texts(language)[f"map.value_{unit}"],
            100 if is_achieved else None,
            at_breaks,
        ),
        config={"displayModeBar": False},
        alt=text(language, "timeline.alt"),
        key="timeline_course",
    )


def named_lines(build_id: str, selection: Selection, course: Course) -> dict[str, list[Cell]]:
    """The cells of the province and of the districts side by side, by name."""
    districts = areas(build_id)["district"]
    lines = {text(selection.lang, "map.province"): course.cells[province_code(build_id)]}
    for code in shown_districts(selection):
        lines[districts[code].name(selection.lang)] = course.cells[code]
    return lines


def every_line(build_id: str, selection: Selection, course: Course) -> dict[str, list[Cell]]:
    """The cells of the province and of every district, by name."""
    districts = areas(build_id)["district"]
    return {
        text(selection.lang, "map.province"): course.cells[province_code(build_id)],
        **{area.name(selection.lang): course.cells[code] for code, area in districts.items()},
    }


def timeline_sentence(build_id: str, selection: Selection, course: Course) -> str:
    """The province's first and last figure, in words; of one edition, why there is no course."""
    language, declared = selection.lang, declarations(build_id)[course.indicator]
    what = declared[f"title_{language}"]
    cells = course.cells[province_code(build_id)]
    known = [place for place, cell in enumerate(cells) if cell.value is not None]
    if not known:
        return text(language, "timeline.nothing", what=what)
    first, last = (figure(language, declared["unit"], cells[known[turn]]) for turn in (0, -1))
    if declared["period"] == "edition" and len(known) == 1:
        return text(
            language, "timeline.one_edition", what=what, edition=declared["edition"], value=first
        )
    return text(
        language,
        "dimension_map.course_sentence",
        what=what,
        first=month_name(language, course.months[known[0]]),
        last=month_name(language, course.months[known[-1]]),
        first_value=first,
        last_value=last,
    )


def breaks_sentence(selection: Selection, course: Course) -> str:
    """Where the method changes, in words; blank where it does not."""
    return " · ".join(
        text(
            selection.lang,
            "timeline.break",
            month=month_name(selection.lang, each.month),
            what=break_name(selection.lang, each),
        )
        for each in course.breaks
    )
