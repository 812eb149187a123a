"""Facts about the start script, shown with real processes in a small copy of the repository."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import venv
from pathlib import Path

import pytest

import run

# Stands in for the warehouse command line: says what it was given and ends as told.
ETL_PROGRAM = """
import json, sys, time
print(json.dumps(sys.argv[1:]), flush=True)
if sys.argv[1:] == ["sleep"]:
    time.sleep(60)
sys.exit(7 if "fail" in sys.argv else 0)
"""


def start(checkout: Path, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(checkout / "run.py"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", "KHON_KAEN_DATA": ""},
    )


def finish(checkout: Path, *arguments: str) -> tuple[int, str, str]:
    """Exit code, stdout and stderr of `run.py` with these arguments."""
    with start(checkout, *arguments) as process:
        answer, progress = process.communicate(timeout=60)
    return process.returncode, answer, progress


@pytest.fixture
def fresh_checkout(tmp_path: Path) -> Path:
    """A copy of the start script that was never run; its one requirement comes with every .venv."""
    shutil.copy(run.ROOT / "run.py", tmp_path)
    (tmp_path / "requirements.txt").write_text("pip\n")
    (tmp_path / "requirements-dev.txt").write_text("-r requirements.txt\n")
    (tmp_path / "etl").mkdir()
    (tmp_path / "etl" / "__main__.py").write_text(ETL_PROGRAM)
    return tmp_path


@pytest.fixture
def prepared_checkout(fresh_checkout: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy after a first start: a .venv, here without pip, and the record of what is in it."""
    venv.create(fresh_checkout / ".venv", with_pip=False)
    point_at(fresh_checkout, monkeypatch)
    stamp, digest = run.stamp_of("requirements.txt")
    stamp.write_text(digest)
    return fresh_checkout


def point_at(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run, "PYTHON", checkout / run.PYTHON.relative_to(run.ROOT))
    monkeypatch.setattr(run, "VENV", checkout / ".venv")
    monkeypatch.setattr(run, "ROOT", checkout)


def place_program(folder: Path, name: str) -> Path:
    program = folder / (name + (".exe" if os.name == "nt" else ""))
    program.write_text("")
    program.chmod(0o755)
    return program


def test_a_broken_venv_is_made_again_and_a_second_start_installs_nothing(
    fresh_checkout: Path,
) -> None:
    (fresh_checkout / ".venv").mkdir()
    (fresh_checkout / ".venv" / "installed-requirements.txt.sha256").write_text("left over")

    first_code, _, first_progress = finish(fresh_checkout, "etl", "status")
    second_code, _, second_progress = finish(fresh_checkout, "etl", "status")

    assert (first_code, second_code) == (0, 0), first_progress
    assert "installing requirements.txt" in first_progress
    assert second_progress == ""


def test_a_changed_requirement_file_is_installed_again(prepared_checkout: Path) -> None:
    assert run.is_installed("requirements.txt")
    (prepared_checkout / "requirements.txt").write_text("pip\n# changed\n")
    assert not run.is_installed("requirements.txt")


def test_a_venv_without_python_counts_as_not_installed(prepared_checkout: Path) -> None:
    run.PYTHON.unlink()
    assert not run.is_installed("requirements.txt")
    assert prepared_checkout.joinpath(".venv").is_dir()


def test_the_test_packages_have_a_record_of_their_own(prepared_checkout: Path) -> None:
    assert prepared_checkout.joinpath("requirements-dev.txt").is_file()
    assert not run.is_installed("requirements-dev.txt")


@pytest.mark.parametrize(("word", "code"), [("status", 0), ("fail", 7)])
def test_the_exit_code_of_etl_is_passed_on(prepared_checkout: Path, word: str, code: int) -> None:
    assert finish(prepared_checkout, "etl", word)[0] == code


def test_stdout_of_etl_holds_only_what_etl_printed(prepared_checkout: Path) -> None:
    _, answer, _ = finish(prepared_checkout, "etl", "load", "--json", "a file.csv")
    assert answer == '["load", "--json", "a file.csv"]\n'


def test_a_terminated_start_takes_its_program_with_it(prepared_checkout: Path) -> None:
    with start(prepared_checkout, "etl", "sleep") as process:
        assert process.stdout is not None
        process.stdout.readline()
        started = time.monotonic()
        process.send_signal(signal.SIGTERM)
        # The pipe reaches its end only when the program that run.py started is gone too.
        process.communicate(timeout=20)
    assert process.returncode == 128 + signal.SIGTERM
    assert time.monotonic() - started < 20


def test_a_busy_port_is_refused_with_a_remedy_before_any_work(fresh_checkout: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other_program:
        port = other_program.getsockname()[1]
        code, _, progress = finish(fresh_checkout, "--port", str(port))
    assert code == 1
    assert str(port) in progress
    assert "python3 run.py --port" in progress
    assert not (fresh_checkout / ".venv").exists()


def test_a_failed_demo_build_ends_the_start_with_its_exit_code(prepared_checkout: Path) -> None:
    (prepared_checkout / "etl" / "__main__.py").write_text("raise SystemExit(3)")
    with socket.create_server(("127.0.0.1", 0)) as probe:
        free_port = probe.getsockname()[1]
    code, answer, progress = finish(prepared_checkout, "--port", str(free_port))
    assert code == 3
    assert "[2/3]" in progress
    assert "http://" not in answer


@pytest.mark.parametrize("name", ["chromium", "chromium-browser", "google-chrome", "msedge"])
def test_chromium_is_found_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    program = place_program(tmp_path, name)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    assert run.find_chromium() == str(program)


def test_the_browser_named_by_the_environment_comes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place_program(tmp_path, "chromium")
    chosen = place_program(tmp_path, "own-browser")
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setenv("CHROMIUM", str(chosen))
    assert run.find_chromium() == str(chosen)


def test_one_start_waits_for_the_other(prepared_checkout: Path) -> None:
    with (prepared_checkout / "run.py").open("rb") as file:
        assert run.is_free(file.fileno())
        with start(prepared_checkout, "etl", "status") as process:
            assert process.stderr is not None
            assert "waiting for another start" in process.stderr.readline()
            file.close()
            answer, _ = process.communicate(timeout=20)
    assert answer == '["status"]\n'
