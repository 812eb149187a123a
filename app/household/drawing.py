"""A household's line of time: visits, needs with help and referrals, incomes against the line.

Widths are shares of the drawing and heights are pixels, so that its words keep their size.
"""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from html import escape
from itertools import groupby, pairwise

from app.household.record import Record
from app.indicators import DIMENSIONS
from app.left_behind.filters import month_end
from app.warehouse import Row
from app.words import month_name, number, text

AXIS_PX, LABEL_PX, ROW_PX, INCOME_PX = 22, 20, 20, 130
# What was recorded before the programme stands in a strip at the left, on a scale of its own.
BEFORE_PCT, RIGHT_PCT = 14.0, 99.0
SHAPES = {
    "completed": '<rect x="-4.5" y="-4.5" width="9" height="9" class="full"/>',
    "planned": '<rect x="-4.5" y="-4.5" width="9" height="9" class="hollow"/>',
    "in_progress": '<rect x="-4.5" y="-4.5" width="9" height="9" class="hollow"/>',
    "cancelled": '<path d="M-4-4L4 4M4-4L-4 4" class="line"/>',
    "referral": '<path d="M0-6L6 0L0 6L-6 0z" class="hollow"/>',
    "visit": '<circle r="4" class="full"/>',
    "income": '<circle r="4.5" class="full"/>',
    "below": '<circle r="4.5" class="hollow"/>',
    "verified": '<path d="M0-9V9" class="line"/>',
}
LEGEND = ("visit", "need", "verified", "completed", "planned", "referral", "income", "below")


class Scale:
    """A day → its place on the drawing, per cent of its width."""

    def __init__(self, months: Sequence[str], record: Record) -> None:
        self.months, self.day = months, record.day
        self.first, self.last = date.fromisoformat(f"{months[0]}-01"), month_end(months[-1])
        days = [each["recorded_date"] for each in record.incomes]
        days += [each["opened_date"] for each in record.needs]
        self.earliest = min([*days, self.first])

    def place(self, day: date) -> float:
        """The place of a day, which before the programme lies in the strip at the left."""
        if day < self.first:
            share: float = max((day - self.earliest).days, 0) / (self.first - self.earliest).days
            return 1 + (BEFORE_PCT - 2) * share
        share = (day - self.first).days / max((self.last - self.first).days, 1)
        return BEFORE_PCT + (RIGHT_PCT - BEFORE_PCT) * min(share, 1)


def drawing_markup(language: str, months: Sequence[str], record: Record) -> str:
    """A household's records and the months of the programme → the line of time with its legend."""
    scale = Scale(months, record)
    parts: list[str] = []
    top = AXIS_PX
    if record.visits:
        parts.append(_visits(language, scale, record, top))
        top += LABEL_PX + ROW_PX
    for dimension in DIMENSIONS:
        needs = [each for each in record.needs if each["dimension"] == dimension]
        if needs:
            parts.append(_lane(text(language, f"dimension.{dimension}"), top))
            top += LABEL_PX
        for need in needs:
            parts += _need(language, scale, record, need, top + ROW_PX // 2)
            top += ROW_PX
    if record.incomes:
        parts.append(_incomes(language, scale, record, top))
        top += INCOME_PX
    label = escape(text(language, "household.drawing_alt"))
    return (
        f'<div class="kk_household drawing"><svg role="img" aria-label="{label}" width="100%"'
        f' height="{top}">{_axis(language, scale, top)}{"".join(parts)}</svg>'
        f"{_legend(language)}</div>"
    )


def _axis(language: str, scale: Scale, height: int) -> str:
    told = []
    for place, month in enumerate(scale.months):
        at = scale.place(date.fromisoformat(f"{month}-01"))
        told.append(f'<line x1="{at:.2f}%" x2="{at:.2f}%" y1="0" y2="{height}" class="month"/>')
        # Every other month is named where the drawing is narrow.
        kind = ' class="second"' if place % 2 else ""
        name = escape(month_name(language, month, short=True).split()[0])
        told.append(f'<text x="{at:.2f}%" dx="3" y="13"{kind}>{name}</text>')
    before = escape(text(language, "household.before"))
    end = scale.place(scale.day)
    return (
        f'<text x="0" y="13">{before}</text>{"".join(told)}'
        f'<line x1="{end:.2f}%" x2="{end:.2f}%" y1="0" y2="{height}" class="end"/>'
    )


def _mark(scale: Scale, day: date, top: float, shape: str, told: str) -> str:
    title = f"<title>{escape(told)}</title>"
    return (
        f'<svg x="{scale.place(day):.2f}%" y="{top}" overflow="visible" class="{shape}">{title}'
        f"{SHAPES[shape]}</svg>"
    )


def _lane(name: str, top: int) -> str:
    return f'<text x="0" y="{top + 13}" class="name">{escape(name)}</text>'


def _visits(language: str, scale: Scale, record: Record, top: int) -> str:
    marks = "".join(
        _mark(scale, each["visit_date"], top + LABEL_PX + ROW_PX // 2, "visit", each["official_id"])
        for each in record.visits
    )
    name = text(language, "household.lane_visits", n=number(len(record.visits)))
    return _lane(name, top) + marks


def _need(language: str, scale: Scale, record: Record, need: Row, middle: int) -> Iterator[str]:
    end = record.day if record.is_open(need) else need["closed_date"]
    start, stop = scale.place(need["opened_date"]), scale.place(end)
    kind = "open" if record.is_open(need) else "closed"
    yield (
        f'<line x1="{start:.2f}%" x2="{stop:.2f}%" y1="{middle}" y2="{middle}" class="need {kind}">'
        f"<title>{escape(need['problem'])}</title></line>"
    )
    if need["verified_date"]:
        yield _mark(scale, need["verified_date"], middle, "verified", need["verified_by"] or "")
    for each in record.help_of(need):
        yield _mark(scale, each["help_date"], middle, each["help_status"], each["kind"])
    for each in record.referrals_of(need):
        receiver = text(language, f"holder.{each['to_holder']}")
        yield _mark(scale, each["opened_date"], middle, "referral", receiver)


def _incomes(language: str, scale: Scale, record: Record, top: int) -> str:
    known = [each["income_baht_per_person_year"] for each in record.incomes]
    most = max(*known, *(each["line_baht"] or 0 for each in record.incomes), 1) * 1.15
    room = INCOME_PX - LABEL_PX - 14

    def height(baht: float) -> float:
        share: float = 1 - baht / most
        return round(top + LABEL_PX + 8 + room * share, 1)

    editions = [list(alike) for _, alike in groupby(record.incomes, lambda each: each["line_baht"])]
    ends = [scale.place(each[0]["recorded_date"]) for each in editions[1:]]
    parts = [_lane(text(language, "household.lane_incomes"), top)]
    for edition, start, end in zip(editions, [0.0, *ends], [*ends, 100.0], strict=True):
        parts += _edition(language, scale, edition, (start, end), height)
    latest = record.incomes[-1]
    x, baht = scale.place(latest["recorded_date"]), latest["income_baht_per_person_year"]
    parts.append(
        f'<text x="{x:.2f}%" y="{height(baht) + 20}" text-anchor="end" class="name">'
        f"{number(baht)}</text>"
    )
    return "".join(parts)


def _edition(
    language: str,
    scale: Scale,
    incomes: Sequence[Row],
    span: tuple[float, float],
    height: Callable[[float], float],
) -> Iterator[str]:
    """Incomes that are measured against one line: neither it nor their course goes beyond them."""
    start, end = span
    line = incomes[0]["line_baht"]
    if line is not None:
        at, words = height(line), escape(text(language, "household.line", baht=number(line)))
        yield f'<line x1="{start:.2f}%" x2="{end:.2f}%" y1="{at}" y2="{at}" class="threshold"/>'
        yield f'<text x="{end:.2f}%" y="{at - 5}" text-anchor="end">{words}</text>'
    points = [
        (scale.place(each["recorded_date"]), each["income_baht_per_person_year"])
        for each in incomes
    ]
    for (x, baht), (next_x, next_baht) in pairwise(points):
        yield (
            f'<line x1="{x:.2f}%" y1="{height(baht)}" x2="{next_x:.2f}%" y2="{height(next_baht)}"'
            ' class="course"/>'
        )
    for each, (_, baht) in zip(incomes, points, strict=True):
        shape = "below" if line is not None and baht < line else "income"
        yield _mark(scale, each["recorded_date"], height(baht), shape, number(baht))


def _legend(language: str) -> str:
    items = "".join(
        '<li><svg width="18" height="18" aria-hidden="true"><svg x="9" y="9" overflow="visible">'
        + SHAPES.get(name, '<path d="M-9 0H9" class="need open"/>')
        + f"</svg></svg>{escape(text(language, f'household.mark_{name}'))}</li>"
        for name in LEGEND
    )
    return f"<ul>{items}</ul>"
