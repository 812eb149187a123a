"""What a build is made of, in one number: the received bytes and the project that reads them."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from etl.data_folder import ROOT
from etl.sources.received_file import ReceivedFile

READ_BY_A_BUILD = {".csv", ".py", ".sql", ".toml"}


def content_hash(files: Sequence[ReceivedFile], root: Path = ROOT) -> str:
    """Files → 64 hex digits, the same for the same files in the same order read by the same code.

    Of the time of receipt only the order counts, which decides whose record is the later one.
    The code is everything under etl/ and data/reference/, and the pinned versions of libraries.
    """
    digest = hashlib.sha256()
    in_order = sorted(files, key=lambda file: (file.source, file.received_at, file.batch_id))
    for file in in_order:
        digest.update(f"{file.source} {file.batch_id} {file.sha256}\n".encode())
        if file.mapping is not None:
            digest.update(f"{file.mapping.fingerprint()}\n".encode())
    for path in _project_files(root):
        digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
        digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def _project_files(root: Path) -> list[Path]:
    found = [
        path
        for folder in (root / "etl", root / "data" / "reference")
        for path in folder.rglob("*")
        if path.suffix in READ_BY_A_BUILD
    ]
    return sorted([*found, root / "requirements.txt"])
