"""A household's course as a table on the page and as a workbook."""

from html import escape

from app.household.events import Event, event_row
from app.list_part import Part
from app.rows.row_list import Column
from app.rows.workbook import Extract
from app.selection import Selection
from app.words import day_name, text

COLUMNS = (
    Column("day", "day", "date"),
    Column("kind", "kind", width_rem=10),
    Column("dimension", "dimension", width_rem=10),
    Column("detail", "detail", width_rem=30),
)


def events_markup(language: str, events: list[Event]) -> str:
    """Events → the rows of the drawing as an HTML table, folded away."""
    heads = "".join(f'<th scope="col">{escape(_head(language, each))}</th>' for each in COLUMNS)
    body = "".join(
        f"<tr><td>{escape(day_name(language, event.day))}</td>"
        + "".join(f"<td>{escape(words)}</td>" for words in event[1:])
        + "</tr>"
        for event in events
    )
    title = escape(text(language, "household.table"))
    return (
        f'<details class="kk_table"><summary>{title}</summary><div class="scroll" tabindex="0">'
        f"<table><thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table></div></details>"
    )


def extract_of(selection: Selection, household_id: str, events: list[Event]) -> Extract:
    """Events of a household → the workbook of them."""
    language = selection.lang

    def read(asked: Part) -> list[dict[str, object]]:
        return [
            event_row(event)
            for event in events[asked.rows_before : asked.rows_before + asked.rows_at_most]
        ]

    return Extract(
        name=f"household_{household_id.lower().replace('-', '_')}",
        title=text(language, "household.title", household=household_id),
        columns=[each._replace(head=_head(language, each)) for each in COLUMNS],
        chosen=[],
        definitions=[text(language, "household.latest_note")],
        total=len(events),
        order=("day",),
        read=read,
    )


def _head(language: str, column: Column) -> str:
    return text(language, f"household.column_{column.head}")
