"""Names of texts as the code writes them, read without running it."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.indicators import DIMENSIONS
from app.selection import MEASURES
from etl.contract import contracts
from etl.declaration import CHOICES, read_declarations
from etl.quality_rule import read_quality_rules
from etl.source_name import TPMAP_OPEN

ROOT = Path(__file__).resolve().parents[3]
PYTHON = [
    ROOT / "dashboard.py",
    *sorted((ROOT / "app").rglob("*.py")),
    *sorted((ROOT / "pages").rglob("*.py")),
]
SCRIPTS = sorted((ROOT / "app" / "map").glob("*.js"))
ANYTHING = "[a-z_]+"
NOTES = ("no_data", "not_collected", "not_yet", "suppressed", "not_applicable")
# What a part of a name can be, by what the code calls it.
KNOWN = {
    "dimension": DIMENSIONS,
    "measure": MEASURES,
    "note": NOTES,
    "standing": ("higher", "lower", "like"),
    "group": sorted({group for each in read_declarations() for group in each.groups}),
    "rule": [rule.rule for rule in read_quality_rules()],
    "from_source": sorted([*contracts(), TPMAP_OPEN]),
    "page": sorted(path.stem for path in (ROOT / "pages").rglob("*.py")),
    **{name: sorted(choices) for name, choices in CHOICES.items()},
}


@dataclass
class Names:
    """Patterns of whole names, sections whose names are only told elsewhere, loose strings."""

    patterns: set[str] = field(default_factory=set)
    open_sections: set[str] = field(default_factory=set)
    strings: set[str] = field(default_factory=set)

    def use(self, name: str) -> bool:
        """Does the code use the text of this name?"""
        section, _, rest = name.partition(".")
        return any(re.fullmatch(pattern, name) for pattern in self.patterns) or (
            section in self.open_sections
            and any(re.fullmatch(pattern, rest) for pattern in self.strings)
        )


def pattern_of(node: ast.expr) -> str | None:
    """A string or f-string that may be a name → its pattern; None for anything else."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return re.escape(node.value) if re.fullmatch(r"[a-z_.]+", node.value) else None
    if not isinstance(node, ast.JoinedStr):
        return None
    parts = [
        piece_of(part.value) if isinstance(part, ast.FormattedValue) else pattern_of(part)
        for part in node.values
    ]
    return None if None in parts else "".join(part for part in parts if part)


def piece_of(node: ast.expr) -> str:
    """What fills a hole of an f-string → the pattern of what it can be."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            known = KNOWN.get(name)
        case ast.Subscript(slice=ast.Constant(value=str(name))):
            known = KNOWN.get(name)
        case _:
            known = None
    return f"(?:{'|'.join(known)})" if known else ANYTHING


def strings_in(node: ast.AST) -> Iterator[str]:
    """The patterns of every string below a node; parts of f-strings do not stand alone."""
    inner = {
        id(part)
        for each in ast.walk(node)
        if isinstance(each, ast.JoinedStr)
        for part in ast.walk(each)
        if part is not each
    }
    for each in ast.walk(node):
        if isinstance(each, ast.expr) and id(each) not in inner and (found := pattern_of(each)):
            yield found


def wrappers_of(tree: ast.Module) -> dict[str, list[str]]:
    """Functions that add a section to the name they are given → what they make of it."""
    found: dict[str, list[str]] = {}
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        rest = function.args.vararg
        given = {each.arg for each in [*function.args.args, *([rest] if rest else [])]}
        for each in ast.walk(function):
            if isinstance(each, ast.JoinedStr) and isinstance(each.values[0], ast.Constant):
                holes = [part.value for part in each.values if isinstance(part, ast.FormattedValue)]
                if len(holes) == 1 and isinstance(holes[0], ast.Name):
                    name = holes[0].id
                    made = pattern_of(each)
                    if made and "." in made and given & {name, f"{name}s"}:
                        found.setdefault(function.name, []).append(made)
    return found


def read_python(source: str, sections: set[str], names: Names) -> None:
    """A Python source → the names of texts it holds, added to names."""
    tree = ast.parse(source)
    wrappers = wrappers_of(tree)
    for found in strings_in(tree):
        section, _, rest = found.replace(r"\.", ".").partition(".")
        if section in sections and rest == ANYTHING:
            names.open_sections.add(section)
        elif rest and (section in sections or section.startswith("(?:")):
            names.patterns.add(found)
        elif found != ANYTHING:
            names.strings.add(found)
    for call in ast.walk(tree):
        match call:
            case ast.Call(func=ast.Name(id=name), args=arguments) if name in wrappers:
                for told in (each for argument in arguments for each in strings_in(argument)):
                    if told != ANYTHING:
                        names.patterns |= {made.replace(ANYTHING, told) for made in wrappers[name]}
            case ast.Subscript(
                value=ast.Call(
                    func=ast.Name(id="branch"), args=[_, ast.Constant(value=str(section))]
                ),
                slice=ast.Constant(value=str(rest)),
            ):
                names.patterns.add(re.escape(f"{section}.{rest}"))
            case ast.Call(
                func=ast.Name(id="branch"), args=[_, ast.Constant(value=str(section))]
            ) if section in KNOWN:
                names.patterns.add(f"{section}\\.(?:{'|'.join(KNOWN[section])})")


def read_script(source: str, names: Names) -> None:
    """A script of the maps → the names of its words, added to names as those of `map`."""
    names.patterns |= {rf"map\.{name}" for name in re.findall(r"words\.([a-z_]+)", source)}
    for start, hole in re.findall(r"words\[`([a-z_]+)\$\{([^}]+)\}`\]", source):
        known = KNOWN.get(hole.rpartition(".")[2], (*NOTES, "zero"))
        names.patterns.add(rf"map\.{start}(?:{'|'.join(known)})")
    if "words[lookOf(" in source:
        names.patterns.add(rf"map\.(?:{'|'.join(NOTES)})")


def names_in_code(sections: set[str]) -> Names:
    """Sections of the texts → every name that the product's code uses."""
    names = Names()
    for path in PYTHON:
        read_python(path.read_text("utf-8"), sections, names)
    for path in SCRIPTS:
        read_script(path.read_text("utf-8"), names)
    return names
