"""A synthetic province-year: sixteen source files as officers would send them."""

from collections.abc import Callable
from pathlib import Path

import numpy as np

from etl.demo.corrections import write_corrections, written_name
from etl.demo.duplicate_reviews import draw_duplicate_reviews, write_duplicate_reviews
from etl.demo.help import draw_help, write_help
from etl.demo.households import draw_households, write_households, write_members
from etl.demo.money import (
    draw_incomes,
    write_bmn_surveys,
    write_district_fund,
    write_incomes,
    write_role_models,
)
from etl.demo.needs import draw_needs, needy_households, write_needs
from etl.demo.officers import draw_officials, write_officials
from etl.demo.pairings import draw_pairings, write_pairings
from etl.demo.plan import make_plan
from etl.demo.planted import Planted, plant_all, plant_help
from etl.demo.referrals import draw_referrals, write_referrals
from etl.demo.reports import write_reports
from etl.demo.settling import settle_needs
from etl.demo.villages import choose_villages
from etl.demo.visits import write_visits
from etl.demo.vocabulary import list_agencies
from etl.demo.writer import labels, numbers, write_source
from etl.progress import silent


def write_demo(
    directory: Path,
    households: int = 1174,
    seed: int = 2563,
    progress: Callable[[str], None] = silent,
    help_events_per_household: float | None = None,
) -> Planted:
    """A directory and a number of households → 16 sources, and the cases planted in them.

    The sources are directory/<source>/<source>.csv; no file tells what was planted. A few
    households may have no reviews of duplicate help, and then there is no file of them.

    Fiscal year 2563 (1 Oct 2019 to 30 Sep 2020). At 1,174 households every figure of the award
    submission comes out; other sizes keep the pattern. The same seed gives the same bytes.
    Where target households live and what they lack follows TPMAP 2561 (NECTEC/NESDC).
    Raises ValueError when there are fewer households than districts.
    """
    rng = np.random.default_rng(seed)
    plan = make_plan(households)
    progress("households")
    homes = draw_households(rng, plan, choose_villages(plan))
    progress("needs")
    needs = draw_needs(rng, plan, homes)
    needy = needy_households(homes, needs)
    # A household with a need in education has at least one child besides its head.
    alone = needy["education"] & (homes.members_persons == 1)
    homes.members_persons[alone] = rng.integers(2, 5, int(alone.sum()))
    write_households(rng, directory, homes)
    progress("members")
    write_members(rng, directory, homes, needy)
    progress("help")
    events = draw_help(rng, homes, needs, help_events_per_household)
    settle_needs(rng, homes, needs, events)
    write_needs(rng, directory, needs, homes)
    write_help(directory, needs, events)
    referrals = draw_referrals(rng, needs)
    write_referrals(directory, needs, referrals)
    # A stream of its own, so that no other record depends on how many were reviewed.
    reviews = draw_duplicate_reviews(rng.spawn(1)[0], homes, needs, events)
    write_duplicate_reviews(directory, events, reviews)
    among_help = plant_help(homes, needs, events, reviews)
    progress("incomes")
    incomes = draw_incomes(rng, homes, needs)
    write_incomes(directory, homes, incomes)
    write_role_models(rng, directory, plan.role_models, homes, incomes)
    write_district_fund(rng, directory, homes, needs, events)
    write_bmn_surveys(rng, directory, plan, homes)
    del events
    progress("officials")
    write_agencies(directory)
    write_corrections(directory)
    officials = draw_officials(rng, plan, homes)
    pairings = draw_pairings(rng, homes, officials)
    write_officials(directory, homes, officials)
    write_pairings(directory, homes, pairings)
    write_reports(rng, directory, officials, pairings)
    progress("visits")
    first_income = np.where(incomes.known, incomes.baht[:, 1], -1.0)
    latest_income = np.where(incomes.known, incomes.baht[:, 4], -1.0)
    write_visits(rng, directory, homes, pairings, (first_income, latest_income))
    return plant_all(among_help, homes, incomes, officials, pairings, referrals)


def write_agencies(directory: Path) -> None:
    """Placeholder partners → agencies.csv, every name marked as one to confirm."""
    agencies = list_agencies()
    everyone = np.arange(len(agencies))
    write_source(
        directory,
        "agencies",
        len(agencies),
        {
            "agency_code": labels([agency.code for agency in agencies], everyone),
            "name_th": labels([agency.name_th for agency in agencies], everyone),
            "name_en": labels(
                [written_name(agency.code, agency.name_en) for agency in agencies], everyone
            ),
            "agency_type": labels([agency.agency_type for agency in agencies], everyone),
            "dimension": labels([agency.dimension for agency in agencies], everyone),
            "to_be_confirmed": numbers(np.ones(len(agencies), dtype=bool)),
        },
    )
