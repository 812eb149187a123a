"""Whatever bytes a file holds, it is refused whole or each of its rows is loaded or rejected."""

from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from etl.sources.broken_file import BrokenFileError
from tests.record_files import RecordFiles
from tests.ugly_files.plain_tables import FUND_NAMES, PLAIN
from tests.ugly_files.text_files import PLAIN_TEXT, TABLES, text_of

HEAD = ",".join(FUND_NAMES).encode() + b"\n"
anything = st.one_of(
    st.binary(max_size=200),
    st.text(max_size=80).map(lambda text: text.encode("utf-8", "surrogatepass")),
    st.text(st.characters(max_codepoint=0x7F), max_size=80).map(str.encode),
)


def read_fund(files: RecordFiles) -> None:
    files.read()
    for tally in files.tallies.values():
        assert tally.rows_read == tally.rows_loaded + tally.rows_rejected


@settings(max_examples=25)
@given(before=anything, after=anything)
def test_bytes_of_any_kind_lose_no_row(before: bytes, after: bytes) -> None:
    with TemporaryDirectory() as directory:
        files = RecordFiles(Path(directory))
        path = files.directory / "fund.csv"
        path.write_bytes(HEAD + before + b"\n" + PLAIN_TEXT.partition("\n")[2].encode() + after)
        files.receive("district_fund", path)
        with suppress(BrokenFileError):
            read_fund(files)


@settings(max_examples=10)
@given(dresses=st.lists(st.sampled_from(sorted(TABLES)), min_size=2, max_size=3))
def test_a_table_sent_again_in_any_dress_is_the_table_sent_once(dresses: list[str]) -> None:
    names, records = PLAIN["district_fund"]
    with TemporaryDirectory() as directory:
        files = RecordFiles(Path(directory))
        for number, dress in enumerate(dresses):
            path = files.directory / f"fund-{number}.csv"
            path.write_bytes(text_of(TABLES[dress]).encode())
            files.receive("district_fund", path)
        read_fund(files)
        latest = files.rows(f"select {', '.join(names)} from latest_district_fund order by 1")
    assert latest == list(records)
