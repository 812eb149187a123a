"""Corrections of a synthetic province-year: names that were mistyped in the file of agencies."""

from pathlib import Path

import numpy as np

from etl.demo.vocabulary import list_agencies
from etl.demo.writer import labels, write_source

MISTYPED = {"A007": "Goverment agency 7", "A019": "Government agncy 19"}
REASON = "พิมพ์ชื่อภาษาอังกฤษผิดในไฟล์ที่ส่งมา"
DECIDED_BY = "สำนักงานพัฒนาชุมชนจังหวัด"


def written_name(code: str, name: str) -> str:
    """An agency's code and English name → the name as the file has it, mistyped for a few."""
    return MISTYPED.get(code, name)


def write_corrections(directory: Path) -> None:
    """The mistyped names → corrections.csv."""
    names = {agency.code: agency.name_en for agency in list_agencies()}
    everyone = np.arange(len(MISTYPED))
    same = np.zeros(len(MISTYPED), dtype=np.int32)
    write_source(
        directory,
        "corrections",
        len(MISTYPED),
        {
            "correction_id": labels([f"C{n + 1}" for n in everyone], everyone),
            "source": labels(["agencies"], same),
            "record_key": labels(list(MISTYPED), everyone),
            "action": labels(["replace"], same),
            "column_name": labels(["name_en"], same),
            "value_before": labels(list(MISTYPED.values()), everyone),
            "value_after": labels([names[code] for code in MISTYPED], everyone),
            "reason": labels([REASON], same),
            "decided_by": labels([DECIDED_BY], same),
            "decided_date": labels(["2020-02-14"], same),
        },
    )
