"""Doubts and sources as HTML: a fold for each rule, a row for each source or district."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from app.indicators import Area
from app.quality.findings import DOUBT_RULES, Coverage, Finding, Freshness, Rule
from app.words import day_name, month_name, number, text

STYLE = Path(__file__).resolve().parent / "markup.css"
COVERED = ("needs", "help", "incomes", "visits", "reports")
# Rules whose findings change how a figure is read are shown open.
OPEN_RULES = (*DOUBT_RULES, "rows_rejected")
# Less than this of a district is told of by a source: the figure is set in bold.
COMPLETE_PCT = 75


def _words(language: str, name: str, **fields: str) -> str:
    return escape(text(language, f"quality.{name}", **fields))


def rule_markup(
    language: str, rule: Rule, found: Sequence[Finding], titles: Mapping[str, str]
) -> str:
    """A rule and what it found → a fold: how often, what it means, what to do, where.

    titles are those of the indicators by id.
    """
    head = f'{escape(rule.title)} <span class="count">{number(len(found))}</span>'
    if not found:
        said = _words(language, "nothing_found")
        return f'<div class="rule none"><p class="title">{head}</p><p>{said}</p></div>'
    opened = " open" if rule.rule in OPEN_RULES else ""
    return (
        f'<details class="rule"{opened}><summary>{head}</summary>'
        f"<p>{escape(rule.meaning)}</p>"
        f"<p><strong>{_words(language, 'remedy')}</strong> {escape(rule.remedy)}</p>"
        f"{_findings_table(language, rule.rule, found, titles)}</details>"
    )


def _findings_table(
    language: str, rule: str, found: Sequence[Finding], titles: Mapping[str, str]
) -> str:
    heads = [
        ("", text(language, "table.area")),
        ("", text(language, "quality.doubtful")),
        ("number", text(language, f"quality.{rule}_found")),
        ("number", text(language, f"quality.{rule}_expected")),
        ("", text(language, "quality.when")),
    ]
    body = "".join(
        html_row(
            [
                ("", each.area.name(language) if each.area else _whole(language)),
                ("", doubtful_name(language, each, titles)),
                ("number", _counted(each.found)),
                ("number", _counted(each.expected)),
                ("", when(language, each)),
            ]
        )
        for each in found
    )
    return f'<div class="scroll" tabindex="0">{html_table(heads, body)}</div>'


def _counted(count: int | None) -> str:
    return "" if count is None else number(count)


def _whole(language: str) -> str:
    return text(language, "map.whole_province")


def doubtful_name(language: str, found: Finding, titles: Mapping[str, str]) -> str:
    """What is doubtful: an indicator by its title, or a source by its name."""
    if found.indicator:
        return titles[found.indicator]
    from_source = found.source
    return text(language, f"origin.{from_source}") if from_source else ""


def when(language: str, found: Finding) -> str:
    """The months that a finding is of: one, or the first and the last with their number."""
    if found.first_month is None or found.last_month is None:
        return ""
    last = month_name(language, found.last_month, short=True)
    if found.months == 1:
        return last
    first = month_name(language, found.first_month, short=True)
    return text(language, "quality.months", first=first, last=last, n=number(found.months))


def sources_markup(language: str, found: Sequence[Freshness]) -> str:
    """Sources → a table: last record, last file, files, rows, rows refused."""
    names = ("origin", "last_record", "last_received", "files", "rows", "refused_rows")
    heads = [
        ("" if place < 3 else "number", text(language, f"quality.{name}"))
        for place, name in enumerate(names)
    ]
    body = ""
    for each in found:
        from_source = each.source
        dated = each.last_record_date
        body += html_row(
            [
                ("", text(language, f"origin.{from_source}")),
                ("", day_name(language, dated) if dated else text(language, "quality.undated")),
                ("", day_name(language, each.last_received_at.date())),
                ("number", number(each.files)),
                ("number", number(each.rows)),
                ("number", number(each.refused_rows)),
            ]
        )
    return f'<div class="kk_quality scroll" tabindex="0">{html_table(heads, body)}</div>'


def coverage_markup(
    language: str, districts: Mapping[str, Area], found: Mapping[str, Mapping[str, Coverage]]
) -> str:
    """Coverage by district and source → a table; what tells of too few is set in bold."""
    heads = [("", text(language, "table.area"))]
    for from_source in COVERED:
        heads.append(("number", text(language, f"origin.{from_source}")))
    body = ""
    for code, area in districts.items():
        of_sources = found.get(code, {})
        cells = "".join(
            f'<td class="number">{_covered(language, of_sources.get(source))}</td>'
            for source in COVERED
        )
        body += f'<tr><th scope="row">{escape(area.name(language))}</th>{cells}</tr>'
    return f'<div class="kk_quality scroll" tabindex="0">{html_table(heads, body)}</div>'


def _covered(language: str, found: Coverage | None) -> str:
    if found is None or not found.covered_of:
        return f'<span class="quiet">{escape(text(language, "map.short_no_data"))}</span>'
    counts = text(language, "map.share", n=number(found.covered), d=number(found.covered_of))
    shown = escape(counts)
    if 100 * found.covered < COMPLETE_PCT * found.covered_of:
        shown = f"<strong>{shown}</strong>"
    latest = found.last_record_month
    since = month_name(language, latest, short=True) if latest else ""
    return f'{shown}<span class="quiet month">{escape(since)}</span>'


def html_row(cells: Sequence[tuple[str, str]]) -> str:
    """Cells, each its class and its text, the first one the head → a row of an HTML table."""
    (kind, head), *rest = cells
    shown = "".join(f'<td class="{kind}">{escape(cell)}</td>' for kind, cell in rest)
    return f'<tr><th scope="row" class="{kind}">{escape(head)}</th>{shown}</tr>'


def html_table(heads: Sequence[tuple[str, str]], body: str) -> str:
    """Heads of columns, each its class and its text, and rows → an HTML table."""
    shown = "".join(f'<th scope="col" class="{kind}">{escape(head)}</th>' for kind, head in heads)
    return f"<table><thead><tr>{shown}</tr></thead><tbody>{body}</tbody></table>"
