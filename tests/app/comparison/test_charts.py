"""Facts of the charts of districts beside one another."""

from app.comparison.charts import Lines, Row, funnel, rows_of_differences, rows_with_intervals

NAMES = {"better": "better", "worse": "worse", "like": "alike"}
ROWS = [
    Row("A", 90.0, "better", "higher", "A told", "1–3", 80.0, 95.0),
    Row("B", 50.0, "like", "like", "B told", "2–4", 30.0, 70.0, is_chosen=True),
    Row("C", 10.0, "worse", "lower", "C told", "5", 5.0, 20.0),
]
LINES = Lines([10, 100], ([40.0, 45.0], [60.0, 55.0]), ([30.0, 40.0], [70.0, 60.0]), 50.0)
WORDS = {**NAMES, "inner": "95", "outer": "99.8", "target": "all", "size": "n", "share": "%"}


def test_better_and_worse_keep_their_colours_where_one_is_missing() -> None:
    figure = rows_with_intervals(ROWS[1:], 50.0, "all", "rank", NAMES)
    better, worse, like = figure.data[:3]
    assert (list(better.x), list(worse.x), list(like.x)) == ([], [10.0], [50.0])
    assert better.marker.color is None
    assert worse.marker.color is None
    assert like.marker.color is not None


def test_sides_differ_by_shape_as_well_as_by_colour() -> None:
    figure = rows_with_intervals(ROWS, 50.0, "all", "rank", NAMES)
    shapes = [trace.marker.symbol for trace in figure.data[:3]]
    assert shapes == [("triangle-up",), ("triangle-down",), ("circle",)]


def test_intervals_reach_from_the_lower_to_the_upper_end() -> None:
    figure = rows_with_intervals(ROWS, 50.0, "all", "rank", NAMES)
    for row, trace in zip((ROWS[0], ROWS[2], ROWS[1]), figure.data[:3], strict=True):
        assert row.value - trace.error_x.arrayminus[0] == row.lower
        assert row.value + trace.error_x.array[0] == row.upper


def test_rows_stand_from_top_to_bottom_with_their_ranks() -> None:
    figure = rows_with_intervals(ROWS, 50.0, "all", "rank", NAMES)
    assert list(figure.layout.yaxis.categoryarray) == ["C", "B", "A"]
    assert list(figure.layout.yaxis.ticktext) == ["A", "<b>B</b>", "C"]
    assert list(figure.data[3].text) == ["1–3", "2–4", "5"]
    assert figure.layout.shapes[0].x0 == figure.layout.shapes[0].x1 == 50.0


def test_a_difference_reaches_from_zero() -> None:
    moved = [row._replace(value=points) for row, points in zip(ROWS, (4.0, 0.0, -3.0), strict=True)]
    better, worse, like = rows_of_differences(moved, NAMES).data
    assert (better.error_x.arrayminus[0], better.error_x.array[0]) == (4.0, 0.0)
    assert (worse.error_x.arrayminus[0], worse.error_x.array[0]) == (0.0, 3.0)
    assert (like.error_x.arrayminus[0], like.error_x.array[0]) == (0.0, 0.0)


def test_a_funnel_names_who_is_outside_or_chosen_and_draws_both_limits() -> None:
    inside = Row("D", 48.0, "like", "like", "D told")
    points = [ROWS[0], ROWS[1]._replace(aside=""), inside]
    figure = funnel(points, [20, 60, 90], LINES, WORDS)
    named = [name for trace in figure.data[:3] for name in trace.text if name]
    assert sorted(named) == ["A", "B"]
    lines = figure.data[3:]
    assert [list(line.y) for line in lines] == [
        [40.0, 45.0], [60.0, 55.0], [30.0, 40.0], [70.0, 60.0], [50.0, 50.0]
    ]  # fmt: skip
    assert [line.showlegend for line in lines[:4]] == [True, False, True, False]
