"""What must be done next for a household, in words."""

from collections.abc import Sequence
from html import escape

from app.household.steps import Step
from app.household.words import agency_name
from app.service_rule import ServiceRule
from app.warehouse import Row
from app.words import number, text


def step_words(language: str, step: Step, rule: ServiceRule) -> str:
    """A next step → who must do what, and since when it waits."""
    asked = step.rule
    return text(
        language,
        f"household_step.{asked}",
        need=need_words(language, step.need) if step.need else "",
        days=number(step.days),
        holder=text(language, f"holder.{step.holder}") if step.holder else "",
        agency=agency_name(language, step.agency) if step.agency else "",
        gap_days=number(rule.visit_gap_days),
        stale_days=number(rule.referral_stale_days),
    )


def need_words(language: str, need: Row) -> str:
    """A need → its dimension and problem."""
    return text(
        language,
        "household_step.need",
        dimension=text(language, f"dimension.{need['dimension']}"),
        problem=need["problem"],
    )


def steps_markup(language: str, steps: Sequence[Step], rule: ServiceRule, *, has_left: bool) -> str:
    """Next steps → an HTML list; where there is none, what that means."""
    name = "left" if has_left else "nothing"
    told = [step_words(language, step, rule) for step in steps] or [
        text(language, f"household_step.{name}")
    ]
    items = "".join(f"<li>{escape(each)}</li>" for each in told)
    return f'<ul class="kk_household steps">{items}</ul>'
