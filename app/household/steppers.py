"""The four processes and the four life processes as steps, as HTML."""

from collections.abc import Sequence
from html import escape

from app.household.record import Record
from app.household.stages import LIFE_PROCESS, PROCESS, Stage, stages_of
from app.household.words import day_or_blank, life_process_stage_name, process_stage_name
from app.words import number, text

STEPPERS = {
    "process_stage": (PROCESS, process_stage_name),
    "life_process_stage": (LIFE_PROCESS, life_process_stage_name),
}


def steppers_markup(language: str, record: Record) -> str:
    """A household's visits → two rows of steps: which were reached, when, which is the latest."""
    rows = "".join(
        _stepper(
            text(language, f"household.{column}"),
            [
                _step(language, name_of(language, stage.name), stage)
                for stage in stages_of(record.visits, column, names)
            ],
        )
        for column, (names, name_of) in STEPPERS.items()
    )
    return f'<div class="kk_household steppers">{rows}</div>'


def _stepper(title: str, items: Sequence[str]) -> str:
    return f"<section><h3>{escape(title)}</h3><ol>{''.join(items)}</ol></section>"


def _step(language: str, name: str, stage: Stage) -> str:
    if stage.first_date is None:
        kind, told = "ahead", text(language, "household.stage_ahead")
    else:
        kind = "latest" if stage.is_latest else "reached"
        told = text(
            language,
            f"household.stage_{kind}",
            day=day_or_blank(language, stage.first_date),
            visits=number(stage.visits),
        )
    current = ' aria-current="step"' if stage.is_latest else ""
    words = f"<strong>{escape(name)}</strong><span>{escape(told)}</span>"
    return f'<li class="{kind}"{current}>{words}</li>'
