"""Facts of taking a received file back and putting it back, shown with real processes."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest

from etl.data_folder import DataFolder
from etl.publish import serving_build, snapshot_path
from etl.status import Row
from tests.command import Answer, run_command

WHY = ("--reason", "ส่งผิดฉบับ", "--by", "พัฒนาการอำเภอ")


def done(answer: Answer) -> Answer:
    assert answer.code == 0, answer.progress
    return answer


def batches(data: Path) -> list[Row]:
    found: list[Row] = json.loads(done(run_command(data, "batches", "--json")).out)
    return found


def batch_of(data: Path, file_name: str) -> Row:
    """The newest file of that name."""
    return next(row for row in batches(data) if row["file_name"] == file_name)


def content(data: Path) -> dict[str, list[tuple[object, ...]]]:
    """What every table of the serving build holds, but for its own name and time."""
    folder = DataFolder(data)
    with duckdb.connect(str(snapshot_path(folder, serving_build(folder)))) as connection:
        tables = [name for (name,) in connection.execute("show tables").fetchall()]
        return {
            name: sorted(connection.execute(f"from {name}").fetchall(), key=repr)
            for name in tables
            if name != "build_info"
        }


def test_a_file_loaded_and_taken_back_leaves_every_table_as_before(data: Path, sent: Path) -> None:
    before = content(data)
    done(run_command(data, "load", sent))
    assert content(data) != before
    done(run_command(data, "take-back", batch_of(data, sent.name)["batch_id"], *WHY))
    assert content(data) == before


def test_a_file_taken_back_is_kept_and_said_to_be_so(data: Path, sent: Path) -> None:
    done(run_command(data, "load", sent))
    batch = batch_of(data, sent.name)
    assert (batch["standing"], batch["rows_rejected"]) == ("counts", 0)
    done(run_command(data, "take-back", batch["batch_id"], *WHY))
    after = batch_of(data, sent.name)
    assert (after["standing"], after["rows_read"]) == ("taken_back", None)
    assert (after["reason"], after["decided_by"]) == ("ส่งผิดฉบับ", "พัฒนาการอำเภอ")
    stored = list((data / "inbox" / "agencies").iterdir())
    assert [path.read_bytes() for path in stored] == [sent.read_bytes()]


def test_a_file_put_back_counts_again(data: Path, sent: Path) -> None:
    done(run_command(data, "load", sent))
    loaded, batch_id = content(data), batch_of(data, sent.name)["batch_id"]
    done(run_command(data, "take-back", batch_id, *WHY))
    done(run_command(data, "put-back", batch_id, *WHY))
    assert content(data) == loaded


def test_a_file_taken_back_is_refused_when_it_comes_again(data: Path, sent: Path) -> None:
    done(run_command(data, "load", sent))
    done(run_command(data, "take-back", batch_of(data, sent.name)["batch_id"], *WHY))
    answer = run_command(data, "load", sent)
    assert answer.code == 2
    assert "พัฒนาการอำเภอ นำออกไว้แล้ว" in answer.progress
    assert "put-back" in answer.progress


def test_a_trial_shows_what_would_change_and_changes_nothing(data: Path, sent: Path) -> None:
    done(run_command(data, "load", sent))
    before = content(data)
    batch_id = batch_of(data, sent.name)["batch_id"]
    trial = done(run_command(data, "take-back", batch_id, *WHY, "--trial", "--json"))
    found = json.loads(trial.out)["changes"]["sources"]
    changed = [row["source"] for row in found if row["records_changed"]]
    assert changed == ["agencies"]
    assert content(data) == before
    assert batch_of(data, sent.name)["standing"] == "counts"


def test_a_generated_file_can_be_taken_back_too(data: Path) -> None:
    batch_id = batch_of(data, "role_models.csv")["batch_id"]
    done(run_command(data, "take-back", batch_id, *WHY))
    assert content(data)["raw_role_models"] == []
    assert batch_of(data, "role_models.csv")["standing"] == "taken_back"


def test_a_file_put_into_the_inbox_by_hand_waits(data: Path, sent: Path) -> None:
    (data / "inbox" / "agencies").mkdir(parents=True)
    shutil.copy(sent, data / "inbox" / "agencies")
    assert batch_of(data, sent.name)["standing"] == "waiting"


def test_a_file_that_was_never_received_cannot_be_taken_back(data: Path) -> None:
    answer = run_command(data, "take-back", "0123456789abcdef", *WHY, "--json")
    assert answer.code == 2
    stopped = json.loads(answer.out)
    assert stopped["stopped_by"] == "unknown_batch"
    assert "0123456789abcdef" in stopped["message_th"]
    assert not (data / "inbox" / "decisions.csv").exists()


@pytest.mark.parametrize("why", [("--reason", " ", "--by", "ก"), ("--reason", "ก", "--by", "\n")])
def test_a_decision_needs_a_reason_and_somebody_who_decided(
    data: Path, why: tuple[str, ...]
) -> None:
    answer = run_command(data, "take-back", batch_of(data, "visits.csv")["batch_id"], *why)
    assert answer.code == 2
    assert "โปรดระบุเหตุผล" in answer.progress
    assert not (data / "inbox" / "decisions.csv").exists()
