"""How the tests visit a page: links of every kind, one after the other in one session."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

from streamlit.testing.v1 import AppTest

from app.indicators import DIMENSIONS
from app.selection import MEASURES
from app.words import LANGUAGES

MONTHS = [
    *(f"2019-{month}" for month in (10, 11, 12)),
    *(f"2020-0{month}" for month in range(1, 10)),
]
DISTRICTS = ["", "4007", "4029", "4002"]


def visits(month: str, dimensions: Sequence[str] = DIMENSIONS) -> Iterator[dict[str, str]]:
    """A month → the codes of links with each dimension and measure.

    Over eight months each of them comes in each language with each of the districts.
    """
    turn = MONTHS.index(month)
    for place, (dimension, measure) in enumerate(product(dimensions, MEASURES)):
        yield {
            "month": month,
            "dimension": dimension,
            "measure": measure,
            "lang": LANGUAGES[(turn + place) % len(LANGUAGES)],
            "district": DISTRICTS[(turn // len(LANGUAGES) + place) % len(DISTRICTS)],
        }


def go(screen: AppTest, codes: Mapping[str, str]) -> None:
    """The reader of a page follows a link to the same page."""
    screen.query_params.clear()
    screen.query_params.update(codes)
    screen.run()
    assert not screen.exception, codes
    assert not screen.warning, codes
