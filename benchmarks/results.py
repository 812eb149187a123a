"""One table, readable in a terminal and as Markdown, and the file that keeps the latest ones."""

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from statistics import median

SECTION = re.compile(r"^## ", re.MULTILINE)
OPENING = """# Benchmarks

Written by `python -m benchmarks etl` and `python -m benchmarks pages` (they need what
requirements-dev.txt names). Where the load average is above the number of cores, other programs
had a part of the machine: read the ratios, not the seconds.
"""


def table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Headings and rows of text → a Markdown table with aligned columns, numbers to the right."""
    columns = list(zip(headings, *rows, strict=True))
    widths = [max(map(len, column)) for column in columns]
    is_number = [any(cell[:1].isdigit() for cell in column[1:]) for column in columns]
    rule = [
        "-" * (width - 1) + (":" if right else "-")
        for width, right in zip(widths, is_number, strict=True)
    ]
    return "\n".join(_line(cells, widths, is_number) for cells in (headings, rule, *rows)) + "\n"


def _line(cells: Sequence[str], widths: Sequence[int], is_number: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, is_number, strict=True)
    ]
    return f"| {' | '.join(padded)} |"


def median_and_range(values: Iterable[float], decimals: int) -> tuple[str, str]:
    """Values → their median, and the smallest and the largest."""
    ordered = sorted(values)
    lowest, middle, highest = (
        f"{value:,.{decimals}f}" for value in (ordered[0], median(ordered), ordered[-1])
    )
    return middle, f"{lowest}–{highest}"


def keep_section(path: Path, heading: str, body: str) -> None:
    """A heading and its text → the file, in place of the section that had this heading."""
    text = path.read_text("utf-8") if path.is_file() else OPENING
    opening, *sections = SECTION.split(text)
    others = [section for section in sections if section.partition("\n")[0] != heading]
    kept = sorted([*others, f"{heading}\n\n{body.strip()}\n"])
    parts = [opening, *(f"## {section}" for section in kept)]
    path.write_text("\n".join(part.strip() + "\n" for part in parts), "utf-8")
