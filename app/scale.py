"""The fixed map classes of each measure: app/scales.toml, read and worded."""

import tomllib
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

from app.words import text

SCALES = Path(__file__).resolve().parent / "scales.toml"


@dataclass(frozen=True)
class Scale:
    """Edges of five classes, their unit and decimals, and the side of the palette."""

    side: Literal["achieved", "lacking"]
    unit: Literal["pct", "index", "households", "persons", "reports"]
    decimals: int
    edges: tuple[float, ...]
    indicators: tuple[str, ...] = ()

    def legend(self, language: str) -> list[str]:
        """The classes in words, from least to most."""
        low_high = [f"{edge:,g}" for edge in self.edges]
        return [
            text(language, "map.below", high=low_high[0]),
            *(
                text(language, "map.between", low=low, high=high)
                for low, high in pairwise(low_high)
            ),
            text(language, "map.from", low=low_high[-1]),
        ]


@cache
def scales() -> dict[str, Scale]:
    """Every scale by measure; raises TypeError for an unknown field in the file."""
    written = tomllib.loads(SCALES.read_text("utf-8"))
    return {
        measure: Scale(
            **{
                **given,
                "edges": tuple(given["edges"]),
                "indicators": tuple(given.get("indicators", ())),
            }
        )
        for measure, given in written.items()
    }


def scale_for(indicator: str) -> Scale:
    """An indicator → its scale: that of the measure it ends with, or the one that names it.

    Raises KeyError when there is none.
    """
    named = {each: scale for scale in scales().values() for each in scale.indicators}
    return named[indicator] if indicator in named else scales()[indicator.rpartition("_")[2]]
