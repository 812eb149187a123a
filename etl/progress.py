"""How far a long command is, on stderr: a bar in a terminal, else lines, JSON for a machine."""

import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click

from etl.sentences import LANGUAGES, label, sentence

Advance = Callable[[str], None]


def silent(_part: str) -> None:
    """Progress that nobody watches."""


class Steps:
    """Numbers the steps of a command and shows each one's name, size and seconds."""

    def __init__(self, total: int, *, as_json: bool = False) -> None:
        self.total = total
        self.as_json = as_json
        self.begun = 0

    @contextmanager
    def step(self, name: str, length: int) -> Iterator[Advance]:
        """A step of so many parts; what it gives is called with the name of each part."""
        self.begun += 1
        with self._told(name, length) if self.as_json else self._shown(name, length) as advance:
            yield advance

    @contextmanager
    def _told(self, name: str, length: int) -> Iterator[Advance]:
        """A line of JSON for the step and for each part of it."""
        done = 0

        def tell(part: str) -> None:
            place = {"step": self.begun, "steps": self.total, "parts": length, "parts_done": done}
            words = {
                f"title_{language}": sentence(language, f"step_{name}") for language in LANGUAGES
            }
            line = json.dumps({"name": name, **place, "part": part, **words}, ensure_ascii=False)
            click.echo(line, err=True)

        def advance(part: str) -> None:
            nonlocal done
            tell(part)
            done += 1

        tell("")
        yield advance

    @contextmanager
    def _shown(self, name: str, length: int) -> Iterator[Advance]:
        """A bar, and a line with the seconds when the step has ended."""
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
