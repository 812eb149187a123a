"""Facts of the sample warehouse and of the guard around the real one."""

import json
import os
from pathlib import Path

import duckdb
import pytest

REAL_WAREHOUSE = Path(__file__).resolve().parents[1] / "data" / "warehouse"


def test_opening_the_real_warehouse_raises() -> None:
    with pytest.raises(AssertionError, match="real warehouse"):
        duckdb.connect(str(REAL_WAREHOUSE / "any.duckdb"))
    with pytest.raises(AssertionError, match="real warehouse"):
        (REAL_WAREHOUSE / "current.json").read_text("utf-8")
    with pytest.raises(AssertionError, match="real warehouse"):
        list(REAL_WAREHOUSE.iterdir())


def test_the_product_finds_the_sample_as_its_own(sample_warehouse: Path) -> None:
    warehouse = Path(os.environ["KHON_KAEN_DATA"]) / "warehouse"
    pointer = json.loads((warehouse / "current.json").read_text("utf-8"))
    assert warehouse / pointer["file"] == sample_warehouse
    with duckdb.connect(str(sample_warehouse), read_only=True) as connection:
        rows = connection.execute(
            "select build_id, is_synthetic, cast(as_of_date as varchar) from build_info"
        ).fetchall()
    assert rows == [(pointer["build_id"], True, "2020-09-30")]
