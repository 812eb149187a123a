"""Officers and their households in words."""

from app.indicators import Build
from app.officers.figures import Officers
from app.service_rule import RULES_FILE, ServiceRule
from app.words import day_name, number, text


def officers_sentence(language: str, found: Officers, rule: ServiceRule) -> str:
    """How many officers look after how many households, and where the rule is broken."""
    if not found.officers:
        return text(language, "officers.sentence_none", households=number(found.households))
    return text(
        language,
        "officers.sentence",
        officers=number(found.officers),
        paired=number(found.paired),
        households=number(found.households),
        unpaired=number(found.unpaired),
        most=number(rule.households_per_official),
        overloaded=number(found.overloaded),
        idle=number(found.idle),
    )


def rule_sentence(language: str, build: Build, rule: ServiceRule) -> str:
    """The rules that the page counts by, where they are changed, and the day it speaks of."""
    return text(
        language,
        "officers.rule",
        most=number(rule.households_per_official),
        days=number(rule.visit_gap_days),
        file=RULES_FILE,
        as_of=day_name(language, build.as_of_date) if build.as_of_date else "",
    )
