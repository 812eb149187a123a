"""The chain as HTML and SVG: the width of every band is the number of households."""

from collections.abc import Iterator, Mapping
from html import escape
from pathlib import Path

from app.chain.choices import Listed
from app.chain.names import need_name, reason_name, stage_name
from app.chain.stages import NOT_LOST, REASONS, STAGES, Chain
from app.indicators import DIMENSIONS
from app.rows.linked import count_link, link
from app.selection import Selection
from app.words import percent, text

STYLE = Path(__file__).resolve().parent / "markup.css"
PAGE = "chain"
# Units of the drawing: how wide all households are, and how far those who stop branch off.
WIDTH, ALL, ASIDE = 1000, 940, 60
HEIGHT, BEND = 100, 70


def chain_markup(selection: Selection, need: str, chain: Chain, listed: Listed) -> str:
    """A dimension's chain → its stages below one another, and beside each who stops there."""
    everyone = max(chain.reached(STAGES[0]), 1)
    stages = "".join(
        _stage(selection, need, chain, listed, stage, ALL / everyone) for stage in STAGES
    )
    return f'<ol class="kk_chain">{stages}</ol>'


def _stage(
    selection: Selection, need: str, chain: Chain, listed: Listed, stage: str, unit: float
) -> str:
    reached, stopped = chain.reached(stage), _in_order(chain, stage)
    before = chain.reached(STAGES[max(STAGES.index(stage) - 1, 0)])
    figure = _count(selection, need, reached, reached=stage)
    share = text(
        selection.lang, "chain.share", pct=percent(100 * reached / before if before else 0)
    )
    chosen = ' class="chosen"' if listed.reached == stage else ""
    quiet = "" if stage == STAGES[0] else f'<span class="quiet">{escape(share)}</span>'
    listing = "".join(
        _reason(selection, need, stage, reason, households, listed)
        for reason, households in stopped.items()
    )
    if stage == STAGES[-1]:
        listing, stopped = "", {}
    return (
        f'<li style="--reached: {100 * reached * unit / WIDTH:.3f}%; '
        f'--further: {100 * (reached - sum(stopped.values())) * unit / WIDTH:.3f}%">'
        f'<p class="name"><span{chosen}>{figure}</span> '
        f"<strong>{escape(stage_name(selection.lang, stage))}</strong>{quiet}</p>"
        f'<div class="drawn" aria-hidden="true"><i></i>{_bands(reached, stopped, unit)}</div>'
        f"{f'<ul>{listing}</ul>' if listing else '<span></span>'}</li>"
    )


def _bands(reached: int, stopped: Mapping[str, int], unit: float) -> str:
    """Those who go on, straight down, and a band for each reason to stop, branching off."""
    if not stopped:
        return ""
    further = reached - sum(stopped.values())
    bands = [f'<rect class="on" width="{further * unit:.2f}" height="{HEIGHT}"/>']
    start = further * unit
    for reason, households in stopped.items():
        end = start + households * unit
        bands.append(f'<path class="{_look(reason)}" d="{_branch(start, end)}"/>')
        start = end
    return (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" preserveAspectRatio="none" focusable="false">'
        f"{''.join(bands)}</svg>"
    )


def _branch(start: float, end: float) -> str:
    middle, left, right = BEND / 2, start + ASIDE, end + ASIDE
    return (
        f"M{start:.2f} 0C{start:.2f} {middle} {left:.2f} {middle} {left:.2f} {BEND}"
        f"H{right:.2f}C{right:.2f} {middle} {end:.2f} {middle} {end:.2f} 0Z"
    )


def _look(reason: str) -> str:
    return "none" if reason in NOT_LOST else "lost"


def _in_order(chain: Chain, stage: str) -> dict[str, int]:
    """Reasons to stop at a stage that households have, in the order in which they are told."""
    found = chain.stopped(stage)
    return {reason: found[reason] for reason in REASONS[stage] if reason in found}


def _reason(
    selection: Selection, need: str, stage: str, reason: str, households: int, listed: Listed
) -> str:
    is_listed = not listed.reached and (listed.stage, listed.reason) == (stage, reason)
    figure = _count(selection, need, households, stage=stage, reason=reason)
    return (
        f'<li class="{_look(reason)}{" chosen" if is_listed else ""}">{figure} '
        f"{escape(reason_name(selection.lang, reason))}</li>"
    )


def _count(selection: Selection, need: str, households: int, **codes: str) -> str:
    """A number that lists its households; the codes that it does not name are cleared."""
    every = {"need": need, "stage": "", "reason": "", "reached": "", **codes}
    return count_link(PAGE, selection, households, **every)


def small_chains_markup(selection: Selection, chains: Mapping[str, Chain]) -> str:
    """The chain of each dimension in little → side by side, every number a link to its list."""
    figures = "".join(
        f"<section><h3>{link(PAGE, selection, need_name(selection.lang, need), need=need)}</h3>"
        f"<table><tbody>{''.join(_small_rows(selection, need, chains[need]))}</tbody></table>"
        f"</section>"
        for need in DIMENSIONS
    )
    return f'<div class="kk_chains">{figures}</div>'


def _small_rows(selection: Selection, need: str, chain: Chain) -> Iterator[str]:
    everyone = max(chain.reached(STAGES[0]), 1)
    for stage in STAGES:
        reached = chain.reached(stage)
        figure = _count(selection, need, reached, reached=stage)
        name = escape(text(selection.lang, f"chain.short_{stage}"))
        yield (
            f'<tr><th scope="row">{name}</th>'
            f'<td class="bar" aria-hidden="true"><i style="width: {100 * reached / everyone:.2f}%">'
            f'</i></td><td class="number">{figure}</td></tr>'
        )
