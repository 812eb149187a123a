"""A load killed at any moment leaves the warehouse that served before, or its own, whole."""

import json
import random
import shutil
import signal
from pathlib import Path
from subprocess import Popen
from typing import Any

import pytest

from tests.agency_files import loaded_agencies, marks, write_agencies
from tests.command import run_command, start_command

KILLS, MOST_LOADS = 50, 150
# Everything is imported once; each load is a process of its own, forked before it does anything,
# and killed after so many seconds.
LOADS = """
import json, os, signal, sys, time
from etl.__main__ import main
for line in sys.stdin:
    order = json.loads(line)
    started = time.monotonic()
    child = os.fork()
    if not child:
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        code = 1
        try:
            main(order["arguments"])
        except SystemExit as end:
            code = end.code or 0
        os._exit(code)
    while time.monotonic() - started < order["seconds"]:
        if os.waitid(os.P_PID, child, os.WEXITED | os.WNOHANG | os.WNOWAIT):
            break
        time.sleep(0.002)
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    seconds = time.monotonic() - started
    print(json.dumps({"code": os.waitstatus_to_exitcode(status), "seconds": seconds}), flush=True)
"""


def ordered(process: Popen[str], seconds: float, *arguments: str) -> dict[str, Any]:
    """A load for at most so many seconds → its exit code and the seconds it took."""
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write(json.dumps({"seconds": seconds, "arguments": arguments}) + "\n")
    process.stdin.flush()
    answer: dict[str, Any] = json.loads(process.stdout.readline())
    return answer


def set_back(data: Path) -> None:
    shutil.rmtree(data)
    shutil.copytree(loaded_agencies(), data)


@pytest.mark.parametrize("seed", [2562, 2563])
def test_a_load_killed_at_any_moment_leaves_a_whole_warehouse(tmp_path: Path, seed: int) -> None:
    data = shutil.copytree(loaded_agencies(), tmp_path / "data")
    sent = str(write_agencies(tmp_path / "second.csv", "second"))
    moments = random.Random(seed)
    kills = 0
    with start_command(data, program=("-c", LOADS)) as process:
        whole = ordered(process, 120, "load", sent)
        assert (whole["code"], marks(data)) == (0, {"second"})
        set_back(data)
        for _ in range(MOST_LOADS):
            if kills == KILLS // 2:
                break
            end = ordered(process, moments.uniform(0, whole["seconds"]), "load", sent)
            found = marks(data)
            assert found in ({"first"}, {"second"})
            if found == {"second"}:
                set_back(data)
            else:
                assert end["code"] == -signal.SIGKILL
                kills += 1
        process.stdin.close()  # type: ignore[union-attr]
        process.wait(timeout=20)
    assert kills == KILLS // 2
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    assert marks(data) == {"second"}
    assert [*data.rglob("*.building*"), *data.rglob("*.partial")] == []
    assert len(list((data / "inbox" / "agencies").iterdir())) == 2
