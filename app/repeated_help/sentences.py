"""Repeated help in sentences: what was found, and the rule by which it was found."""

from collections.abc import Mapping

from app.repeated_help.pairs import NOT_DUPLICATE, NOT_REVIEWED, Summary, Untaken
from app.selection import Selection
from app.service_rule import RULES_FILE, ServiceRule
from app.words import month_name, number, text


def repeated_sentence(
    selection: Selection,
    found: Summary,
    untaken: Mapping[str, Mapping[str, Untaken]],
    rule: ServiceRule,
) -> str:
    """How much was given twice and is at stake, and how many needs nobody has taken."""
    needs = sum(each.needs for district in untaken.values() for each in district.values())
    name = "sentence" if found.every.pairs else "sentence_none"
    return text(
        selection.lang,
        f"repeated_help.{name}",
        month=month_name(selection.lang, selection.month),
        days=number(rule.repeated_help_window_days),
        pairs=number(found.every.pairs),
        households=number(found.every.households),
        baht=number(found.at_stake_baht),
        unknown=number(found.at_stake_without_value),
        open=number(found.by_verdict[NOT_REVIEWED].pairs),
        cleared=number(found.by_verdict[NOT_DUPLICATE].pairs),
        untaken=number(needs),
    )


def rule_sentence(language: str, rule: ServiceRule) -> str:
    """When help counts as given twice, and where that is changed."""
    same = "same" if rule.repeated_help_same_agency_counts else "other"
    return text(
        language,
        "repeated_help.rule",
        days=number(rule.repeated_help_window_days),
        agencies=text(language, f"repeated_help.rule_{same}"),
        file=RULES_FILE,
    )
