"""Facts of the inbox and its ledger."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest

from etl.inbox import inbox_files, receive
from etl.sources.broken_file import BrokenFileError
from tests.received import NOON, received

LATER = NOON + timedelta(days=1)


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    return tmp_path / "inbox"


@pytest.fixture
def sent(tmp_path: Path) -> Path:
    path = tmp_path / "ครัวเรือน, ชุดที่ 1.csv"
    path.write_bytes(b"household_id\r\nH1\r\n")
    return path


def put(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def silent(_name: str) -> None:
    pass


def ledger(inbox: Path) -> list[dict[str, str]]:
    with (inbox / "received.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_received_file_keeps_its_bytes_its_name_and_its_time(inbox: Path, sent: Path) -> None:
    file = received("households", sent.name, path=sent)
    receive(inbox, [file], silent)
    kept, new = inbox_files(inbox, LATER)
    assert new == []
    assert [(each.file_name, each.sha256, each.received_at) for each in kept] == [
        (sent.name, file.sha256, NOON)
    ]
    assert kept[0].path.read_bytes() == sent.read_bytes()
    assert kept[0].path.parent == inbox / "households"


def test_two_files_of_one_name_are_both_kept(inbox: Path, tmp_path: Path) -> None:
    paths = [put(tmp_path / folder / "needs.csv", folder) for folder in ("a", "b")]
    receive(inbox, [received("needs", "needs.csv", path=path) for path in paths], silent)
    kept, _ = inbox_files(inbox, LATER)
    assert {file.path.read_text("utf-8") for file in kept} == {"a", "b"}


def test_the_ledger_grows_and_never_changes_a_line(inbox: Path, tmp_path: Path) -> None:
    for name in ("first.csv", "second.csv"):
        path = put(tmp_path / name, name)
        receive(inbox, [received("needs", name, path=path)], silent)
    assert [line["file_name"] for line in ledger(inbox)] == ["first.csv", "second.csv"]


def test_a_file_put_there_by_hand_is_new_until_it_has_a_line(inbox: Path) -> None:
    path = put(inbox / "needs" / "2563" / "october.csv", "by hand")
    kept, new = inbox_files(inbox, NOON)
    assert (kept, [file.path for file in new]) == ([], [path])
    receive(inbox, new, silent)
    assert [(line["source"], line["stored_file"]) for line in ledger(inbox)] == [
        ("needs", "2563/october.csv")
    ]
    kept, new = inbox_files(inbox, LATER)
    assert ([file.received_at for file in kept], new) == ([NOON], [])
    assert list(inbox.glob("needs/*.csv")) == []


def test_a_file_changed_in_its_place_is_a_new_one(inbox: Path) -> None:
    path = put(inbox / "needs" / "october.csv", "before")
    receive(inbox, inbox_files(inbox, NOON)[1], silent)
    path.write_text("after", "utf-8")
    kept, new = inbox_files(inbox, LATER)
    assert (kept, [file.received_at for file in new]) == ([], [LATER])


def test_a_file_taken_out_is_gone_and_can_be_received_again(inbox: Path, sent: Path) -> None:
    file = received("households", sent.name, path=sent)
    receive(inbox, [file], silent)
    next(inbox.glob("households/*")).unlink()
    assert inbox_files(inbox, LATER) == ([], [])
    receive(inbox, [received("households", sent.name, LATER, sent)], silent)
    assert [each.received_at for each in inbox_files(inbox, LATER)[0]] == [LATER]


def test_the_same_bytes_twice_in_a_source_are_one_file(inbox: Path) -> None:
    for name in ("a.csv", "b.csv"):
        put(inbox / "needs" / name, "same")
    assert len(inbox_files(inbox, NOON)[1]) == 1
    receive(inbox, inbox_files(inbox, NOON)[1], silent)
    kept, new = inbox_files(inbox, LATER)
    assert (len(kept), new) == (1, [])


def test_files_of_tpmap_with_the_same_bytes_differ_by_their_names(inbox: Path) -> None:
    for mask in ("10000", "10001"):
        put(inbox / "tpmap_open" / f"61_10_amphur_{mask}.csv", "nobody is poor in access")
    _, new = inbox_files(inbox, NOON)
    assert len({file.batch_id for file in new}) == 2


def test_a_half_copied_file_does_not_count_and_is_cleared(inbox: Path, sent: Path) -> None:
    left_over = put(inbox / "needs" / ".20260102T120000_needs.csv.partial", "hal")
    assert inbox_files(inbox, NOON) == ([], [])
    receive(inbox, [received("households", sent.name, path=sent)], silent)
    assert not left_over.exists()


def test_documentation_and_the_ledger_are_no_data(inbox: Path) -> None:
    for name in ("README.md", "needs/.DS_Store", "needs/~$needs.xlsx"):
        put(inbox / name, "")
    put(inbox / "received.csv", "source,stored_file,file_name,sha256,received_at\n")
    assert inbox_files(inbox, NOON) == ([], [])


def test_a_folder_of_no_source_is_refused_in_both_languages(inbox: Path) -> None:
    put(inbox / "household" / "h.csv", "")
    with pytest.raises(BrokenFileError) as caught:
        inbox_files(inbox, NOON)
    for message in (caught.value.message_th, caught.value.message_en):
        assert " household " in message
        assert "households" in message


def test_an_inbox_that_is_not_there_is_empty(inbox: Path) -> None:
    assert inbox_files(inbox, NOON) == ([], [])
