"""What makes a figure doubtful: etl/quality/<rule>.toml, read, with the SQL that finds it."""

import tomllib
from dataclasses import dataclass, field
from pathlib import Path

QUALITY = Path(__file__).resolve().parent / "quality"
LANGUAGES = ("th", "en")


@dataclass(frozen=True)
class QualityRule:
    """One rule in words, Thai and English, with the limits that an officer may change.

    What is found in one indicator makes those of spreads_to doubtful too, in the same area.
    The words say the limits: {found_below} stands for the limit of that name.
    """

    rule: str
    title_th: str
    title_en: str
    meaning_th: str
    meaning_en: str
    remedy_th: str
    remedy_en: str
    spreads_to: list[str] = field(default_factory=list)
    limits: dict[str, float] = field(default_factory=dict)

    @property
    def sql(self) -> str:
        """What the rule finds: indicator, source, area_code, month, found, expected."""
        return (QUALITY / f"{self.rule}.sql").read_text("utf-8")

    @property
    def words(self) -> dict[str, str]:
        """Titles, meanings and remedies by name and language, their limits filled in."""
        return {
            name: getattr(self, name).format(**self.limits)
            for word in ("title", "meaning", "remedy")
            for name in (f"{word}_{language}" for language in LANGUAGES)
        }


def read_quality_rules(folder: Path = QUALITY) -> list[QualityRule]:
    """A folder → its rules in order of name.

    Raises ValueError when a rule has no SQL file or SQL no rule, TypeError for a key that is
    missing or unknown, KeyError for words that name no limit.
    """
    told = {path.stem for path in folder.glob("*.toml")}
    if alone := told ^ {path.stem for path in folder.glob("*.sql")}:
        raise ValueError(f"without words or an SQL file: {', '.join(sorted(alone))}")
    return [
        QualityRule(rule, **tomllib.loads((folder / f"{rule}.toml").read_text("utf-8")))
        for rule in sorted(told)
    ]
