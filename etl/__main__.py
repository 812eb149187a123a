"""The command line: python -m etl COMMAND. Answers on stdout, progress and refusals on stderr.

Exit codes: 0 done, 1 failed, 2 the input was refused.
"""

import json
import sys
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import click

from etl.data_folder import data_folder
from etl.demo.place import PARTS, place_demo
from etl.ending import said
from etl.indicator_answers import read_indicators, read_mpi
from etl.indicator_report import indicators_report, mpi_report
from etl.load import check, load
from etl.progress import Steps
from etl.publish import (
    SNAPSHOTS_KEPT,
    only_build,
    rejects_path,
    serving_build,
    snapshot_path,
    snapshots,
    use,
)
from etl.report import claims_report, outcome_report, snapshots_report, status_report
from etl.sentences import both
from etl.status import read_claim_rows, read_status

paths_argument = click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
json_option = click.option("--json", "as_json", is_flag=True, help=both("option_json"))


def described(command: str) -> dict[str, Any]:
    """What a command's own help and the list of commands say about it."""
    return {"name": command, "help": both(f"help_{command}"), "short_help": both(f"help_{command}")}


@click.group(help=both("help_etl"))
def main() -> None:
    """The group of all commands."""


@main.command(**described("demo"))
@click.option(
    "--households",
    default=1174,
    show_default=True,
    type=click.IntRange(min=26),
    help=both("option_households"),
)
@click.option("--seed", default=2563, show_default=True, help=both("option_seed"))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=both("option_out"))
def demo(households: int, seed: int, out: Path | None) -> None:
    """Writes a synthetic province-year."""
    data = data_folder()
    folder = data.demo if out is None else out.absolute()
    # A build must not read half of the old demo and half of the new one.
    alone = only_build(data) if out is None else nullcontext()
    with said(folder=folder), alone, Steps(1).step("demo", len(PARTS)) as advance:
        place_demo(folder, households, seed, advance)
    click.echo(both("demo_placed", households=households, folder=folder))


@main.command(**described("load"))
@paths_argument
@click.option(
    "--keep",
    default=SNAPSHOTS_KEPT,
    show_default=True,
    type=click.IntRange(min=1),
    help=both("option_keep"),
)
def load_command(paths: tuple[Path, ...], keep: int) -> None:
    """Receives files, builds, checks and publishes."""
    with said():
        outcome = load(data_folder(), paths, keep)
    click.echo(outcome_report(outcome, "loaded" if outcome.is_new else "unchanged"))


@main.command(**described("check"))
@paths_argument
def check_command(paths: tuple[Path, ...]) -> None:
    """Builds and checks without receiving or publishing."""
    with said():
        outcome = check(data_folder(), paths)
    click.echo(outcome_report(outcome, "checked"))


@main.command(**described("status"))
@json_option
def status(as_json: bool) -> None:
    """Describes the warehouse that serves."""
    data = data_folder()
    with said():
        build_id = serving_build(data)
        found = read_status(snapshot_path(data, build_id), rejects_path(data, build_id))
    answer(found, status_report(found), as_json=as_json)


@main.command(**described("claims"))
@json_option
def claims(as_json: bool) -> None:
    """Sets the submitted figures beside the computed ones."""
    data = data_folder()
    with said():
        found = read_claim_rows(snapshot_path(data, serving_build(data)))
    answer(found, claims_report(found), as_json=as_json)


@main.command(**described("indicators"))
@json_option
def indicators(as_json: bool) -> None:
    """Lists every indicator with its words and its figure for the province."""
    data = data_folder()
    with said():
        found = read_indicators(snapshot_path(data, serving_build(data)))
    answer(found, indicators_report(found), as_json=as_json)


@main.command(**described("mpi"))
@json_option
def mpi(as_json: bool) -> None:
    """Shows multidimensional poverty of the province."""
    data = data_folder()
    with said():
        found = read_mpi(snapshot_path(data, serving_build(data)))
    answer(found, mpi_report(found), as_json=as_json)


@main.command(**described("snapshots"))
@json_option
def snapshots_command(as_json: bool) -> None:
    """Lists the warehouses that are kept."""
    data = data_folder()
    with said():
        serving = serving_build(data)
    found = [
        {
            "build_id": build_id,
            "size_bytes": snapshot_path(data, build_id).stat().st_size,
            "is_serving": build_id == serving,
        }
        for build_id in snapshots(data)
    ]
    answer(found, snapshots_report(found), as_json=as_json)


@main.command(**described("use"))
@click.argument("build")
def use_command(build: str) -> None:
    """Serves an older or newer snapshot."""
    data = data_folder()
    with said(build_id=build), only_build(data):
        use(data, build)
    click.echo(both("used", build_id=build))


def answer(document: Any, report: str, *, as_json: bool) -> None:
    """The answer of a command on stdout, for a machine or for a person."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2) if as_json else report)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A console without Thai letters shows marks in their place instead of failing.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    main(prog_name="python -m etl")
