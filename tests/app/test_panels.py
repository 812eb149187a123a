"""Facts of the panels: tables, downloads and words from outside."""

import io
import string
from html.parser import HTMLParser

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.indicators import areas, build_info, series
from app.panels import download, harmless, literal, markup, refusal, written
from app.tables import cells_table
from app.words import LANGUAGES, text
from tests.screen import selection

BYTE_ORDER_MARK = b"\xef\xbb\xbf"
ATTACK = "![x](http://elsewhere.example/x.png)<img src=x>"


class Cells(HTMLParser):
    """The texts of the cells of a table, and every tag in it."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.texts: list[str] = []
        self.feed(source)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("td", "th"):
            self.texts.append("")

    def handle_data(self, data: str) -> None:
        self.texts[-1] += data


def frame_of(build_id: str, language: str) -> pd.DataFrame:
    """Sub-districts of one month, with every kind of cell in them."""
    found = series(build_id, ("education_helped",), "subdistrict")["education_helped"]["2020-09"]
    return cells_table(selection(lang=language), found, areas(build_id)["subdistrict"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_download_equals_its_table_and_says_where_it_is_from(
    build_id: str, language: str
) -> None:
    chosen, frame = selection(lang=language), frame_of(build_id, language)
    content = download(build_id, chosen, ["education_helped"], frame)
    assert content.startswith(BYTE_ORDER_MARK)
    assert content.count(BYTE_ORDER_MARK) == 1
    read = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype=str, keep_default_na=False)
    origin = text(language, "table.origin")
    assert set(read[origin]) == {text(language, "table.synthetic")}
    assert set(read["as_of"]) == {"2020-09-30"}
    assert set(read["build_id"]) == {build_id}
    assert list(read.columns) == [*frame.columns, origin, "as_of", "build_id"]
    for column in frame.columns:
        expected = ["" if pd.isna(each) else str(each) for each in frame[column]]
        assert list(read[column]) == expected


def test_a_download_of_survey_figures_is_real_and_of_its_edition(build_id: str) -> None:
    content = download(build_id, selection(), ["tpmap_education"], pd.DataFrame({"a": [1]}))
    read = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype=str)
    assert list(read[text("th", "table.origin")]) == [text("th", "table.observed")]
    assert list(read["as_of"]) == ["TPMAP 2561"]


def test_a_download_of_both_says_which_is_which(build_id: str) -> None:
    both = ["health_need", "tpmap_health"]
    content = download(build_id, selection(), both, pd.DataFrame({"a": [1]}))
    read = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype=str)
    assert list(read[text("th", "table.origin")]) == [text("th", "table.mixed")]
    assert list(read["as_of"]) == ["2020-09-30"]


def test_a_download_of_no_indicator_is_of_the_build_s_records(build_id: str) -> None:
    content = download(build_id, selection(), [], pd.DataFrame({"a": [1]}))
    read = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype=str)
    assert list(read[text("th", "table.origin")]) == [text("th", "table.synthetic")]
    assert list(read["as_of"]) == ["2020-09-30"]


def test_the_sample_s_table_has_figures_and_each_reason_for_none(build_id: str) -> None:
    frame = frame_of(build_id, "en")
    assert {"", "suppressed", "no case"} <= set(frame["Note"])
    assert frame["Value"].notna().any()


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_is_never_a_formula_of_a_spreadsheet(build_id: str, sign: str) -> None:
    dangerous = f'{sign}HYPERLINK("http://elsewhere.example")'
    content = download(
        build_id, selection(), ["education_helped"], pd.DataFrame({"a": [dangerous]})
    )
    read = pd.read_csv(io.BytesIO(content), encoding="utf-8-sig", dtype=str)
    assert list(read["a"]) == [f"'{dangerous}"]


@given(st.one_of(st.integers(), st.floats(allow_nan=False), st.none(), st.booleans()))
def test_what_is_not_a_text_is_left_as_it_is(value: object) -> None:
    assert harmless(value) is value


@given(st.text())
def test_a_harmless_text_begins_with_no_sign_of_a_formula(value: str) -> None:
    shown = harmless(value)
    assert shown.endswith(value)
    assert not shown.startswith(("=", "+", "-", "@", "\t", "\r"))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), min_size=1))
def test_a_table_shows_any_text_as_it_is_and_makes_no_tag_of_it(value: str) -> None:
    cells = Cells(markup(pd.DataFrame({value: [value, ATTACK]})))
    assert cells.texts == [value, value, ATTACK]
    assert cells.tags == {"div", "table", "thead", "tbody", "tr", "th", "td"}


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (float("nan"), ""),
        (pd.NA, ""),
        (0, "0"),
        (0.0, "0"),
        (1174, "1,174"),
        (72.471, "72.47"),
        (100.0, "100"),
        ("0401", "0401"),
    ],
)
def test_a_value_of_a_table_is_written_for_a_person(value: object, shown: str) -> None:
    assert written(value) == shown


def test_numbers_stand_right_and_codes_left() -> None:
    table = markup(pd.DataFrame({"code": ["4001"], "count": pd.array([None], "Int64")}))
    assert '<td class="number"></td>' in table
    assert "<td >4001</td>" in table


@given(st.text(string.printable))
def test_every_sign_of_markdown_is_shown_as_itself(value: str) -> None:
    shown = literal(value)
    signs = [each for each in value if each in string.punctuation]
    assert len(shown) == len(value) + len(signs)
    for place, sign in enumerate(shown):
        before = len(shown[:place]) - len(shown[:place].rstrip("\\"))
        if sign in string.punctuation and sign != "\\":
            assert before % 2 == 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["district", "month", "dimension", "measure", "lang"])
def test_a_code_of_a_link_cannot_draw_or_fetch_anything(name: str, language: str) -> None:
    told = refusal(selection(lang=language), name, ATTACK)
    assert literal(ATTACK) in told
    assert "![" not in told
    assert "](" not in told


def test_the_sample_is_marked_as_synthetic(build_id: str) -> None:
    assert build_info(build_id).is_synthetic
