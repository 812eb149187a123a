"""The chain in one sentence."""

from app.chain.names import need_name, reason_name, stage_name
from app.chain.stages import STAGES, Chain
from app.selection import Selection
from app.words import month_name, number, percent, text


def chain_sentence(selection: Selection, need: str, chain: Chain) -> str:
    """How many start, how many arrive, and where most of the others are lost."""
    language, everyone = selection.lang, chain.reached(STAGES[0])
    month = month_name(language, selection.month)
    if not everyone:
        return text(language, "chain.sentence_none", month=month)
    start = text(
        language,
        "chain.sentence",
        month=month,
        need=need_name(language, need),
        target=number(everyone),
        in_need=number(chain.reached("need")),
        solved=number(chain.reached("solved")),
        above=number(chain.reached("above_line")),
    )
    loss = chain.largest_loss()
    if loss is None:
        return start
    here = chain.reached(loss.stage)
    where = text(
        language,
        "chain.sentence_loss",
        stage=stage_name(language, loss.stage),
        households=number(loss.households),
        pct=percent(100 * loss.households / here),
        reason=reason_name(language, loss.reason),
        with_reason=number(loss.with_reason),
    )
    return f"{start} {where}"
