"""Facts of saved column mappings, from their files to what a build reads by them."""

import csv
import json
import shutil
from pathlib import Path

import pytest

from etl.contract import contracts
from etl.data_folder import DataFolder
from etl.mappings import ColumnMapping, MappingError, read_mappings, save_mapping
from etl.publish import serving_build, snapshot_path
from etl.status import read_status
from tests.command import Answer, run_command

OWN_HEADERS = {
    "household_id": "เลขที่ครัวเรือน",
    "village_code": "รหัสบ้าน",
    "bmn_year": "ปี จปฐ",
    "household_class": "กลุ่ม",
    "members_persons": "จน.สมาชิก",
    "status": "ผลการค้นหา",
    "status_date": "วันที่ค้น",
}
MAPPING = ColumnMapping("แบบของ พมจ.", "households", {v: k for k, v in OWN_HEADERS.items()})
SAVE = (
    "map",
    MAPPING.name,
    "--source",
    "households",
    *(part for name, header in OWN_HEADERS.items() for part in ("--column", f"{name}={header}")),
)


@pytest.fixture
def sent(data: Path, tmp_path: Path) -> Path:
    """The households with headers of an agency's own, under a title."""
    with (data / "demo" / "households" / "households.csv").open(encoding="utf-8") as file:
        header, *rows = csv.reader(file)
    path = tmp_path / "ทะเบียน.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["ทะเบียนครัวเรือน ปี 2563"])
        writer.writerow([OWN_HEADERS.get(name, name) for name in header])
        writer.writerows([*row[:4], "9", *row[5:]] for row in rows)
    return path


def stopped(answer: Answer) -> dict[str, object]:
    assert answer.code == 2, answer.out
    found: dict[str, object] = json.loads(answer.out)
    return found


def test_a_mapping_is_read_as_it_was_saved(tmp_path: Path) -> None:
    path = save_mapping(tmp_path, MAPPING)
    assert path == tmp_path / "households" / "แบบของ พมจ..csv"
    assert read_mappings(tmp_path) == [MAPPING]
    assert save_mapping(tmp_path, MAPPING) == path


def test_a_mapping_that_excel_saved_again_is_the_same(tmp_path: Path) -> None:
    path = save_mapping(tmp_path, MAPPING)
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert read_mappings(tmp_path) == [MAPPING]


def test_a_mapping_adds_its_headers_to_those_of_the_contract() -> None:
    contract = MAPPING.contract()
    assert contract.match(["เลขที่ครัวเรือน", "wants_help"]) == {"household_id": 0, "wants_help": 1}
    assert contract.match(["household_id"]) == {"household_id": 0}
    assert contracts()["households"].match(["เลขที่ครัวเรือน"]) == {}


@pytest.mark.parametrize(
    ("name", "source", "columns", "reason"),
    [
        ("../a", "households", {"ก": "household_id"}, "mapping_name_unsound"),
        ("", "households", {"ก": "household_id"}, "mapping_name_unsound"),
        ("a" * 61, "households", {"ก": "household_id"}, "mapping_name_unsound"),
        (".hidden", "households", {"ก": "household_id"}, "mapping_name_unsound"),
        ("a", "people", {"ก": "household_id"}, "mapping_source_unknown"),
        ("a", "households", {}, "mapping_empty"),
        ("a", "households", {"ก": "height"}, "mapping_column_unknown"),
        ("a", "households", {" ": "household_id"}, "mapping_header_blank"),
        ("a", "households", {"village_code": "household_id"}, "mapping_header_taken"),
        ("a", "households", {"ก": "status", "ข": "status"}, "mapping_column_twice"),
        ("a", "households", {"ปี": "bmn_year", "ปี ": "status"}, "mapping_header_twice"),
    ],
)
def test_a_mapping_that_is_not_sound_is_not_saved(
    tmp_path: Path, name: str, source: str, columns: dict[str, str], reason: str
) -> None:
    with pytest.raises(MappingError) as refused:
        save_mapping(tmp_path, ColumnMapping(name, source, columns))
    assert refused.value.reason == reason
    assert list(tmp_path.rglob("*")) == []


def test_a_name_is_never_given_to_another_mapping(tmp_path: Path) -> None:
    save_mapping(tmp_path, MAPPING)
    other = ColumnMapping(MAPPING.name, "needs", {"ก": "need_id"})
    with pytest.raises(MappingError, match="mapping_name_taken"):
        save_mapping(tmp_path, other)
    assert read_mappings(tmp_path) == [MAPPING]


def test_a_file_of_unknown_headers_is_refused_with_its_headers_and_suggestions(
    data: Path, sent: Path
) -> None:
    found = stopped(run_command(data, "check", sent, "--json"))
    unmapped = found["unmapped"]
    assert isinstance(unmapped, dict)
    assert unmapped["source"] == "households"
    assert set(OWN_HEADERS.values()) < set(unmapped["headers"])
    assert unmapped["columns"]["wants_help"] == "wants_help"
    assert unmapped["suggestions"]["village_code"] == "รหัสบ้าน"


def test_a_file_of_a_saved_layout_is_received_and_read_so_ever_after(
    data: Path, sent: Path
) -> None:
    assert run_command(data, *SAVE).code == 0
    loaded = run_command(data, "load", sent)
    assert loaded.code == 0, loaded.progress
    assert "อ่านหัวคอลัมน์ตามแบบที่บันทึกไว้ “แบบของ พมจ.”" in loaded.out
    folder = DataFolder(data)
    found = read_status(snapshot_path(folder, serving_build(folder)))
    files = next(each for each in found["sources"] if each["source"] == "households")["files"]
    ours = next(file for file in files if file["file_name"] == sent.name)
    assert (ours["mapping"], ours["rows_rejected"], ours["header_row"]) == (MAPPING.name, 0, 2)
    again = run_command(data, "load")
    assert "There is nothing new" in again.out


def test_a_mapping_that_is_gone_is_asked_for(data: Path, sent: Path) -> None:
    run_command(data, *SAVE)
    run_command(data, "load", sent)
    shutil.rmtree(data / "mappings")
    answer = run_command(data, "load")
    assert answer.code == 2
    assert "ไม่พบแบบหัวคอลัมน์ “แบบของ พมจ.”" in answer.progress
    assert run_command(data, *SAVE).code == 0
    assert "There is nothing new" in run_command(data, "load").out


def test_a_file_put_into_the_inbox_by_hand_is_read_by_a_saved_layout(
    data: Path, sent: Path
) -> None:
    run_command(data, *SAVE)
    (data / "inbox" / "households").mkdir(parents=True)
    shutil.copy(sent, data / "inbox" / "households")
    answer = run_command(data, "load")
    assert answer.code == 0, answer.progress
    assert "headers read by the saved mapping" in answer.out


def test_sources_tell_what_a_file_must_hold(data: Path) -> None:
    found = {row["source"]: row for row in json.loads(run_command(data, "sources", "--json").out)}
    assert found.keys() == contracts().keys()
    columns = {column["name"]: column for column in found["households"]["columns"]}
    assert columns["household_id"]["required"]
    assert columns["household_class"]["choices"]["developable"] == "พัฒนาได้"
    assert "household_id" in run_command(data, "sources").out


@pytest.mark.parametrize("content", [b"header;column\n", "หัว,header\n".encode("cp874")])
def test_a_mapping_that_cannot_be_read_is_told(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "mappings" / "needs" / "a.csv"
    path.parent.mkdir(parents=True)
    path.write_bytes(content + b"x,y\n")
    answer = run_command(tmp_path, "mappings", "--json")
    assert stopped(answer)["stopped_by"] == "mapping_damaged"


def test_one_header_for_two_columns_is_refused(tmp_path: Path) -> None:
    pairs = ("--column", "status=ก", "--column", "bmn_year=ก")
    answer = run_command(tmp_path, "map", "a", "--source", "households", *pairs, "--json")
    assert stopped(answer)["stopped_by"] == "mapping_header_twice"
    assert not (tmp_path / "mappings").exists()


def test_a_saved_layout_of_an_optional_column_is_used_too(data: Path, tmp_path: Path) -> None:
    text = (data / "demo" / "members" / "members.csv").read_text("utf-8")
    sent = tmp_path / "members.csv"
    sent.write_text(text.replace("disabled", "ผู้พิการไหม", 1).replace("true", "false"), "utf-8")
    saved = run_command(data, "map", "พมจ", "--source", "members", "--column", "disabled=ผู้พิการไหม")
    assert saved.code == 0
    answer = run_command(data, "check", sent)
    assert "headers read by the saved mapping “พมจ”" in answer.out
    assert "ผู้พิการไหม" not in answer.out.replace("saved mapping", "")
