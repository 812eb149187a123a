"""Every ugly file: <source>__<what becomes of it>__<trouble>.<ending> → what makes its bytes."""

from collections.abc import Callable

from tests.ugly_files.broken_files import BROKEN_FILES
from tests.ugly_files.text_files import TEXT_FILES
from tests.ugly_files.workbook_files import WORKBOOK_FILES

UGLY_FILES: dict[str, Callable[[], bytes]] = {
    **TEXT_FILES,
    **WORKBOOK_FILES,
    **BROKEN_FILES,
}
