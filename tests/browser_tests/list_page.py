"""A page of a list, as the pages of households are made, over a query of the test's own."""

import os
from pathlib import Path

import streamlit as st

from app import warehouse
from app.access import household_count, household_part
from app.indicators import build_info
from app.list_part import Part
from app.rows.paging import paging, paging_filters
from app.rows.row_list import Cell, Column, Line, href, row_list
from app.rows.workbook import Extract, workbook_download
from app.selection import choose_filters, filters, read
from app.warehouse import Row, serving_build
from app.words import day_name, number

COLUMNS = (
    Column("household", "Household", is_sortable=True),
    Column("state", "State", "mark"),
    Column("age_days", "Days open", "number", is_sortable=True),
    Column("opened", "Opened", "date", is_sortable=True, width_rem=10),
    Column("note", "Note"),
)
STATES = ("urgent", "open", "done", "nowhere")

warehouse.QUERIES = Path(os.environ["TESTED_QUERIES"])
build_id = serving_build()
selection = read(("2020-09",), ("4007",), ())
st.set_page_config(page_title="List", layout="wide")
st.title("List")
codes = filters(
    {"state": STATES, **paging_filters([column.id for column in COLUMNS if column.is_sortable])}
)
state = codes.get("state")
st.button("Only done", on_click=choose_filters, kwargs={"state": "done"})
total = household_count(build_id, "tested", state=state)
page = paging(codes, total, "-age_days")


def read_part(part: Part) -> list[Row]:
    return household_part(build_id, "tested", part, state=state)


lines = [
    Line(
        row["household"],
        {
            "household": Cell(row["household"], "Ban Non Sa-at"),
            "state": Cell(row["state"], tone=row["state"]),
            "age_days": number(row["age_days"]) if row["age_days"] is not None else "",
            "opened": day_name(selection.lang, row["opened"]),
            "note": row["note"],
        },
        href("household", selection, household=row["household"]),
    )
    for row in read_part(page.part("household"))
]
opened = row_list("tested", selection, COLUMNS, lines, page, "Households that wait for help")
if opened:
    st.markdown(f"opened {opened}")
workbook_download(
    build_id,
    selection,
    Extract(
        name="tested",
        title=build_info(build_id).build_id,
        columns=COLUMNS,
        chosen=[],
        definitions=[],
        total=total,
        order=page.part("household").order,
        read=read_part,
    ),
)
