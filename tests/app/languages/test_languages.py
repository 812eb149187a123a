"""Facts of the texts: both languages say the same, and the code uses what they say."""

import re
from string import Formatter

import pytest

from app.map.component import words_of
from app.words import LANGUAGES, texts
from tests.app.languages.names_in_code import (
    KNOWN,
    NOTES,
    SCRIPTS,
    Names,
    names_in_code,
    read_python,
)

THAI = re.compile("[\u0e00-\u0e7f]")
FIELD_OR_CODE = re.compile(r"{\w+}|`[^`]*`")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
AUTHORS = {"Clopper", "Pearson", "Klein", "Wright", "Wieczorek", "Piepho", "Spiegelhalter", "Sidak"}
LATIN_IN_THAI = {"TPMAP", "CSV", "XLSX"} | AUTHORS
NAMES = sorted(texts("th"))
SECTIONS = {name.partition(".")[0] for name in NAMES}


def fields(sentence: str) -> list[str]:
    return sorted(name for _, name, _, _ in Formatter().parse(sentence) if name)


def test_both_languages_have_the_same_texts_in_the_same_order() -> None:
    assert list(texts("th")) == list(texts("en"))


@pytest.mark.parametrize("name", NAMES)
def test_both_languages_fill_in_the_same_fields(name: str) -> None:
    assert fields(texts("th")[name]) == fields(texts("en")[name])


def test_no_text_is_blank() -> None:
    blank = [(lang, name) for lang in LANGUAGES for name in NAMES if not texts(lang)[name].strip()]
    assert blank == []


def test_english_holds_no_thai() -> None:
    assert [name for name in NAMES if THAI.search(texts("en")[name])] == []


def test_thai_holds_no_sentence_left_in_english() -> None:
    left = {}
    for name in NAMES:
        plain = FIELD_OR_CODE.sub(" ", texts("th")[name])
        if foreign := set(LATIN_WORD.findall(plain)) - LATIN_IN_THAI:
            left[name] = foreign
    assert left == {}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["calendar.months", "calendar.short"])
def test_a_year_has_twelve_different_months(language: str, name: str) -> None:
    assert len(set(texts(language)[name].split("|"))) == 12


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_kind_of_missing_figure_and_zero_has_words_of_its_own(language: str) -> None:
    kinds = (*NOTES, "zero")
    assert len({texts(language)[f"map.{kind}"] for kind in kinds}) == len(kinds)
    assert len({texts(language)[f"map.short_{kind}"] for kind in kinds}) == len(kinds)


def test_every_text_is_used() -> None:
    used = names_in_code(SECTIONS)
    assert [name for name in NAMES if not used.use(name)] == []


def test_every_name_in_the_code_has_a_text() -> None:
    patterns = names_in_code(SECTIONS).patterns - words_added_for_scripts()
    unknown = [p for p in patterns if not any(re.fullmatch(p, name) for name in NAMES)]
    assert sorted(unknown) == []


def words_added_for_scripts() -> set[str]:
    """Patterns of words that the scripts are given beside the texts of the map."""
    return {r"map\.measure", rf"map\.unit_(?:{'|'.join(KNOWN['unit'])})"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_maps_are_given_every_word_their_scripts_name(build_id: str, language: str) -> None:
    given = words_of(build_id, language)
    source = "".join(path.read_text("utf-8") for path in SCRIPTS)
    named = set(re.findall(r"words\.([a-z_]+)", source))
    assert named - given.keys() == set()
    assert {"unit_pct", "unit_households"} <= given.keys()
    assert "{" not in given["suppressed"]


@pytest.mark.parametrize(
    ("source", "name", "is_used"),
    [
        ('text(lang, "map.month")', "map.month", True),
        ('text(lang, "map.month")', "map.months", False),
        ('text(lang, f"map.value_{scale.unit}")', "map.value_pct", True),
        ('text(lang, f"map.value_{scale.unit}")', "map.value_kilograms", False),
        ('text(lang, f"map.{cell.note}")', "map.province", False),
        ('branch(lang, "map")["label"]', "map.label", True),
        ('def words(name):\n    text(lang, f"map.{name}")\nwords("play")', "map.play", True),
        ('def words(name):\n    text(lang, f"map.{name}")\nwords("play")', "map.pause", False),
        ('NAMES = ("play",)\ntext(lang, f"map.{each}")', "map.play", True),
    ],
)
def test_the_use_of_a_text_is_seen(source: str, name: str, is_used: bool) -> None:
    names = Names()
    read_python(source, {"map"}, names)
    assert names.use(name) is is_used
