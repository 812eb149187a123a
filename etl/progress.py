"""How far a long command is, on stderr: a bar in a terminal, a line for each step elsewhere."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from etl.sentences import label

Advance = Callable[[str], None]


def silent(_part: str) -> None:
    """Progress that nobody watches."""


class Steps:
    """Numbers the steps of a command and shows each one's name, size and seconds."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.begun = 0

    @contextmanager
    def step(self, name: str, length: int) -> Iterator[Advance]:
        """A step of so many parts; what it gives is called with the name of each part."""
        self.begun += 1
        started = time.monotonic()
        place = f"[{self.begun}/{self.total}]"
        with click.progressbar(
            length=length,
            label=f"{place} {label(f'step_{name}')} ({length:,})",
            file=sys.stderr,
            item_show_func=lambda part: part or "",
        ) as bar:
            yield lambda part: bar.update(1, part)
        click.echo(f"{place} {name}: {time.monotonic() - started:.1f} s", err=True)
