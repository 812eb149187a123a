"""The command, as a person types it."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_loading_is_set_beside_the_floor_and_kept(tmp_path: Path) -> None:
    results = tmp_path / "results.md"
    places = ["--scratch", str(tmp_path / "scratch"), "--results", str(results)]
    command = [sys.executable, "-m", "benchmarks", "etl", "--households", "1174", "--runs", "1"]
    done = subprocess.run(
        [*command, *places], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    rows = [line.strip("| ").split("|") for line in done.stdout.splitlines() if "|" in line]
    programs = {row[1].strip(): row[3].strip() for row in rows}
    ratio = float(programs["etl load"]) / float(programs["floor"])
    assert abs(float(programs["ratio"]) - ratio) < 0.02
    assert {"read", "validate", "mart", "checks", "validation in all"} <= programs.keys()
    assert done.stdout.strip() in results.read_text("utf-8")
