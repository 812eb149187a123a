"""Facts of the targets that the programme's submission names."""

import duckdb

from tests.etl.test_declaration import SUBMITTED_TARGETS


def test_the_targets_are_those_of_the_submission(sample: duckdb.DuckDBPyConnection) -> None:
    rows = sample.execute("select target, title_th, title_en from sdg_target").fetchall()
    assert {target for target, _, _ in rows} == SUBMITTED_TARGETS
    assert len(rows) == len(SUBMITTED_TARGETS)
    assert all(title_th.strip() and title_en.strip() for _, title_th, title_en in rows)
