"""Synthetic officers: how many each district has, of which agency, appointed when."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np

from etl.demo.calendar_2563 import Ints, day, days_between
from etl.demo.households import Households
from etl.demo.plan import Plan
from etl.demo.villages import share_out
from etl.demo.vocabulary import GOVERNMENT_AGENCIES, list_agencies
from etl.demo.writer import dates, labels, row_ids, write_source


@dataclass
class Officials:
    """One position an officer."""

    district: Ints
    agency: Ints
    appointed: Ints

    @property
    def count(self) -> int:
        return len(self.district)


def draw_officials(rng: np.random.Generator, plan: Plan, households: Households) -> Officials:
    """Plan and households → officers by district, each of a government agency."""
    districts = len(households.villages.district_codes)
    sizes = np.bincount(households.district, minlength=districts)
    weights = sizes * rng.uniform(0.92, 1.08, districts)
    per_district = share_out(plan.officials, weights, at_least=1)
    appointed_from = np.full(plan.officials, day("2019-08-15"))
    return Officials(
        district=np.repeat(np.arange(districts, dtype=np.int32), per_district),
        agency=rng.integers(0, GOVERNMENT_AGENCIES, plan.officials, dtype=np.int32),
        appointed=days_between(rng, appointed_from, appointed_from + 46),
    )


def write_officials(directory: Path, households: Households, officials: Officials) -> None:
    """Officers → officials.csv."""
    write_source(
        directory,
        "officials",
        officials.count,
        {
            "official_id": row_ids("O", officials.count),
            "agency_code": labels([agency.code for agency in list_agencies()], officials.agency),
            "district_code": labels(households.villages.district_codes, officials.district),
            "appointed_date": dates(officials.appointed),
        },
    )
