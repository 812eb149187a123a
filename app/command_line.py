"""The command line of the product, asked as a process of its own."""

import json
import subprocess
import sys
from collections.abc import Mapping
from threading import Lock
from typing import Any

from app.warehouse import ROOT

PROGRAM = (sys.executable, "-m", "etl")
PATIENCE_SECONDS = 600
# However many readers ask, one answer is worked out at a time.
_one_at_a_time = Lock()


class StoppedError(Exception):
    """A command that could not answer: its own sentence by language, blank where it had none."""

    def __init__(self, sentences: Mapping[str, str]) -> None:
        super().__init__(sentences.get("en", ""))
        self.sentences = sentences


def answer_of(*arguments: str) -> Any:
    """Arguments → the JSON document that `python -m etl … --json` answers; raises StoppedError."""
    with _one_at_a_time:
        ended = subprocess.run(
            [*PROGRAM, arguments[0], "--json", *arguments[1:]],
            cwd=ROOT,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=PATIENCE_SECONDS,
            check=False,
        )
    try:
        document = json.loads(ended.stdout)
    except ValueError as error:
        raise StoppedError({}) from error
    if sentences := stopped_by(document):
        raise StoppedError(sentences)
    return document


def stopped_by(document: Any) -> dict[str, str]:
    """A document → why the command stopped, by language; empty where it did what was asked."""
    if not isinstance(document, dict) or "stopped_by" not in document:
        return {}
    return {language: document[f"message_{language}"] for language in ("th", "en")}
