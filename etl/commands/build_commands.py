"""Commands that make warehouses: demo, load, check and use."""

from contextlib import nullcontext
from pathlib import Path

import click

from etl.commands.command import answer, command, json_option, paths_argument
from etl.data_folder import data_folder
from etl.demo.place import PARTS, place_demo
from etl.ending import said
from etl.load import check, load, outcome_document
from etl.progress import Steps
from etl.publish import SNAPSHOTS_KEPT, only_build, use
from etl.report import outcome_report
from etl.sentences import both

keep_option = click.option(
    "--keep",
    default=SNAPSHOTS_KEPT,
    show_default=True,
    type=click.IntRange(min=1),
    help=both("option_keep"),
)


@command("demo")
@click.option(
    "--households",
    default=1174,
    show_default=True,
    type=click.IntRange(min=26),
    help=both("option_households"),
)
@click.option("--seed", default=2563, show_default=True, help=both("option_seed"))
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), help=both("option_out"))
def demo_command(households: int, seed: int, out: Path | None) -> None:
    """Writes a synthetic province-year."""
    data = data_folder()
    folder = data.demo if out is None else out.absolute()
    # A build must not read half of the old demo and half of the new one.
    alone = only_build(data) if out is None else nullcontext()
    with said(folder=folder), alone, Steps(1).step("demo", len(PARTS)) as advance:
        place_demo(folder, households, seed, advance)
    click.echo(both("demo_placed", households=households, folder=folder))


@command("load")
@paths_argument
@keep_option
@json_option
def load_command(paths: tuple[Path, ...], keep: int, as_json: bool) -> None:
    """Receives files, builds, checks and publishes."""
    with said(as_json):
        outcome = load(data_folder(), paths, keep, as_json=as_json)
    headline = "loaded" if outcome.is_new else "unchanged"
    answer(outcome_document(outcome), outcome_report(outcome, headline), as_json=as_json)


@command("check")
@paths_argument
@click.option(
    "--rejects", type=click.Path(dir_okay=False, path_type=Path), help=both("option_rejects")
)
@click.option(
    "--refused", type=click.Path(file_okay=False, path_type=Path), help=both("option_refused")
)
@json_option
def check_command(
    paths: tuple[Path, ...], rejects: Path | None, refused: Path | None, as_json: bool
) -> None:
    """Builds and checks without receiving or publishing."""
    with said(as_json):
        outcome = check(data_folder(), paths, rejects=rejects, refused=refused, as_json=as_json)
    answer(outcome_document(outcome), outcome_report(outcome, "checked"), as_json=as_json)


@command("use")
@click.argument("build")
def use_command(build: str) -> None:
    """Serves an older or newer snapshot."""
    data = data_folder()
    with said(build_id=build), only_build(data):
        use(data, build)
    click.echo(both("used", build_id=build))


BUILD_COMMANDS = (demo_command, load_command, check_command, use_command)
