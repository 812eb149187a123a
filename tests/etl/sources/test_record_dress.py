"""Records are read the same in every dress that officers send, and none is lost."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.contract import contracts
from tests.record_files import RecordFiles, csv_text, write_csv, write_workbook

HEADERS = ["household_id", "village_code", "bmn_year", "household_class", "members_persons"]
HEADERS += ["status", "status_date"]
HOUSEHOLD = ["H1", "40010201", "2018", "relief", "3", "found", "2019-10-05"]
THAI_DIGITS = str.maketrans("0123456789", "๐๑๒๓๔๕๖๗๘๙")
ENCODINGS = ["utf-8", "utf-8-sig", "cp874", "tis-620", "utf-16"]


@dataclass(frozen=True)
class Dress:
    """One way of writing the same records."""

    encoding: str
    delimiter: str
    headers_are_thai: bool
    years_are_buddhist: bool
    digits_are_thai: bool
    is_workbook: bool


@dataclass(frozen=True)
class Income:
    """A record of the incomes contract."""

    household_id: str
    recorded_date: date
    bmn_year: int
    baht: int


ids = st.text(st.sampled_from("HX19-กขค๕ ,;'\"\t"), min_size=1, max_size=12).map(str.strip)
incomes = st.builds(
    Income,
    # An apostrophe in front is Excel's own sign, and no part of an id.
    ids.filter(lambda text: text not in ("", "-") and not text.startswith("'")),
    st.dates(date(1990, 1, 1), date(2025, 12, 31)),
    st.integers(2007, 2025),
    st.integers(0, 10**7),
)
dresses = st.builds(
    Dress,
    st.sampled_from(ENCODINGS),
    st.sampled_from([",", ";", "\t"]),
    *[st.booleans()] * 4,
)


def dressed(records: list[Income], dress: Dress) -> list[list[str]]:
    contract = contracts()["incomes"]
    names = ["household_id", "recorded_date", "bmn_year", "income_baht_per_person_year"]
    rows = [
        [contract.column(name).headers[0] if dress.headers_are_thai else name for name in names]
    ]
    era = 543 if dress.years_are_buddhist else 0
    for record in records:
        day = record.recorded_date
        numbers = [
            f"{day.day}/{day.month}/{day.year + era}",
            f"{record.bmn_year + era}",
            f"{record.baht:,}",
        ]
        if dress.digits_are_thai:
            numbers = [number.translate(THAI_DIGITS) for number in numbers]
        rows.append([record.household_id, *numbers])
    return rows


@settings(max_examples=30)
@given(records=st.lists(incomes, min_size=1, max_size=12), dress=dresses)
def test_records_read_back_the_same_in_every_dress(records: list[Income], dress: Dress) -> None:
    with TemporaryDirectory() as directory:
        files = RecordFiles(Path(directory))
        for household_id in {record.household_id for record in records}:
            files.add("households", household_id=household_id)
        rows = dressed(records, dress)
        path = files.directory / "incomes.dat"
        if dress.is_workbook:
            write_workbook(path, {"รายได้": rows})
        else:
            path.write_bytes(csv_text(rows, dress.delimiter).encode(dress.encoding))
        files.receive("incomes", path)
        files.read()
        found = files.rows(
            """
            select household_id, recorded_date, bmn_year, income_baht_per_person_year, row_number
            from raw_incomes
            """
        )
    kept: dict[tuple[str, date], tuple[Income, int]] = {}
    for row_number, record in enumerate(records, start=2):
        kept.setdefault((record.household_id, record.recorded_date), (record, row_number))
    assert sorted(found, key=lambda row: row[-1]) == [
        (record.household_id, record.recorded_date, record.bmn_year, record.baht, row_number)
        for record, row_number in kept.values()
    ]
    tally = files.tallies["incomes.dat"]
    assert (tally.rows_read, tally.rows_rejected) == (len(records), len(records) - len(kept))
    assert tally.sheet == ("รายได้" if dress.is_workbook else None)


anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)


@settings(max_examples=30)
@given(rows=st.lists(st.lists(anything, min_size=5, max_size=9), min_size=1, max_size=8))
def test_whatever_stands_in_a_file_every_row_is_loaded_or_rejected(rows: list[list[str]]) -> None:
    with TemporaryDirectory() as directory:
        files = RecordFiles(Path(directory))
        path = files.directory / "households.csv"
        write_csv(path, [HEADERS, HOUSEHOLD, *rows])
        files.receive("households", path)
        files.read()
        tally = files.tallies["households.csv"]
        assert tally.rows_read == tally.rows_loaded + tally.rows_rejected
        blank = sum(not any(cell.strip(" \u00a0\u200b").strip("-") for cell in row) for row in rows)
        assert 1 + len(rows) - blank <= tally.rows_read <= 1 + len(rows)
