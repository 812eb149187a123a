"""Districts beside one another → Plotly figures; colours and type come from the theme."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import plotly.graph_objects as go

# Registers the template that follows the theme, light or dark.
import streamlit.elements.plotly_chart  # noqa: F401

NEUTRAL = "#7d8a8f"
# In the order of the theme's colours: the better ones have the first, the worse ones the second.
KINDS = ("better", "worse", "like")
SYMBOLS = {"higher": "triangle-up", "lower": "triangle-down", "like": "circle"}
ROW_PX, AROUND_ROWS_PX = 24, 56
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
    lower: float | None = None
    upper: float | None = None
    is_chosen: bool = False


class Lines(NamedTuple):
    """Limits of a funnel by size: each limit's name → its share at each size, in percent."""

    sizes: Sequence[int]
    inner: tuple[Sequence[float], Sequence[float]]
    outer: tuple[Sequence[float], Sequence[float]]
    target: float


def rows_with_intervals(
    rows: Sequence[Row], line: float, line_name: str, aside_title: str, names: Mapping[str, str]
) -> go.Figure:
    """Rows from top to bottom → a dot with its interval for each, beside the line of the whole.

    What stands at the right end of a row is its aside; names are those of the kinds.
    """
    figure = _rows_figure(rows, names)
    figure.add_vline(
        x=line,
        line={"color": NEUTRAL, "width": 1.5},
        annotation={"text": line_name, "yanchor": "bottom", "font": {"size": 13}},
        annotation_position="top",
    )
    for row in rows:
        figure.add_annotation(
            x=1.01, xref="paper", y=row.name, text=row.aside, showarrow=False, xanchor="left"
        )
    figure.add_annotation(
        x=1.01, xref="paper", y=1, yref="paper", text=aside_title, showarrow=False,
        xanchor="left", yanchor="bottom", font={"size": 13},
    )  # fmt: skip
    figure.update_layout(margin={**MARGIN, "r": 64})
    return figure


def rows_of_differences(rows: Sequence[Row], names: Mapping[str, str]) -> go.Figure:
    """Rows from top to bottom → a line for each from zero to its difference."""
    figure = _rows_figure(rows, names)
    for row in rows:
        figure.add_shape(
            type="line", x0=0, x1=row.value, y0=row.name, y1=row.name, layer="below",
            line={"color": NEUTRAL, "width": 1.5},
        )  # fmt: skip
    figure.update_xaxes(zeroline=True, zerolinecolor=NEUTRAL, zerolinewidth=1.5, tickformat="+")
    return figure


def _rows_figure(rows: Sequence[Row], names: Mapping[str, str]) -> go.Figure:
    figure = go.Figure(layout={"template": "streamlit"})
    for kind in KINDS:
        shown = [row for row in rows if row.kind == kind]
        has_interval = any(row.lower is not None for row in shown)
        figure.add_scatter(
            x=[row.value for row in shown],
            y=[row.name for row in shown],
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [(row.upper or 0) - row.value for row in shown],
                "arrayminus": [row.value - (row.lower or 0) for row in shown],
                "thickness": 1.5,
                "width": 0,
            }
            if has_interval
            else None,
            mode="markers",
            name=names[kind],
            marker={
                "symbol": [SYMBOLS[row.shape] for row in shown],
                "size": [12 if row.is_chosen else 9 for row in shown],
                "opacity": 1,
                **({"color": NEUTRAL} if kind == "like" else {}),
            },
            customdata=[row.told for row in shown],
            hovertemplate="%{customdata}<extra></extra>",
        )
    ticks = [f"<b>{row.name}</b>" if row.is_chosen else row.name for row in rows]
    figure.update_layout(
        height=AROUND_ROWS_PX + ROW_PX * len(rows), margin=MARGIN, showlegend=False, dragmode=False
    )
    figure.update_yaxes(
        type="category", categoryorder="array", categoryarray=[row.name for row in reversed(rows)],
        tickvals=[row.name for row in rows], ticktext=ticks, range=[-0.7, len(rows) - 0.3],
        fixedrange=True, ticklabelstandoff=6,
    )  # fmt: skip
    figure.update_xaxes(fixedrange=True, side="bottom", nticks=6)
    return figure


def funnel(
    points: Sequence[Row], sizes: Sequence[int], lines: Lines, words: Mapping[str, str]
) -> go.Figure:
    """Districts by size and the limits around the whole → a funnel plot; those outside are named.

    words are the names of the axes, the limits and the whole.
    """
    figure = go.Figure(layout={"template": "streamlit"})
    limits = (("inner", lines.inner, "dash"), ("outer", lines.outer, "solid"))
    for kind in KINDS:
        shown = [(row, size) for row, size in zip(points, sizes, strict=True) if row.kind == kind]
        figure.add_scatter(
            x=[size for _, size in shown],
            y=[row.value for row, _ in shown],
            text=[row.name if row.aside or row.is_chosen else "" for row, _ in shown],
            # A name runs towards the middle, so that none is cut off at the edge.
            textposition=[
                "middle left" if size > max(sizes) / 2 else "middle right" for _, size in shown
            ],
            mode="markers+text",
            name=words[kind],
            marker={
                "symbol": [SYMBOLS[row.shape] for row, _ in shown],
                "size": [13 if row.is_chosen else 9 for row, _ in shown],
                "opacity": 1,
                **({"color": NEUTRAL} if kind == "like" else {}),
            },
            customdata=[row.told for row, _ in shown],
            hovertemplate="%{customdata}<extra></extra>",
            showlegend=False,
        )
    for name, pair, dash in limits:
        for place, limit in enumerate(pair):
            figure.add_scatter(
                x=lines.sizes,
                y=limit,
                mode="lines",
                name=words[name],
                line={"color": NEUTRAL, "width": 1.25, "dash": dash},
                hoverinfo="skip",
                legendgroup=name,
                showlegend=place == 0,
            )
    figure.add_scatter(
        x=[lines.sizes[0], lines.sizes[-1]],
        y=[lines.target, lines.target],
        mode="lines",
        name=words["target"],
        line={"color": NEUTRAL, "width": 2.5},
        hoverinfo="skip",
    )
    figure.update_layout(
        height=420,
        margin={**MARGIN, "t": 8},
        dragmode=False,
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
    )
    figure.update_xaxes(title=words["size"], fixedrange=True, nticks=6)
    figure.update_yaxes(title=words["share"], fixedrange=True, nticks=6)
    return figure
