"""The command that makes map files from a boundary file."""

import json
import re
import shlex
from pathlib import Path

import pytest
import shapely
from click.testing import CliRunner
from shapely.geometry import box

from geo.boundary_error import BoundaryError
from geo.build import build_maps, main
from tests.geo.boundary_files import run_build, strips, write_boundaries
from tests.geo.map_shapes import GEO, areas_of, shapes_of

# The province's own file, wherever it stands beside the clone.
BOUNDARY_FILES = list(GEO.parents[1].glob("shared/geo/khon_kaen_subdistricts.geojson"))
THAI = re.compile(r"[\u0e00-\u0e7f]")


def test_another_province_with_its_own_column_name_can_be_drawn(tmp_path: Path) -> None:
    areas = strips(["500101", "500102", "500203"])
    file = write_boundaries(tmp_path / "chiang_mai.geojson", areas, "TAM_CODE")
    answer = run_build(file, code_column="TAM_CODE", expect_districts=2, expect_subdistricts=3)
    assert answer.exit_code == 0, answer.output
    districts = areas_of(tmp_path / "d.json")
    assert [area["name_en"] for area in districts] == ["Mueang Chiang Mai", "Chom Thong"]
    assert [area["neighbours"] for area in districts] == [["5002"], ["5001"]]


def test_an_old_district_code_becomes_the_official_one(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "old.geojson", strips(["402601"]))
    assert run_build(file).exit_code == 0
    assert [area["code"] for area in areas_of(tmp_path / "s.json")] == ["402901"]
    assert [area["code"] for area in areas_of(tmp_path / "d.json")] == ["4029"]


def test_an_alias_of_the_caller_replaces_the_built_in_one(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "own.geojson", strips(["409901"]))
    assert run_build(file, "--alias", "4099=4029").exit_code == 0
    assert [area["code"] for area in areas_of(tmp_path / "s.json")] == ["402901"]


@pytest.mark.parametrize("alias", ["4026", "4026=", "x=4029", "402=4029"])
def test_an_alias_that_is_no_pair_of_codes_is_refused(tmp_path: Path, alias: str) -> None:
    file = write_boundaries(tmp_path / "any.geojson", strips(["402901"]))
    answer = run_build(file, "--alias", alias)
    assert answer.exit_code == 2
    assert "เก่า=ใหม่" in answer.stderr
    assert "OLD=NEW" in answer.stderr


def test_one_province_of_a_national_file_can_be_drawn(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "thailand.geojson", strips(["400101", "500101"]))
    assert run_build(file, "--province", "50").exit_code == 0
    assert [area["code"] for area in areas_of(tmp_path / "s.json")] == ["500101"]


def test_letters_before_the_codes_are_taken_off(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "prefix.geojson", strips(["TH500101"]))
    assert run_build(file, "--code-prefix", "TH").exit_code == 0
    assert [area["code"] for area in areas_of(tmp_path / "s.json")] == ["500101"]


def test_a_file_in_metres_without_a_reference_system_is_drawn_when_told_which(
    tmp_path: Path,
) -> None:
    square = {"500101": box(500_000, 2_000_000, 510_000, 2_010_000)}
    file = write_boundaries(tmp_path / "metres.shp", square, crs="EPSG:24047")
    file.with_suffix(".prj").unlink()
    assert run_build(file).exit_code == 2
    answer = run_build(file, "--crs", "EPSG:24047")
    assert answer.exit_code == 0, answer.output
    (shape,) = shapes_of(tmp_path / "s.json").values()
    left, top, right, bottom = shape.bounds
    assert (right - left) / (bottom - top) == pytest.approx(1, rel=0.01)


def test_a_refusal_is_told_in_thai_then_english_and_nothing_is_written(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "bad.geojson", strips(["500199"]))
    answer = run_build(file)
    assert answer.exit_code == 2
    thai, english = answer.stderr.splitlines()
    assert THAI.search(thai)
    assert not THAI.search(english)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["bad.geojson"]


def test_the_growth_of_the_whole_area_is_told_and_below_a_thousandth(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "three.geojson", strips(["500101", "500102", "500103"]))
    answer = run_build(file, expect_subdistricts=3)
    told = re.search(r"area changed by ([+-][0-9.]+) %", answer.stderr)
    assert told is not None
    assert abs(float(told[1])) < 0.1


def test_an_area_that_the_drawing_would_falsify_is_refused(tmp_path: Path) -> None:
    dented = {"500101": box(99, 18, 99.1, 18.1) - box(99.04, 18.07, 99.06, 18.1)}
    file = write_boundaries(tmp_path / "dented.geojson", dented)
    with pytest.raises(BoundaryError) as refused:
        build_maps(
            file,
            "code",
            expect_districts=1,
            expect_subdistricts=1,
            aliases={},
            attribution=("", ""),
            tolerance_m=5_000,
        )
    assert refused.value.reason == "area_changed"


def test_the_same_file_gives_the_same_bytes_in_any_order_of_its_rows(tmp_path: Path) -> None:
    areas = strips(["500101", "500102", "500203"])
    first = write_boundaries(tmp_path / "first.geojson", areas)
    assert run_build(first, expect_districts=2, expect_subdistricts=3).exit_code == 0
    before = (tmp_path / "d.json").read_bytes(), (tmp_path / "s.json").read_bytes()
    turned = write_boundaries(tmp_path / "turned.geojson", dict(reversed(areas.items())))
    assert run_build(turned, expect_districts=2, expect_subdistricts=3).exit_code == 0
    assert ((tmp_path / "d.json").read_bytes(), (tmp_path / "s.json").read_bytes()) == before


def test_the_sides_of_a_district_are_those_of_its_subdistricts(tmp_path: Path) -> None:
    file = write_boundaries(tmp_path / "two.geojson", strips(["500101", "500102"]))
    assert run_build(file, expect_subdistricts=2).exit_code == 0
    (district,) = shapes_of(tmp_path / "d.json").values()
    filled = shapely.union_all(list(shapes_of(tmp_path / "s.json").values()))
    assert filled.symmetric_difference(district).area == 0


def run_command_of_readme(boundary_file: Path, folder: Path) -> list[Path]:
    """A boundary file → the map files that the command of geo/README.md makes, in the folder."""
    command = (GEO / "README.md").read_text("utf-8").split("```sh\n")[1].split("```")[0]
    command = command.replace("\\\n", "").replace("BOUNDARY_FILE", str(boundary_file))
    words = shlex.split(command.replace(" geo/", f" {folder}/"))
    assert words[:3] == ["python", "-m", "geo.build"]
    answer = CliRunner().invoke(main, words[3:])
    assert answer.exit_code == 0, answer.output
    return sorted(folder.glob("*.json"))


def test_the_command_of_the_readme_names_the_source_of_the_committed_maps(tmp_path: Path) -> None:
    official = [area["code"] for area in areas_of(GEO / "khon_kaen_subdistricts.json")]
    file = write_boundaries(tmp_path / "strips.geojson", strips(official))
    made = run_command_of_readme(file, tmp_path)
    assert [path.name for path in made] == [path.name for path in sorted(GEO.glob("*.json"))]
    for path in made:
        document, committed = (
            json.loads(file.read_text("utf-8")) for file in (path, GEO / path.name)
        )
        assert document["attribution"] == committed["attribution"]


def test_the_command_of_the_readme_makes_the_committed_maps_of_their_boundary_file(
    tmp_path: Path,
) -> None:
    for file in BOUNDARY_FILES:
        for made in run_command_of_readme(file, tmp_path):
            assert made.read_bytes() == (GEO / made.name).read_bytes(), made.name
