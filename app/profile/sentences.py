"""One district in words: how it stands, what waits, what moved."""

from collections.abc import Mapping

from app.indicators import Area, Cell
from app.profile.tasks import Task
from app.selection import Selection
from app.sentences import missing_sentence
from app.words import month_name, number, percent, text


def profile_sentence(
    selection: Selection, target: Cell, helped: Cell, solved: Cell, apart: int, compared: int
) -> str:
    """The district in one breath: its households, what was done, how it stands by the province."""
    if helped.value is None:
        return missing_sentence(selection, helped)
    summary = text(
        selection.lang,
        "profile.summary",
        month=month_name(selection.lang, selection.month),
        targets=number(target.numerator or 0),
        need=number(helped.denominator or 0),
        helped=number(helped.numerator or 0),
        helped_pct=percent(helped.value),
        waiting=number(helped.rest),
        solved=number(solved.numerator or 0),
    )
    name = "profile.apart" if apart else "profile.apart_none"
    standing = text(selection.lang, name, apart=number(apart), compared=number(compared))
    return f"{summary} {standing}"


def task_sentence(selection: Selection, task: Task, subdistricts: Mapping[str, Area]) -> str:
    """One thing to do: how many of how many, where most are, how long they wait."""
    language = selection.lang
    sentence = text(
        language,
        f"profile.task_{task.name}",
        dimension=text(language, f"dimension.{task.dimension}") if task.dimension else "",
        month=month_name(language, task.month),
        rest=number(task.rest),
        total=number(task.total),
    )
    where = (
        text(
            language,
            "profile.task_where",
            place=subdistricts[task.place].name(language),
            rest=number(task.rest_in_place),
        )
        if task.place
        else ""
    )
    age = (
        text(
            language,
            "profile.task_age",
            fresh=number(task.ages.fresh),
            some=number(task.ages.some),
            long=number(task.ages.long),
        )
        if task.ages
        else ""
    )
    idle = (
        text(language, "profile.task_idle", months=number(task.months_idle))
        if task.months_idle
        else ""
    )
    return f"{sentence}{where}{age}{idle}"
