"""The command line as a real process, with a data folder of its own."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


@dataclass(frozen=True)
class Answer:
    """How a command ended: exit code, stdout and stderr."""

    code: int
    out: str
    progress: str


def start_command(
    data: Path, *arguments: str | Path, program: tuple[str, ...] = ("-m", "etl")
) -> subprocess.Popen[str]:
    """A data folder and arguments → `python -m etl …`, running."""
    return subprocess.Popen(
        [sys.executable, *program, *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONUTF8": "1", "KHON_KAEN_DATA": str(data)},
    )


def run_command(
    data: Path, *arguments: str | Path, program: tuple[str, ...] = ("-m", "etl")
) -> Answer:
    """A data folder and arguments → how `python -m etl …` ended."""
    with start_command(data, *arguments, program=program) as process:
        out, progress = process.communicate(timeout=120)
    return Answer(process.returncode, out, progress)
