"""The two map components: five small maps side by side, and one large map beside its list."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from app.indicators import Area, Cell, build_info
from app.map.geometry import Shape
from app.scale import Scale
from app.words import branch, text

FOLDER = Path(__file__).resolve().parent
# Of these families' shares the denominator is the households with a need.
OF_NEED = ("helped", "solved")

Report = Callable[[], None]


@cache
def _source(path: Path) -> str:
    return path.read_text("utf-8")


def register(name: str, folder: Path = FOLDER) -> Any:
    """The name of a script and style in a folder → the component that they are, on shared ones."""
    # The page's own tree, not a shadow one, so that print, search and tests see the shapes.
    return st.components.v2.component(
        f"khon_kaen_{name}",
        css=_source(FOLDER / "shared.css") + _source(folder / f"{name}.css"),
        js=_source(FOLDER / "shared.js") + _source(folder / f"{name}.js"),
        isolate_styles=False,
    )


_small_maps = register("small_maps")
_area_map = register("area_map")


def small_maps(key: str, data: Mapping[str, Any], **reports: Report) -> Any:
    """Data of the board → the component; reports are callbacks such as on_choice_change."""
    return _small_maps(key=key, data=dict(data), **reports)


def area_map(key: str, data: Mapping[str, Any], **reports: Report) -> Any:
    """Data of one large map and its list → the component."""
    return _area_map(key=key, data=dict(data), **reports)


def words_of(build_id: str, language: str, family: str = "") -> dict[str, str]:
    """A build, a language and a family of indicators → the words that the scripts fill in."""
    words = branch(language, "map")
    if family in OF_NEED:
        words["not_applicable"] = text(language, "map.not_applicable_need")
    words["suppressed"] = words["suppressed"].format(
        smallest=build_info(build_id).smallest_denominator
    )
    words["measure"] = text(language, "measure.label")
    words.update({f"unit_{unit}": name for unit, name in branch(language, "unit").items()})
    return words


def shapes_of(shapes: Sequence[Shape], names: Mapping[str, Area], language: str) -> list[Any]:
    """Shapes and the register of areas → what the script draws, in order of code."""
    return [
        {
            "code": shape.code,
            "path": shape.path,
            "label": shape.label,
            "name": names[shape.code].name(language),
        }
        for shape in shapes
    ]


def cells_of(cells: Mapping[str, Cell]) -> dict[str, list[Any]]:
    """Cells by area → the same as lists, which is how the script reads them."""
    return {code: list(cell) for code, cell in cells.items()}


def scale_of(scale: Scale, language: str) -> dict[str, Any]:
    """A scale → its unit, side, edges and legend for the script."""
    return {
        "unit": scale.unit,
        "side": scale.side,
        "decimals": scale.decimals,
        "edges": scale.edges,
        "legend": scale.legend(language),
    }
