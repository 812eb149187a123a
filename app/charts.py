"""Rows → the Plotly figure that pages of several sections draw; the theme gives colours and type.

What one section alone draws stands in the charts.py of its folder; nothing else knows of Plotly.
"""

from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

# Registers the template that follows the theme, light or dark.
import streamlit.elements.plotly_chart

FIGURES_KEPT = 128
# Names of months that have no room side by side are slanted, never upright.
ANGLES = [0, 45]


# Drawing up a figure takes Plotly longer than all the rest of its page.
@st.cache_resource(max_entries=FIGURES_KEPT, show_spinner=False)
def monthly_course(
    months: Sequence[str],
    lines: Mapping[str, Sequence[float | None]],
    unit: str,
    shown: str,
    highest: float | None,
    breaks: Sequence[str] = (),
) -> go.Figure:
    """Names of months and one line for each area → a line chart; a missing month is a gap.

    shown is how a value is told, with {value} in its place; highest is the top of the axis where
    the unit has one (100 for a share). breaks are those of the names between two months where a
    method changes: a line is drawn there, and no course crosses it.
    """
    told = shown.format(value="%{y:,.1f}" if highest else "%{y:,.0f}")
    figure = go.Figure(layout={"template": "streamlit"})
    for name, values in lines.items():
        figure.add_scatter(
            x=list(months),
            y=list(values),
            name=name,
            mode="lines+markers",
            connectgaps=False,
            hovertemplate=f"%{{x}}: {told}<extra>{name}</extra>",
        )
    figure.update_layout(
        height=320,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        hovermode="x unified",
        showlegend=len(lines) > 1,
        legend={"orientation": "h", "yanchor": "bottom", "y": 1.02, "x": 0},
        dragmode=False,
    )
    figure.update_yaxes(
        title=unit,
        rangemode="tozero",
        range=None if highest is None else [0, highest * 1.04],
        nticks=6,
    )
    figure.update_xaxes(type="category", showgrid=False, autotickangles=ANGLES)
    for name in breaks:
        figure.add_vline(x=name, line={"width": 1.5, "dash": "dot"})
    return figure
