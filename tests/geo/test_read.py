"""Boundary files in and out of order."""

from pathlib import Path
from typing import Any

import geopandas as gpd
import pytest
import shapely
from shapely.geometry import LineString, Polygon, box

from geo.boundary_error import BoundaryError
from geo.read import read_boundaries
from tests.geo.boundary_files import strips, write_boundaries

SQUARE = box(99, 18, 99.1, 18.1)


def read(path: Path, **options: Any) -> gpd.GeoSeries:
    return read_boundaries(path, "code", **{"aliases": {}, **options})


def refusal(path: Path, code_column: str = "code", **options: Any) -> BoundaryError:
    with pytest.raises(BoundaryError) as refused:
        read_boundaries(path, code_column, **{"aliases": {}, **options})
    return refused.value


@pytest.mark.parametrize("ending", ["geojson", "shp", "gpkg"])
def test_three_formats_give_the_same_areas(tmp_path: Path, ending: str) -> None:
    areas = strips(["500102", "500101"])
    found = read(write_boundaries(tmp_path / f"areas.{ending}", areas))
    assert list(found.index) == ["500101", "500102"]
    assert found.crs.to_epsg() == 32647
    expected = gpd.GeoSeries(areas, crs="EPSG:4326").to_crs(32647)
    assert found.area.to_dict() == pytest.approx(expected.area.to_dict(), rel=1e-6)


@pytest.mark.parametrize("codes", [[500101, 500102], [500101.0, 500102.0], [" 500101", "500102 "]])
def test_codes_that_a_spreadsheet_changed_are_read_as_codes(
    tmp_path: Path, codes: list[object]
) -> None:
    table = gpd.GeoDataFrame(
        {"code": codes}, geometry=list(strips(["a", "b"]).values()), crs="EPSG:4326"
    )
    table.to_file(tmp_path / "codes.gpkg")
    assert list(read(tmp_path / "codes.gpkg").index) == ["500101", "500102"]


def test_an_alias_changes_the_beginning_of_a_code_and_nothing_else(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "old.geojson", strips(["402601", "500101"]))
    found = read(file, aliases={"4026": "4029", "0101": "0102"})
    assert list(found.index) == ["402901", "500101"]


def test_a_self_crossing_or_three_dimensional_outline_becomes_a_flat_sound_one(
    tmp_path: Path,
) -> None:
    bow_tie = Polygon([(99, 18), (99.1, 18.1), (99.1, 18), (99, 18.1)])
    raised = shapely.force_3d(box(99.1, 18, 99.2, 18.1), 150)
    file = write_boundaries(tmp_path / "odd.gpkg", {"500101": bow_tie, "500102": raised})
    found = read(file)
    assert found.is_valid.all()
    assert not found.has_z.any()
    assert found["500101"].area == pytest.approx(found["500102"].area / 2, rel=0.01)


def test_a_reference_system_given_by_hand_goes_before_that_of_the_file(tmp_path: Path) -> None:
    metres = box(500_000, 2_000_000, 510_000, 2_010_000)
    file = write_boundaries(tmp_path / "metres.gpkg", {"500101": metres}, crs="EPSG:4326")
    assert read(file, crs="EPSG:24047")["500101"].area == pytest.approx(1e8, rel=0.01)


def test_a_file_that_is_no_map_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.geojson"
    text.write_text("not a map", "utf-8")
    table = tmp_path / "table.csv"
    table.write_text("code\n500101\n", "utf-8")
    for file in (text, table):
        error = refusal(file)
        assert error.reason == "unreadable_file"
        assert file.name in error.message_th


def test_a_missing_column_is_refused_with_the_names_of_those_there_are(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", strips(["500101"]), "TAM_CODE")
    error = refusal(file)
    assert error.reason == "missing_column"
    assert "the file has TAM_CODE" in error.message_en


def test_a_file_without_a_reference_system_is_refused(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.shp", {"500101": SQUARE})
    file.with_suffix(".prj").unlink()
    assert refusal(file).reason == "missing_reference_system"


def test_an_unknown_reference_system_is_refused(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", {"500101": SQUARE})
    error = refusal(file, crs="EPSG:1")
    assert error.reason == "unknown_reference_system"
    assert "EPSG:1" in error.message_en


@pytest.mark.parametrize("code", ["", "5001", "50010101", "ตำบล1", "๕๐๐๑๐๑", "TH500101"])
def test_a_row_without_a_six_digit_code_is_refused_by_its_number(tmp_path: Path, code: str) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", strips(["500101", code]))
    error = refusal(file)
    assert error.reason == "blank_code"
    assert "Rows 2 have no six-digit" in error.message_en


def test_a_province_without_an_area_is_refused(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", strips(["500101"]))
    error = refusal(file, province="40")
    assert error.reason == "no_area"
    assert error.message_en.endswith("beginning with 40")


def test_a_code_that_stands_twice_is_refused_also_by_way_of_an_alias(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", strips(["402601", "402901"]))
    error = refusal(file, aliases={"4026": "4029"})
    assert error.reason == "duplicate_code"
    assert "402901" in error.message_en


def test_a_code_that_is_not_registered_is_refused(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", strips(["500101", "500199"]))
    error = refusal(file)
    assert error.reason == "unknown_code"
    assert "500199" in error.message_en
    assert "500101" not in error.message_en


@pytest.mark.parametrize("shape", [LineString([(99, 18), (99.1, 18.1)]), Polygon(), None])
def test_a_code_without_a_polygon_is_refused(tmp_path: Path, shape: Any) -> None:
    file = write_boundaries(tmp_path / "areas.geojson", {"500101": SQUARE, "500102": shape})
    error = refusal(file)
    assert error.reason == "not_an_area"
    assert "500102" in error.message_en
