"""Why a TPMAP file is refused, in Thai and English."""

import tomllib
from functools import cache
from pathlib import Path

from etl.sources.broken_file import BrokenFileError

WORDS = Path(__file__).resolve().parents[1] / "words"


@cache
def words(language: str) -> dict[str, str]:
    """A language code (th, en) → sentences by reason.

    Raises FileNotFoundError when the language has no file.
    """
    found: dict[str, str] = tomllib.loads((WORDS / f"tpmap_{language}.toml").read_text("utf-8"))
    return found


def refusal(file_name: str, reason: str, **details: object) -> BrokenFileError:
    """A file, a reason and its details → the error to raise, worded in both languages."""
    return BrokenFileError(
        file_name, words("th")[reason].format(**details), words("en")[reason].format(**details)
    )
