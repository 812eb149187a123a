"""A district's needs by dimension: how many are solved, helped, and still waiting."""

from html import escape

from app.findings import Series
from app.indicators import DIMENSIONS, NO_CELL
from app.selection import Selection
from app.words import number, text

PARTS = ("solved", "helped", "waiting")


def needs_of(found: Series, month: str, code: str) -> dict[str, dict[str, int]]:
    """Figures of a district → dimension → need, solved, helped and not solved, waiting."""
    needs = {}
    for dimension in DIMENSIONS:
        helped = found[f"{dimension}_helped"].get(month, {}).get(code, NO_CELL)
        solved = found[f"{dimension}_solved"].get(month, {}).get(code, NO_CELL)
        done = min(solved.numerator or 0, helped.numerator or 0)
        needs[dimension] = {
            "need": helped.denominator or 0,
            "solved": done,
            "helped": (helped.numerator or 0) - done,
            "waiting": helped.rest,
        }
    return needs


def needs_markup(selection: Selection, needs: dict[str, dict[str, int]]) -> str:
    """Needs by dimension, the most first → an HTML table with a bar for each."""
    language = selection.lang
    most = max((each["need"] for each in needs.values()), default=0) or 1
    order = sorted(needs, key=lambda dimension: -needs[dimension]["need"])
    heads = ("dimension", "need", *PARTS)
    words = {name: escape(text(language, f"profile.need_{name}")) for name in heads}
    swatches = {part: f'<i class="{part}"></i>' for part in PARTS}
    head = "".join(
        f'<th scope="col">{swatches.get(name, "")}{word}</th>' for name, word in words.items()
    )
    lines = "".join(
        f'<tr><th scope="row">{escape(text(language, f"dimension.{dimension}"))}</th>'
        f"<td>{number(needs[dimension]['need'])}</td>"
        + "".join(f"<td>{number(needs[dimension][part])}</td>" for part in PARTS)
        + f'<td class="bar" aria-hidden="true">{_bar(needs[dimension], most)}</td></tr>'
        for dimension in order
    )
    return (
        '<div class="kk_profile" tabindex="0"><table class="needs"><thead>'
        f"<tr>{head}<td></td></tr></thead><tbody>{lines}</tbody></table></div>"
    )


def _bar(need: dict[str, int], most: int) -> str:
    parts = "".join(
        f'<i class="{part}" style="width:{100 * need[part] / most:.1f}%"></i>' for part in PARTS
    )
    return f'<span class="stack">{parts}</span>'
