"""District funds: what came in, went out and is left, by district and month."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import NamedTuple

import pandas as pd
import streamlit as st

from app.agencies.links import movements_link
from app.indicators import areas
from app.selection import Selection
from app.warehouse import rows
from app.words import month_name, number, text

BAR_WIDTH, BARS_HEIGHT = 6, 20


class FundMonth(NamedTuple):
    """A district's fund in a month: baht in, out and left at its end, number of movements."""

    month: str
    in_baht: float
    out_baht: float
    movements: int
    balance_baht: float


Funds = Mapping[str, Sequence[FundMonth]]  # district → its months, oldest first


@st.cache_resource(max_entries=24, show_spinner=False)
def district_funds(build_id: str, month: str) -> Funds:
    """A month → the funds up to it; shared by all viewers: read it, never change it."""
    found: dict[str, list[FundMonth]] = {}
    for row in rows(build_id, "district_funds", month=month):
        of_month = FundMonth(*(row[name] for name in FundMonth._fields))
        found.setdefault(row["district_code"], []).append(of_month)
    return found


def funds_sentence(selection: Selection, found: Funds) -> str:
    """What all funds, or the one of the selection's district, took in, paid out and have left."""
    shown = _shown(selection, found)
    return text(
        selection.lang,
        "agencies.district_fund_sentence",
        month=month_name(selection.lang, selection.month),
        received=number(sum(each.in_baht for fund in shown for each in fund)),
        paid=number(sum(each.out_baht for fund in shown for each in fund)),
        left=number(sum(fund[-1].balance_baht for fund in shown)),
    )


def _shown(selection: Selection, found: Funds) -> list[Sequence[FundMonth]]:
    if selection.district is None:
        return list(found.values())
    return [found[selection.district]] if selection.district in found else []


def district_funds_markup(build_id: str, selection: Selection, found: Funds, count: str) -> str:
    """Funds → an HTML table: in, out, left, the balances by month as bars, movements."""
    language = selection.lang
    most = max((abs(each.balance_baht) for fund in found.values() for each in fund), default=0) or 1
    names = ("in", "out", "balance", "movements", "by_month")
    heads = "".join(
        f'<th scope="col" class="{"number" if name != "by_month" else ""}">'
        f"{escape(text(language, f'agencies.district_fund_{name}'))}</th>"
        for name in names
    )
    districts = areas(build_id)["district"]
    lines = []
    for code, fund in found.items():
        name = districts[code].name(language) if code in districts else code
        figures = {
            "in": sum(each.in_baht for each in fund),
            "out": sum(each.out_baht for each in fund),
            "": sum(each.movements for each in fund),
        }
        received, paid, movements = (
            movements_link(selection, figure, count, code, direction)
            for direction, figure in figures.items()
        )
        balance = f"<strong>{number(fund[-1].balance_baht)}</strong>"
        cells = (received, paid, balance, movements)
        body = "".join(f'<td class="number">{cell}</td>' for cell in cells)
        kind = "chosen" if code == selection.district else ""
        lines.append(
            f'<tr class="{kind}"><th scope="row">{escape(name)}</th>{body}'
            f"<td>{_bars(language, name, fund, most)}</td></tr>"
        )
    first = escape(text(language, "level.district"))
    return (
        f'<div class="scroll" tabindex="0"><table><thead><tr><th scope="col">{first}</th>{heads}'
        f"</tr></thead><tbody>{''.join(lines)}</tbody></table></div>"
    )


def _bars(language: str, name: str, fund: Sequence[FundMonth], most: float) -> str:
    """Balances by month, all districts on one scale; below the line where a fund is overdrawn."""
    bars = []
    for place, each in enumerate(fund):
        height = BARS_HEIGHT * abs(each.balance_baht) / most
        kind = ' class="overdrawn"' if each.balance_baht < 0 else ""
        bars.append(
            f'<rect{kind} x="{place * BAR_WIDTH}" y="{BARS_HEIGHT - height:.2f}" '
            f'width="{BAR_WIDTH - 1}" height="{height:.2f}"/>'
        )
    said = text(
        language,
        "agencies.district_fund_alt",
        district=name,
        first=number(fund[0].balance_baht),
        last=number(fund[-1].balance_baht),
    )
    width = len(fund) * BAR_WIDTH
    return (
        f'<svg class="bars" viewBox="0 0 {width} {BARS_HEIGHT}" width="{width * 1.5:.0f}" '
        f'height="{BARS_HEIGHT * 1.5:.0f}" role="img" aria-label="{escape(said)}">'
        f"{''.join(bars)}</svg>"
    )


def district_funds_table(build_id: str, selection: Selection, found: Funds) -> pd.DataFrame:
    """Funds → one row for each district and month; baht."""
    language = selection.lang
    districts = areas(build_id)["district"]
    records = [
        (
            code,
            districts[code].name(language) if code in districts else code,
            month_name(language, each.month),
            each.in_baht,
            each.out_baht,
            each.balance_baht,
            each.movements,
        )
        for code, fund in found.items()
        for each in fund
    ]
    heads = [text(language, f"table.{name}") for name in ("code", "area", "month")]
    names = ("in", "out", "balance", "movements")
    heads += [text(language, f"agencies.district_fund_{name}") for name in names]
    return pd.DataFrame(records, columns=heads)
