"""Referrals in words, and as a table."""

import pandas as pd

from app.indicators import DIMENSIONS, areas
from app.referrals.figures import HOLDERS, NONE, Group, Referrals
from app.referrals.markup import Counts
from app.selection import Selection
from app.service_rule import ServiceRule
from app.words import month_name, number, text


def referrals_sentence(selection: Selection, found: Counts, rule: ServiceRule) -> str:
    """How many referrals wait for an answer, how many for too long, and with whom the most."""
    language, code = selection.lang, selection.district
    every = found.get(Group(code), NONE)
    month = month_name(language, selection.month)
    if not every.referrals:
        return text(language, "referrals.sentence_none", month=month)
    if not every.waiting:
        answered = number(every.answered)
        return text(language, "referrals.sentence_all", month=month, answered=answered)
    waiting = {holder: found.get(Group(code, holder), NONE).waiting for holder in HOLDERS}
    most = max(waiting, key=waiting.__getitem__)
    return text(
        language,
        "referrals.sentence",
        month=month,
        waiting=number(every.waiting),
        referrals=number(every.referrals),
        days=number(rule.referral_stale_days),
        stale=number(every.stale),
        holder=text(language, f"holder.{most}"),
        most=number(waiting[most]),
    )


def referrals_table(build_id: str, selection: Selection, found: Counts) -> pd.DataFrame:
    """Counts → a row per district and who must answer or dimension; those without any left out."""
    records = []
    language = selection.lang
    for code, area in areas(build_id)["district"].items():
        names = {
            Group(code): text(language, "referrals.every_holder"),
            **{Group(code, each): text(language, f"holder.{each}") for each in HOLDERS},
            **{Group(code, None, each): text(language, f"dimension.{each}") for each in DIMENSIONS},
        }
        records += [
            (code, area.name(language), name, *found[group])
            for group, name in names.items()
            if group in found
        ]
    heads = [
        text(language, "table.code"),
        text(language, "table.area"),
        text(language, "referrals.group"),
        *(
            text(language, f"referrals.column_{name.removesuffix('_days')}")
            for name in Referrals._fields
        ),
    ]
    frame = pd.DataFrame(records, columns=heads)
    return frame.astype(
        {**dict.fromkeys(heads[3:7], "Int64"), **dict.fromkeys(heads[7:], "Float64")}
    )
