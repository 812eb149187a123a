"""Boundary files that cannot be used, said in Thai and English."""

import tomllib
from functools import cache
from pathlib import Path

NAMED_AT_MOST = 10


class BoundaryError(Exception):
    """A reason from words.toml and its facts → message_th and message_en."""

    def __init__(self, reason: str, **facts: object) -> None:
        words = _words()[reason]
        self.reason = reason
        self.message_th = words["th"].format(**facts)
        self.message_en = words["en"].format(**facts)
        super().__init__(f"{self.message_th}\n{self.message_en}")


@cache
def _words() -> dict[str, dict[str, str]]:
    return tomllib.loads(Path(__file__).with_name("words.toml").read_text("utf-8"))


def listed(values: list[str]) -> str:
    """Values → a text a person can read: the first ten, and how many more there are."""
    more = len(values) - NAMED_AT_MOST
    return ", ".join(values[:NAMED_AT_MOST]) + (f" (+{more})" if more > 0 else "")
