"""Names of files from outside → names that are safe to give to a file here."""

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count

# A name may have 255 bytes; what is received gets its time and number before it.
BYTES_AT_MOST = 180
NAMELESS = "file"
SEPARATORS = re.compile(r"[/\\]")
NOT_IN_NAMES = re.compile(r'[<>:"|?*]')
# Control signs, those that turn the direction of writing, halves of signs, ends of lines.
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)", re.IGNORECASE)


def safe_name(given: str, taken: Container[str] = ()) -> str:
    """A name as it came, names that others have → one of the same look, without a path.

    Signs that steer a system or cannot be seen are left out, and it never has too many bytes.
    """
    last = SEPARATORS.split(unicodedata.normalize("NFC", given))[-1]
    seen = "".join(sign for sign in last if unicodedata.category(sign) not in UNSEEN)
    plain = NOT_IN_NAMES.sub("_", seen).strip(" .").removeprefix("~$").strip(" .")
    if DEVICES.match(plain):
        plain = f"_{plain}"
    stem, dot, suffix = plain.rpartition(".")
    if not dot:
        stem, suffix = plain, ""
    ending = f".{_shortened(suffix, 10)}" if suffix else ""
    return next(name for name in _numbered(stem or NAMELESS, ending) if name not in taken)


def _numbered(stem: str, ending: str) -> Iterator[str]:
    for place in count(1):
        mark = f" ({place})" if place > 1 else ""
        room = BYTES_AT_MOST - len((mark + ending).encode())
        yield f"{_shortened(stem, room)}{mark}{ending}"


def _shortened(words: str, most_bytes: int) -> str:
    return words.encode()[:most_bytes].decode(errors="ignore").rstrip(" .")
