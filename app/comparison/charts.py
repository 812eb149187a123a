"""Districts beside one another → Plotly figures; colours and type come from the theme."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

import plotly.graph_objects as go
import streamlit as st

from app.charts import FIGURES_KEPT

NEUTRAL = "#7d8a8f"
# In the order of the theme's colours: the better ones have the first, the worse ones the second.
KINDS = ("better", "worse", "like")
SYMBOLS = {"higher": "triangle-up", "lower": "triangle-down", "like": "circle"}
ROW_PX, AROUND_ROWS_PX, FUNNEL_PX = 24, 56, 420
MARGIN = {"l": 8, "r": 8, "t": 36, "b": 8}


class Row(NamedTuple):
    """One district on a line of its own: where it lies, and what is told of it.

    kind says whether it is better or worse than the whole, shape which side it lies on.
    """

    name: str
    value: float
    kind: str
    shape: str
    told: str
    aside: str = ""
    lower: float = 0
    upper: float = 0
    is_chosen: bool = False


class Lines(NamedTuple):
    """Limits of a funnel by size: each limit's name → its share at each size, in percent."""

    sizes: Sequence[int]
    inner: tuple[Sequence[float], Sequence[float]]
    outer: tuple[Sequence[float], Sequence[float]]
    target: float


# Drawing up a figure takes Plotly longer than all the rest of its page.
@st.cache_resource(max_entries=FIGURES_KEPT, show_spinner=False)
def rows_with_intervals(
    rows: Sequence[Row], line: float, line_name: str, aside_title: str, names: Mapping[str, str]
) -> go.Figure:
    """Rows from top to bottom → a dot with its interval for each, beside the line of the whole.

    What stands at the right end of a row is its aside; names are those of the kinds.
    """
    figure = _rows_figure(rows, names)
    figure.add_scatter(
        x=[0] * len(rows),
        y=[row.name for row in rows],
        xaxis="x2",
        text=[row.aside for row in rows],
        textposition="middle right",
        mode="text",
        cliponaxis=False,
        hoverinfo="skip",
    )
    above = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "font": {"size": 13}}
    figure.update_layout(
        xaxis={"domain": [0, 0.86]},
        xaxis2={"domain": [0.86, 1], "range": [0, 1], "visible": False, "fixedrange": True},
        annotations=[
            {"x": line, "text": line_name, **above},
            {"x": 0.88, "xref": "paper", "xanchor": "left", "text": aside_title, **above},
        ],
        shapes=[
            {
                "type": "line", "x0": line, "x1": line, "y0": 0, "y1": 1, "yref": "paper",
                "line": {"color": NEUTRAL, "width": 1.5},
            }
        ],
    )  # fmt: skip
    return figure


@st.cache_resource(max_entries=FIGURES_KEPT, show_spinner=False)
def rows_of_differences(rows: Sequence[Row], names: Mapping[str, str]) -> go.Figure:
    """Rows from top to bottom → a line for each from zero to its difference."""
    from_zero = [row._replace(lower=min(0, row.value), upper=max(0, row.value)) for row in rows]
    figure = _rows_figure(from_zero, names)
    figure.update_layout(
        xaxis={
            "zeroline": True, "zerolinecolor": NEUTRAL, "zerolinewidth": 1.5, "tickformat": "+",
        }
    )  # fmt: skip
    return figure


def _rows_figure(rows: Sequence[Row], names: Mapping[str, str]) -> go.Figure:
    order = [row.name for row in rows]
    ticks = [f"<b>{row.name}</b>" if row.is_chosen else row.name for row in rows]
    return go.Figure(
        [_dots([row for row in rows if row.kind == kind], kind, names[kind]) for kind in KINDS],
        {
            "template": "streamlit",
            "height": AROUND_ROWS_PX + ROW_PX * len(rows),
            "margin": MARGIN,
            "showlegend": False,
            "dragmode": False,
            "xaxis": {"fixedrange": True, "side": "bottom", "nticks": 6},
            "yaxis": {
                "type": "category",
                "categoryorder": "array",
                "categoryarray": order[::-1],
                "tickvals": order,
                "ticktext": ticks,
                "range": [-0.7, len(rows) - 0.3],
                "fixedrange": True,
                "ticklabelstandoff": 6,
            },
        },
    )


def _dots(rows: Sequence[Row], kind: str, name: str) -> go.Scatter:
    """The rows of one kind → their dots and intervals."""
    return go.Scatter(
        x=[row.value for row in rows],
        y=[row.name for row in rows],
        error_x={
            "type": "data",
            "symmetric": False,
            "array": [row.upper - row.value for row in rows],
            "arrayminus": [row.value - row.lower for row in rows],
            "thickness": 1.5,
            "width": 0,
        },
        mode="markers",
        name=name,
        marker=_marker(rows, kind),
        customdata=[row.told for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
    )


def _marker(rows: Sequence[Row], kind: str) -> dict[str, Any]:
    return {
        "symbol": [SYMBOLS[row.shape] for row in rows],
        "size": [12 if row.is_chosen else 9 for row in rows],
        "opacity": 1,
        **({"color": NEUTRAL} if kind == "like" else {}),
    }


@st.cache_resource(max_entries=FIGURES_KEPT, show_spinner=False)
def funnel(
    points: Sequence[Row], sizes: Sequence[int], lines: Lines, words: Mapping[str, str]
) -> go.Figure:
    """Districts by size and the limits around the whole → a funnel plot; those outside are named.

    words are the names of the axes, the limits and the whole.
    """
    sized = list(zip(points, sizes, strict=True))
    largest = max(sizes)
    traces = [
        _points([each for each in sized if each[0].kind == kind], kind, words[kind], largest)
        for kind in KINDS
    ]
    limits = (("inner", lines.inner, "dash"), ("outer", lines.outer, "solid"))
    for name, pair, dash in limits:
        for place, limit in enumerate(pair):
            drawn = _line(lines.sizes, limit, words[name], {"width": 1.25, "dash": dash})
            traces.append(drawn.update(legendgroup=name, showlegend=place == 0))
    ends = (lines.sizes[0], lines.sizes[-1])
    traces.append(_line(ends, (lines.target, lines.target), words["target"], {"width": 2.5}))
    return go.Figure(
        traces,
        {
            "template": "streamlit",
            "height": FUNNEL_PX,
            "margin": {**MARGIN, "t": 8},
            "dragmode": False,
            "legend": {"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
            "xaxis": {"title": words["size"], "fixedrange": True, "nticks": 6},
            "yaxis": {"title": words["share"], "fixedrange": True, "nticks": 6},
        },
    )


def _points(sized: Sequence[tuple[Row, int]], kind: str, name: str, largest: int) -> go.Scatter:
    """Districts of one kind with their sizes → their dots, named where they have an aside."""
    rows = [row for row, _ in sized]
    return go.Scatter(
        x=[size for _, size in sized],
        y=[row.value for row in rows],
        text=[row.name if row.aside or row.is_chosen else "" for row in rows],
        # A name runs towards the middle, so that none is cut off at the edge.
        textposition=["middle left" if size > largest / 2 else "middle right" for _, size in sized],
        mode="markers+text",
        name=name,
        marker=_marker(rows, kind),
        customdata=[row.told for row in rows],
        hovertemplate="%{customdata}<extra></extra>",
        showlegend=False,
    )


def _line(
    sizes: Sequence[int], shares: Sequence[float], name: str, line: Mapping[str, Any]
) -> go.Scatter:
    return go.Scatter(
        x=list(sizes),
        y=list(shares),
        mode="lines",
        name=name,
        line={"color": NEUTRAL, **line},
        hoverinfo="skip",
    )
