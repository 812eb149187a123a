"""The refusal of a whole file."""

from typing import Any

from etl.file_name import plain_name


class BrokenFileError(Exception):
    """A file of which nothing is loaded: its name, and what to do about it in Thai and English.

    unmapped is there when a column mapping could help: see etl.sources.record_headers.
    """

    unmapped: dict[str, Any] | None = None

    def __init__(self, file_name: str, message_th: str, message_en: str) -> None:
        super().__init__(f"{plain_name(file_name)}: {message_en}")
        self.file_name = plain_name(file_name)
        self.message_th = message_th
        self.message_en = message_en
