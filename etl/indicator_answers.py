"""What a finished warehouse says of its indicators and of multidimensional poverty."""

from pathlib import Path

from etl.snapshot import opened_snapshot
from etl.status import Row, answer_rows, with_buddhist_year

CUTOFFS, CONTRIBUTIONS, COMBINATIONS = "mpi_cutoffs", "mpi_contributions", "mpi_combinations"


def read_indicators(warehouse: Path) -> list[Row]:
    """A warehouse file → each indicator and group: words, unit, the province's latest figure."""
    with opened_snapshot(warehouse) as connection:
        return answer_rows(connection, "indicators")


def read_mpi(warehouse: Path) -> Row | None:
    """A warehouse file → multidimensional poverty of the province in the latest edition.

    Figures by cutoff, contributions of the dimensions and exact combinations that someone has;
    None where no edition with all 31 selections was loaded.
    """
    with opened_snapshot(warehouse) as connection:
        found = {name: answer_rows(connection, name) for name in (CUTOFFS, CONTRIBUTIONS)}
        found[COMBINATIONS] = answer_rows(connection, COMBINATIONS)
    if not found[CUTOFFS]:
        return None
    edition = {"edition_year": found[CUTOFFS][0]["edition_year"]}
    return {
        **with_buddhist_year(edition),
        **{
            name.removeprefix("mpi_"): [
                {key: row[key] for key in row if key != "edition_year"}
                for row in rows
                if row["edition_year"] == edition["edition_year"]
            ]
            for name, rows in found.items()
        },
    }
