"""The map file that the dashboard reads: one line of JSON for each area."""

import json
from typing import Any

from geo.draw import label_point, neighbours, svg_path
from geo.register import Level, registered_name
from geo.simplify import Areas, Plane


def map_file(areas: Areas, level: Level, plane: Plane, attribution: tuple[str, str]) -> bytes:
    """Drawn areas, their level and the attribution in Thai and English → the file's bytes."""
    attribution_th, attribution_en = attribution
    head = {
        "attribution": f"{attribution_th} · {attribution_en}",
        "attribution_th": attribution_th,
        "attribution_en": attribution_en,
        "level": level,
        "view_box": [0, 0, plane.width, plane.height],
    }
    beside = neighbours(areas)
    lines = [_compact(_area(code, areas[code], beside[code])) for code in sorted(areas)]
    opening = _compact(head).removesuffix("}")
    return (opening + ',"areas":[\n' + ",\n".join(lines) + "\n]}\n").encode()


def _area(code: str, shape: Any, beside: list[str]) -> dict[str, object]:
    name = registered_name(code)
    return {
        "code": code,
        "name_th": name.name_th,
        "name_en": name.name_en,
        "parent_code": name.parent_code,
        "path": svg_path(shape),
        "label": label_point(shape),
        "neighbours": beside,
    }


def _compact(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
