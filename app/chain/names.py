"""Stages, reasons and dimensions of the chain in words."""

from app.chain.stages import ANY, EXCLUDED, STATUSES
from app.words import text


def need_name(language: str, need: str) -> str:
    """A dimension, or any, in words."""
    return text(language, "chain.any_need" if need == ANY else f"dimension.{need}")


def stage_name(language: str, stage: str) -> str:
    """A stage in words."""
    return text(language, f"chain.stage_{stage}")


def reason_name(language: str, reason: str) -> str:
    """Why a household got no further, in words."""
    if reason in EXCLUDED:
        return text(language, f"group.{reason}")
    if reason in STATUSES:
        return text(language, f"need_status.{reason}")
    return text(language, f"reason.{reason}")
