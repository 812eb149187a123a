"""Facts of the rule by which districts are alike."""

from pathlib import Path

import pytest

from etl.peer_rule import PEER_RULE, read_peer_rule


def changed(folder: Path, before: str, after: str) -> Path:
    text = PEER_RULE.read_text("utf-8")
    assert before in text
    path = folder / "peer_rule.toml"
    path.write_text(text.replace(before, after), "utf-8")
    return path


def test_the_rule_tells_of_settlement_size_and_baseline_poverty_in_both_languages() -> None:
    rule = read_peer_rule()
    assert [feature.feature for feature in rule.features] == [
        "settlement",
        "size",
        "baseline_poverty",
    ]
    for word in (rule.title_th, rule.rule_th, *(each.title_th for each in rule.features)):
        assert any("\u0e00" <= letter <= "\u0e7f" for letter in word)
    for word in (rule.title_en, rule.rule_en, *(each.title_en for each in rule.features)):
        assert word.isascii()


def test_the_words_say_how_many_peers_there_are(tmp_path: Path) -> None:
    rule = read_peer_rule(changed(tmp_path, "peers = 4", "peers = 6"))
    assert rule.peers == 6
    assert "6 districts" in rule.rule_en
    assert "6 แห่ง" in rule.rule_th


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("peers = 4", "peers = 0", "at least one peer"),
        ("weight = 1.0", "weight = 0", "weight must be above 0"),
        ('feature = "size"', 'feature = "income"', "no such feature"),
    ],
)
def test_a_rule_that_is_not_sound_is_refused(
    tmp_path: Path, before: str, after: str, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        read_peer_rule(changed(tmp_path, before, after))


def test_a_key_that_nobody_reads_is_refused(tmp_path: Path) -> None:
    with pytest.raises(TypeError, match="colour"):
        read_peer_rule(changed(tmp_path, "peers = 4", 'peers = 4\ncolour = "red"'))
