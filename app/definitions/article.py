"""One indicator defined, as its declaration in the warehouse says it, and its SQL."""

from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

import streamlit as st

from app.figures import figure, share
from app.indicators import NO_CELL, Dated, declarations, sdg_targets
from app.selection import Selection
from app.words import day_name, month_name, number, text

STYLE = Path(__file__).resolve().parent / "article.css"

Values = Mapping[str, Mapping[str, Dated]]
Declared = Mapping[str, Any]


def definition(build_id: str, selection: Selection, indicator: str, values: Values) -> None:
    """An indicator and the province's figures → its definition on screen."""
    declared = declarations(build_id)[indicator]
    groups = values.get(indicator, {})
    parts = [
        _opening(selection, declared),
        _fraction(selection, declared, groups),
        _groups(selection, declared, groups),
        _facts(build_id, selection, declared),
        _sql(selection, declared),
    ]
    st.html(STYLE)
    st.html(f'<article class="kk_definition">{"".join(parts)}</article>')


def _opening(selection: Selection, declared: Declared) -> str:
    title, question = (
        escape(declared[f"{each}_{selection.lang}"]) for each in ("title", "question")
    )
    return f'<h2>{title}</h2><p class="question">{question}</p>'


def _fraction(selection: Selection, declared: Declared, groups: Mapping[str, Dated]) -> str:
    """What is counted over what it is counted of, with the province's figures where it has one."""
    dated = groups.get("all")
    cell = dated.cell if dated else NO_CELL
    value = escape(figure(selection.lang, declared["unit"], cell)) if dated else ""
    counts = (
        number(cell.numerator) if cell.numerator is not None and not _is_in_parts(declared) else "",
        number(cell.denominator) if cell.denominator is not None else "",
    )
    rows = "".join(
        f"<dt>{escape(text(selection.lang, f'definitions.{name}'))}</dt>"
        f"<dd><strong>{count}</strong> {escape(declared[f'{name}_{selection.lang}'])}</dd>"
        for name, count in zip(("numerator", "denominator"), counts, strict=True)
    )
    when = escape(_when(selection, declared, dated.month)) if dated else ""
    head = f'<p class="value">{value}</p><p class="when">{when}</p>' if dated else ""
    return f'<div class="fraction"><div>{head}</div><dl>{rows}</dl></div>'


def _groups(selection: Selection, declared: Declared, groups: Mapping[str, Dated]) -> str:
    """The figures of the groups, where there are any beside that of all."""
    named = {group: dated.cell for group, dated in groups.items() if group != "all"}
    rows = "".join(
        f'<tr><th scope="row">{escape(text(selection.lang, f"group.{group}"))}</th>'
        f'<td class="number">{escape(figure(selection.lang, declared["unit"], cell))}</td>'
        f'<td class="number">{escape(_share(selection, declared, cell))}</td></tr>'
        for group, cell in named.items()
    )
    if not rows:
        return ""
    heads = "".join(
        f'<th scope="col"{kind}>{escape(text(selection.lang, f"definitions.{name}"))}</th>'
        for name, kind in (
            ("group", ""),
            ("value", ' class="number"'),
            ("share", ' class="number"'),
        )
    )
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"


def _facts(build_id: str, selection: Selection, declared: Declared) -> str:
    language = selection.lang
    targets = {each["target"]: each[f"title_{language}"] for each in sdg_targets(build_id)}
    served = [f"{target} {targets.get(target, '')}" for target in targets_of(declared)]
    facts = {
        "caveat": [declared[f"caveat_{language}"]],
        "unit": [text(language, f"unit.{declared['unit']}")],
        "direction": [text(language, f"direction.{declared['direction']}")],
        "period": [text(language, f"period.{declared['period']}")],
        "finest_level": [text(language, f"level.{declared['finest_level']}")],
        "sdg": served or [text(language, "definitions.sdg_none")],
        "source": [declared[f"source_{language}"]],
        "edition": [in_language(language, declared["edition"])],
        "author": [in_language(language, declared["author"])],
        "checked_by": [in_language(language, declared["checked_by"])],
        "next_review": [day_name(language, declared["next_review"])],
        "pages": [" · ".join(_pages(language, declared))],
        "code": [declared["indicator"]],
    }
    rows = "".join(
        f"<dt>{escape(text(language, f'definitions.{name}'))}</dt>"
        f"<dd>{'<br>'.join(map(escape, lines))}</dd>"
        for name, lines in facts.items()
    )
    return f'<dl class="facts">{rows}</dl>'


def _sql(selection: Selection, declared: Declared) -> str:
    title = escape(text(selection.lang, "definitions.sql"))
    code = escape(declared["sql"].strip())
    return (
        f'<details><summary>{title}</summary><pre tabindex="0"><code>{code}</code></pre></details>'
    )


def _is_in_parts(declared: Declared) -> bool:
    return bool(declared["numerator_parts"] > 1)


def _share(selection: Selection, declared: Declared, cell: Any) -> str:
    return share(selection.lang, cell, declared["numerator_parts"])


def _when(selection: Selection, declared: Declared, month: str) -> str:
    if declared["period"] == "edition":
        return text(
            selection.lang,
            "definitions.in_edition",
            edition=in_language(selection.lang, declared["edition"]),
        )
    return text(selection.lang, "definitions.in_month", month=month_name(selection.lang, month))


def _pages(language: str, declared: Declared) -> list[str]:
    """The names of the pages that show an indicator, as the menu has them."""
    pages = (page.rpartition("/")[2] for page in declared["pages"].split(", "))
    return [text(language, f"{page}.menu") for page in pages]


def in_language(language: str, both: str) -> str:
    """`Thai / English` → its part in one language; what is not in two parts stays whole."""
    thai, _, english = both.partition(" / ")
    return english if english and language == "en" else thai


def targets_of(declared: Declared) -> list[str]:
    """A declaration → the SDG targets that it serves, by number."""
    return [target for target in declared["sdg_targets"].split(", ") if target]
