"""The dashboard without a browser: selections, links, and what stands on the page."""

from pathlib import Path
from typing import Any

from streamlit.testing.v1 import AppTest

from app.selection import Selection

ROOT = Path(__file__).resolve().parent.parent
DASHBOARD = ROOT / "dashboard.py"
OVERVIEW, DIMENSION_MAP = "pages/situation/overview.py", "pages/situation/dimension_map.py"
DEFINITIONS, QUALITY = "pages/data/definitions.py", "pages/data/quality.py"
IMPORTS, CHANGES = "pages/data/imports.py", "pages/data/changes.py"
POVERTY, TIMELINE = "pages/situation/poverty.py", "pages/situation/timeline.py"
PAGES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").rglob("*.py"))
PATIENCE_SECONDS = 60


def selection(**codes: Any) -> Selection:
    """Codes → a selection; what is not given is the dashboard's default for the sample."""
    usual = {
        "lang": "th",
        "dimension": "occupation",
        "measure": "helped",
        "month": "2020-09",
        "district": None,
    }
    return Selection(**{**usual, **codes})


def opened(page: str = OVERVIEW, **codes: str | list[str]) -> AppTest:
    """A page and the codes of a link → the page as a new session sees it."""
    screen = AppTest.from_file(str(DASHBOARD), default_timeout=PATIENCE_SECONDS)
    screen.query_params.update(codes)
    screen.run()
    return screen if page == OVERVIEW else screen.switch_page(page).run()


def html(screen: AppTest) -> str:
    """Everything the page draws itself, as HTML without its style sheet."""
    bodies = [element.proto.body for element in screen.get("html")]
    return "\n".join(body for body in bodies if not body.startswith("<style"))


def words(screen: AppTest) -> str:
    """Every title, sentence and label that a reader of the page sees, a line for each."""
    kinds = (screen.title, screen.header, screen.markdown, screen.caption, screen.info)
    shown = [element.value for kind in kinds for element in kind]
    links = [link.proto.label for link in screen.get("page_link")]
    return "\n".join([*shown, *links, html(screen)])
