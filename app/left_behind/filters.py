"""What the list of open needs is narrowed down to: codes of the link, their sense and words."""

from calendar import monthrange
from collections.abc import Callable, Container, Mapping
from datetime import date
from typing import Any, NamedTuple

from app.indicators import DIMENSIONS, areas
from app.rows.paging import paging_filters
from app.selection import Selection
from app.villages import district_name, subdistrict_name, village_name, village_names
from app.words import month_name, number, text

RELAPSED = "relapsed"
STATES = ("waiting", "open", "unassigned", RELAPSED)
ANY = "any"
NEEDS = (*DIMENSIONS, ANY)
EVER = 1_000_000
# Days since a need was verified, first and last: four bands, then all from a band's start on.
BANDS = {"0-30": (0, 30), "31-90": (31, 90), "91-180": (91, 180), "181-": (181, EVER)}
AGES = {**BANDS, "31-": (31, EVER), "91-": (91, EVER)}
SEVERITIES = {"3": "severe", "2": "moderate", "1": "mild"}
CLASSES = ("developable", "relief")
VULNERABILITIES = ("elderly_alone", "disabled", "bedridden", "child_out_of_school", "woman_headed")
UNKNOWN = "_unknown"
NEED_FILTERS = ("need", "age", "severity")
AREA_FILTERS = ("subdistrict", "village")
NEED_ORDERS = (
    "household_id", "village_code", "dimension", "severity", "days", "official_id",
    "last_visit_date",
)  # fmt: skip
INCOME_ORDERS = (
    "household_id", "village_code", "first_above_date", "highest_baht_per_person_year",
    "income_baht_per_person_year", "lacking_baht", "official_id", "last_visit_date",
)  # fmt: skip


class Wanted(NamedTuple):
    """What is listed: codes as in the link, blank where all are; area_code is the finest chosen."""

    month: str
    area_code: str
    state: str
    need: str = ""
    age: str = ""
    severity: str = ""
    household_class: str = ""
    vulnerability: str = ""

    @property
    def is_of_needs(self) -> bool:
        """Are needs listed, rather than households that fell back below the line?"""
        return self.state != RELAPSED

    @property
    def dimensions(self) -> tuple[str, ...]:
        """The dimensions whose rows are listed; `any` has a row for a household, not for a need."""
        return (self.need,) if self.need else DIMENSIONS

    def of_households(self) -> dict[str, Any]:
        """The parameters that every list has: class, area, vulnerability."""
        flag = self.vulnerability.removesuffix(UNKNOWN)
        return {
            "household_class": self.household_class or None,
            "area_code": self.area_code,
            "vulnerability": flag or None,
            "is_vulnerable": None if flag != self.vulnerability else True,
        }

    def of_counts(self) -> dict[str, Any]:
        """The parameters of the counts, which leave state, dimension and age open."""
        return {
            **self.of_households(),
            "month_end": month_end(self.month),
            "severity": int(self.severity) if self.severity else None,
        }

    def of_needs(self) -> dict[str, Any]:
        """The parameters of the list of needs."""
        least, most = AGES.get(self.age, (0, EVER))
        return {
            **self.of_counts(),
            "state": self.state,
            "dimensions": list(self.dimensions),
            "least_days": least,
            "most_days": most,
        }


def month_end(month: str) -> date:
    """A month such as 2020-02 → its last day."""
    year, place = int(month[:4]), int(month[5:7])
    return date(year, place, monthrange(year, place)[1])


def list_filters(
    build_id: str, selection: Selection
) -> Mapping[str, Container[str] | Callable[[str], bool]]:
    """The codes that the list knows; places are those of the district, if one is chosen."""
    within = selection.district or ""
    return {
        "state": STATES,
        "need": NEEDS,
        "age": AGES,
        "severity": SEVERITIES,
        "class": CLASSES,
        "vulnerability": [*VULNERABILITIES, *(flag + UNKNOWN for flag in VULNERABILITIES)],
        "subdistrict": lambda code: (
            code in areas(build_id)["subdistrict"] and code.startswith(within)
        ),
        "village": lambda code: code in village_names(build_id) and code.startswith(within),
        **paging_filters(list(dict.fromkeys([*NEED_ORDERS, *INCOME_ORDERS]))),
    }


def wanted_of(selection: Selection, codes: Mapping[str, str]) -> Wanted:
    """The selection and the list's codes → what is listed; needs are no matter of a relapse."""
    state = codes.get("state", STATES[0])
    area_code = codes.get("village") or codes.get("subdistrict") or selection.district or ""
    of_need = {} if state == RELAPSED else {name: codes.get(name, "") for name in NEED_FILTERS}
    return Wanted(
        selection.month,
        area_code,
        state,
        household_class=codes.get("class", ""),
        vulnerability=codes.get("vulnerability", ""),
        **of_need,
    )


def label_of(language: str, name: str, code: str) -> str:
    """A filter's name in the link and one of its codes → the code in words."""
    if name == "need":
        return text(language, "left_behind.any_need" if code == ANY else f"dimension.{code}")
    if name == "age":
        return age_name(language, code)
    if name == "severity":
        return text(language, f"severity.{SEVERITIES[code]}")
    if name == "class":
        return text(language, f"group.{code}")
    if name == "vulnerability":
        flag = code.removesuffix(UNKNOWN)
        known = text(language, f"vulnerability.{flag}")
        return text(language, "left_behind.not_known", what=known) if flag != code else known
    return text(language, f"left_behind.state_{code}")


def age_name(language: str, code: str) -> str:
    """A code of days waited → the same in words."""
    first, last = AGES[code]
    if last == EVER:
        return text(language, "left_behind.age_over", days=number(first - 1))
    return text(language, "left_behind.age_within", first=number(first), last=number(last))


def place_name(build_id: str, language: str, code: str) -> str:
    """A code of an area, blank for the province → its name with those of the areas around it."""
    if not code:
        return text(language, "left_behind.province")
    district = text(
        language, "left_behind.in_district", district=district_name(build_id, language, code)
    )
    if len(code) > 6:
        # The name of a village holds that of its sub-district.
        place = village_name(build_id, language, code)
    elif len(code) > 4:
        name = subdistrict_name(build_id, language, code)
        place = text(language, "left_behind.in_subdistrict", subdistrict=name)
    else:
        return district
    return text(language, "left_behind.within", place=place, district=district)


def chosen_in_words(build_id: str, selection: Selection, wanted: Wanted) -> list[str]:
    """What is listed → a sentence for each thing that narrows it down."""
    language = selection.lang
    chosen = {
        "state": wanted.state,
        "need": wanted.need,
        "age": wanted.age,
        "severity": wanted.severity,
        "class": wanted.household_class,
        "vulnerability": wanted.vulnerability,
    }
    said = [
        text(
            language,
            "left_behind.chosen",
            filter=text(language, f"filter.name_{name}"),
            value=label_of(language, name, code),
        )
        for name, code in chosen.items()
        if code
    ]
    area = place_name(build_id, language, wanted.area_code)
    month = text(language, "left_behind.chosen_month", month=month_name(language, selection.month))
    # Incomes are the latest known, whatever the month.
    when = [month] if wanted.is_of_needs else []
    return [*when, text(language, "left_behind.chosen_area", area=area), *said]
