"""The time that builds and files are given, which never runs back."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

from etl.data_folder import DataFolder
from etl.inbox import received_times
from etl.publish import snapshots

TIME_IN_BUILD_ID = "%Y%m%dT%H%M%S"
TIME_SIGNS = 15


def now_after(data: DataFolder) -> datetime:
    """A data folder → the time now (UTC without a zone), or just after all that is dated in it.

    Where the clock was set back, a correction would else be older than what it corrects, and a
    build older than the one that it takes the place of.
    """
    now = datetime.now(UTC).replace(tzinfo=None)
    dated = [*received_times(data.inbox), *_build_times(data)]
    return max([now, *(time + timedelta(seconds=1) for time in dated)])


def _build_times(data: DataFolder) -> Iterator[datetime]:
    for build_id in snapshots(data):
        with suppress(ValueError):
            yield datetime.strptime(build_id[:TIME_SIGNS], TIME_IN_BUILD_ID)
