"""Facts of the declarations."""

from pathlib import Path

import duckdb
import pytest

from etl.declaration import INDICATORS, read_declaration, read_declarations

DIMENSIONS = ("occupation", "education", "health", "housing", "welfare", "any")
EXPECTED = {
    "target_households",
    "excluded_households",
    "income_at_or_above_line",
    "income_poverty_headcount",
    "income_poverty_gap",
    "income_poverty_severity",
    "mpi_headcount",
    "mpi_intensity",
    "mpi_adjusted_headcount",
    "mpi_contribution",
    "households_visited",
    "reports_received",
    "reports_on_time",
    "tpmap_surveyed_households",
    "tpmap_surveyed_persons",
    "tpmap_target_poor",
    "tpmap_health",
    "tpmap_living",
    "tpmap_education",
    "tpmap_income",
    "tpmap_access",
    *(f"{name}_{kind}" for name in DIMENSIONS for kind in ("need", "helped", "solved")),
}
COLUMNS = [
    "indicator",
    "title_th",
    "title_en",
    "question_th",
    "question_en",
    "family",
    "unit",
    "direction",
    "numerator_th",
    "numerator_en",
    "denominator_th",
    "denominator_en",
    "caveat_th",
    "caveat_en",
    "sdg_targets",
    "source_th",
    "source_en",
    "author",
    "checked_by",
    "next_review",
    "edition",
    "finest_level",
    "period",
    "numerator_parts",
    "pages",
    "sql",
]
SUBMITTED_TARGETS = {"1.2", "1.3", "1.4", "2.1", "3.5", "3.7", "3.8"}


def test_every_promised_indicator_is_declared_and_nothing_else() -> None:
    assert {each.indicator for each in read_declarations()} == EXPECTED


def test_the_warehouse_holds_the_words_of_the_files(sample: duckdb.DuckDBPyConnection) -> None:
    assert [row[0] for row in sample.execute("describe declaration").fetchall()] == COLUMNS
    rows = sample.execute("from declaration order by indicator").fetchall()
    for declaration, row in zip(read_declarations(), rows, strict=True):
        written = {name: getattr(declaration, name) for name in COLUMNS}
        written["sdg_targets"] = ", ".join(declaration.sdg_targets)
        written["pages"] = ", ".join(declaration.pages)
        assert written == dict(zip(COLUMNS, row, strict=True))


@pytest.mark.parametrize("declaration", read_declarations(), ids=lambda each: each.indicator)
def test_thai_is_in_thai_letters_and_english_is_not(declaration: object) -> None:
    for name, word in vars(declaration).items():
        has_thai = any("\u0e00" <= letter <= "\u0e7f" for letter in str(word))
        if name.endswith("_th"):
            assert has_thai, name
        if name.endswith("_en"):
            assert not has_thai, name


def test_titles_are_told_apart() -> None:
    declarations = read_declarations()
    for language in ("title_th", "title_en", "question_th", "question_en"):
        assert len({getattr(each, language) for each in declarations}) == len(declarations)


def test_only_targets_of_the_submission_are_claimed_and_none_without_an_indicator() -> None:
    claimed = {target for each in read_declarations() for target in each.sdg_targets}
    assert claimed <= SUBMITTED_TARGETS
    assert not claimed & {"3.5", "3.7"}


def test_tpmap_is_never_sold_as_a_result_of_the_programme() -> None:
    for each in read_declarations():
        if each.indicator.startswith(("tpmap_", "mpi_")):
            assert "before the programme" in each.caveat_en
            assert each.source_en == "TPMAP 2561, NECTEC/NESDC"


def write(folder: Path, changes: dict[str, str]) -> Path:
    """A declaration with some of its lines changed, and SQL of the same name."""
    lines = (INDICATORS / "education_helped.toml").read_text("utf-8").splitlines()
    kept = [line for line in lines if line.partition(" = ")[0] not in changes]
    path = folder / "education_helped.toml"
    path.write_text("\n".join([*kept, *filter(None, changes.values())]), "utf-8")
    (folder / "education_helped.sql").write_text("-- grain: one row", "utf-8")
    return path


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title_en": 'title_en = " "'}, "title_en is empty"),
        ({"caveat_th": ""}, "missing or unknown caveat_th"),
        ({"colour": 'colour = "red"'}, "missing or unknown colour"),
        ({"family": 'family = "other"'}, "family cannot be other"),
        ({"unit": 'unit = "per mille"'}, "unit cannot be per mille"),
        ({"finest_level": 'finest_level = "house"'}, "finest_level cannot be house"),
        ({"tables": "tables = []"}, "must name at least one"),
        ({"pages": "pages = []"}, "must name at least one"),
        ({"parts": "numerator_parts = 5"}, "only an index has a numerator in parts"),
        ({"next_review": 'next_review = "soon"'}, "next_review must be a date"),
    ],
)
def test_a_declaration_that_is_not_whole_is_refused(
    tmp_path: Path, changes: dict[str, str], message: str
) -> None:
    path = write(tmp_path, changes)
    with pytest.raises(ValueError, match=message):
        read_declaration(path)


def test_a_declaration_without_sql_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "education_helped.sql").unlink()
    with pytest.raises(ValueError, match="education_helped"):
        read_declarations(tmp_path)


def test_sql_without_a_declaration_is_refused(tmp_path: Path) -> None:
    write(tmp_path, {})
    (tmp_path / "nothing_said.sql").write_text("-- grain: one row", "utf-8")
    with pytest.raises(ValueError, match="nothing_said"):
        read_declarations(tmp_path)
