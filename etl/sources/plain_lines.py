"""Looks through a file of text for what DuckDB would take for records or for letters."""

import re
from pathlib import Path

CHUNK_BYTES = 1_048_576
LONGEST_START_BYTES = 128
BEGINNINGS = (
    *("รวม", "ยอดรวม", "ผลรวม", "grand", "sub", "total", "sum", "หมายเหตุ", "ที่มา", "แหล่งข้อมูล"),
    *("ข้อมูล ณ", "ผู้รายงาน", "ผู้จัดทำ", "ผู้รับรอง", "ลงชื่อ", "note", "source", "remark"),
)
LIKE_ASIDE = re.compile(b'\n[\\s,;"]*(?:' + "|".join(BEGINNINGS).encode() + b")", re.IGNORECASE)


def count_plain_lines(path: Path) -> int | None:
    """A file of text → its lines; None when one may be a total or a note, or holds a zero byte."""
    lines, last, before = 0, b"\n", b""
    with path.open("rb") as stream:
        while part := stream.read(CHUNK_BYTES):
            if b"\0" in part or LIKE_ASIDE.search(before + part):
                return None
            lines += part.count(b"\n")
            last, before = part[-1:], part[-LONGEST_START_BYTES:]
    return lines + (last != b"\n")
