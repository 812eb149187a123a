"""Loading a province, beside the least that loading could cost."""

import re
import shutil
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from operator import attrgetter
from pathlib import Path
from statistics import median

from benchmarks.machine import machine_facts
from benchmarks.process_cost import ProcessCost, measure_process
from benchmarks.province import HELP_EVENTS_PER_HOUSEHOLD, province_of
from benchmarks.results import median_and_range, table
from etl.data_folder import DataFolder

METHOD = f"""
Synthetic provinces with {HELP_EVENTS_PER_HOUSEHOLD} help events a household. The floor is DuckDB
alone: the same CSV files into typed tables, and the households with a need and with help counted by
district and dimension. Every run is a fresh process with a new file; figures are medians.
Validation is the step that judges records and the checks at the end; the types of values are told
while they are read.
"""
# From this size on one run says enough, and takes minutes.
MANY_HOUSEHOLDS = 500_000
RUNS = 3
VALIDATION = ("validate", "checks")
STEP_SECONDS = re.compile(r"^\[\d+/\d+\] (?P<step>\w+): (?P<seconds>[\d.]+) s$", re.MULTILINE)
COST_HEADINGS = (
    *("households", "program", "runs", "seconds", "min–max", "processor seconds", "peak MiB"),
)
STEP_HEADINGS = ("households", "step of etl load", "seconds", "share %")


def measure_etl(
    scratch: Path, sizes: Iterable[int], runs: int | None, progress: Callable[[str], None]
) -> str:
    """A scratch folder and numbers of households → the report, as Markdown.

    Every run is a fresh process and a new warehouse; floor and `etl load` take turns, so that
    what else the machine does meets both. Raises RuntimeError when a program fails.
    """
    facts = machine_facts("duckdb")
    costs: list[tuple[str, ...]] = []
    steps: list[tuple[str, ...]] = []
    for households in sizes:
        progress(f"{households:,} households")
        province = province_of(scratch, households)
        floors, loads = [], []
        rounds = runs or (1 if households >= MANY_HOUSEHOLDS else RUNS)
        for number in range(1, rounds + 1):
            floors.append(_run_floor(province))
            progress(f"  {number} of {rounds}: floor {floors[-1].seconds:.1f} s")
            loads.append(_run_load(province))
            progress(f"  {number} of {rounds}: etl load {loads[-1].seconds:.1f} s")
        costs += _cost_rows(f"{households:,}", floors, loads)
        steps += _step_rows(f"{households:,}", loads)
    return "\n".join([facts, METHOD, table(COST_HEADINGS, costs), table(STEP_HEADINGS, steps)])


def _run_floor(province: DataFolder) -> ProcessCost:
    database = province.path / "floor.duckdb"
    database.unlink(missing_ok=True)
    cost = measure_process([sys.executable, "-m", "benchmarks.floor", province.demo, database])
    database.unlink()
    return cost


def _run_load(province: DataFolder) -> ProcessCost:
    # What is built already from the same files would not be built again.
    shutil.rmtree(province.warehouse, ignore_errors=True)
    return load_province(province)


def load_province(province: DataFolder) -> ProcessCost:
    """A data folder → its warehouse, built unless it is there, and what that cost."""
    command = [sys.executable, "-m", "etl", "load"]
    return measure_process(command, {"KHON_KAEN_DATA": str(province.path)})


def _cost_rows(
    households: str, floors: list[ProcessCost], loads: list[ProcessCost]
) -> list[tuple[str, ...]]:
    rows = [
        (
            households,
            program,
            str(len(costs)),
            *median_and_range((cost.seconds for cost in costs), 2),
            f"{median(cost.cpu_seconds for cost in costs):.2f}",
            f"{median(cost.peak_mib for cost in costs):,.0f}",
        )
        for program, costs in (("floor", floors), ("etl load", loads))
    ]
    time_ratio, cpu_ratio, memory_ratio = (
        f"{median(map(figure, loads)) / median(map(figure, floors)):.2f}"
        for figure in map(attrgetter, ("seconds", "cpu_seconds", "peak_mib"))
    )
    return [*rows, (households, "ratio", "", time_ratio, "", cpu_ratio, memory_ratio)]


def _step_rows(households: str, loads: list[ProcessCost]) -> list[tuple[str, ...]]:
    spent: defaultdict[str, list[float]] = defaultdict(list)
    for cost in loads:
        for found in STEP_SECONDS.finditer(cost.progress):
            spent[found["step"]].append(float(found["seconds"]))
    whole = median(cost.seconds for cost in loads)
    by_step = {step: median(seconds) for step, seconds in spent.items()}
    by_step["validation in all"] = sum(by_step.get(step, 0.0) for step in VALIDATION)
    return [
        (households, step, f"{seconds:.2f}", f"{seconds / whole * 100:.0f}")
        for step, seconds in by_step.items()
    ]
