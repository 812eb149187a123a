"""Why a record file or a row of it is refused, in Thai and English."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from etl.sources.broken_file import BrokenFileError

WORDS = Path(__file__).resolve().parents[1] / "words"
LANGUAGES = ("th", "en")


@cache
def refusal_words(language: str) -> dict[str, dict[str, str]]:
    """A language code (th, en) → sentences by reason, of a whole file and of a row.

    Raises FileNotFoundError when the language has no file.
    """
    found: dict[str, dict[str, str]] = tomllib.loads(
        (WORDS / f"refusals_{language}.toml").read_text("utf-8")
    )
    return found


def broken_file(file_name: str, reason: str, **details: object) -> BrokenFileError:
    """A file, a reason and its details → the error to raise, worded in both languages.

    A detail that differs between the languages is a mapping from language code to text.
    """
    thai, english = (
        refusal_words(language)["file"][reason].format(
            **{name: _in(language, detail) for name, detail in details.items()}
        )
        for language in LANGUAGES
    )
    return BrokenFileError(file_name, thai, english)


def _in(language: str, detail: object) -> object:
    return detail[language] if isinstance(detail, Mapping) else detail
