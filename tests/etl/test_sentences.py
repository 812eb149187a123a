"""Facts of what the command line says."""

import re
import string

import pytest

from etl.sentences import LANGUAGES, both, label, refused_file, sentences

THAI = re.compile("[\u0e00-\u0e7f]")


def fields(text: str) -> set[str]:
    names = (name for _, name, _, _ in string.Formatter().parse(text) if name)
    return {name.removesuffix("_th").removesuffix("_en") for name in names}


def test_both_languages_say_the_same_things() -> None:
    assert list(sentences("th")) == list(sentences("en"))


@pytest.mark.parametrize("name", sentences("th"))
def test_a_sentence_has_the_same_fields_in_both(name: str) -> None:
    by_language = [fields(sentences(language)[name]) for language in LANGUAGES]
    if name in ("tpmap", "mpi_edition"):  # the year is the Buddhist one in Thai
        by_language = [found - {"edition_year", "edition_year_be"} for found in by_language]
    assert by_language[0] == by_language[1]


@pytest.mark.parametrize("name", sentences("th"))
def test_thai_is_thai_and_english_is_english(name: str) -> None:
    assert THAI.search(sentences("th")[name])
    assert not THAI.search(sentences("en")[name])


def test_thai_comes_first() -> None:
    assert both("used", build_id="B1").splitlines() == [
        "เปลี่ยนมาใช้คลังข้อมูลชุด B1 แล้ว",
        "Now serving B1",
    ]
    assert label("yes") == "ใช่ / yes"


def test_a_refused_file_carries_both() -> None:
    error = refused_file("a.csv", "unknown_folder", folder="x", known="needs")
    assert error.file_name == "a.csv"
    assert THAI.search(error.message_th)
    assert not THAI.search(error.message_en)
