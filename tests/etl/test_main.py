"""Facts of the command line, shown with real processes on data folders of their own."""

import csv
import json
import re
import shutil
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner

from etl import check
from etl.__main__ import main
from etl.build import BUILD_STEPS
from etl.data_folder import DataFolder
from etl.publish import only_build, rejects_path, serving_build, snapshot_path
from etl.status import Row, read_status
from tests.command import run_command, start_command
from tests.data_folders import loaded_province
from tests.etl.test_claims import SUBMITTED
from tests.record_files import write_workbook
from tests.tpmap import ORIGINS, tpmap_directory

THAI = re.compile("[\u0e00-\u0e7f]")
# Ends the process for good before it replaces a file for the so-many-th time.
DIES = """
import os, runpy, signal, sys
left = int(sys.argv.pop(1))
replace = os.replace
def replace_or_die(*arguments):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)
    replace(*arguments)
os.replace = replace_or_die
runpy.run_module("etl", run_name="__main__")
"""


def status(data: Path) -> Row:
    """What the serving build says about itself."""
    folder = DataFolder(data)
    build_id = serving_build(folder)
    return read_status(snapshot_path(folder, build_id), rejects_path(folder, build_id))


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder and its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def received_agencies(data: Path) -> list[str]:
    """The names of agencies' files that the serving build was made of."""
    found = next(each for each in status(data)["sources"] if each["source"] == "agencies")
    return [file["file_name"] for file in found["files"]]


def says_in_both(text: str, *words: str) -> bool:
    return bool(THAI.search(text)) and all(word in text for word in words)


def test_loading_again_changes_nothing(data: Path) -> None:
    before = tree(data)
    answer = run_command(data, "load")
    assert answer.code == 0
    assert says_in_both(answer.out, "There is nothing new", "ไม่มีข้อมูลใหม่")
    assert tree(data) == before


def test_a_snapshot_that_cannot_be_read_is_built_again(data: Path) -> None:
    serving = snapshot_path(DataFolder(data), status(data)["build_id"])
    serving.write_bytes(b"not a database")
    answer = run_command(data, "load")
    assert answer.code == 0, answer.progress
    assert "Published a new warehouse" in answer.out
    assert status(data)["sources"] != []


def test_a_new_file_is_received_once_and_then_known(data: Path, sent: Path) -> None:
    first = run_command(data, "load", sent)
    assert first.code == 0, first.progress
    assert "New files received: 1" in first.out
    assert received_agencies(data) == ["agencies.csv", "agencies.csv"]
    after = tree(data)
    second = run_command(data, "load", sent.parent / "data" / "inbox", sent)
    assert "There is nothing new" in second.out
    assert tree(data) == after


def test_every_sheet_of_a_workbook_of_several_sources_is_received(data: Path, sent: Path) -> None:
    workbook = sent.with_name("ส่งมา.xlsx")
    sheets = {
        source: list(
            csv.reader((data / "demo" / source / f"{source}.csv").read_text("utf-8").splitlines())
        )
        for source in ("agencies", "role_models")
    }
    write_workbook(workbook, sheets)
    answer = run_command(data, "load", workbook)
    assert answer.code == 0, answer.progress
    files = {
        row["source"]: [file for file in row["files"] if file["file_name"] == workbook.name]
        for row in status(data)["sources"]
    }
    assert {source: found[0]["sheet"] for source, found in files.items() if found} == {
        "agencies": "agencies",
        "role_models": "role_models",
    }
    assert "There is nothing new" in run_command(data, "load", workbook).out


def test_answers_are_on_stdout_and_progress_is_on_stderr(data: Path, sent: Path) -> None:
    answer = run_command(data, "load", sent)
    steps = BUILD_STEPS + 2
    last = f"[{steps}/{steps}] เก็บไฟล์และเผยแพร่ / keeping files and publishing (1)"
    assert last in answer.progress
    assert "[" not in answer.out
    header = next(line for line in answer.out.splitlines() if line.startswith("source"))
    assert header.split() == ["source", "files", "rows", "read", "loaded", "rejected", "converted"]


def test_a_trial_build_leaves_everything_as_it_was(data: Path, sent: Path) -> None:
    before = tree(data)
    answer = run_command(data, "check", sent)
    assert answer.code == 0, answer.progress
    assert says_in_both(answer.out, "nothing was published")
    assert tree(data) == before


def test_a_trial_build_lists_every_refused_row_where_it_is_told(
    data: Path, sent: Path, tmp_path: Path
) -> None:
    sent.write_text(sent.read_text("utf-8").replace(",government,", ",=nobody,"), "utf-8")
    answer = run_command(data, "check", sent, "--rejects", tmp_path / "refused.csv", "--json")
    assert answer.code == 0, answer.progress
    status = json.loads(answer.out)["status"]
    rejected = sum(source["rows_rejected"] for source in status["sources"])
    with (tmp_path / "refused.csv").open(encoding="utf-8-sig", newline="") as file:
        values = [row["value"] for row in csv.DictReader(file)]
    assert len(values) == rejected > 5
    assert set(values) == {"'=nobody"}


def test_a_broken_file_stops_everything_and_the_old_build_serves(data: Path, sent: Path) -> None:
    broken = sent.with_name("needs.csv")
    broken.write_text("need_id,household_id\nN1,H1\n", "utf-8")
    before = tree(data)
    answer = run_command(data, "load", sent, broken)
    assert answer.code == 2
    assert answer.out == ""
    assert says_in_both(answer.progress, "ไม่รับไฟล์ needs.csv", "Refused needs.csv", "dimension")
    assert tree(data) == before


def test_a_file_of_nothing_known_is_refused(data: Path, sent: Path) -> None:
    letter = sent.with_name("letter.txt")
    letter.write_bytes(b"\x00\x01\x02")
    answer = run_command(data, "load", letter)
    assert answer.code == 2
    assert says_in_both(answer.progress, "letter.txt")


def test_a_bad_row_is_refused_listed_and_the_rest_loads(data: Path, tmp_path: Path) -> None:
    lines = (data / "demo" / "needs" / "needs.csv").read_text("utf-8").splitlines()
    position = lines[0].split(",").index("household_id")
    cells = lines[1].split(",")
    cells[position] = "=cmd"
    (tmp_path / "needs.csv").write_text("\n".join([lines[0], ",".join(cells), lines[2]]), "utf-8")
    answer = run_command(data, "load", tmp_path / "needs.csv")
    assert answer.code == 0, answer.progress
    assert says_in_both(answer.out, "needs.csv row 2", "“=cmd”", "needs.csv แถวที่ 2")
    now = status(data)
    needs = next(each for each in now["sources"] if each["source"] == "needs")
    assert needs["rows_rejected"] == 1
    assert needs["rows_read"] == needs["rows_loaded"] + 1 == len(lines) - 1 + 2
    rejects = Path(now["rejects"])
    assert rejects == data / "rejects" / f"{now['build_id']}.csv"
    assert rejects.read_bytes().startswith(b"\xef\xbb\xbf")
    assert ",'=cmd," in rejects.read_text("utf-8")
    assert f"listed in {rejects}" in answer.out


def test_a_file_put_in_the_inbox_by_hand_is_loaded_and_noted(data: Path, sent: Path) -> None:
    (data / "inbox" / "agencies").mkdir(parents=True)
    placed = shutil.move(sent, data / "inbox" / "agencies" / "มาด้วยมือ.csv")
    answer = run_command(data, "load")
    assert "New files received: 1" in answer.out, answer.progress
    assert received_agencies(data) == ["agencies.csv", "มาด้วยมือ.csv"]
    assert list(tree(data / "inbox")) == ["received.csv", f"agencies/{Path(placed).name}"]


def test_real_records_leave_the_demo_out_and_it_says_so(data: Path, sent: Path) -> None:
    sent.write_text(sent.read_text("utf-8").replace("synthetic", "observed"), "utf-8")
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    assert says_in_both(answer.out, "synthetic files left out: 15", "ไม่รวมข้อมูลสังเคราะห์ 15 ไฟล์")
    now = status(data)
    assert now["is_synthetic"] is False
    assert [each["source"] for each in now["sources"]] == ["agencies"]


def test_one_record_marked_synthetic_does_not_make_real_ones_synthetic(
    data: Path, sent: Path
) -> None:
    real = sent.read_text("utf-8").replace("synthetic", "observed")
    head, record, *rest = real.splitlines()
    mixed = [head, record.replace("observed", "synthetic"), *rest]
    assert rest
    sent.write_text("\n".join(mixed), "utf-8")
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    assert status(data)["is_synthetic"] is False


@pytest.mark.parametrize("step", ["reading files", "computing indicators", "keeping files"])
def test_a_build_killed_in_any_step_leaves_the_old_one_and_the_next_succeeds(
    data: Path, sent: Path, step: str
) -> None:
    before = status(data)
    with start_command(data, "load", sent) as process:
        assert process.stderr is not None
        while step not in process.stderr.readline():
            assert process.poll() is None
        process.kill()
        process.communicate()
    # Killed in the last step, it may have been too late.
    if process.returncode:
        assert status(data) == before
    assert_next_load_succeeds(data, sent)


@pytest.mark.parametrize("moment", [1, 2, 3, 4])
def test_a_build_killed_before_any_of_its_files_has_its_name_is_as_if_it_never_was(
    data: Path, sent: Path, moment: int
) -> None:
    before = status(data)
    killed = run_command(data, str(moment), "load", sent, program=("-c", DIES))
    assert killed.code == -signal.SIGKILL
    assert status(data) == before
    assert_next_load_succeeds(data, sent)


def assert_next_load_succeeds(data: Path, sent: Path) -> None:
    answer = run_command(data, "load", sent)
    assert answer.code == 0, answer.progress
    assert len(received_agencies(data)) == 2
    assert len(list((data / "inbox" / "agencies").iterdir())) == 1
    assert len((data / "inbox" / "received.csv").read_text("utf-8").splitlines()) == 2
    left_over = [*data.rglob("*.building*"), *data.rglob("*.partial")]
    assert left_over == []


def test_of_two_builds_at_once_the_second_is_told(data: Path, sent: Path) -> None:
    with start_command(data, "load", sent) as first:
        assert first.stderr is not None
        first.stderr.readline()
        second = run_command(data, "load")
        _, progress = first.communicate(timeout=120)
    assert second.code == 1
    assert says_in_both(second.progress, "Another build is running")
    assert first.returncode == 0, progress
    assert len(received_agencies(data)) == 2


@pytest.mark.parametrize("arguments", [("demo",), ("check",), ("use", "any")])
def test_what_changes_the_warehouse_waits_for_no_build(
    data: Path, arguments: tuple[str, ...]
) -> None:
    with only_build(DataFolder(data)):
        answer = run_command(data, *arguments)
    assert answer.code == 1
    assert "Another build is running" in answer.progress


def test_a_broken_fact_publishes_nothing_and_is_named(
    data: Path, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "checks").mkdir()
    planted = "-- fact: nobody is an agency\nselect agency_code from agency order by all"
    (tmp_path / "checks" / "no_agency.sql").write_text(planted, "utf-8")
    monkeypatch.setattr(check, "CHECKS", tmp_path / "checks")
    monkeypatch.setenv("KHON_KAEN_DATA", str(data))
    before = tree(data)
    answer = CliRunner().invoke(main, ["load", str(sent)])
    assert answer.exit_code == 1
    assert answer.stdout == ""
    assert says_in_both(answer.stderr, "no_agency", "nobody is an agency", "agency_code\nA")
    assert tree(data) == before


def test_status_names_the_build_its_files_and_rows() -> None:
    answer = run_command(loaded_province(), "status", "--json")
    assert (answer.code, answer.progress) == (0, "")
    found = json.loads(answer.out)
    assert found == status(loaded_province())
    assert found["build_id"] == serving_build(DataFolder(loaded_province()))
    assert found["build_id"].endswith(found["content_hash"][:8])
    assert (found["as_of_date"], found["is_synthetic"]) == ("2020-09-30", True)
    assert found["rejects"] is None
    by_source = {each["source"]: each for each in found["sources"]}
    assert len(by_source) == 17
    assert by_source["households"]["rows_read"] == 1174
    for source in found["sources"]:
        for count in ("rows_read", "rows_loaded", "rows_rejected", "conversions"):
            assert source[count] == sum(file[count] for file in source["files"])
        assert source["rows_read"] == source["rows_loaded"] + source["rows_rejected"]
    file = by_source["help"]["files"][0]
    assert file["file_name"] == "help.csv"
    assert re.fullmatch("[0-9a-f]{64}", file["sha256"])
    assert file["sheet"] is None


def test_status_gives_tpmap_s_totals() -> None:
    found = status(loaded_province())
    assert next(s for s in found["sources"] if s["source"] == "tpmap_open")["rows_read"] == 92_480
    assert (
        found["tpmap"]
        | {
            "edition_year_be": 2561,
            "surveyed_households": 353_910,
            "surveyed_persons": 1_140_733,
            "target_poor_persons": 25_637,
            "access_persons": 158,
        }
        == found["tpmap"]
    )


def test_status_is_read_by_people_too() -> None:
    answer = run_command(loaded_province(), "status")
    assert answer.code == 0
    assert says_in_both(answer.out, "synthetic data, not real", "25,637 target poor")
    assert says_in_both(answer.out, "ข้อมูล ณ วันที่ 30/9/2563", "data as of 2020-09-30")


@pytest.mark.parametrize("origin", ORIGINS)
def test_a_folder_of_tpmap_s_96_files_is_loaded_once(tmp_path: Path, origin: str) -> None:
    first = run_command(tmp_path, "load", tpmap_directory(origin))
    assert first.code == 0, first.progress
    found = status(tmp_path)
    assert [(each["source"], len(each["files"])) for each in found["sources"]] == [
        ("tpmap_open", 96)
    ]
    assert found["tpmap"]["target_poor_persons"] == 25_637
    assert (found["is_synthetic"], found["as_of_date"]) == (False, None)
    after = tree(tmp_path)
    second = run_command(tmp_path, "load", tpmap_directory(origin))
    assert "There is nothing new" in second.out
    assert tree(tmp_path) == after


def test_claims_are_the_submission_s_and_the_doubtful_one_is_flagged() -> None:
    answer = run_command(loaded_province(), "claims", "--json")
    assert answer.code == 0
    rows = json.loads(answer.out)
    assert {row["claim_id"]: row["value"] for row in rows} == SUBMITTED
    assert {row["claim_id"]: round(row["computed"], 2) for row in rows} == SUBMITTED
    assert {row["claim_id"] for row in rows if row["status"] != "agrees"} == {"bmn_poor_hh_2017"}
    shown = run_command(loaded_province(), "claims").out
    assert says_in_both(shown, "น่าสงสัย / doubtful", "bmn_poor_hh_2017: 2,560 is also")


def test_an_older_snapshot_can_serve_again(data: Path, sent: Path) -> None:
    older = status(data)["build_id"]
    run_command(data, "load", sent)
    newer = status(data)["build_id"]
    listed = json.loads(run_command(data, "snapshots", "--json").out)
    assert [(each["build_id"], each["is_serving"]) for each in listed] == [
        (newer, True),
        (older, False),
    ]
    assert run_command(data, "use", older).code == 0
    assert status(data)["build_id"] == older
    unknown = run_command(data, "use", "20200101T000000-00000000")
    assert unknown.code == 2
    assert says_in_both(unknown.progress, "20200101T000000-00000000")
    assert status(data)["build_id"] == older


def test_as_many_snapshots_are_kept_as_told(data: Path, sent: Path) -> None:
    run_command(data, "load", sent, "--keep", "1")
    assert len(json.loads(run_command(data, "snapshots", "--json").out)) == 1


@pytest.mark.parametrize(
    ("arguments", "code", "words"),
    [
        (("status",), 1, "There is no warehouse yet"),
        (("claims",), 1, "There is no warehouse yet"),
        (("snapshots",), 1, "There is no warehouse yet"),
        (("load",), 2, "There are no data files"),
        (("check",), 2, "There are no data files"),
    ],
)
def test_without_anything_a_command_says_what_to_do(
    tmp_path: Path, arguments: tuple[str, ...], code: int, words: str
) -> None:
    answer = run_command(tmp_path, *arguments)
    assert (answer.code, answer.out) == (code, "")
    assert says_in_both(answer.progress, words)


def test_what_stops_a_command_is_json_where_json_is_asked_for(tmp_path: Path) -> None:
    answer = run_command(tmp_path, "status", "--json")
    stopped = json.loads(answer.out)
    assert (answer.code, stopped["stopped_by"]) == (1, "no_warehouse")
    assert says_in_both(stopped["message_th"] + stopped["message_en"], "There is no warehouse yet")


def test_a_folder_without_data_is_refused(data: Path, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    answer = run_command(data, "load", tmp_path / "empty")
    assert (answer.code, answer.out) == (2, "")
    assert says_in_both(answer.progress, f"There is no data file in {tmp_path / 'empty'}")


@pytest.mark.parametrize(
    "arguments", [("load", "not/there.csv"), ("demo", "--households", "25"), ("reload",)]
)
def test_what_click_refuses_is_refused_input(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    assert run_command(tmp_path, *arguments).code == 2


def test_the_same_seed_gives_the_same_demo(data: Path, tmp_path: Path) -> None:
    shutil.rmtree(data / "demo")
    for out in (("--out", tmp_path / "out"), ()):
        answer = run_command(data, "demo", "--households", "40", "--seed", "5", *out)
        assert answer.code == 0, answer.progress
    assert tree(tmp_path / "out") == tree(data / "demo")


def test_a_demo_never_takes_the_place_of_other_files(data: Path, tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "governor.txt").write_text("dear governor")
    answer = run_command(data, "demo", "--out", tmp_path / "letters")
    assert answer.code == 2
    assert says_in_both(answer.progress, "--out")
    assert list(tree(tmp_path / "letters")) == ["governor.txt"]


def test_help_is_in_both_languages(tmp_path: Path) -> None:
    answer = run_command(tmp_path, "--help")
    assert says_in_both(" ".join(answer.out.split()), "Build and check as load does")
