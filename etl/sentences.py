"""What the command line says, in Thai and English: etl/words/commands_<language>.toml."""

import tomllib
from functools import cache
from pathlib import Path

from etl.sources.broken_file import BrokenFileError

WORDS = Path(__file__).resolve().parent / "words"
LANGUAGES = ("th", "en")


@cache
def sentences(language: str) -> dict[str, str]:
    """A language code (th, en) → its sentences by name."""
    found: dict[str, str] = tomllib.loads((WORDS / f"commands_{language}.toml").read_text("utf-8"))
    return found


def sentence(language: str, name: str, /, **fields: object) -> str:
    """One sentence with its fields filled in; raises KeyError for an unknown name or field."""
    return sentences(language)[name].format(**fields)


def both(name: str, /, **fields: object) -> str:
    """One sentence in Thai and, on the next line, in English."""
    return "\n".join(sentence(language, name, **fields) for language in LANGUAGES)


def label(name: str) -> str:
    """A few words in Thai and English on one line."""
    return " / ".join(sentence(language, name) for language in LANGUAGES)


def headings(*columns: str) -> list[list[str]]:
    """Names of columns → a row of headings in each language."""
    return [[sentence(language, f"column_{name}") for name in columns] for language in LANGUAGES]


def refused_file(file_name: str, name: str, **fields: object) -> BrokenFileError:
    """A file and the sentence that says why it cannot be used → the error to raise."""
    return BrokenFileError(
        file_name, sentence("th", name, **fields), sentence("en", name, **fields)
    )
