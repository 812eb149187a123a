"""Kinds of help: which one a synthetic event is, and what it gives."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from etl.demo.calendar_2563 import Ints
from etl.demo.plan import DIMENSIONS
from etl.demo.vocabulary import HELP_KINDS

KINDS = [kind for dimension in DIMENSIONS for kind in HELP_KINDS[dimension]]
KIND_COUNT = np.array([len(HELP_KINDS[dimension]) for dimension in DIMENSIONS])
KIND_START = np.cumsum([0, *KIND_COUNT])
IN_KIND = [kind.in_kind_th for kind in KINDS if kind.in_kind_th is not None]
# Two events of one kind this close together look like the same help given twice.
REPEAT_WITHIN_DAYS = 30


def keep_kinds_apart(
    household: NDArray[Any],
    dimension: NDArray[Any],
    first_day: NDArray[Any],
    last_day: NDArray[Any],
    kind: Ints,
) -> Ints:
    """Events, each lasting from a first to a last day → their kinds, none given twice by chance.

    In the order of first days, an event whose household had its kind in its dimension within
    REPEAT_WITHIN_DAYS before takes the next kind of the dimension that it had not; -1 where the
    household had all of them.
    """
    group = household.astype(np.int64) * len(DIMENSIONS) + dimension
    order = np.lexsort((first_day, group))
    begins = np.diff(group[order], prepend=-1) != 0
    number = np.cumsum(begins) - 1
    place = np.arange(len(order)) - np.flatnonzero(begins)[number]
    # The first events of all groups at once, then all second ones, and so on.
    turns = np.argsort(place, kind="stable")
    group_of, event_of = number[turns], order[turns]
    ends = np.cumsum(np.bincount(place))

    wished = kind - KIND_START[dimension]
    offset = np.full(len(kind), -1)
    most_kinds = int(KIND_COUNT.max())
    had_until = np.full((int(begins.sum()), most_kinds), -REPEAT_WITHIN_DAYS - 1, dtype=np.int32)
    for start, stop in zip([0, *ends[:-1]], ends, strict=False):
        groups, events = group_of[start:stop], event_of[start:stop]
        for step in range(most_kinds):
            other = (wished[events] + step) % KIND_COUNT[dimension[events]]
            free = first_day[events] - had_until[groups, other] > REPEAT_WITHIN_DAYS
            offset[events[free]] = other[free]
            had_until[groups[free], other[free]] = last_day[events[free]]
            groups, events = groups[~free], events[~free]
    kept_apart: Ints = np.where(offset < 0, -1, KIND_START[dimension] + offset).astype(np.int32)
    return kept_apart


def give(rng: np.random.Generator, kind: Ints) -> tuple[Ints, Ints]:
    """Kinds of help → value in baht (-1 where only in kind) and position of what is given."""
    least = np.array([each.least_baht for each in KINDS])[kind]
    most = np.array([each.most_baht for each in KINDS])[kind]
    value = np.round((least + rng.random(len(kind)) ** 2 * (most - least)) / 50) * 50
    positions = []
    goods = 0
    for each in KINDS:
        positions.append(goods if each.in_kind_th is not None else -1)
        goods += each.in_kind_th is not None
    in_kind = np.array(positions, dtype=np.int32)[kind]
    only_goods = (in_kind >= 0) & (rng.random(len(kind)) < 0.45)
    return np.where(only_goods, -1, value).astype(np.int32), in_kind
