"""Names of files as they are shown and stored, whatever a file was called when it came."""

import re
import unicodedata

# With the time and number before it and what a growing file has about it, within 255 bytes.
MOST_BYTES = 200
NOT_IN_A_NAME = re.compile(r'[\\/:*?"<>|]')
NAMELESS = "file"


def plain_name(name: str) -> str:
    """A file's name → it without signs that nobody sees or that turn a line round."""
    seen = "".join(sign for sign in name if not unicodedata.category(sign).startswith("C"))
    return seen.strip() or NAMELESS


def stored_name(name: str) -> str:
    """A file's name → one of at most MOST_BYTES bytes that every system takes, its ending kept."""
    stem, dot, ending = NOT_IN_A_NAME.sub("_", plain_name(name)).rpartition(".")
    if not dot or len(ending) > 8:
        stem, dot, ending = f"{stem}{dot}{ending}", "", ""
    room = MOST_BYTES - len(f"{dot}{ending}".encode())
    return stem.encode()[:room].decode(errors="ignore") + dot + ending
