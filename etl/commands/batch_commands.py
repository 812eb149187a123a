"""Commands for files that were received: which there are, take one back, put it back."""

from datetime import UTC, datetime
from pathlib import Path

import click

from etl.batches import batch_file, read_batches
from etl.commands.command import answer, by_option, command, json_option, reason_option
from etl.data_folder import data_folder
from etl.decisions import Action, Decision
from etl.ending import REFUSED, said, stop
from etl.load import check, load, outcome_document
from etl.publish import serving_build, snapshot_path
from etl.refused_workbook import write_refused_workbooks
from etl.report import batches_report, outcome_report
from etl.sentences import both

batch_argument = click.argument("batch")
trial_option = click.option("--trial", is_flag=True, help=both("option_trial"))


@command("batches")
@json_option
def batches_command(as_json: bool) -> None:
    """Lists every file on the shelf and whether it counts."""
    data = data_folder()
    with said(as_json):
        found = read_batches(data, snapshot_path(data, serving_build(data)))
    answer(found, batches_report(found), as_json=as_json)


def _decision_command(name: str, action: Action) -> click.Command:
    """The command that takes a received file back, or puts it back, and builds anew."""

    @command(name)
    @batch_argument
    @reason_option
    @by_option
    @trial_option
    @json_option
    def decide(batch: str, reason: str, decided_by: str, trial: bool, as_json: bool) -> None:
        _decide(action, batch, reason, decided_by, is_trial=trial, as_json=as_json)

    return decide


@command("refused")
@batch_argument
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help=both("option_refused"),
)
def refused_command(batch: str, out: Path) -> None:
    """Makes a workbook of a file's refused rows."""
    data = data_folder()
    with said(batch_id=batch):
        file = batch_file(data, batch)
        warehouse = snapshot_path(data, serving_build(data))
        written = write_refused_workbooks(warehouse, [file], out)
    for path in written:
        click.echo(both("refused_workbook", path=path))
    if not written:
        click.echo(both("nothing_refused"))


def _decide(
    action: Action, batch: str, reason: str, decided_by: str, *, is_trial: bool, as_json: bool
) -> None:
    now = datetime.now(UTC).replace(tzinfo=None, microsecond=0)
    said_why, said_by = _one_line(reason), _one_line(decided_by)
    if not (said_why and said_by):
        stop(REFUSED, "reason_needed", as_json)
    decision = Decision(batch, action, said_why, said_by, now)
    data = data_folder()
    with said(as_json, batch_id=batch):
        outcome = (
            check(data, (), decision, as_json=as_json)
            if is_trial
            else load(data, (), decision=decision, as_json=as_json)
        )
    headline = "checked" if is_trial else "loaded"
    answer(outcome_document(outcome), outcome_report(outcome, headline), as_json=as_json)


def _one_line(text: str) -> str:
    """What a person wrote, on one line, without bytes that no text has."""
    return " ".join(text.encode("utf-8", "replace").decode("utf-8").split())


BATCH_COMMANDS = (
    batches_command,
    _decision_command("take-back", "take_back"),
    _decision_command("put-back", "put_back"),
    refused_command,
)
