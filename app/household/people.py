"""Who lives in a household and who looks after it, as HTML."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

from app.household.record import Record
from app.household.words import agency_name, day_or_blank, yes_or_no
from app.left_behind.filters import VULNERABILITIES
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import BUDDHIST_ERA_OFFSET_YEARS, number, text

STYLE = Path(__file__).resolve().parent / "markup.css"
CARDS = ("elderly_card", "disability_card", "welfare_card")
HEADS = ("person", "age", "disabled", "bedridden", "schooling", "cards")


def people_markup(language: str, record: Record) -> str:
    """A household's members → a table; nobody has a name here, because none is recorded."""
    heads = "".join(f'<th scope="col">{_words(language, f"head_{name}")}</th>' for name in HEADS)
    body = "".join(
        _person_line(language, place, person, record.day.year)
        for place, person in enumerate(record.members, 1)
    )
    return (
        f'<div class="kk_household scroll" tabindex="0"><table><thead><tr>{heads}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def _person_line(language: str, place: int, person: Row, year: int) -> str:
    sex = text(language, f"household.{person['sex']}")
    name = text(language, "household.person", place=number(place), sex=sex)
    head = f"<small>{_words(language, 'is_head')}</small>" if person["is_head"] else ""
    schooling = person["schooling"] or "not_known"
    cells = [
        age_words(language, person["birth_year"], year),
        yes_or_no(language, person["disabled"]),
        yes_or_no(language, person["bedridden"]),
        text(language, f"household.{schooling}"),
        cards_words(language, person),
    ]
    told = "".join(f"<td>{escape(cell)}</td>" for cell in cells)
    return f'<tr><th scope="row">{escape(name)}{head}</th>{told}</tr>'


def age_words(language: str, birth_year: int | None, year: int) -> str:
    """A year of birth → the age that is reached in a year; a year of birth is all that is known."""
    if birth_year is None:
        return text(language, "household.not_known")
    return text(language, "household.age", years=number(year - birth_year))


def cards_words(language: str, person: Row) -> str:
    """A member → the cards held, and those of which it is not known."""
    held = [text(language, f"household.{card}") for card in CARDS if person[card]]
    unknown = [
        text(language, "left_behind.not_known", what=text(language, f"household.{card}"))
        for card in CARDS
        if person[card] is None
    ]
    return ", ".join(held + unknown) or text(language, "household.no_card")


def facts_markup(build_id: str, language: str, record: Record) -> str:
    """A household → its class, place, officers, vulnerability and marks, as a list of terms."""
    profile = record.profile
    code = profile["village_code"]
    year = profile["bmn_year"] + (BUDDHIST_ERA_OFFSET_YEARS if language == "th" else 0)
    facts: list[tuple[str, Sequence[str]]] = [
        ("class", [text(language, f"group.{profile['household_class']}")]),
        (
            "place",
            [
                village_name(build_id, language, code),
                text(
                    language,
                    "left_behind.in_district",
                    district=district_name(build_id, language, code),
                ),
            ],
        ),
        ("members", [text(language, "household.persons", n=number(profile["members_persons"]))]),
        ("origin", [text(language, "household.found_by", year=year), profile["source_list"] or ""]),
        ("vulnerability", _vulnerability(language, profile)),
        ("officer", _officers(language, record)),
        ("role_model", _role_model(language, profile)),
    ]
    told = "".join(
        f"<div><dt>{_words(language, f'fact_{name}')}</dt>"
        + "".join(f"<dd>{escape(line)}</dd>" for line in lines if line)
        + "</div>"
        for name, lines in facts
        if any(lines)
    )
    return f'<dl class="kk_household facts">{told}</dl>'


def _vulnerability(language: str, profile: Row) -> list[str]:
    known = [text(language, f"vulnerability.{flag}") for flag in VULNERABILITIES if profile[flag]]
    unknown = [
        text(language, "left_behind.not_known", what=text(language, f"vulnerability.{flag}"))
        for flag in VULNERABILITIES
        if profile[flag] is None
    ]
    return known + unknown or [text(language, "household.not_vulnerable")]


def _officers(language: str, record: Record) -> list[str]:
    current = record.pairing
    told = [] if current else [text(language, "left_behind.unpaired")]
    for each in reversed(record.pairings):
        name = "until" if each["to_date"] else "since"
        told.append(
            text(
                language,
                f"household.officer_{name}",
                officer=each["official_id"],
                agency=agency_name(language, each),
                since=day_or_blank(language, each["from_date"]),
                until=day_or_blank(language, each["to_date"]),
            )
        )
    return told


def _role_model(language: str, profile: Row) -> list[str]:
    if not profile["role_model_kind"]:
        return []
    name = text(language, f"household.{profile['role_model_kind']}")
    day = day_or_blank(language, profile["role_model_date"])
    return [text(language, "household.chosen_on", what=name, day=day)]


def _words(language: str, name: str) -> str:
    return escape(text(language, f"household.{name}"))
