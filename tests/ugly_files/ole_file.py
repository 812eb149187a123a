"""An OLE compound file by hand: the box in which Excel keeps old and locked workbooks."""

import struct
from collections.abc import Mapping

SECTOR_BYTES, SMALLEST_STREAM_BYTES = 512, 4096
FREE, END, TABLE = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def ole_file(streams: Mapping[str, bytes]) -> bytes:
    """At most three streams by name → the file; each is filled up with zeros to 4,096 bytes."""
    table, starts, sectors = [TABLE, END], [], []
    for content in streams.values():
        size = max(SMALLEST_STREAM_BYTES, -(-len(content) // SECTOR_BYTES) * SECTOR_BYTES)
        starts.append(len(table))
        last = len(table) + size // SECTOR_BYTES - 1
        table += [*range(len(table) + 1, last + 1), END]
        sectors.append(content.ljust(size, b"\0"))
    entries = [_entry("Root Entry", 5, 1 if streams else FREE, FREE, END, 0)]
    for place, (name, start, sector) in enumerate(zip(streams, starts, sectors, strict=True), 1):
        following = place + 1 if place < len(streams) else FREE
        entries.append(_entry(name, 2, FREE, following, start, len(sector)))
    header = struct.pack("<8s16x5H6x", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, SMALLEST_STREAM_BYTES, END, 0, END, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    return b"".join(
        [
            header,
            struct.pack("<128I", *table, *[FREE] * (128 - len(table))),
            b"".join(entries).ljust(SECTOR_BYTES, b"\0"),
            *sectors,
        ]
    )


def _entry(name: str, kind: int, child: int, following: int, start: int, size: int) -> bytes:
    letters = name.encode("utf-16-le").ljust(64, b"\0")
    links = struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, FREE, following, child)
    return letters + links + b"\0" * 36 + struct.pack("<IQ", start, size)
