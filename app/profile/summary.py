"""The district in short: one sentence, what it must do, what has changed."""

from app.findings import change_of, month_before
from app.indicators import DIMENSIONS, PROGRESS, Cell, areas, cell, months, series
from app.profile.indicator_rows import IndicatorRow
from app.profile.need_ages import need_ages
from app.profile.sentences import profile_sentence, task_sentence
from app.profile.tasks import HELPED, MONTHLY, Task, tasks
from app.selection import Selection
from app.sentences import change_sentence

NEEDED = (
    *(f"{dimension}_{measure}" for dimension in DIMENSIONS for measure in PROGRESS),
    *MONTHLY,
)


def summary_of(build_id: str, selection: Selection, rows: list[IndicatorRow]) -> str:
    """A selection with a district and its indicators → one sentence on how it stands."""

    def own(indicator: str) -> Cell:
        return cell(build_id, indicator, selection.month, str(selection.district))

    compared = [row.standing for row in rows if row.standing]
    return profile_sentence(
        selection,
        own("target_households"),
        own("any_helped"),
        own("any_solved"),
        sum(each.standing != "like" for each in compared),
        len(compared),
    )


def tasks_of(build_id: str, selection: Selection) -> list[tuple[Task, str]]:
    """A selection with a district → what it has to do next, each in words."""
    code = str(selection.district)
    found = tasks(
        series(build_id, NEEDED, "district"),
        series(build_id, HELPED, "subdistrict", code),
        code,
        months(build_id),
        selection.month,
    )
    ages = need_ages(build_id, code, selection.month)
    dated = [task._replace(ages=ages.get(task.dimension or "")) for task in found]
    subdistricts = areas(build_id)["subdistrict"]
    return [(task, task_sentence(selection, task, subdistricts)) for task in dated]


def changes_of(build_id: str, selection: Selection) -> tuple[str | None, list[str]]:
    """A selection with a district → the month before, and what changed since by dimension."""
    before = month_before(months(build_id), selection.month)
    if before is None:
        return None, []
    found = series(build_id, NEEDED, "district")
    districts = areas(build_id)["district"]
    changed = [
        change_of(
            found, str(selection.district), name.removesuffix("_helped"), selection.month, before
        )
        for name in HELPED
    ]
    return before, [change_sentence(selection, change, districts) for change in changed]
