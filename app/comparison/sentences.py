"""What may be said of districts beside one another, in words."""

from collections.abc import Mapping, Sequence
from math import comb

from app.comparison.standings import Standings, pairs_apart
from app.indicators import Area, Cell
from app.selection import Selection
from app.words import month_name, number, percent, text

Areas = Mapping[str, Area]
CHANCE_PCT = 5


def _words(selection: Selection, name: str, **fields: str) -> str:
    return text(selection.lang, f"compare.{name}", **fields)


def names(selection: Selection, codes: Sequence[str], districts: Areas) -> str:
    """Codes of districts → their names in a row."""
    return _words(selection, "between_names").join(
        districts[code].name(selection.lang) for code in codes
    )


def rug_sentence(selection: Selection, columns: Sequence[Standings]) -> str:
    """How many figures of the table differ from the province, and how many chance would make."""
    found = [standing for column in columns for standing in column.values()]
    if not found:
        return _words(selection, "rug_nothing")
    apart = sum(each.standing != "like" for each in found)
    return _words(
        selection,
        "rug_sentence" if apart else "rug_sentence_none",
        month=month_name(selection.lang, selection.month),
        figures=number(len(found)),
        apart=number(apart),
        chance=number(len(found) * CHANCE_PCT / 100),
    )


def level_sentence(
    selection: Selection, month: str, province: Cell, found: Standings, districts: Areas
) -> str:
    """The province's share, and the districts that lie above or below it by more than chance."""
    sides = {
        standing: [code for code in found if found[code].standing == standing]
        for standing in ("higher", "lower")
    }
    level = _words(
        selection,
        "level",
        month=month_name(selection.lang, month),
        value=percent(province.value or 0, decimals_of(province.value)),
        n=number(province.numerator or 0),
        d=number(province.denominator or 0),
    )
    said = [
        _words(
            selection,
            f"level_{side}",
            districts=names(selection, codes, districts),
            count=number(len(codes)),
        )
        for side, codes in sides.items()
        if codes
    ]
    return " ".join([level, *(said or [_words(selection, "level_like")])])


def groups_sentence(selection: Selection, found: Standings, districts: Areas) -> str:
    """Which districts can be told apart, and what that leaves of their order."""
    apart = pairs_apart(found)
    count = number(len(found))
    if not apart:
        return _words(selection, "groups_one", districts=count)
    sentence = _words(
        selection,
        "groups_several",
        pairs=number(comb(len(found), 2)),
        apart=number(len(apart)),
        groups=number(max(each.group_last for each in found.values())),
    )
    chosen = found.get(selection.district or "")
    if chosen is None:
        return sentence
    own = _words(
        selection,
        "groups_own",
        district=districts[str(selection.district)].name(selection.lang),
        ranks=ranks_in_words(selection, chosen.rank_best, chosen.rank_worst),
        apart=number(sum(selection.district in pair for pair in apart)),
    )
    return f"{sentence} {own}"


def ranks_in_words(selection: Selection, best: int, worst: int) -> str:
    """The ranks that a district may have."""
    if best == worst:
        return _words(selection, "rank_sure", rank=number(best))
    return _words(selection, "ranks", best=number(best), worst=number(worst))


def falling_sentence(
    selection: Selection, since: str, fallen: Sequence[str], districts: Areas
) -> str:
    """The districts that are on the worse side of the province and have moved further there."""
    return _words(
        selection,
        "falling" if fallen else "falling_none",
        since=month_name(selection.lang, since),
        districts=names(selection, fallen, districts),
    )


def decimals_of(value: float | None) -> int:
    """How many decimals a share needs to be told from its neighbours."""
    return 2 if value is not None and value < 5 else 1
