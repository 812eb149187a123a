"""Which page of a long list is shown, of what size and in which order."""

from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass

from app.list_part import Part
from app.selection import PAGE

SIZE, ORDER = "size", "order"
SIZES = ("25", "50", "100", "500")
USUAL_SIZE = "50"


@dataclass(frozen=True)
class Paging:
    """One page of a list: its place from 1, the rows on a page and in all, the order of rows.

    order is a column of the list's query, with a minus before it from the highest down.
    """

    page: int
    size: int
    order: str
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one, without rows."""
        return max(1, -(-self.total // self.size))

    @property
    def first(self) -> int:
        """The place of the first row on the page, from 1; 0 on the page of an empty list."""
        return min(self.total, (self.page - 1) * self.size + 1)

    @property
    def last(self) -> int:
        """The place of the last row on the page."""
        return min(self.total, self.page * self.size)

    def part(self, *key: str) -> Part:
        """The columns that tell all rows apart → what to ask the list's query for."""
        return Part((self.order, *key), (self.page - 1) * self.size, self.size, self.total)


def paging_filters(sortable: Sequence[str]) -> dict[str, Container[str] | Callable[[str], bool]]:
    """Columns that a list may be sorted by → the codes in the link that say what is shown."""
    orders = [*sortable, *(f"-{column}" for column in sortable)]
    return {PAGE: is_page, SIZE: SIZES, ORDER: orders}


def is_page(code: str) -> bool:
    """Is a code the number of a page, from 1 up?"""
    return code.isascii() and code.isdecimal() and len(code) < 10 and not code.startswith("0")


def paging(codes: Mapping[str, str], total: int, order: str) -> Paging:
    """The link's codes, the rows in all, the usual order → the page; beyond the end, the last."""
    size = int(codes.get(SIZE, USUAL_SIZE))
    shown = Paging(int(codes.get(PAGE, "1")), size, codes.get(ORDER, order), total)
    return Paging(min(shown.page, shown.pages), size, shown.order, total)
