"""What the components of a page are given."""

import json
from typing import Any

from streamlit.testing.v1 import AppTest


def components(screen: AppTest, name: str) -> list[dict[str, Any]]:
    """What every component of this name is given, from the top of the page."""
    return [
        json.loads(element.proto.json)
        for element in screen.get("bidi_component")
        if element.proto.component_name.endswith(name)
    ]


def component(screen: AppTest, name: str) -> dict[str, Any]:
    """What the only component of this name is given."""
    (found,) = components(screen, name)
    return found
