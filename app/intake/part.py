"""A part of an import, its trial or the real thing: begun as a process, and how far it is."""

import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Thread
from typing import Any, Literal, NamedTuple

from filelock import FileLock, Timeout

from app.command_line import stopped_by
from app.intake.run import ANSWER, BEGUN, COMMAND, ENDED, LOCK, TOLD
from app.warehouse import ROOT

STARTING_SECONDS = 60
LAST_BYTES = 4_000
INPUT_REFUSED = 2

Standing = Literal["absent", "running", "done", "stopped", "died"]


class Progress(NamedTuple):
    """How far a command is, from 0 to 1, its step of so many, and what it does by language."""

    share: float
    step: int
    steps: int
    part: str
    titles: dict[str, str]


def begin(folder: Path, arguments: Sequence[str]) -> bool:
    """A new folder and a command → the process started; False when it was started before."""
    try:
        folder.mkdir()
    except FileExistsError:
        return False
    (folder / COMMAND).write_text(json.dumps(list(arguments)), "utf-8")
    apart: dict[str, Any] = {"start_new_session": True}
    if sys.platform == "win32":
        flags = subprocess.DETACHED_PROCESS | subprocess.CREATE_NEW_PROCESS_GROUP
        apart = {"creationflags": flags}
    process = subprocess.Popen(
        [sys.executable, "-m", "app.intake.run", str(folder)],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        **apart,
    )
    # Somebody has to take note of its end, or the system keeps it for ever.
    Thread(target=process.wait, daemon=True).start()
    return True


def standing(folder: Path) -> Standing:
    """A part's folder → is it done, stopped with a sentence, died without one, or still at it?"""
    if not folder.is_dir():
        return "absent"
    # Asked first: a process that ends in between has written how.
    is_running = _is_running(folder)
    if not (folder / ENDED).is_file():
        return "running" if is_running else "died"
    document = answer(folder)
    if stopped_by(document):
        return "stopped"
    return "done" if document is not None and _code(folder) == 0 else "died"


def is_input_refused(folder: Path) -> bool:
    """A part's folder → did it stop for what was brought, so that again would be no better?"""
    return (folder / ENDED).is_file() and _code(folder) == INPUT_REFUSED


def answer(folder: Path) -> Any:
    """A part's folder → the document that the command answered; None for what is none."""
    try:
        return json.loads((folder / ANSWER).read_text("utf-8"))
    except (OSError, ValueError):
        return None


def progress(folder: Path) -> Progress | None:
    """A part's folder → the last that the command told of its way; None before it told any."""
    for line in reversed(_last_lines(folder / TOLD)):
        try:
            told = json.loads(line)
            done = told["parts_done"] / told["parts"] if told["parts"] else 0
            titles = {language: told[f"title_{language}"] for language in ("th", "en")}
            share = min((told["step"] - 1 + done) / told["steps"], 1.0)
            return Progress(share, told["step"], told["steps"], told["part"], titles)
        except (ValueError, KeyError, TypeError):
            # A line that is half written, or that is meant for a person.
            continue
    return None


def _code(folder: Path) -> int:
    return int(json.loads((folder / ENDED).read_text("utf-8"))["code"])


def _is_running(folder: Path) -> bool:
    if not (folder / BEGUN).is_file():
        return time.time() - folder.stat().st_mtime < STARTING_SECONDS
    try:
        with FileLock(folder / LOCK, timeout=0):
            return False
    except Timeout:
        return True


def _last_lines(path: Path) -> list[bytes]:
    if not path.is_file():
        return []
    with path.open("rb") as file:
        size_bytes = file.seek(0, 2)
        file.seek(max(size_bytes - LAST_BYTES, 0))
        return file.read().splitlines()
