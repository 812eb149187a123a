"""Facts of the rules of doubt."""

from pathlib import Path

import pytest

from etl.quality_rule import QUALITY, read_quality_rules

RULES = read_quality_rules()


def test_every_promised_rule_is_there() -> None:
    assert [rule.rule for rule in RULES] == [
        "code_corrected",
        "correction_without_effect",
        "few_needs",
        "no_polygon",
        "record_corrected",
        "reports_overdue",
        "rows_rejected",
        "suspicious_zero",
    ]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule)
def test_a_rule_says_what_it_means_and_what_to_do_in_both_languages(rule: object) -> None:
    words = rule.words  # type: ignore[attr-defined]
    assert len(words) == 6
    for name, word in words.items():
        assert word.strip()
        assert "{" not in word
        assert any("\u0e00" <= letter <= "\u0e7f" for letter in word) == name.endswith("_th")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.rule)
def test_each_limit_is_said_in_words_and_used(rule: object) -> None:
    for name in rule.limits:  # type: ignore[attr-defined]
        assert f"${name}\n" in rule.sql  # type: ignore[attr-defined]
        for language in ("th", "en"):
            assert f"{{{name}}}" in getattr(rule, f"meaning_{language}")


def test_a_changed_limit_changes_the_words(tmp_path: Path) -> None:
    for path in QUALITY.glob("few_needs.*"):
        text = path.read_text("utf-8").replace("found_below_pct = 50", "found_below_pct = 25")
        (tmp_path / path.name).write_text(text, "utf-8")
    (rule,) = read_quality_rules(tmp_path)
    assert "25 %" in rule.words["meaning_en"]
    assert "ร้อยละ 25" in rule.words["meaning_th"]


def test_words_without_sql_are_refused(tmp_path: Path) -> None:
    (tmp_path / "lonely.toml").write_text("", "utf-8")
    with pytest.raises(ValueError, match="lonely"):
        read_quality_rules(tmp_path)
