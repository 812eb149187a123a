"""A disk that is full ends a load with a sentence; the warehouse before serves and no file is half.

A limit of the size of files, which every system without a disk of its own to fill has, and a small
disk in memory where the system lets a test mount one.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.agency_files import loaded_agencies, marks, write_agencies
from tests.command import ROOT, run_command

LIMITED = """
import resource, runpy, sys
size = int(sys.argv.pop(1))
resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
runpy.run_module("etl", run_name="__main__")
"""
ON_A_SMALL_DISK = """
mount -t tmpfs -o size="$2" tmpfs "$1" && cp -r "$3/." "$1" && cd "$4" || exit 99
KHON_KAEN_DATA="$1" "$5" -m etl load "$6"
code=$?
cp -r "$1/." "$7"
exit $code
"""
ONE_WAREHOUSE_BYTES, SPARE_BYTES = 1_000_000, 6_000_000


def may_mount(folder: Path) -> bool:
    """Does the system let us mount a disk in memory?"""
    mount = ["unshare", "-rm", "mount", "-t", "tmpfs", "tmpfs", str(folder)]
    return (
        bool(shutil.which("unshare"))
        and not subprocess.run(mount, check=False, capture_output=True).returncode
    )


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return shutil.copytree(loaded_agencies(), tmp_path / "data")


def warehouse_bytes(data: Path) -> int:
    return max(path.stat().st_size for path in (data / "warehouse").iterdir())


def large_file(path: Path, size: int) -> Path:
    """Agencies with a column that nobody needs, of so many bytes in all."""
    lines = write_agencies(path, "large").read_text("utf-8").splitlines()
    cell = "x" * 100_000
    text = [lines[0] + ",remark", *(f"{line},{cell}" for line in lines[1:])]
    empty = "," * (lines[0].count(",") + 1)
    text += [empty[:-1] + "," + cell] * (size // len(cell))
    path.write_text("\n".join(text), "utf-8")
    return path


def says_that_it_failed(progress: str) -> bool:
    return "It failed" in progress and "โปรด" in progress and "Traceback" not in progress


@pytest.mark.parametrize("size", [4_096, ONE_WAREHOUSE_BYTES])
def test_where_a_warehouse_cannot_grow_nothing_is_left_of_it(
    data: Path, tmp_path: Path, size: int
) -> None:
    before = tree(data)
    sent = write_agencies(tmp_path / "second.csv", "second")
    answer = run_command(data, str(size), "load", sent, program=("-c", LIMITED))
    assert answer.code == 1
    assert says_that_it_failed(answer.progress)
    assert tree(data) == before
    assert run_command(data, "load", sent).code == 0
    assert marks(data) == {"second"}


def test_where_a_received_file_cannot_be_kept_nothing_is_published(
    data: Path, tmp_path: Path
) -> None:
    before = tree(data)
    room = warehouse_bytes(data) + SPARE_BYTES
    sent = large_file(tmp_path / "large.csv", room + SPARE_BYTES)
    answer = run_command(data, str(room), "load", sent, program=("-c", LIMITED))
    assert answer.code == 1, answer.progress
    assert says_that_it_failed(answer.progress)
    assert tree(data) == before


def test_a_small_disk_that_is_full_leaves_everything_as_it_was(data: Path, tmp_path: Path) -> None:
    sent = write_agencies(tmp_path / "second.csv", "second")
    disk, after = tmp_path / "disk", tmp_path / "after"
    disk.mkdir()
    after.mkdir()
    before = tree(data)
    if not may_mount(disk):
        # The limit of the size of files, tested above, stands for it.
        assert marks(data) == {"first"}
        return
    size = str(sum(map(len, before.values())) + ONE_WAREHOUSE_BYTES)
    places = [str(each) for each in (disk, size, data, ROOT, sys.executable, sent, after)]
    command = ["unshare", "-rm", "sh", "-c", ON_A_SMALL_DISK, "sh", *places]
    ended = subprocess.run(
        command, check=False, capture_output=True, text=True, encoding="utf-8", timeout=120
    )
    assert ended.returncode == 1, ended.stderr
    assert says_that_it_failed(ended.stderr)
    assert tree(after) == before
