"""Rows of the lists of agencies in words: events of help, households helped, movements."""

from app.agencies.register import agencies
from app.rows.row_list import Cell, Line, href
from app.selection import Selection
from app.villages import district_name, village_name
from app.warehouse import Row
from app.words import day_name, number, text


def event_line(build_id: str, selection: Selection, row: Row) -> Line:
    """An event of help → the row of the list; a household may have several."""
    language, partners = selection.lang, agencies(build_id)
    agency, fund, power = row["agency_code"], row["fund_source"], row["power"]
    given = text(language, "agencies.in_kind")
    value = Cell(given, row["in_kind"] or "")
    if row["value_baht"] is not None:
        value = Cell(number(row["value_baht"]), row["in_kind"] or "")
    return Line(
        f"{row['household_id']} {row['help_number']}",
        {
            "household_id": row["household_id"],
            "district_code": district_name(build_id, language, row["district_code"]),
            "help_date": day_name(language, row["help_date"]),
            "dimension": Cell(text(language, f"dimension.{row['dimension']}"), row["kind"]),
            "agency_code": Cell(
                agency, partners[agency].name(language) if agency in partners else ""
            ),
            "fund_source": text(language, f"fund_source.{fund}"),
            "power": text(language, f"power.{power}"),
            "value_baht": value,
        },
        href("household", selection, household=row["household_id"]),
    )


def household_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A household and the help it got → the row of the list."""
    language, without = selection.lang, row["events_without_value"]
    village = village_name(build_id, language, row["village_code"])
    unknown = text(language, "agencies.of_these_without_value", events=number(without))
    given = text(language, "agencies.in_kind")
    return Line(
        row["household_id"],
        {
            "household_id": row["household_id"],
            "village_code": Cell(village, district_name(build_id, language, row["village_code"])),
            "household_class": text(language, f"group.{row['household_class']}"),
            "events": Cell(number(row["events"]), unknown if without else ""),
            "baht": given if row["baht"] is None else number(row["baht"]),
            "latest_date": day_name(language, row["latest_date"]),
        },
        href("household", selection, household=row["household_id"]),
    )


def movement_line(build_id: str, selection: Selection, row: Row) -> Line:
    """A movement of a fund → the row of the list; without a household it opens nothing."""
    language, household, way = selection.lang, row["household_id"], row["direction"]
    return Line(
        f"{household or ''} {row['movement_id']}",
        {
            "movement_id": row["movement_id"],
            "district_code": district_name(build_id, language, row["district_code"]),
            "movement_date": day_name(language, row["movement_date"]),
            "direction": text(language, f"agencies.direction_{way}"),
            "amount_baht": number(row["amount_baht"]),
            "purpose": row["purpose"] or "",
            "household_id": household or "",
        },
        href("household", selection, household=household) if household else None,
    )
