"""The command line: python -m etl COMMAND. Answers on stdout, progress and refusals on stderr.

Exit codes: 0 done, 1 failed, 2 the input was refused.
"""

import sys

import click

from etl.commands.answer_commands import ANSWER_COMMANDS
from etl.commands.batch_commands import BATCH_COMMANDS
from etl.commands.build_commands import BUILD_COMMANDS
from etl.commands.mapping_commands import MAPPING_COMMANDS
from etl.sentences import both


@click.group(help=both("help_etl"))
def main() -> None:
    """The group of all commands."""


for command in (*BUILD_COMMANDS, *BATCH_COMMANDS, *MAPPING_COMMANDS, *ANSWER_COMMANDS):
    main.add_command(command)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # A console without Thai letters shows marks in their place instead of failing.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    main(prog_name="python -m etl")
