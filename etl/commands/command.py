"""What the commands have in common: their help, their options, and how they answer."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from etl.sentences import both

paths_argument = click.argument(
    "paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, path_type=Path)
)
json_option = click.option("--json", "as_json", is_flag=True, help=both("option_json"))
reason_option = click.option("--reason", required=True, help=both("option_reason"))
by_option = click.option("--by", "decided_by", required=True, help=both("option_by"))


def command(name: str) -> Callable[[Callable[..., None]], click.Command]:
    """A name → the decorator that makes a command of a function, with its own help."""
    words = both(f"help_{name.replace('-', '_')}")
    return click.command(name=name, help=words, short_help=words)


def answer(document: Any, report: str, *, as_json: bool) -> None:
    """The answer of a command on stdout, for a machine or for a person."""
    click.echo(json.dumps(document, ensure_ascii=False, indent=2) if as_json else report)
