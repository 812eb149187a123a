"""A province of a few households, written by hand, to show one rule at a time."""

from collections.abc import Callable
from datetime import date
from typing import Any

import duckdb

from etl.core_order import build_core
from etl.mart import build_mart
from tests.raw_tables import add_batch, add_row, create_tables

TODAY = date(2026, 1, 1)
# Villages of one sub-district (400102), one of its neighbour and one of another district.
HERE, BESIDE, NEAR, FAR = "40010201", "40010202", "40010301", "40020101"

Row = dict[str, Any]
DEFAULTS: dict[str, Callable[[int], Row]] = {
    "households": lambda n: {
        "household_id": f"H{n}",
        "village_code": HERE,
        "bmn_year": 2018,
        "household_class": "developable",
        "members_persons": 3,
        "status": "found",
        "status_date": "2019-10-05",
        "wants_help": True,
    },
    "needs": lambda n: {
        "need_id": f"N{n}",
        "household_id": "H1",
        "dimension": "education",
        "problem": "ขาดทุนการศึกษา",
        "severity": 1,
        "opened_date": "2019-10-02",
        "verified_date": "2019-10-10",
        "status": "open",
    },
    "help": lambda n: {
        "help_id": f"E{n}",
        "need_id": "N1",
        "kind": "ทุนการศึกษา",
        "agency_code": "A1",
        "fund_source": "private",
        "power": "outside",
        "help_date": "2019-11-20",
        "status": "completed",
    },
    "duplicate_reviews": lambda n: {
        "first_help_id": f"E{n}",
        "second_help_id": f"E{n + 1}",
        "verdict": "not_duplicate",
        "reason": "ให้คนละคนในครัวเรือน",
        "reviewed_by": "ศจพ.อ.",
        "reviewed_date": "2020-01-10",
    },
    "corrections": lambda n: {
        "correction_id": f"C{n}",
        "source": "households",
        "record_key": "H1",
        "action": "replace",
        "column_name": "bmn_year",
        "value_before": "2017",
        "value_after": "2018",
        "reason": "พิมพ์ผิด",
        "decided_by": "นายอำเภอ",
        "decided_date": "2020-01-10",
    },
    "referrals": lambda n: {
        "referral_id": f"R{n}",
        "need_id": "N1",
        "from_holder": "village",
        "to_holder": "district",
        "opened_date": "2019-10-20",
    },
    "visits": lambda n: {
        "visit_id": f"V{n}",
        "official_id": "O1",
        "household_id": "H1",
        "visit_date": "2019-11-15",
    },
    "officials": lambda n: {
        "official_id": f"O{n}",
        "agency_code": "A1",
        "district_code": "4001",
        "appointed_date": "2019-09-01",
    },
    "agencies": lambda n: {
        "agency_code": f"A{n}",
        "name_th": "หน่วยงาน",
        "agency_type": "government",
    },
    "pairings": lambda n: {
        "pairing_id": f"P{n}",
        "official_id": "O1",
        "household_id": "H1",
        "from_date": "2019-10-01",
    },
    "reports": lambda n: {
        "official_id": f"O{n}",
        "report_month": "2019-10-01",
        "received_date": "2019-11-05",
    },
    "incomes": lambda n: {
        "household_id": f"H{n}",
        "recorded_date": "2019-10-20",
        "bmn_year": 2019,
        "income_baht_per_person_year": 20_000,
    },
}


class SmallProvince:
    """Raw tables that grow record by record, and the cells built from them."""

    def __init__(self) -> None:
        self.connection = duckdb.connect()
        create_tables(self.connection)
        self.counts: dict[str, int] = {}
        self.batches: set[str] = set()

    def add(self, source: str, file: str = "first", **given: Any) -> None:
        """One record; what is not given is an ordinary value, ids count from 1."""
        batch_id = f"{source}-{file}"
        if batch_id not in self.batches:
            self.batches.add(batch_id)
            add_batch(self.connection, source, batch_id, f"2020-10-{len(self.batches):02}")
        self.counts[source] = self.counts.get(source, 0) + 1
        row = {**DEFAULTS[source](self.counts[source]), **given}
        add_row(self.connection, source, batch_id, row)

    def build(self) -> None:
        """Makes the core tables and the mart."""
        build_core(self.connection, TODAY)
        build_mart(self.connection)

    def rows(self, question: str, **values: Any) -> list[tuple[Any, ...]]:
        """A question → its rows."""
        return self.connection.execute(question, values or None).fetchall()

    def cell(
        self, indicator: str, area_code: str, month: str, group: str = "all"
    ) -> tuple[int | None, int | None, str | None] | None:
        """Numerator, denominator and note of one cell; None where there is no cell."""
        found = self.rows(
            """
            select numerator, denominator, note
            from mart_indicator
            where indicator = $indicator and area_code = $area_code
                and month = cast($month || '-01' as date) and group_code = $group
            """,
            indicator=indicator,
            area_code=area_code,
            month=month,
            group=group,
        )
        return found[0] if found else None
