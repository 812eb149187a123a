"""Commands that say what a warehouse holds."""

from contextlib import nullcontext, suppress

import click

from etl.change_report import changes_report
from etl.changes.read_changes import HOUSEHOLDS_LISTED, read_changes
from etl.commands.command import answer, command, json_option
from etl.data_folder import data_folder
from etl.ending import said
from etl.indicator_answers import read_indicators, read_mpi
from etl.indicator_report import indicators_report, mpi_report
from etl.publish import (
    LostWarehouseError,
    known_build,
    rejects_path,
    serving_build,
    snapshot_path,
    snapshots,
)
from etl.report import claims_report, snapshots_report, status_report
from etl.sentences import both
from etl.status import read_claim_rows, read_status


@command("status")
@json_option
def status_command(as_json: bool) -> None:
    """Describes the warehouse that serves."""
    data = data_folder()
    with said(as_json):
        build_id = serving_build(data)
        found = read_status(snapshot_path(data, build_id), rejects_path(data, build_id))
    answer(found, status_report(found), as_json=as_json)


@command("claims")
@json_option
def claims_command(as_json: bool) -> None:
    """Sets the submitted figures beside the computed ones."""
    data = data_folder()
    with said(as_json):
        found = read_claim_rows(snapshot_path(data, serving_build(data)))
    answer(found, claims_report(found), as_json=as_json)


@command("indicators")
@json_option
def indicators_command(as_json: bool) -> None:
    """Lists every indicator with its words and its figure for the province."""
    data = data_folder()
    with said(as_json):
        found = read_indicators(snapshot_path(data, serving_build(data)))
    answer(found, indicators_report(found), as_json=as_json)


@command("mpi")
@json_option
def mpi_command(as_json: bool) -> None:
    """Shows multidimensional poverty of the province."""
    data = data_folder()
    with said(as_json):
        found = read_mpi(snapshot_path(data, serving_build(data)))
    answer(found, mpi_report(found), as_json=as_json)


@command("snapshots")
@json_option
def snapshots_command(as_json: bool) -> None:
    """Lists the warehouses that are kept."""
    data = data_folder()
    kept = snapshots(data)
    serving = ""
    # Where none serves any more, the list is what one is chosen from.
    forgiving = suppress(LostWarehouseError) if kept else nullcontext()
    with said(as_json), forgiving:
        serving = serving_build(data)
    found = [
        {
            "build_id": build_id,
            "size_bytes": snapshot_path(data, build_id).stat().st_size,
            "is_serving": build_id == serving,
        }
        for build_id in kept
    ]
    answer(found, snapshots_report(found), as_json=as_json)


@command("changes")
@click.argument("earlier")
@click.argument("later", required=False)
@click.option(
    "--households",
    default=HOUSEHOLDS_LISTED,
    show_default=True,
    type=click.IntRange(min=0),
    help=both("option_listed"),
)
@json_option
def changes_command(earlier: str, later: str | None, households: int, as_json: bool) -> None:
    """Compares two warehouses; the later one is the one that serves unless it is named."""
    data = data_folder()
    with said(as_json, build_id=f"{earlier} {later or ''}".strip()):
        found = read_changes(
            snapshot_path(data, known_build(data, earlier)),
            snapshot_path(data, known_build(data, later or serving_build(data))),
            households,
        )
    answer(found, changes_report(found), as_json=as_json)


ANSWER_COMMANDS = (
    status_command,
    claims_command,
    indicators_command,
    mpi_command,
    snapshots_command,
    changes_command,
)
