"""The command line: a boundary file → the map files of districts and sub-districts.

README.md has the command that made the committed files.
"""

import sys
from pathlib import Path

import click

from geo.boundary_error import BoundaryError
from geo.map_file import map_file
from geo.read import read_boundaries
from geo.register import check_count, registered_name
from geo.simplify import Plane, area_change_share, dissolved, drawn, matched

REFUSED = 2


def _aliases(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> dict[str, str]:
    official = {}
    for value in values:
        old, _, new = value.partition("=")
        if not (old.isdigit() and new.isdigit() and len(old) == len(new)):
            raise click.BadParameter(str(BoundaryError("alias_form", alias=value)))
        official[old] = new
    return official


def build_maps(
    boundary_file: Path,
    code_column: str,
    *,
    expect_districts: int,
    expect_subdistricts: int,
    aliases: dict[str, str],
    attribution: tuple[str, str],
    province: str = "",
    code_prefix: str = "",
    crs: str | None = None,
    width: int = 2000,
    tolerance_m: float = 200,
) -> tuple[bytes, bytes]:
    """A boundary file of sub-districts → the bytes of the district and the sub-district map.

    `width` is in units of the drawing plane, `tolerance_m` in metres, `attribution` Thai, English.
    The same file and options give the same bytes. Raises BoundaryError when the file is refused.
    """
    boundaries = read_boundaries(
        boundary_file,
        code_column,
        aliases=aliases,
        province=province,
        code_prefix=code_prefix,
        crs=crs,
    )
    parents = {code: registered_name(code).parent_code for code in boundaries.index}
    check_count(parents.values(), "district", expect_districts)
    check_count(parents, "subdistrict", expect_subdistricts)
    areas = matched(boundaries)
    plane = Plane.around(areas, width)
    subdistricts = drawn(areas, plane, tolerance_m)
    change_pct = area_change_share(areas, subdistricts, plane) * 100
    click.echo(f"{boundaries.crs.to_string()}: area changed by {change_pct:+.4f} %", err=True)
    districts = dissolved(subdistricts, parents)
    return (
        map_file(districts, "district", plane, attribution),
        map_file(subdistricts, "subdistrict", plane, attribution),
    )


@click.command()
@click.argument("boundary_file", type=click.Path(exists=True, path_type=Path))
@click.option("--code-column", required=True, help="Column with the six-digit DOPA code.")
@click.option(
    "--districts", "districts_path", required=True, type=click.Path(dir_okay=False, path_type=Path)
)
@click.option(
    "--subdistricts",
    "subdistricts_path",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
)
@click.option("--expect-districts", required=True, type=click.IntRange(min=1))
@click.option("--expect-subdistricts", required=True, type=click.IntRange(min=1))
@click.option(
    "--alias",
    "aliases",
    multiple=True,
    default=("4026=4029",),
    show_default=True,
    callback=_aliases,
    metavar="OLD=NEW",
    help="A beginning of a code that the file writes differently from DOPA; may be repeated.",
)
@click.option("--province", default="", help="Keep only codes that begin with this, such as 40.")
@click.option("--code-prefix", default="", help="Letters before each code, such as TH.")
@click.option("--crs", help="Coordinates of the file, where it does not say so itself.")
@click.option("--width", default=2000, show_default=True, type=click.IntRange(min=100))
@click.option("--tolerance-m", default=200.0, show_default=True, type=click.FloatRange(min=0))
@click.option("--attribution-th", required=True, help="Source of the boundaries, in Thai.")
@click.option("--attribution-en", required=True, help="Source of the boundaries, in English.")
def main(
    boundary_file: Path,
    code_column: str,
    districts_path: Path,
    subdistricts_path: Path,
    expect_districts: int,
    expect_subdistricts: int,
    aliases: dict[str, str],
    province: str,
    code_prefix: str,
    crs: str | None,
    width: int,
    tolerance_m: float,
    attribution_th: str,
    attribution_en: str,
) -> None:
    """Draw the districts and sub-districts of a GeoJSON, Shapefile or GeoPackage.

    Exit code 0: both files written; 2: the file was refused and nothing written.
    """
    try:
        districts, subdistricts = build_maps(
            boundary_file,
            code_column,
            expect_districts=expect_districts,
            expect_subdistricts=expect_subdistricts,
            aliases=aliases,
            attribution=(attribution_th, attribution_en),
            province=province,
            code_prefix=code_prefix,
            crs=crs,
            width=width,
            tolerance_m=tolerance_m,
        )
    except BoundaryError as error:
        click.echo(error, err=True)
        sys.exit(REFUSED)
    for path, content in ((districts_path, districts), (subdistricts_path, subdistricts)):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        click.echo(f"{path}: {len(content):,} bytes", err=True)


if __name__ == "__main__":
    main()
