"""The typeface served to the browser: made as its README says, and whole for what is shown."""

import re
import shlex
from pathlib import Path

import fontpkg_sarabun
import geothai
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont

ROOT = Path(__file__).resolve().parents[2]
FONTS = ROOT / "static" / "fonts"
ORIGINALS = Path(fontpkg_sarabun.__file__).resolve().parent / "files"
WEIGHTS = ["Regular", "SemiBold"]
# Symbols that Sarabun does not have; the reader's own font draws them.
DRAWN_BY_ANOTHER_FONT = set("φτ●")


def command_of_the_readme() -> list[str]:
    readme = (FONTS / "README.md").read_text("utf-8").replace("\\\n", " ")
    found = re.search(r"pyftsubset (.+)", readme)
    assert found is not None
    return shlex.split(found.group(1))


def characters_shown() -> set[str]:
    """Every character of the sentences on screen and of the names of areas."""
    languages = sorted((ROOT / "app" / "languages").glob("*.toml"))
    shown = "".join(path.read_text("utf-8") for path in languages)
    for district in geothai.districts("40"):
        shown += district.name_th + district.name_en
        for subdistrict in geothai.subdistricts(district.code):
            shown += subdistrict.name_th + subdistrict.name_en
    return set(shown) - set("\n") - DRAWN_BY_ANOTHER_FONT


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_served_font_is_what_the_readme_s_command_makes(weight: str, tmp_path: Path) -> None:
    made = tmp_path / "made.woff2"
    _, *options = command_of_the_readme()
    subset.main(
        [str(ORIGINALS / f"Sarabun-{weight}.ttf"), *options, f"--output-file={made}"],
    )
    assert made.read_bytes() == (FONTS / f"Sarabun-{weight}.woff2").read_bytes()


@pytest.mark.parametrize("weight", WEIGHTS)
def test_the_served_font_has_every_character_that_is_shown(weight: str) -> None:
    with TTFont(FONTS / f"Sarabun-{weight}.woff2") as font:
        missing = {
            character
            for character in characters_shown()
            if ord(character) not in font.getBestCmap()
        }
    assert missing == set()
