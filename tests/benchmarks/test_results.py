"""Tables that people read, and the file that keeps the latest of each."""

from pathlib import Path

from benchmarks.results import keep_section, median_and_range, table


def test_a_table_is_markdown_with_numbers_to_the_right() -> None:
    assert table(["page", "ready s"], [["bare", "0.94"], ["overview", ""]]) == (
        "| page     | ready s |\n"
        "| -------- | ------: |\n"
        "| bare     |    0.94 |\n"
        "| overview |         |\n"
    )


def test_the_middle_is_the_median_not_the_mean() -> None:
    assert median_and_range([9, 1, 2], 1) == ("2.0", "1.0–9.0")


def test_a_report_takes_the_place_of_its_predecessor_and_leaves_the_other(tmp_path: Path) -> None:
    results = tmp_path / "results.md"
    keep_section(results, "Pages", "first pages")
    keep_section(results, "ETL", "first load")
    keep_section(results, "Pages", "second pages")
    opening, load, pages = results.read_text("utf-8").split("## ")
    assert opening.startswith("# Benchmarks\n")
    assert load == "ETL\n\nfirst load\n\n"
    assert pages == "Pages\n\nsecond pages\n"


def test_the_same_report_twice_leaves_the_same_bytes(tmp_path: Path) -> None:
    results = tmp_path / "results.md"
    keep_section(results, "ETL", "a load\n")
    keep_section(results, "Pages", "a page\n")
    before = results.read_bytes()
    keep_section(results, "ETL", "a load\n")
    assert results.read_bytes() == before
