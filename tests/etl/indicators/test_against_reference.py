"""Every cell of every indicator equals the plain second implementation."""

from pathlib import Path

import duckdb
import pytest

from etl.declaration import INDICATORS
from tests.reference import Reference
from tests.reference_cells import PARTS, cells, is_share

NAMES = sorted(path.stem for path in INDICATORS.glob("*.toml"))


@pytest.fixture(scope="module")
def reference(sample_sources: Path) -> Reference:
    return Reference(sample_sources)


@pytest.mark.parametrize("indicator", NAMES)
def test_every_cell_equals_the_reference(
    sample: duckdb.DuckDBPyConnection, reference: Reference, indicator: str
) -> None:
    rows = sample.execute(
        """
        select level, area_code, cast(month as varchar), group_code, numerator, denominator, note,
            value
        from mart_indicator
        where indicator = $indicator
        """,
        {"indicator": indicator},
    ).fetchall()
    expected = cells(reference, indicator)
    assert {row[:4]: row[4:7] for row in rows} == expected
    assert len(rows) == len(expected)
    for *_, numerator, denominator, note, value in rows:
        if note is not None:
            assert value is None
        elif is_share(indicator):
            assert value == pytest.approx(100 * numerator / denominator)
        elif indicator in PARTS:
            assert value == pytest.approx(numerator / denominator / PARTS[indicator])
        else:
            assert value == numerator
