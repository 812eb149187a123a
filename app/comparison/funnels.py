"""Funnel plots: is a district further out than its size lets chance explain?"""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

import streamlit as st

from app.comparison.charts import Lines, Row, funnel
from app.comparison.indicator_choice import BASELINE, chosen_indicator, comparable, is_survey
from app.comparison.level import kinds_in_words, told
from app.comparison.rug import month_shown
from app.comparison.sentences import names
from app.comparison.standings import higher_is_better, judged, standings
from app.indicators import areas, declarations, province_code
from app.selection import Selection
from app.warehouse import Row as Record
from app.warehouse import rows
from app.words import month_name, number, percent, text


class Funnel(NamedTuple):
    """The districts of one indicator and month, and the limits by size."""

    points: Mapping[str, Record]
    limits: tuple[Record, ...]


@st.cache_resource(max_entries=64, show_spinner=False)
def funnels(build_id: str, indicator: str) -> Mapping[str, Funnel]:
    """An indicator → month → its funnel; shared by all viewers, never changed."""
    points: dict[str, dict[str, Record]] = {}
    for row in rows(build_id, "funnel", indicator=indicator):
        points.setdefault(row["month"], {})[row["area_code"]] = row
    limits: dict[str, list[Record]] = {}
    for row in rows(
        build_id, "funnel_limits", indicator=indicator, province_code=province_code(build_id)
    ):
        limits.setdefault(row["month"], []).append(row)
    return {month: Funnel(found, tuple(limits[month])) for month, found in points.items()}


@st.cache_resource(max_entries=3, show_spinner=False)
def chance_gaps(build_id: str) -> tuple[Record, ...]:
    """How far best and worst lie apart by chance alone, by how households are spread."""
    return tuple(rows(build_id, "chance_gap"))


def both_funnels(build_id: str, selection: Selection, indicator: str) -> None:
    """The chosen indicator → a funnel of the programme and one of the survey, side by side."""
    known = comparable(build_id)
    programme = [each for each in known if not is_survey(build_id, each)]
    usual = chosen_indicator(build_id, replace(selection, indicator=None))
    survey = indicator if is_survey(build_id, indicator) else BASELINE
    wanted = (indicator if indicator in programme else usual, survey)
    columns = st.columns(2, gap="large")
    for column, each in zip(columns, dict.fromkeys(wanted), strict=False):
        if each in known:
            with column:
                _funnel(build_id, selection, each)
    for gap in chance_gaps(build_id):
        st.markdown(
            text(
                selection.lang,
                f"compare.chance_{gap['spread']}",
                true_pct=number(gap["true_pct"]),
                districts=number(gap["districts"]),
                households=number(gap["mean_households"]),
                points=number(gap["median_gap_points"]),
                low=number(gap["low_gap_points"]),
                high=number(gap["high_gap_points"]),
            )
        )


def _funnel(build_id: str, selection: Selection, indicator: str) -> None:
    language = selection.lang
    month = month_shown(build_id, selection, indicator)
    found = funnels(build_id, indicator)[month]
    compared = standings(build_id)[indicator][month]
    better, districts = higher_is_better(build_id, indicator), areas(build_id)["district"]
    declared = declarations(build_id)[indicator]
    target = next(iter(found.points.values()))["target_pct"]
    st.subheader(
        text(
            language,
            "compare.funnel_heading",
            title=declared[f"title_{language}"],
            period=declared["edition"]
            if is_survey(build_id, indicator)
            else month_name(language, month),
        ),
        anchor=False,
    )
    st.markdown(funnel_sentence(build_id, selection, found))

    def point(code: str, record: Record) -> Row:
        side = "higher" if record["value"] > target else "lower"
        shape = side if record["is_outside_2sd"] else "like"
        name = districts[code].name(language)
        return Row(
            name=name,
            value=record["value"],
            kind=judged(shape, higher_is_better=better),
            shape=shape,
            told=told(selection, name, compared[code]),
            aside=side if record["is_outside_2sd"] else "",
            is_chosen=code == selection.district,
        )

    st.plotly_chart(
        funnel(
            [point(code, record) for code, record in found.points.items()],
            [record["denominator"] for record in found.points.values()],
            Lines(
                [each["denominator"] for each in found.limits],
                _pair(found, "2sd"),
                _pair(found, "3sd"),
                target,
            ),
            {
                **kinds_in_words(language),
                "inner": text(language, "compare.limit_inner"),
                "outer": text(language, "compare.limit_outer"),
                "target": text(language, "map.whole_province"),
                "size": text(language, "compare.funnel_size"),
                "share": text(language, "unit.pct"),
            },
        ),
        config={"displayModeBar": False},
        alt=text(language, "compare.funnel_alt"),
        key=f"funnel_{'survey' if is_survey(build_id, indicator) else 'programme'}",
    )
    record = next(iter(found.points.values()))
    if record["phi"] is None:
        st.caption(text(language, "compare.funnel_binomial"))
    else:
        st.markdown(overdispersion_sentence(language, found))
        st.caption(
            text(
                language,
                "compare.funnel_overdispersed",
                phi=percent(record["phi"]),
                tau=percent(record["tau_points"], 2),
            )
        )


def _pair(found: Funnel, name: str) -> tuple[list[float], list[float]]:
    return (
        [each[f"lower_{name}_pct"] for each in found.limits],
        [each[f"upper_{name}_pct"] for each in found.limits],
    )


def funnel_sentence(build_id: str, selection: Selection, found: Funnel) -> str:
    """How many districts lie outside the limits, and which lie far outside."""
    districts = areas(build_id)["district"]
    outside = [code for code, each in found.points.items() if each["is_outside_2sd"]]
    far = [code for code in outside if found.points[code]["is_outside_3sd"]]
    sentence = text(
        selection.lang,
        "compare.funnel_outside" if outside else "compare.funnel_inside",
        districts=number(len(found.points)),
        outside=number(len(outside)),
        names=names(selection, outside, districts),
    )
    if not far:
        return sentence
    beyond = text(selection.lang, "compare.funnel_far", names=names(selection, far, districts))
    return f"{sentence} {beyond}"


def overdispersion_sentence(language: str, found: Funnel) -> str:
    """How many districts plain limits would put far outside, beside how many these do."""
    points = found.points.values()
    return text(
        language,
        "compare.funnel_plain",
        districts=number(len(points)),
        plain=number(sum(each["is_outside_plain_3sd"] for each in points)),
        widened=number(sum(each["is_outside_3sd"] for each in points)),
    )
