"""Facts of what is read before the first reader comes."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from app.warehouse import NoWarehouseError
from app.warm_up import warm_up
from tests.published_warehouse import publish
from tests.small_province import SmallProvince


@pytest.mark.parametrize("tables", [(), ("households",), ("households", "needs")])
def test_a_warehouse_with_little_or_nothing_in_it_is_served(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tables: Sequence[str]
) -> None:
    province = SmallProvince()
    for table in tables:
        province.add(table)
    publish(tmp_path, province, "little")
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    warm_up()


def test_the_sample_is_read(sample_warehouse: Path) -> None:
    assert sample_warehouse.is_file()
    warm_up()


def test_without_a_warehouse_there_is_nothing_to_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KHON_KAEN_DATA", str(tmp_path))
    with pytest.raises(NoWarehouseError):
        warm_up()
