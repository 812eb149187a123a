"""python -m benchmarks etl|pages [--households N …]: measure, print, and keep in results.md."""

import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from benchmarks.etl_cost import measure_etl
from benchmarks.page_cost import measure_pages
from benchmarks.results import keep_section

BENCHMARKS = Path(__file__).resolve().parent


def main(arguments: Sequence[str]) -> None:
    """Words of the command line (without the program) → a report on stdout and in the results."""
    parser = ArgumentParser("python -m benchmarks", description="Costs beside the least possible.")
    commands = parser.add_subparsers(required=True)
    for name, measure, sizes, what in (
        ("ETL", measure_etl, [1_174, 117_400, 1_174_000], "loading, beside DuckDB alone"),
        ("Pages", measure_pages, [1_174], "the pages, beside a bare Streamlit page"),
    ):
        command = commands.add_parser(name.lower(), help=what)
        command.set_defaults(name=name, measure=measure)
        command.add_argument("--households", nargs="+", type=int, default=sizes, metavar="N")
        command.add_argument("--runs", type=int, metavar="N", help="of each program or page")
        command.add_argument("--scratch", type=Path, default=BENCHMARKS / "scratch")
        command.add_argument("--results", type=Path, default=BENCHMARKS / "results.md")
    chosen = parser.parse_args(arguments)
    report = chosen.measure(chosen.scratch, chosen.households, chosen.runs, tell)
    print(report)
    keep_section(chosen.results, chosen.name, report)


def tell(progress: str) -> None:
    print(progress, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
