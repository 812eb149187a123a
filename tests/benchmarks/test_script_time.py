"""Times of a page's script."""

from pathlib import Path

import pytest

from benchmarks.page_cost import BARE_SCRIPT
from benchmarks.script_time import RERUNS, rerun_milliseconds


def test_every_rerun_has_its_time() -> None:
    taken = rerun_milliseconds(BARE_SCRIPT, "")
    assert len(taken) == RERUNS
    assert min(taken) > 0


def test_a_script_that_fails_has_no_time(tmp_path: Path) -> None:
    script = tmp_path / "broken.py"
    script.write_text("raise ValueError('no figures')", "utf-8")
    with pytest.raises(RuntimeError, match=r"broken\.py"):
        rerun_milliseconds(script, "")
