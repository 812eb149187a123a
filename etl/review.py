"""Declarations are looked at again by the date each of them names."""

from collections.abc import Iterable
from datetime import date

from etl.declaration import Declaration


class OverdueReviewError(Exception):
    """Indicators whose review is overdue."""

    def __init__(self, indicators: list[str]) -> None:
        super().__init__(", ".join(indicators))
        self.indicators = indicators


def require_reviews(declarations: Iterable[Declaration], today: date) -> None:
    """Declarations → nothing; raises OverdueReviewError when today is after a next_review."""
    overdue = [each.indicator for each in declarations if each.next_review < today]
    if overdue:
        raise OverdueReviewError(overdue)
