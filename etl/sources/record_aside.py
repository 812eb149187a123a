"""Rows of a sheet that are no records: totals and notes that people write below a table."""

import re
from collections.abc import Sequence

# A place name may follow a subtotal; nothing else, so that no record is taken for one.
TOTAL = re.compile(
    r"(รวม(ทั้งสิ้น|ทั้งหมด|ทั้งจังหวัด|\s*(อำเภอ|ตำบล|หมู่บ้าน|บ้าน|จังหวัด).*)?|ยอดรวม|ผลรวม"
    r"|(grand\s+|sub)?total|sum)\s*[:：]?",
    re.IGNORECASE,
)
NOTE = re.compile(
    r"(หมายเหตุ|ที่มา|แหล่งข้อมูล|ข้อมูล ณ|ผู้รายงาน|ผู้จัดทำ|ผู้รับรอง|ลงชื่อ|(note|source|remark)s?\b).*",
    re.IGNORECASE | re.DOTALL,
)
MOST_CELLS_OF_A_NOTE = 2


def is_set_aside(cells: Sequence[str], width: int) -> bool:
    """Cells of a row and the number of headers → is it a total or a note, not a record?

    A total leaves cells blank, for no sum can be made of names and dates; a note fills one or two.
    """
    filled = [cell.strip() for cell in cells if cell.strip()]
    if not filled or len(filled) == width:
        return False
    if TOTAL.fullmatch(filled[0]):
        return True
    return len(filled) <= MOST_CELLS_OF_A_NOTE and NOTE.fullmatch(filled[0]) is not None
