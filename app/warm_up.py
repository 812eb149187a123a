"""What every reader needs, read before the first one comes."""

from app.comparison.funnels import chance_gaps
from app.comparison.indicator_choice import comparable
from app.comparison.peers import features, peers
from app.comparison.standings import standings
from app.headline import INDICATORS as HEADLINE
from app.indicators import (
    DIMENSIONS,
    Level,
    areas,
    build_info,
    declarations,
    indicator_of,
    months,
    province_code,
    province_values,
    series,
)
from app.map.board import INDICATORS as BOARD
from app.map.geometry import drawing
from app.poverty.measures import Place, combinations, contributions, cutoff_cells
from app.quality.doubts import doubts
from app.selection import MEASURES
from app.warehouse import serving_build


def warm_up() -> None:
    """Fills the caches of the serving build; raises NoWarehouseError when there is none."""
    build_id = serving_build()
    build_info(build_id)
    areas(build_id)
    months(build_id)
    declarations(build_id)
    standings(build_id)
    comparable(build_id)
    chance_gaps(build_id)
    peers(build_id)
    features(build_id)
    drawing("district")
    drawing("subdistrict")
    levels: tuple[Level, ...] = ("province", "district")
    for level in levels:
        series(build_id, (*BOARD, "any_need", "any_helped", "any_solved", *HEADLINE), level)
        series(build_id, BOARD, level)
        for dimension in DIMENSIONS:
            measured = tuple(indicator_of(dimension, measure) for measure in MEASURES)
            series(build_id, measured, level)
    for month in months(build_id)[-1:]:
        province_values(build_id, month)
    doubts(build_id)
    for code in (province_code(build_id), next(iter(areas(build_id)["district"]))):
        place = Place(code, code)
        cutoff_cells(build_id, place)
        contributions(build_id, place)
        combinations(build_id, code)
