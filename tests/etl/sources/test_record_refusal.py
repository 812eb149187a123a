"""Every refusal can be worded in both languages, and tells the same things in each."""

import re

import pytest

from etl.contract import SQL_TYPES, contracts
from etl.sources.record_columns import RULES_OF_LIMITS
from etl.sources.record_faults import RULES, SURPLUS_CELLS
from etl.sources.record_references import dependency_order, referring_columns, target_of
from etl.sources.record_refusal import broken_file, refusal_words


def places(sentence: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", sentence))


@pytest.mark.parametrize("part", ["file", "row"])
def test_the_languages_have_the_same_sentences_about_the_same_things(part: str) -> None:
    thai, english = refusal_words("th")[part], refusal_words("en")[part]
    assert list(thai) == list(english)
    assert {rule: places(thai[rule]) for rule in thai} == {
        rule: places(english[rule]) for rule in english
    }


def test_every_way_to_refuse_a_row_has_its_sentence_and_no_sentence_is_idle() -> None:
    of_limits = {rule for pair in RULES_OF_LIMITS.values() for rule in pair}
    between_records = {rule for rules in RULES.values() for rule in rules}
    of_types = {f"not_{kind}" for kind in SQL_TYPES if kind != "text"}
    others = {"required_blank", "duplicate_key", "below_minimum", "above_maximum", SURPLUS_CELLS}
    areas = {"unknown_district", "unknown_subdistrict"}
    references = {"unknown_reference", "refused_reference"}
    expected = of_limits | between_records | of_types | others | areas | references
    corrections = {"withdrawn", "unknown_column", "key_column", "unfit_value"}
    assert set(refusal_words("en")["row"]) == expected | corrections


def test_every_refusal_says_in_thai_what_to_do() -> None:
    for part in refusal_words("th").values():
        for rule, sentence in part.items():
            assert "โปรด" in sentence, rule


def test_a_detail_can_differ_between_the_languages() -> None:
    error = broken_file("a.csv", "repeated_column", column={"th": "สถานะ", "en": "status"})
    assert "สถานะ" in error.message_th
    assert "status" in error.message_en


def test_every_source_is_read_after_those_it_refers_to() -> None:
    order = [contract.source for contract in dependency_order()]
    assert sorted(order) == sorted(contracts())
    for contract in contracts().values():
        for column in referring_columns(contract):
            source, key = target_of(column)
            assert order.index(source) < order.index(contract.source)
            assert contracts()[source].key == (key,)
