"""What real processes cost."""

import sys

import pytest

from benchmarks.process_cost import measure_process

# Long enough to be seen, however busy the machine is.
HOLD = "import time; held = bytearray(b'x') * (200 << 20); time.sleep(0.5)"


def test_memory_is_the_peak_of_the_program_and_of_what_it_started() -> None:
    family = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD!r}], check=True)"
    for program in (HOLD, family):
        cost = measure_process([sys.executable, "-c", program])
        assert 200 < cost.peak_mib < 400
        assert cost.seconds > 0.5


def test_memory_of_the_one_who_measures_does_not_count() -> None:
    held = bytearray(b"x") * (300 << 20)
    cost = measure_process([sys.executable, "-c", "import time; time.sleep(0.2)"])
    assert len(held) > cost.peak_mib * (1 << 20)


def test_waiting_takes_time_and_no_processor() -> None:
    cost = measure_process([sys.executable, "-c", "import time; time.sleep(1)"])
    assert cost.seconds > 1
    assert cost.cpu_seconds < 0.9


def test_what_the_program_says_is_kept_apart() -> None:
    program = "import os, sys; print(os.environ['SAID']); print('busy', file=sys.stderr)"
    cost = measure_process([sys.executable, "-c", program], {"SAID": "สวัสดี"})
    assert (cost.answer, cost.progress) == ("สวัสดี\n", "busy\n")


def test_a_program_that_fails_is_told_with_its_own_words() -> None:
    with pytest.raises(RuntimeError, match="no such province"):
        measure_process([sys.executable, "-c", "import sys; sys.exit('no such province')"])
