"""Facts of the selection: what a link may say, what wins, and what stays in the link."""

from collections.abc import Mapping
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from app.indicators import DIMENSIONS
from app.selection import CUTOFFS, MEASURES, NAMES, Selection, defaults, settle
from app.words import LANGUAGES, text, texts
from tests.screen import DIMENSION_MAP, OVERVIEW, opened

MONTHS, DISTRICTS = ("2019-10", "2019-11", "2020-09"), ("4001", "4007", "4029")
INDICATORS = ("any_helped", "tpmap_health")
ALLOWED: dict[str, tuple[str, ...]] = {
    "lang": LANGUAGES,
    "dimension": DIMENSIONS,
    "measure": MEASURES,
    "month": MONTHS,
    "district": DISTRICTS,
    "indicator": INDICATORS,
    "districts": tuple(
        ",".join(chosen) for size in (1, 2, 3) for chosen in permutations(DISTRICTS, size)
    ),
    "since": MONTHS,
    "cutoff": CUTOFFS,
}
OPTIONAL = ("district", "indicator", "districts", "since", "cutoff")
CODES = st.one_of(
    st.none(), st.text(max_size=8), *(st.sampled_from(codes) for codes in ALLOWED.values())
)
GIVEN = st.dictionaries(st.sampled_from([*NAMES, "utm_source"]), CODES)


@given(GIVEN)
def test_every_code_that_is_settled_on_exists(given_codes: Mapping[str, str | None]) -> None:
    selection, _ = settle(given_codes, MONTHS, DISTRICTS, INDICATORS)
    for name in NAMES:
        code = getattr(selection, name)
        assert code in ALLOWED[name] or (name in OPTIONAL and code is None)


@given(GIVEN)
def test_refused_is_exactly_what_is_told_and_unknown(
    given_codes: Mapping[str, str | None],
) -> None:
    selection, refused = settle(given_codes, MONTHS, DISTRICTS, INDICATORS)
    for name in NAMES:
        code = given_codes.get(name)
        if not code:
            assert name not in refused
        elif code in ALLOWED[name]:
            assert name not in refused
            assert getattr(selection, name) == code
        else:
            assert refused[name] == code
            assert getattr(selection, name) == getattr(defaults(MONTHS), name)
    assert refused.keys() <= set(NAMES)


@given(GIVEN)
def test_a_settled_selection_settles_to_itself(given_codes: Mapping[str, str | None]) -> None:
    selection, _ = settle(given_codes, MONTHS, DISTRICTS, INDICATORS)
    assert settle(selection.codes(), MONTHS, DISTRICTS, INDICATORS) == (selection, {})


@pytest.mark.parametrize(
    "code",
    ["4001,4001", "4001,4099", "4001,", "40", "4001 4007", "4001,4002,4003,4004,4005"],
)
def test_districts_that_cannot_stand_side_by_side_are_refused(code: str) -> None:
    codes = [str(each) for each in range(4001, 4010)]
    assert settle({"districts": code}, MONTHS, codes, ()) == (
        defaults(MONTHS),
        {"districts": code},
    )


def test_districts_are_compared_in_the_order_they_were_chosen() -> None:
    selection, _ = settle({"districts": "4029,4001"}, MONTHS, DISTRICTS, ())
    assert selection.compared == ("4029", "4001")
    assert defaults(MONTHS).compared == ()


def test_without_data_there_is_no_month() -> None:
    assert settle({"month": "2020-09"}, (), (), ()) == (
        Selection("th", "occupation", "helped", ""),
        {"month": "2020-09"},
    )


def link_of(screen: AppTest) -> dict[str, str]:
    """What the link says now; each code stands in it once."""
    assert all(isinstance(code, str) for code in screen.query_params.values())
    return dict(screen.query_params)


def stored(screen: AppTest) -> dict[str, str]:
    assert not screen.exception
    found: dict[str, str] = screen.session_state["selection"]
    return found


@pytest.fixture(scope="module", autouse=True)
def served(sample_warehouse: object) -> None:
    """The sample is what the dashboard serves."""


@pytest.mark.parametrize("page", [OVERVIEW, DIMENSION_MAP])
def test_a_link_opens_what_it_says(page: str) -> None:
    codes = {
        "lang": "en",
        "dimension": "health",
        "measure": "solved",
        "month": "2020-02",
        "district": "4007",
        "indicator": "tpmap_health",
        "districts": "4001,4029",
        "since": "2019-11",
        "cutoff": "2",
    }
    screen = opened(page, **codes)
    assert stored(screen) == codes
    assert link_of(screen) == codes


def test_a_link_wins_over_what_the_session_remembers() -> None:
    screen = opened(district="4007", month="2020-02")
    screen.query_params["district"] = "4012"
    screen.run()
    assert stored(screen)["district"] == "4012"
    assert stored(screen)["month"] == "2020-02"


def test_the_choice_survives_a_change_of_page() -> None:
    screen = opened(district="4007", month="2020-02", dimension="housing")
    screen.query_params.clear()
    screen.switch_page(DIMENSION_MAP).run()
    codes = {"district": "4007", "month": "2020-02", "dimension": "housing"}
    assert stored(screen) == {"lang": "th", "measure": "helped", **codes}
    assert link_of(screen) == codes


def test_what_is_usual_stays_out_of_the_link() -> None:
    screen = opened()
    assert link_of(screen) == {}
    screen.selectbox(key="month_choice").select("2020-02").run()
    assert link_of(screen) == {"month": "2020-02"}


def test_a_choice_on_the_page_is_written_into_the_link() -> None:
    screen = opened(DIMENSION_MAP)
    screen.segmented_control(key="dimension_choice").set_value("health").run()
    screen.segmented_control(key="language_choice").set_value("en").run()
    assert link_of(screen) == {"dimension": "health", "lang": "en"}
    assert text("en", "dimension.health") in screen.title[0].value


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("district", "4099"),
        ("month", "1999-01"),
        ("dimension", "luck"),
        ("measure", "1"),
        ("indicator", "fortune"),
        ("districts", "4001,4099"),
        ("since", "1999-01"),
        ("cutoff", "6"),
    ],
)
def test_an_unknown_code_is_told_and_taken_out_of_the_link(
    language: str, name: str, code: str
) -> None:
    screen = opened(lang=language, **{name: code})
    assert len(screen.warning) == 1
    # A sign that Markdown would act on is shown with a backslash before it.
    assert code in screen.warning[0].value.replace("\\", "")
    assert screen.warning[0].value.startswith(texts(language)[f"frame.unknown_{name}"][:8])
    assert name not in link_of(screen)
    assert not screen.run().warning


def test_an_unknown_language_is_told_in_thai() -> None:
    screen = opened(lang="xx")
    assert screen.warning[0].value == text("th", "frame.unknown_lang", value="xx")
    assert stored(screen)["lang"] == "th"


def test_what_a_link_says_beside_the_codes_is_kept() -> None:
    screen = opened(utm_source=["a", "b"], district="4099")
    assert dict(screen.query_params) == {"utm_source": ["a", "b"]}


def test_a_blank_code_is_no_code() -> None:
    screen = opened(district="", month="")
    assert not screen.warning
    assert link_of(screen) == {}
