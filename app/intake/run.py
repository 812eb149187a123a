"""The process that carries out a part of an import: `python -m app.intake.run FOLDER`.

It outlives the reader's page and the dashboard. In the part's folder it leaves what the command
line answered and told on its way, and at its end how it ended; a lock tells that it lives.
"""

import json
import os
import shutil
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
COMMAND, BEGUN, LOCK = "command.json", "begun", "lock"
ANSWER, TOLD, ENDED = "answer.json", "told.jsonl", "ended.json"
# What was received lies in the inbox; until then what the reader brought lies here.
FILES, REAL = "files", "real"
GENTLE = 5


def run(folder: Path) -> None:
    """A folder with a command → the command carried out, and how it ended written beside it."""
    arguments = json.loads((folder / COMMAND).read_text("utf-8"))
    with (
        FileLock(folder / LOCK),
        (folder / ANSWER).open("wb") as answer,
        (folder / TOLD).open("wb") as told,
    ):
        (folder / BEGUN).touch()
        if hasattr(os, "nice"):
            # Readers of the dashboard come first.
            os.nice(GENTLE)
        code = subprocess.call(
            [sys.executable, "-m", "etl", *arguments],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=answer,
            stderr=told,
            env={**os.environ, "PYTHONUTF8": "1"},
        )
        if code == 0 and folder.name == REAL:
            with suppress(OSError):
                shutil.rmtree(folder.parent / FILES)
        beside = folder / f"{ENDED}.new"
        beside.write_text(json.dumps({"code": code}), "utf-8")
        beside.replace(folder / ENDED)


if __name__ == "__main__":
    run(Path(sys.argv[1]))
