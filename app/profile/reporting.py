"""A district's officers and their monthly reports: due, received, on time."""

from collections.abc import Mapping
from html import escape

from app.findings import Series
from app.indicators import NO_CELL, Cell
from app.selection import Selection
from app.tables import note_in_words
from app.words import month_name, number, percent, text

INDICATORS = ("reports_on_time", "reports_received")


def reporting_sentence(selection: Selection, found: Series, code: str) -> str:
    """The last month up to the selection's that has reports, in words."""
    on_time = found["reports_on_time"]
    known = [
        month
        for month in sorted(on_time)
        if month <= selection.month and on_time[month].get(code, NO_CELL).value is not None
    ]
    if not known:
        return text(selection.lang, "profile.reports_none")
    cell = on_time[known[-1]][code]
    received = found["reports_received"].get(known[-1], {}).get(code, NO_CELL)
    return text(
        selection.lang,
        "profile.reports",
        month=month_name(selection.lang, known[-1]),
        due=number(cell.denominator or 0),
        on_time=number(cell.numerator or 0),
        pct=percent(cell.value or 0),
        received=number(received.numerator or 0),
    )


def reporting_markup(selection: Selection, found: Series, code: str) -> str:
    """Figures of a district → an HTML table, a column for each month up to the selection's."""
    language = selection.lang
    months = [month for month in sorted(found["reports_on_time"]) if month <= selection.month]
    heads = "".join(
        f'<th scope="col">{escape(month_name(language, month, short=True))}</th>'
        for month in months
    )

    def line(name: str, values: Mapping[str, str]) -> str:
        cells = "".join(f"<td>{escape(values[month])}</td>" for month in months)
        title = escape(text(language, f"profile.reports_{name}"))
        return f'<tr><th scope="row">{title}</th>{cells}</tr>'

    def cells(indicator: str) -> dict[str, Cell]:
        return {month: found[indicator].get(month, {}).get(code, NO_CELL) for month in months}

    def shown(cell: Cell, count: int | None) -> str:
        return number(count) if count is not None else note_in_words(selection, cell)

    on_time, received = (cells(indicator) for indicator in INDICATORS)
    lines = (
        line("due", {month: shown(each, each.denominator) for month, each in on_time.items()}),
        line("received", {month: shown(each, each.numerator) for month, each in received.items()}),
        line("on_time", {month: shown(each, each.numerator) for month, each in on_time.items()}),
    )
    return (
        '<div class="kk_profile" tabindex="0"><table class="reports"><thead>'
        f"<tr><td></td>{heads}</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )
