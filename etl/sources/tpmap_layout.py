"""The published layout of TPMAP's open data files: names, levels, columns and their order."""

import re
from dataclasses import dataclass

# Five bits from left to right, as in the file names.
DIMENSIONS = ("health", "living", "education", "income", "access")
INDICATORS = tuple(range(1, 32))
MASKS = tuple(format(bits, "05b") for bits in range(1, 32))
FILE_NAME = re.compile(
    r"(?P<year>\d\d)_(?P<province>\d\d)_(?P<level>amphur|tambol|village)_"
    r"(?P<content>[A-Za-z0-9]+)\.csv"
)


@dataclass(frozen=True)
class Level:
    """A level of area: TPMAP's word in the file name, key column as spelled, digits of the key."""

    name: str
    published_name: str
    key: str
    digits: int


LEVELS = (
    Level("district", "amphur", "amphur_ID", 4),
    Level("subdistrict", "tambol", "tumbol_ID", 6),
    Level("village", "village", "village_ID", 10),
)
HAPPINESS = "happiness"
RATE = "JPT.MOFval.pov.rate"
PROVINCE = "province_ID"
# Digits 5 and 6 that are not DOPA's code of a sub-district but TPMAP's own, for municipal areas.
MUNICIPAL_UNIT = "5[1-3]|65|9[0-9]"

# Published column → name in the project, in the order of the file, without key and province.
COMMON_COLUMNS = {
    "household.CNT": "households",
    "HOUSEMEMBER_CNT": "persons",
    "MOF_REG_CNT": "registered_persons",
    "MOF_VAL_CNT": "verified_persons",
    "ELDERLY_CNT": "elderly_persons",
    "DISABLED_CNT": "disabled_persons",
    "CHRONICPATIENT_CNT": "chronic_persons",
    HAPPINESS: "happiness",
    **{f"indicator{number}.ALL": f"applies_{number:02d}_persons" for number in INDICATORS},
    **{f"indicator{number}.CNT": f"fails_{number:02d}_persons" for number in INDICATORS},
}
MASK_COLUMNS = {
    "poor.household.CNT": "households",
    "poor.JPT.CNT": "persons",
    "poor.JPT.MOFreg.CNT": "registered_persons",
    "poor.JPT.MOFval.CNT": "target_poor_persons",
    "poor.JPT.MOFval.health": "health_persons",
    "poor.JPT.MOFval.living": "living_persons",
    "poor.JPT.MOFval.education": "education_persons",
    "poor.JPT.MOFval.income": "income_persons",
    "poor.JPT.MOFval.accessibility": "access_persons",
    RATE: "target_poor_pct",
    **{f"poor.JPT.MOFval.ind{number}.CNT": f"fails_{number:02d}_persons" for number in INDICATORS},
}


def published_columns(level: Level, is_common: bool) -> list[str]:
    """A level and a kind of file → its headers in the published order."""
    return [level.key, *(COMMON_COLUMNS if is_common else MASK_COLUMNS), PROVINCE]
