"""From a boundary file to one projected polygon for each official sub-district code."""

import re
from collections.abc import Mapping
from pathlib import Path

import geopandas as gpd
import pandas as pd
import shapely
from pyproj.exceptions import CRSError

from geo.boundary_error import BoundaryError, listed
from geo.register import check_known

SUBDISTRICT_CODE = re.compile(r"\d{6}")
# Spreadsheets and dBASE tables turn a code into a number, and a number into 400101.0.
DECIMAL_ZERO = re.compile(r"\.0+$")


def read_boundaries(
    path: Path,
    code_column: str,
    *,
    aliases: Mapping[str, str],
    province: str = "",
    code_prefix: str = "",
    crs: str | None = None,
) -> gpd.GeoSeries:
    """A GeoJSON, Shapefile or GeoPackage → polygons by sub-district code, sorted, in metres.

    The projection is the UTM zone of the file's middle. An alias replaces the beginning of a
    code (4026 → 4029). `province` keeps only codes that begin with it. Raises BoundaryError.
    """
    table = _read_table(path)
    if code_column not in table.columns:
        columns = [str(name) for name in table.columns if name != "geometry"]
        raise BoundaryError("missing_column", column=code_column, columns=listed(columns) or "-")
    codes = _clean_codes(table[code_column], code_prefix, code_column)
    codes = codes.map(lambda code: _official(code, aliases))
    areas = gpd.GeoSeries(table.geometry.array, index=codes.array, crs=table.crs)
    areas = areas[areas.index.str.startswith(province)].sort_index()
    if areas.empty:
        raise BoundaryError("no_area", province=province or "-")
    if repeated := sorted(set(areas.index[areas.index.duplicated()])):
        raise BoundaryError("duplicate_code", codes=listed(repeated))
    check_known(areas.index)
    return _polygons_only(_in_metres(areas, crs))


def _read_table(path: Path) -> gpd.GeoDataFrame:
    try:
        table = gpd.read_file(path)
    except (RuntimeError, OSError, ValueError) as error:
        raise BoundaryError("unreadable_file", file=path.name, problem=error) from error
    if not isinstance(table, gpd.GeoDataFrame):
        raise BoundaryError("unreadable_file", file=path.name, problem="no geometry")
    return table


def _clean_codes(values: pd.Series, prefix: str, column: str) -> pd.Series:
    texts = values.map(lambda value: "" if pd.isna(value) else str(value).strip())
    codes = texts.map(lambda text: DECIMAL_ZERO.sub("", text.removeprefix(prefix)))
    wrong = [
        str(row)
        for row, code in enumerate(codes, start=1)
        if not (code.isascii() and SUBDISTRICT_CODE.fullmatch(code))
    ]
    if wrong:
        raise BoundaryError("blank_code", rows=listed(wrong), column=column)
    return codes


def _official(code: str, aliases: Mapping[str, str]) -> str:
    for old, new in aliases.items():
        if code.startswith(old):
            return new + code[len(old) :]
    return code


def _in_metres(areas: gpd.GeoSeries, crs: str | None) -> gpd.GeoSeries:
    try:
        if crs:
            areas = areas.set_crs(crs, allow_override=True)
        if areas.crs is None:
            raise BoundaryError("missing_reference_system")
        return areas.to_crs(areas.estimate_utm_crs())
    except (CRSError, RuntimeError) as error:
        raise BoundaryError("unknown_reference_system", crs=crs or areas.crs) from error


def _polygons_only(areas: gpd.GeoSeries) -> gpd.GeoSeries:
    """Areas → the same, flat and without self-crossings; raises BoundaryError for a line."""
    wrong = ~areas.geom_type.isin(["Polygon", "MultiPolygon"]) | areas.is_empty
    if wrong.any():
        raise BoundaryError("not_an_area", codes=listed(sorted(areas.index[wrong])))
    flat = shapely.force_2d(areas.array)
    sound = shapely.make_valid(flat, method="structure", keep_collapsed=False)
    return gpd.GeoSeries(sound, index=areas.index, crs=areas.crs)
