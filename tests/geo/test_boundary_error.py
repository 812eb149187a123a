"""What a person reads who gave a boundary file that cannot be used."""

import re
import tomllib
from pathlib import Path

import pytest

from geo.boundary_error import BoundaryError, listed

GEO = Path(__file__).resolve().parents[2] / "geo"
WORDS = tomllib.loads((GEO / "words.toml").read_text("utf-8"))
THAI = re.compile(r"[\u0e00-\u0e7f]")
FACT = re.compile(r"\{(\w+)\}")


@pytest.mark.parametrize("reason", WORDS)
def test_every_reason_is_written_in_thai_and_english(reason: str) -> None:
    assert WORDS[reason].keys() == {"th", "en"}
    assert THAI.search(WORDS[reason]["th"])
    assert not THAI.search(WORDS[reason]["en"])


@pytest.mark.parametrize("reason", WORDS)
def test_both_languages_of_a_reason_tell_the_same_facts(reason: str) -> None:
    thai, english = (
        {name.removesuffix(f"_{language}") for name in FACT.findall(WORDS[reason][language])}
        for language in ("th", "en")
    )
    assert thai == english


def test_every_reason_that_the_code_gives_has_words_and_no_other_has() -> None:
    code = "".join(path.read_text("utf-8") for path in GEO.glob("*.py"))
    assert set(re.findall(r'BoundaryError\(\s*"(\w+)"', code)) == WORDS.keys()


def test_the_message_is_thai_then_english() -> None:
    error = BoundaryError("no_area", province="50")
    assert str(error) == f"{error.message_th}\n{error.message_en}"
    assert "50" in error.message_th
    assert error.message_en == "No area has a code beginning with 50"


def test_a_long_list_names_ten_and_counts_the_others() -> None:
    assert listed([str(number) for number in range(10)]) == "0, 1, 2, 3, 4, 5, 6, 7, 8, 9"
    assert listed([str(number) for number in range(12)]).endswith("8, 9 (+2)")
