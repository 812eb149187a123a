"""The figures of the award submission, each set beside what the warehouse gives."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import duckdb

from etl.progress import silent

CLAIMS = Path(__file__).resolve().parents[1] / "data" / "reference" / "claims.toml"
QUESTIONS = Path(__file__).resolve().parent / "claims"

CREATE = """
create table claim (
    claim_id varchar, title_th varchar, title_en varchar, value double, unit varchar,
    computed double, status varchar, reason_th varchar, reason_en varchar, source varchar
)
"""

Status = Literal["agrees", "differs", "doubtful"]


@dataclass(frozen=True)
class Claim:
    """One submitted figure, stated to so many decimals, and the doubt there is about it."""

    claim_id: str
    title_th: str
    title_en: str
    value: float
    unit: str
    decimals: int
    source: str
    doubt_th: str = ""
    doubt_en: str = ""

    @property
    def sql(self) -> str:
        """One row, one number: what the warehouse gives."""
        return (QUESTIONS / f"{self.claim_id}.sql").read_text("utf-8")


def read_claims(path: Path = CLAIMS) -> list[Claim]:
    """The register → its claims in order; raises TypeError when a key is missing or unknown."""
    register = tomllib.loads(path.read_text("utf-8"))
    return [Claim(source=register["source"], **written) for written in register["claim"]]


def build_claims(
    connection: duckdb.DuckDBPyConnection, progress: Callable[[str], None] = silent
) -> None:
    """Core tables and mart_indicator → table claim, one row per submitted figure.

    A claim agrees when the computed figure, rounded as the submission rounds it, is the same.
    Raises duckdb.Error when a table that a claim stands on is missing.
    """
    connection.execute(CREATE)
    for claim in read_claims():
        progress(claim.claim_id)
        row = connection.execute(claim.sql).fetchone()
        computed = None if row is None or row[0] is None else float(row[0])
        status, reason_th, reason_en = judge(claim, computed)
        connection.execute(
            "insert into claim values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                claim.claim_id,
                claim.title_th,
                claim.title_en,
                claim.value,
                claim.unit,
                computed,
                status,
                reason_th,
                reason_en,
                claim.source,
            ],
        )


def judge(claim: Claim, computed: float | None) -> tuple[Status, str | None, str | None]:
    """A claim and what the warehouse gives → its status and the reason, Thai and English."""
    if computed is None:
        return "differs", "คลังข้อมูลไม่มีข้อมูลสำหรับคำนวณ", "The warehouse holds no data for it."
    given = round(computed, claim.decimals)
    if given != round(claim.value, claim.decimals):
        stated, found = (f"{each:,.{claim.decimals}f}" for each in (claim.value, given))
        return (
            "differs",
            f"คำขอระบุ {stated} แต่คลังข้อมูลคำนวณได้ {found}",
            f"The submission states {stated}; the warehouse gives {found}.",
        )
    if claim.doubt_en:
        return "doubtful", claim.doubt_th, claim.doubt_en
    return "agrees", None, None
