"""What one program costs: its seconds and its memory."""

import os
import subprocess
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import psutil

ROOT = Path(__file__).resolve().parents[1]
SAMPLE_EVERY_SECONDS = 0.02
MEBIBYTE = 1 << 20


@dataclass(frozen=True)
class ProcessCost:
    """Seconds by the clock and of processors, the largest resident memory, stdout and stderr."""

    seconds: float
    cpu_seconds: float
    peak_mib: float
    answer: str
    progress: str


def measure_process(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None
) -> ProcessCost:
    """A command, run in the repository → what it cost, with the processes that it started.

    `environment` is added to the caller's own. Raises RuntimeError with what it said when it fails.
    """
    whole_environment = {**os.environ, "PYTHONUTF8": "1", **(environment or {})}
    started, used_before = time.perf_counter(), _children_cpu_seconds()
    with (
        subprocess.Popen(
            command,
            cwd=ROOT,
            env=whole_environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            errors="replace",
        ) as process,
        _MemoryWatch(process.pid) as memory,
    ):
        answer, progress = process.communicate()
        seconds = time.perf_counter() - started
    if process.returncode:
        raise RuntimeError(f"{' '.join(map(str, command))} failed:\n{progress}")
    cpu_seconds = _children_cpu_seconds() - used_before
    return ProcessCost(seconds, cpu_seconds, memory.peak_bytes / MEBIBYTE, answer, progress)


def _children_cpu_seconds() -> float:
    """Processor time of every program that this one has started and seen the end of."""
    used = os.times()
    return used.children_user + used.children_system


class _MemoryWatch:
    """The largest memory of a process and its children together while the `with` block runs."""

    # The kernel's own record of a child's peak begins with the memory of the process that made it.
    def __init__(self, process_id: int) -> None:
        self.process = psutil.Process(process_id)
        self.peak_bytes = 0
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._is_over.wait(SAMPLE_EVERY_SECONDS):
            self.peak_bytes = max(self.peak_bytes, _family_bytes(self.process))


def _family_bytes(process: psutil.Process) -> int:
    used_bytes = 0
    with suppress(psutil.NoSuchProcess):
        for member in (process, *process.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                used_bytes += member.memory_info().rss
    return used_bytes
