"""Facts of the committed map files of Khon Kaen."""

import json
from pathlib import Path

import geothai
import pytest
import shapely

from tests.geo.map_shapes import GEO, areas_of, shapes_of

OFFICIAL_DISTRICTS = {*(str(code) for code in range(4001, 4026)), "4029"}
DISTRICTS = GEO / "khon_kaen_districts.json"
SUBDISTRICTS = GEO / "khon_kaen_subdistricts.json"

each_map = pytest.mark.parametrize("file", [DISTRICTS, SUBDISTRICTS], ids=lambda file: file.stem)


def test_every_official_district_is_drawn_once() -> None:
    codes = [area["code"] for area in areas_of(DISTRICTS)]
    assert sorted(codes) == sorted(OFFICIAL_DISTRICTS)


def test_every_official_subdistrict_is_drawn_once() -> None:
    codes = [area["code"] for area in areas_of(SUBDISTRICTS)]
    official = {s.code for d in OFFICIAL_DISTRICTS for s in geothai.subdistricts(d)}
    assert len(codes) == 199
    assert set(codes) == official


def test_the_district_map_is_at_most_60_kilobytes() -> None:
    assert DISTRICTS.stat().st_size <= 60_000


@each_map
def test_the_source_is_named_in_thai_and_english(file: Path) -> None:
    document = json.loads(file.read_text("utf-8"))
    assert "เพื่อการแสดงผลเท่านั้น" in document["attribution_th"]
    assert "for display" in document["attribution_en"]
    assert document["attribution"] == f"{document['attribution_th']} · {document['attribution_en']}"


@each_map
def test_names_are_those_of_the_register(file: Path) -> None:
    for area in areas_of(file):
        code = area["code"]
        registered = geothai.district(code) if len(code) == 4 else geothai.subdistrict(code)
        assert registered is not None
        assert (area["name_th"], area["name_en"]) == (registered.name_th, registered.name_en)
        assert area["parent_code"] == code[:-2]


@each_map
def test_no_two_areas_overlap_and_none_leaves_a_gap(file: Path) -> None:
    areas = list(shapes_of(file).values())
    union = shapely.union_all(areas)
    assert all(area.is_valid for area in areas)
    assert sum(area.area for area in areas) == pytest.approx(union.area, rel=1e-9)
    assert [len(part.interiors) for part in shapely.get_parts(union)] == [0]


def test_the_subdistricts_of_a_district_fill_exactly_its_outline() -> None:
    subdistricts = shapes_of(SUBDISTRICTS)
    for code, outline in shapes_of(DISTRICTS).items():
        filled = shapely.union_all([s for key, s in subdistricts.items() if key[:4] == code])
        assert filled.symmetric_difference(outline).area == 0, code


@each_map
def test_every_area_lies_inside_the_view_box(file: Path) -> None:
    _, _, width, height = json.loads(file.read_text("utf-8"))["view_box"]
    left, top, right, bottom = shapely.total_bounds(list(shapes_of(file).values()))
    assert 0 < left < right < width
    assert 0 < top < bottom < height


@each_map
def test_every_label_point_lies_inside_its_area(file: Path) -> None:
    shapes = shapes_of(file)
    for area in areas_of(file):
        assert shapes[area["code"]].contains(shapely.Point(area["label"])), area["code"]


@each_map
def test_neighbours_are_those_whose_outlines_share_a_line(file: Path) -> None:
    shapes = shapes_of(file)
    for area in areas_of(file):
        outline = shapes[area["code"]].boundary
        sharing = [
            code
            for code, other in shapes.items()
            if code != area["code"] and outline.intersection(other.boundary).length > 0
        ]
        assert area["neighbours"] == sorted(sharing)
        assert sharing
