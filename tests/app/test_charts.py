"""Facts of the charts."""

from app.charts import monthly_course

MONTHS = ["Oct", "Nov", "Dec"]


def test_a_missing_month_is_a_gap_and_zero_is_not() -> None:
    figure = monthly_course(MONTHS, {"Province": [0.0, None, 5.0]}, "%", "{value} %", 100)
    (line,) = figure.data
    assert list(line.x) == MONTHS
    assert list(line.y) == [0.0, None, 5.0]
    assert line.connectgaps is False


def test_each_area_has_a_line_and_a_name_where_there_are_two() -> None:
    lines: dict[str, list[float | None]] = {"Province": [1, 2, 3], "Nam Phong": [2, 3, 4]}
    figure = monthly_course(MONTHS, lines, "%", "{value} %", 100)
    assert [line.name for line in figure.data] == list(lines)
    assert figure.layout.showlegend is True
    alone = monthly_course(MONTHS, {"Province": [1, 2, 3]}, "%", "{value} %", 100)
    assert alone.layout.showlegend is False


def test_a_share_has_the_whole_scale_and_a_count_its_own() -> None:
    share = monthly_course(MONTHS, {"Province": [1, 2, 3]}, "%", "{value} %", 100)
    count = monthly_course(MONTHS, {"Province": [1, 2, 3]}, "n", "{value} n", None)
    assert share.layout.yaxis.range[0] == 0
    assert share.layout.yaxis.range[1] >= 100
    assert count.layout.yaxis.range is None
    assert count.layout.yaxis.rangemode == "tozero"


def test_a_value_is_told_with_its_unit_and_no_more_decimals_than_it_has() -> None:
    share = monthly_course(MONTHS, {"จังหวัด": [1, 2, 3]}, "ร้อยละ", "ร้อยละ {value}", 100)
    count = monthly_course(MONTHS, {"จังหวัด": [1, 2, 3]}, "ครัวเรือน", "{value} ครัวเรือน", None)
    assert share.data[0].hovertemplate == "%{x}: ร้อยละ %{y:,.1f}<extra>จังหวัด</extra>"
    assert count.data[0].hovertemplate == "%{x}: %{y:,.0f} ครัวเรือน<extra>จังหวัด</extra>"


def test_names_of_months_never_stand_upright() -> None:
    figure = monthly_course(MONTHS, {"Province": [1, 2, 3]}, "%", "{value} %", 100)
    assert max(figure.layout.xaxis.autotickangles) < 90
