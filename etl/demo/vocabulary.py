"""Words of the synthetic records: agencies, problems and kinds of help, in Thai."""

from dataclasses import dataclass

import numpy as np

from etl.demo.plan import DIMENSIONS

FUND_SOURCES = [
    "regular_budget",
    "private",
    "community_fund",
    "district_fund",
    "foundation",
    "consulate_general",
]
FUND_WEIGHTS = {
    "occupation": [0.52, 0.12, 0.20, 0.10, 0.06, 0.00],
    "education": [0.50, 0.15, 0.08, 0.12, 0.15, 0.00],
    "health": [0.66, 0.05, 0.12, 0.07, 0.10, 0.00],
    "housing": [0.38, 0.18, 0.14, 0.14, 0.08, 0.08],
    "welfare": [0.86, 0.00, 0.08, 0.03, 0.03, 0.00],
}

GOVERNMENT_AGENCIES = 33
# How many of the 33 placeholders mainly serve each dimension.
GOVERNMENT_BY_DIMENSION = {
    "occupation": 11,
    "education": 6,
    "health": 6,
    "housing": 4,
    "welfare": 6,
}
# Type, number of placeholders, name in Thai, name in English, dimension mainly served.
OTHER_PARTNERS = [
    ("local_government", 4, "องค์กรปกครองส่วนท้องถิ่น", "Local government", None),
    ("private", 5, "บริษัทเอกชน", "Private company", "occupation"),
    ("community", 5, "กองทุนชุมชน", "Community fund", "occupation"),
    ("foundation", 4, "มูลนิธิ", "Foundation", "health"),
    ("university", 3, "มหาวิทยาลัย", "University", "education"),
    ("consulate_general", 1, "สถานกงสุลใหญ่", "Consulate-General", "housing"),
]

PROBLEMS = {
    "occupation": [
        "ขาดปัจจัยการผลิต",
        "ขาดทักษะอาชีพ",
        "ไม่มีงานทำ",
        "ไม่มีที่ดินทำกิน",
        "มีหนี้นอกระบบ",
    ],
    "education": ["เด็กหลุดจากระบบการศึกษา", "ขาดทุนการศึกษา", "ขาดอุปกรณ์การเรียน", "อ่านเขียนไม่คล่อง"],
    "health": [
        "โรคเรื้อรังขาดการรักษาต่อเนื่อง",
        "ผู้ป่วยติดเตียงขาดผู้ดูแล",
        "ขาดอุปกรณ์ช่วยเหลือผู้พิการ",
        "ภาวะทุพโภชนาการ",
    ],
    "housing": ["บ้านทรุดโทรมไม่มั่นคง", "หลังคารั่ว", "ไม่มีห้องน้ำถูกสุขลักษณะ", "ไม่มีไฟฟ้าหรือน้ำประปา"],
    "welfare": [
        "ยังไม่มีบัตรสวัสดิการแห่งรัฐ",
        "ยังไม่ได้รับเบี้ยผู้สูงอายุ",
        "ยังไม่มีบัตรประจำตัวคนพิการ",
        "ขาดเครื่องอุปโภคบริโภค",
    ],
}


@dataclass(frozen=True)
class HelpKind:
    """One kind of help: its name, what is given in kind, and its usual value in baht."""

    name_th: str
    in_kind_th: str | None
    least_baht: int
    most_baht: int


# The first kind of the occupation dimension is the one the rains call for.
HELP_KINDS = {
    "occupation": [
        HelpKind("มอบปัจจัยการผลิต", "เมล็ดพันธุ์และปุ๋ย", 800, 5000),
        HelpKind("มอบพันธุ์สัตว์", "พันธุ์ไก่และอาหารสัตว์", 1000, 6000),
        HelpKind("ฝึกอาชีพ", None, 500, 3000),
        HelpKind("จัดหางาน", None, 300, 2000),
        HelpKind("เงินทุนหมุนเวียนอาชีพ", None, 3000, 15000),
        HelpKind("อบรมบัญชีครัวเรือน", None, 200, 800),
    ],
    "education": [
        HelpKind("ทุนการศึกษา", None, 1000, 5000),
        HelpKind("เงินอุดหนุนนักเรียนยากจนพิเศษ", None, 1500, 3000),
        HelpKind("มอบอุปกรณ์การเรียน", "ชุดนักเรียนและอุปกรณ์การเรียน", 300, 1500),
        HelpKind("ติดตามเด็กกลับเข้าเรียน", None, 200, 1000),
        HelpKind("จัดการเรียนรู้นอกระบบ", None, 300, 1200),
    ],
    "health": [
        HelpKind("เยี่ยมบ้านดูแลสุขภาพ", None, 200, 800),
        HelpKind("มอบอุปกรณ์ทางการแพทย์", "เตียงหรือรถเข็นผู้ป่วย", 1500, 9000),
        HelpKind("ส่งตรวจรักษา", None, 300, 2500),
        HelpKind("มอบอาหารเสริม", "นมและอาหารเสริม", 300, 1200),
        HelpKind("อบรมผู้ดูแลผู้ป่วย", None, 200, 900),
    ],
    "housing": [
        HelpKind("ซ่อมแซมบ้าน", None, 8000, 40000),
        HelpKind("มอบวัสดุก่อสร้าง", "สังกะสี ปูน และไม้", 3000, 15000),
        HelpKind("แรงงานซ่อมสร้างบ้าน", "แรงงานจิตอาสา", 1000, 6000),
        HelpKind("สร้างห้องน้ำ", None, 6000, 18000),
        HelpKind("ติดตั้งไฟฟ้าหรือประปา", None, 2000, 8000),
    ],
    "welfare": [
        HelpKind("ขึ้นทะเบียนเบี้ยยังชีพผู้สูงอายุ", None, 600, 1000),
        HelpKind("ออกบัตรประจำตัวคนพิการ", None, 800, 1000),
        HelpKind("ช่วยลงทะเบียนสวัสดิการแห่งรัฐ", None, 300, 1000),
        HelpKind("เงินสงเคราะห์ครอบครัวผู้มีรายได้น้อย", None, 1000, 3000),
        HelpKind("มอบถุงยังชีพ", "ข้าวสารอาหารแห้ง", 300, 1000),
    ],
}

VERIFIERS = ["คณะกรรมการหมู่บ้าน", "ผู้ใหญ่บ้าน", "ศจพ.ต.", "ศจพ.อ."]
BEYOND_REASONS = [
    "เกินงบประมาณของอำเภอ",
    "ไม่มีกรรมสิทธิ์ในที่ดิน",
    "ต้องรักษาเฉพาะทาง",
    "ไม่มีหน่วยงานรับผิดชอบในพื้นที่",
]
UNSOLVED_REASONS = ["ครัวเรือนไม่ประสงค์รับความช่วยเหลือด้านนี้", "ขาดคุณสมบัติตามระเบียบ"]
EXCLUDED_REASON = "ครัวเรือนพ้นจากการดำเนินงาน"
NEED_REASONS = [*BEYOND_REASONS, *UNSOLVED_REASONS, EXCLUDED_REASON]
REVIEW_REASONS = [
    "วัสดุคนละชนิด",
    "ให้คนละคนในครัวเรือน",
    "แบ่งให้สองงวดตามแผน",
    "สองหน่วยงานช่วยเรื่องเดียวกันโดยไม่ได้ประสานกัน",
]
REVIEWERS = ["ศจพ.อ.", "เลขานุการ ศจพ.จ."]
FUND_INCOME_PURPOSES = ["ยกยอดและรับบริจาคเปิดกองทุน", "รับบริจาคจากผู้มีจิตศรัทธา"]
FUND_OFFICE_PURPOSE = "ค่าจัดประชุมคณะทำงานระดับอำเภอ"
SOURCE_LISTS = ["จปฐ. 2561", "TPMAP 2561", "คณะกรรมการหมู่บ้านเสนอ"]


@dataclass(frozen=True)
class Agency:
    """One placeholder partner; the province's own names are not public."""

    code: str
    name_th: str
    name_en: str
    agency_type: str
    dimension: str | None


def list_agencies() -> list[Agency]:
    """33 government placeholders and the other partners, each name marked as one to confirm."""
    agencies: list[Agency] = []
    for dimension in DIMENSIONS:
        for _ in range(GOVERNMENT_BY_DIMENSION[dimension]):
            number = len(agencies) + 1
            agencies.append(
                Agency(
                    f"A{number:03d}",
                    f"หน่วยงานราชการที่ {number} (รอยืนยันชื่อ)",
                    f"Government agency {number} (name to be confirmed)",
                    "government",
                    dimension,
                )
            )
    for agency_type, count, name_th, name_en, served in OTHER_PARTNERS:
        for number in range(1, count + 1):
            agencies.append(
                Agency(
                    f"A{len(agencies) + 1:03d}",
                    f"{name_th}ที่ {number} (รอยืนยันชื่อ)",
                    f"{name_en} {number} (name to be confirmed)",
                    agency_type,
                    served,
                )
            )
    return agencies


def agencies_paying(fund_source: str, dimension: str) -> list[int]:
    """A fund source and a dimension → positions in the list of agencies that spend it."""
    by_type = {
        "private": {"private"},
        "community_fund": {"community"},
        "foundation": {"foundation"},
        "consulate_general": {"consulate_general"},
    }
    wanted = by_type.get(fund_source)
    positions = []
    for position, agency in enumerate(list_agencies()):
        if wanted is not None:
            suits = agency.agency_type in wanted
        elif fund_source == "district_fund":
            suits = agency.agency_type == "local_government"
        else:
            suits = agency.agency_type == "government" and agency.dimension == dimension
            suits = suits or agency.agency_type == "local_government"
            suits = suits or (agency.agency_type == "university" and dimension == "education")
        if suits:
            positions.append(position)
    return positions


def inside_power() -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For each agency of the list: whether its help counts as intra-community power."""
    return np.array(
        [agency.agency_type in {"community", "local_government"} for agency in list_agencies()]
    )
