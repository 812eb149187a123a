"""Tells in which encoding a file of text is written."""

import codecs
import re
from pathlib import Path

UTF_8, THAI_OF_WINDOWS, UTF_16 = "utf-8-sig", "cp874", "utf-16"
UTF_16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
CHUNK_BYTES = 65_536
ABOVE_ASCII = bytes(range(128))
THAI_IN_UTF_8 = re.compile(rb"\xe0[\xb8\xb9][\x80-\xbf]")
BYTES_OF_A_LETTER = 3
UTF_16_PAGES, LEAST_KNOWN = b"\x00\x0e\x20", 0.9


class DamagedTextError(ValueError):
    """Text in UTF-8 of which some bytes are lost or changed."""


class ZeroByteError(ValueError):
    """A file that holds zero bytes, as no text does."""


def encoding_of(path: Path, most_bytes: int | None = None) -> str:
    """A file → the encoding in which its first most_bytes, or else all of it, are text.

    Raises DamagedTextError, ZeroByteError, UnicodeDecodeError when it is in none, and OSError.
    """
    with path.open("rb") as stream:
        opening = stream.read(CHUNK_BYTES)
    if opening[:2] in UTF_16_MARKS:
        return UTF_16
    if b"\0" in opening:
        return _utf_16_without_mark(opening)
    try:
        _decode(path, UTF_8, most_bytes)
    except UnicodeDecodeError as error:
        if _is_mostly_utf_8(path, most_bytes):
            raise DamagedTextError from error
        # Hardly any other text is Thai in CP874, but nearly all bytes are letters in it: the last.
        _decode(path, THAI_OF_WINDOWS, most_bytes)
        return THAI_OF_WINDOWS
    return UTF_8


def _utf_16_without_mark(opening: bytes) -> str:
    """Of the two bytes of a letter one says that it is Latin, Thai or a punctuation mark."""
    for encoding, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        pages = opening[first::2]
        known = sum(pages.count(page) for page in UTF_16_PAGES)
        if known > LEAST_KNOWN * len(pages):
            return encoding
    raise ZeroByteError


def _decode(path: Path, encoding: str, most_bytes: int | None) -> None:
    decoder = codecs.getincrementaldecoder(encoding)()
    with path.open("rb") as stream:
        if most_bytes is not None:
            part = stream.read(most_bytes)
            decoder.decode(part, final=len(part) < most_bytes)
            return
        while part := stream.read(CHUNK_BYTES):
            if b"\0" in part:
                raise ZeroByteError
            decoder.decode(part)
        decoder.decode(b"", final=True)


def _is_mostly_utf_8(path: Path, most_bytes: int | None) -> bool:
    """Do most bytes above ASCII make Thai letters in UTF-8? In CP874 only a few do so by chance."""
    above_ascii, in_letters, left = 0, 0, most_bytes
    with path.open("rb") as stream:
        while part := stream.read(CHUNK_BYTES if left is None else min(left, CHUNK_BYTES)):
            above_ascii += len(part.translate(None, ABOVE_ASCII))
            in_letters += BYTES_OF_A_LETTER * len(THAI_IN_UTF_8.findall(part))
            left = None if left is None else left - len(part)
    return 2 * in_letters > above_ascii
