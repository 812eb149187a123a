"""Help of one kind is kept apart as a clerk would do it, event after event."""

from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from etl.demo.help_kinds import KIND_COUNT, KIND_START, REPEAT_WITHIN_DAYS, keep_kinds_apart


class Event(NamedTuple):
    """One event of the synthetic help, its kind counted within its dimension."""

    household: int
    dimension: int
    first_day: int
    last_day: int
    kind: int


@st.composite
def events(draw: st.DrawFn) -> Event:
    dimension = draw(st.integers(0, 1))
    first_day = draw(st.integers(18_000, 18_120))
    return Event(
        draw(st.integers(0, 2)),
        dimension,
        first_day,
        first_day + draw(st.sampled_from([0, 0, 5, 29])),
        draw(st.integers(0, int(KIND_COUNT[dimension]) - 1)),
    )


def kept_apart(given_events: list[Event]) -> list[int]:
    columns = [np.array(column, dtype=np.int32) for column in zip(*given_events, strict=True)]
    household, dimension, first_day, last_day, kind = columns
    kind = (kind + KIND_START[dimension]).astype(np.int32)
    return list(keep_kinds_apart(household, dimension, first_day, last_day, kind))


def kept_apart_by_a_clerk(given_events: list[Event]) -> list[int]:
    had_until: dict[tuple[int, int], int] = {}
    answer = [-1] * len(given_events)
    for position, event in sorted(enumerate(given_events), key=lambda item: item[1].first_day):
        start, count = int(KIND_START[event.dimension]), int(KIND_COUNT[event.dimension])
        for step in range(count):
            kind = start + (event.kind + step) % count
            last = had_until.get((event.household, kind))
            if last is None or event.first_day - last > REPEAT_WITHIN_DAYS:
                answer[position] = kind
                had_until[event.household, kind] = event.last_day
                break
    return answer


@given(st.lists(events(), min_size=1, max_size=40))
def test_kinds_are_those_a_clerk_would_choose(given_events: list[Event]) -> None:
    assert kept_apart(given_events) == kept_apart_by_a_clerk(given_events)


def test_a_kind_is_kept_until_it_comes_again_within_thirty_days() -> None:
    last_day = 18_029
    planned = [Event(1, 0, 18_000, last_day, 0), Event(1, 0, last_day + 30, last_day + 30, 0)]
    assert kept_apart(planned) == [0, 1]
    assert kept_apart([planned[0], Event(1, 0, last_day + 31, last_day + 31, 0)]) == [0, 0]


def test_no_kind_is_left_for_one_event_more_than_there_are_kinds() -> None:
    count = int(KIND_COUNT[1])
    planned = [Event(1, 1, 18_000 + day, 18_000 + day, 0) for day in range(count + 1)]
    start = int(KIND_START[1])
    assert kept_apart(planned) == [*range(start, start + count), -1]


def test_no_events_stay_none() -> None:
    nothing = np.array([], dtype=np.int32)
    assert keep_kinds_apart(nothing, nothing, nothing, nothing, nothing).tolist() == []
