"""Files of incomes that move figures and households of a data folder."""

import csv
from pathlib import Path

HEAD = "household_id,recorded_date,bmn_year,income_baht_per_person_year,record_origin"


def write_incomes(data: Path, path: Path, baht: str) -> Path:
    """A data folder with a demo → a file in which each of its households has a new income."""
    with (data / "demo" / "households" / "households.csv").open(encoding="utf-8-sig") as file:
        households = [row["household_id"] for row in csv.DictReader(file)]
    lines = [f"{household},2020-09-29,2020,{baht},synthetic" for household in households]
    path.write_text("\n".join([HEAD, *lines]), "utf-8")
    return path
