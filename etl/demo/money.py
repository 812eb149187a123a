"""Synthetic incomes, district funds, role models and survey totals."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import LAST_DAY, Ints, day, days_between
from etl.demo.help import COMPLETED, HelpEvents
from etl.demo.help_kinds import KINDS
from etl.demo.help_payers import DISTRICT_FUND
from etl.demo.households import Flags, Households, last_day_of_work
from etl.demo.needs import Needs, heaviest
from etl.demo.plan import Plan
from etl.demo.villages import share_out
from etl.demo.vocabulary import FUND_INCOME_PURPOSES, FUND_OFFICE_PURPOSE
from etl.demo.writer import dates, labels, numbers, row_ids, write_source

# BMN indicator 22, editions 2560 to 2564; the synthetic year lies inside them.
INCOME_LINE_BAHT = 38_000
UNKNOWN_SHARE = 0.04
RELAPSE_SHARE = 0.035
# First and last day of each round, the BMN year it counts for, the share of households asked.
ROUNDS = [
    ("2018-02-01", "2018-05-31", 2018, 1.0),
    ("2019-02-01", "2019-05-31", 2019, 0.85),
    ("2019-11-15", "2020-02-29", 2020, 0.75),
    ("2020-03-15", "2020-06-15", 2020, 0.60),
    ("2020-07-01", "2020-09-25", 2020, 0.90),
]


@dataclass
class Incomes:
    """Baht per person per year by household and round; asked tells which were recorded.

    Only the relapsed ever fall below the line after having passed it.
    """

    baht: NDArray[np.float64]
    day: Ints
    asked: NDArray[np.bool_]
    known: Flags
    occupation_helped: Flags
    relapsed: Flags

    def latest(self) -> NDArray[np.float64]:
        """Last recorded income of each household; -1 where none was ever recorded."""
        latest = np.full(len(self.known), -1.0)
        for number in range(len(ROUNDS)):
            latest = np.where(self.asked[:, number], self.baht[:, number], latest)
        return latest


def draw_incomes(rng: np.random.Generator, households: Households, needs: Needs) -> Incomes:
    """Households and needs → incomes: below the line in 2018, some above later, a few back."""
    count = households.count
    helped = np.zeros(count, dtype=bool)
    helped[needs.household[needs.helped & (needs.dimension == 0)]] = True
    known = rng.random(count) >= UNKNOWN_SHARE
    start = np.clip(rng.normal(25_500, 6_500, count), 3_000, INCOME_LINE_BAHT - 250)
    rises = rng.random(count) < np.where(households.developable, np.where(helped, 0.60, 0.15), 0.10)
    goal = np.where(
        rises,
        INCOME_LINE_BAHT * rng.uniform(1.0, 1.35, count),
        np.clip(start * rng.uniform(0.9, 1.35, count), 3_000, INCOME_LINE_BAHT - 100),
    )
    steps = np.array([0.0, 0.15, 0.45, 0.70, 1.0])
    baht = start[:, None] + (goal - start)[:, None] * steps * rng.uniform(0.92, 1.0, (count, 5))
    baht[:, 4] = goal
    relapsed = rng.random(count) < RELAPSE_SHARE
    baht[relapsed, 3] = INCOME_LINE_BAHT * rng.uniform(1.01, 1.15, int(relapsed.sum()))
    baht[relapsed, 4] = INCOME_LINE_BAHT * rng.uniform(0.75, 0.98, int(relapsed.sum()))

    asked = rng.random((count, 5)) < np.array([each[3] for each in ROUNDS])
    asked[relapsed, 3:] = True
    days = np.empty((count, 5), dtype=np.int32)
    last_day = last_day_of_work(households)
    for number, (first, last, _, _) in enumerate(ROUNDS):
        days[:, number] = days_between(rng, np.full(count, day(first)), np.full(count, day(last)))
    asked &= known[:, None] & (days <= last_day[:, None])
    return Incomes(
        baht=np.round(baht, 2),
        day=days,
        asked=asked,
        known=known,
        occupation_helped=helped,
        relapsed=relapsed & asked[:, 3] & asked[:, 4],
    )


def write_incomes(directory: Path, households: Households, incomes: Incomes) -> None:
    """Incomes → incomes.csv."""
    household, number = np.nonzero(incomes.asked)
    years = np.array([each[2] for each in ROUNDS], dtype=np.int32)
    write_source(
        directory,
        "incomes",
        len(household),
        {
            "household_id": labels(households.ids, household),
            "recorded_date": dates(incomes.day[household, number]),
            "bmn_year": numbers(years[number]),
            "income_baht_per_person_year": numbers(incomes.baht[household, number]),
        },
    )


def write_district_fund(
    rng: np.random.Generator,
    directory: Path,
    households: Households,
    needs: Needs,
    events: HelpEvents,
) -> None:
    """Completed help paid by a district's fund, and what came in → district_fund.csv."""
    districts = len(households.villages.district_codes)
    paid = np.flatnonzero(
        (events.fund == DISTRICT_FUND) & (events.status == COMPLETED) & (events.value_baht > 0)
    )
    receiver = needs.household[events.need[paid]]
    spent = np.bincount(
        households.district[receiver], weights=events.value_baht[paid], minlength=districts
    )
    meeting_baht = 1_500
    # The opening balance covers the year, so no fund is ever overdrawn.
    opening = np.ceil((spent + meeting_baht) / 1_000) * 1_000 + 10_000
    donations = np.repeat(np.arange(districts, dtype=np.int32), 3)
    each = np.arange(districts, dtype=np.int32)
    nobody = np.full(districts, -1, dtype=np.int32)

    district = np.concatenate([each, donations, each, households.district[receiver]])
    purposes = [*FUND_INCOME_PURPOSES, FUND_OFFICE_PURPOSE, *(kind.name_th for kind in KINDS)]
    purpose = np.concatenate([nobody * 0, donations * 0 + 1, nobody * 0 + 2, events.kind[paid] + 3])
    first = np.concatenate([np.full(districts, day("2019-10-01")), np.full(districts * 3, 0)])
    first[districts:] = np.tile(
        [day("2020-01-05"), day("2020-05-05"), day("2020-07-05")], districts
    )
    incoming_day = days_between(rng, first, first + 14)
    incoming_day[:districts] = day("2019-10-01")
    meeting_day = days_between(rng, nobody * 0 + day("2020-02-01"), nobody * 0 + day("2020-02-28"))
    when = np.concatenate([incoming_day, meeting_day, events.date[paid]])
    amount = np.concatenate(
        [
            opening,
            np.round(rng.uniform(1_000, 12_000, districts * 3), 2),
            np.full(districts, float(meeting_baht)),
            events.value_baht[paid].astype(np.float64),
        ]
    )
    outgoing = np.repeat([0, 1], [districts * 4, districts + len(paid)]).astype(np.int32)
    household = np.concatenate([nobody, np.repeat(nobody, 3), nobody, receiver])
    order = np.lexsort((outgoing, when, district))
    write_source(
        directory,
        "district_fund",
        len(order),
        {
            "movement_id": row_ids("F", len(order)),
            "district_code": labels(households.villages.district_codes, district[order]),
            "movement_date": dates(when[order]),
            "direction": labels(["in", "out"], outgoing[order]),
            "amount_baht": numbers(amount[order]),
            "household_id": labels(households.ids, household[order]),
            "purpose": labels(purposes, purpose[order]),
        },
    )


def write_role_models(
    rng: np.random.Generator,
    directory: Path,
    number: int,
    households: Households,
    incomes: Incomes,
) -> None:
    """Developable households helped in occupation and now above the line → role_models.csv."""
    fit = incomes.occupation_helped & households.developable & (households.excluded_day < 0)
    fit &= incomes.latest() >= INCOME_LINE_BAHT
    number = min(number, int(fit.sum()))
    chosen = heaviest(rng, fit.astype(np.float64), number)
    since = np.full(number, day("2020-06-15"))
    write_source(
        directory,
        "role_models",
        number,
        {
            "household_id": labels(households.ids, chosen),
            "chosen_date": dates(days_between(rng, since, np.full(number, LAST_DAY))),
            "kind": labels(
                ["role_model", "learning_centre"], (rng.random(number) < 0.3).astype(np.int32)
            ),
        },
    )


def write_bmn_surveys(
    rng: np.random.Generator, directory: Path, plan: Plan, households: Households
) -> None:
    """Households below the line by district and survey year → bmn_surveys.csv."""
    districts = len(households.villages.district_codes)
    now = np.bincount(households.district, minlength=districts)
    earlier = [
        share_out(total, now * rng.uniform(0.75, 1.25, districts))
        for total in (plan.bmn_2016_households, plan.bmn_2017_households)
    ]
    write_source(
        directory,
        "bmn_surveys",
        3 * districts,
        {
            "bmn_year": numbers(np.repeat(np.arange(2016, 2019), districts)),
            "district_code": labels(
                households.villages.district_codes, np.tile(np.arange(districts), 3)
            ),
            "households_below_line": numbers(np.concatenate([*earlier, now])),
        },
    )
