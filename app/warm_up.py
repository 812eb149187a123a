"""What every reader needs, read before the first one comes."""

from app.headline import INDICATORS as HEADLINE
from app.indicators import (
    DIMENSIONS,
    Level,
    areas,
    build_info,
    declarations,
    indicator_of,
    months,
    series,
)
from app.map.board import INDICATORS as BOARD
from app.map.geometry import drawing
from app.selection import MEASURES
from app.warehouse import serving_build


def warm_up() -> None:
    """Fills the caches of the serving build; raises NoWarehouseError when there is none."""
    build_id = serving_build()
    build_info(build_id)
    areas(build_id)
    months(build_id)
    declarations(build_id)
    drawing("district")
    drawing("subdistrict")
    levels: tuple[Level, ...] = ("province", "district")
    for level in levels:
        series(build_id, (*BOARD, "any_need", "any_helped", "any_solved", *HEADLINE), level)
        series(build_id, BOARD, level)
        for dimension in DIMENSIONS:
            measured = tuple(indicator_of(dimension, measure) for measure in MEASURES)
            series(build_id, measured, level)
