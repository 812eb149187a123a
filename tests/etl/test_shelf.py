"""Facts of which files a build is made of."""

from pathlib import Path

from etl.demo.place import place_demo
from etl.shelf import DEMO_RECEIVED_AT, choose_files, demo_files
from etl.sources.received_file import ReceivedFile
from tests.received import received


def is_real(file: ReceivedFile) -> bool:
    return file.file_name.startswith("real")


DEMO = [received("tpmap_open", "demo.csv"), received("households", "demo.csv")]


def names(files: tuple[ReceivedFile, ...]) -> set[str]:
    return {f"{file.source}/{file.file_name}" for file in files}


def test_without_received_files_the_demo_is_the_whole_shelf() -> None:
    shelf = choose_files(DEMO, [], is_real)
    assert (shelf.files, shelf.left_out) == (tuple(DEMO), ())


def test_received_open_data_takes_the_place_of_all_of_the_demo_s() -> None:
    shelf = choose_files(DEMO, [received("tpmap_open", "received.csv")], is_real)
    assert names(shelf.files) == {"tpmap_open/received.csv", "households/demo.csv"}
    assert shelf.left_out == ()


def test_received_synthetic_records_stand_beside_the_demo() -> None:
    shelf = choose_files(DEMO, [received("households", "synthetic.csv")], is_real)
    assert names(shelf.files) == {
        "tpmap_open/demo.csv",
        "households/demo.csv",
        "households/synthetic.csv",
    }


def test_one_file_of_real_records_leaves_every_synthetic_record_out() -> None:
    inbox = [received("needs", "real.csv"), received("households", "synthetic.csv")]
    shelf = choose_files(DEMO, inbox, is_real)
    assert names(shelf.files) == {"tpmap_open/demo.csv", "needs/real.csv"}
    assert names(shelf.left_out) == {"households/demo.csv", "households/synthetic.csv"}


def test_open_data_is_never_asked_whether_it_is_real() -> None:
    shelf = choose_files(DEMO, [received("tpmap_open", "real.csv")], is_real)
    assert names(shelf.files) == {"tpmap_open/real.csv", "households/demo.csv"}


def test_a_generated_file_is_older_than_any_that_is_received(tmp_path: Path) -> None:
    place_demo(tmp_path / "demo", 26, 1, lambda _: None)
    files = demo_files(tmp_path / "demo")
    assert {file.received_at for file in files} == {DEMO_RECEIVED_AT}
    assert len({file.batch_id for file in files}) == len(files) == 16 + 96


def test_no_demo_is_no_file(tmp_path: Path) -> None:
    assert demo_files(tmp_path / "demo") == []


def test_a_file_with_an_observed_record_as_it_was_sent_is_marked_so() -> None:
    real, marked = received("needs", "real.csv"), received("needs", "synthetic.csv")
    assert [file.is_observed for file in choose_files([], [real], is_real).files] == [True]
    assert [file.is_observed for file in choose_files([], [marked], is_real).files] == [False]
