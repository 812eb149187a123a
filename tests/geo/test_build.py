"""The committed map data and the command that makes it from a boundary file."""

import json
import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import geopandas as gpd
import geothai
import pytest
import shapely
from click.testing import CliRunner, Result
from shapely.geometry import Polygon, box

from geo.build import main

ROOT = Path(__file__).resolve().parents[2]
GEO = ROOT / "geo"
OFFICIAL_DISTRICTS = {*(str(code) for code in range(4001, 4026)), "4029"}
# The province's own file, wherever it stands beside the clone.
BOUNDARY_FILES = list(ROOT.parent.glob("shared/geo/khon_kaen_subdistricts.geojson"))


def document(level: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((GEO / f"khon_kaen_{level}s.json").read_text("utf-8"))
    return loaded


def drawn(path: str) -> Any:
    """The area that a browser paints for an SVG path of relative line steps."""
    whole = shapely.Polygon()
    for ring in path.removesuffix("z").split("z"):
        start, steps = ring.removeprefix("M").split("l")
        numbers = [int(number) for number in re.findall(r"-?\d+", steps)]
        points = [tuple(int(number) for number in start.split())]
        for across, down in zip(numbers[::2], numbers[1::2], strict=True):
            points.append((points[-1][0] + across, points[-1][1] + down))
        whole = whole.symmetric_difference(Polygon(points))
    return whole


def shapes(level: str) -> dict[str, Any]:
    return {area["code"]: drawn(area["path"]) for area in document(level)["areas"]}


def test_every_official_district_is_drawn_once() -> None:
    codes = [area["code"] for area in document("district")["areas"]]
    assert sorted(codes) == sorted(OFFICIAL_DISTRICTS)


def test_every_official_subdistrict_is_drawn_once() -> None:
    codes = [area["code"] for area in document("subdistrict")["areas"]]
    official = {s.code for d in OFFICIAL_DISTRICTS for s in geothai.subdistricts(d)}
    assert len(codes) == 199
    assert set(codes) == official


def test_the_district_map_is_at_most_60_kilobytes() -> None:
    assert (GEO / "khon_kaen_districts.json").stat().st_size <= 60_000


@pytest.mark.parametrize("level", ["district", "subdistrict"])
def test_names_are_those_of_the_register(level: str) -> None:
    find = geothai.district if level == "district" else geothai.subdistrict
    for area in document(level)["areas"]:
        registered = find(area["code"])
        assert registered is not None
        assert (area["name_th"], area["name_en"]) == (registered.name_th, registered.name_en)
        assert area["code"].startswith(area["parent_code"])


@pytest.mark.parametrize("level", ["district", "subdistrict"])
def test_no_two_areas_overlap_and_none_leaves_a_gap(level: str) -> None:
    areas = list(shapes(level).values())
    union = shapely.union_all(areas)
    assert all(area.is_valid for area in areas)
    assert sum(area.area for area in areas) == pytest.approx(union.area, rel=1e-9)
    assert sum(len(part.interiors) for part in shapely.get_parts(union)) == 0


def test_the_subdistricts_of_a_district_fill_exactly_its_outline() -> None:
    subdistricts = shapes("subdistrict")
    for code, outline in shapes("district").items():
        filled = shapely.union_all([s for key, s in subdistricts.items() if key[:4] == code])
        assert filled.symmetric_difference(outline).area == 0, code


@pytest.mark.parametrize("level", ["district", "subdistrict"])
def test_every_label_point_lies_inside_its_area(level: str) -> None:
    areas = shapes(level)
    for area in document(level)["areas"]:
        assert areas[area["code"]].contains(shapely.Point(area["label"])), area["code"]


@pytest.mark.parametrize("level", ["district", "subdistrict"])
def test_neighbours_are_mutual_and_every_area_has_one(level: str) -> None:
    neighbours = {area["code"]: area["neighbours"] for area in document(level)["areas"]}
    assert all(neighbours.values())
    for code, others in neighbours.items():
        assert code not in others
        assert all(code in neighbours[other] for other in others)


def write_boundaries(path: Path, areas: dict[str, Any], column: str = "code") -> Path:
    frame = gpd.GeoDataFrame({column: list(areas)}, geometry=list(areas.values()), crs="EPSG:4326")
    frame.to_file(path, driver="GeoJSON")
    return path


def squares(codes: list[str]) -> dict[str, Any]:
    """Codes → squares side by side in the north of Thailand, each border with one extra bend."""
    edges = [100.0 + 0.1 * position for position in range(len(codes) + 1)]
    return {
        code: Polygon(
            [
                (left, 18),
                (left + 0.03, 18.05),
                (left, 18.1),
                (right, 18.1),
                (right + 0.03, 18.05),
                (right, 18),
            ]
        )
        for code, (left, right) in zip(codes, pairwise(edges), strict=True)
    }


def build(file: Path, *options: str) -> Result:
    folder = file.parent
    outputs = ["--districts", str(folder / "d.json"), "--subdistricts", str(folder / "s.json")]
    return CliRunner().invoke(main, [str(file), *outputs, *options])


def test_another_province_with_its_own_column_name_can_be_drawn(tmp_path: Path) -> None:
    codes = ["500101", "500102", "500203"]
    file = write_boundaries(tmp_path / "chiang_mai.geojson", squares(codes), "TAM_CODE")
    answer = build(file, "--code-column", "TAM_CODE", "--expect-districts", "2")
    assert answer.exit_code == 0, answer.output
    districts = json.loads((tmp_path / "d.json").read_text("utf-8"))["areas"]
    assert [area["name_en"] for area in districts] == ["Mueang Chiang Mai", "Chom Thong"]
    assert [area["neighbours"] for area in districts] == [["5002"], ["5001"]]


def test_an_old_district_code_becomes_the_official_one(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "old.geojson", squares(["402601"]))
    assert build(file).exit_code == 0
    areas = json.loads((tmp_path / "s.json").read_text("utf-8"))["areas"]
    assert [area["code"] for area in areas] == ["402901"]


@pytest.mark.parametrize(
    ("areas", "options", "said"),
    [
        (squares(["500101"]), ["--code-column", "missing"], "has no column missing"),
        (squares(["500199"]), [], "not in the DOPA register"),
        (squares(["5001"]), [], "not a six-digit"),
        (squares(["500101", "500102"]), ["--expect-subdistricts", "3"], "2 subdistrict shapes"),
        ({"500101": box(100, 18, 101, 19), "500102": box(100.5, 18, 101.5, 19)}, [], "overlap"),
        (squares(["402601"]) | squares(["402601", "402901"]), [], "repeated codes: 402901"),
    ],
)
def test_a_boundary_file_that_cannot_be_right_is_refused_in_both_languages(
    tmp_path: Path, areas: dict[str, Any], options: list[str], said: str
) -> None:
    answer = build(write_boundaries(tmp_path / "bad.geojson", areas), *options)
    assert answer.exit_code == 2
    thai, english = answer.stderr.splitlines()
    assert said in english
    assert re.search(r"[\u0e00-\u0e7f]", thai)
    assert not (tmp_path / "d.json").exists()


def test_the_committed_map_is_what_the_command_makes_of_each_known_boundary_file(
    tmp_path: Path,
) -> None:
    for file in BOUNDARY_FILES:
        copy = tmp_path / file.name
        copy.write_bytes(file.read_bytes())
        answer = build(copy, "--expect-districts", "26", "--expect-subdistricts", "199")
        assert answer.exit_code == 0, answer.output
        assert (tmp_path / "d.json").read_bytes() == (GEO / "khon_kaen_districts.json").read_bytes()
        made = (tmp_path / "s.json").read_bytes()
        assert made == (GEO / "khon_kaen_subdistricts.json").read_bytes()
