"""Install what the dashboard needs, build the demo warehouse if there is none, and serve it.

python3 run.py [--host 127.0.0.1] [--port 8501]   install, build, serve
python3 run.py test [pytest arguments]            ruff, mypy, pytest; with arguments pytest only
python3 run.py etl ...                            `python -m etl ...` inside .venv

Progress goes to stderr, so that stdout holds only what the started program answers.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser, RawTextHelpFormatter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
RUNTIME, TESTING = "requirements.txt", "requirements-dev.txt"
CHECKS = ("ruff check .", "ruff format --check .", "mypy")
# The whole suite on every processor; a few tests are over before more could have begun.
EVERY_TEST = ("-n", "auto", "--dist", "worksteal")
BROWSERS = (
    *("chromium", "chromium-browser", "google-chrome", "chrome", "msedge"),
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "%PROGRAMFILES%/Google/Chrome/Application/chrome.exe",
    "%LOCALAPPDATA%/Google/Chrome/Application/chrome.exe",
    "%PROGRAMFILES(X86)%/Microsoft/Edge/Application/msedge.exe",
)
REMEDIES = {"darwin": "brew install --cask chromium", "win32": "winget install Google.Chrome"}
APT_INSTALL = ("apt-get", "install", "-y", "chromium", "fonts-thai-tlwg")


def tell(message: str) -> None:
    print(message, file=sys.stderr, flush=True)


def run(*command: str | Path) -> None:
    """Run a program in the repository to its end; leaves with its exit code if it fails."""
    # Thai output fails on a console whose code page is not UTF-8.
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONUTF8": "1"})
    try:
        code = process.wait()
    except (KeyboardInterrupt, SystemExit) as reason:
        # A terminal sends Ctrl-C to the program as well: let it end by itself first.
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=3 if isinstance(reason, KeyboardInterrupt) else 0)
        process.terminate()
        process.wait()
        raise
    if code:
        sys.exit(code if code > 0 else 128 - code)


def is_free(descriptor: int) -> bool:
    """Take the lock if it is free; the system gives it back when the process dies."""
    try:
        if sys.platform == "win32":
            os.lseek(descriptor, 1 << 30, os.SEEK_SET)  # Windows bars others from a locked byte.
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError):
        return False
    return True


@contextmanager
def only_one() -> Iterator[None]:
    with Path(__file__).open("rb") as file:
        while not is_free(file.fileno()):
            tell("รออีกหน้าต่างหนึ่งเตรียมให้เสร็จ / waiting for another start to finish preparing")
            time.sleep(2)
        yield


def stamp_of(name: str) -> tuple[Path, str]:
    """Where the installed version of a requirement file is recorded, and what must stand there."""
    return VENV / f"installed-{name}.sha256", hashlib.sha256((ROOT / name).read_bytes()).hexdigest()


def is_installed(name: str) -> bool:
    stamp, digest = stamp_of(name)
    return PYTHON.is_file() and stamp.is_file() and stamp.read_text() == digest


def make_venv() -> None:
    command = (sys.executable, "-m", "venv", "--clear", VENV)
    if subprocess.run(command, stdout=sys.stderr, check=False).returncode:
        sys.exit("สร้าง .venv ไม่ได้ / could not make .venv; Debian: apt-get install python3-venv")


def pip(*arguments: str | Path) -> int:
    command = (PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", *arguments)
    if sys.stderr.isatty():
        return subprocess.run(command, stdout=sys.stderr, check=False).returncode
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, errors="replace") as process:
        for line in process.stdout or ():
            if line.startswith(("Collecting", "Installing")):
                tell("      " + " ".join(line.split()[:2]))
    return process.returncode


def install(*names: str) -> None:
    """Bring .venv in line with the requirement files; does nothing when it already is."""
    if not (missing := [name for name in names if not is_installed(name)]):
        return
    tell(f"[1/3] ติดตั้งโปรแกรมที่ต้องใช้ / installing {', '.join(missing)}")
    if not PYTHON.is_file() or pip("--version"):
        make_venv()
    if code := pip("install", *(part for name in missing for part in ("-r", ROOT / name))):
        tell("ติดตั้งไม่สำเร็จ ตรวจสอบอินเทอร์เน็ตหรือพร็อกซี แล้วสั่งเดิมอีกครั้ง")
        tell("installation failed; check the network or the proxy and run the same command again")
        sys.exit(code)
    for name in missing:
        Path.write_text(*stamp_of(name))


def build_if_absent() -> None:
    data = Path(os.environ.get("KHON_KAEN_DATA") or ROOT / "data")
    if not (data / "warehouse" / "current.json").is_file():
        tell("[2/3] สร้างข้อมูลสาธิตและคลังข้อมูล / building the demo data and the warehouse")
        run(PYTHON, "-m", "etl", "demo")
        run(PYTHON, "-m", "etl", "load")


def refuse_busy_port(host: str, port: int) -> None:
    remedy = f"python3 run.py --port {min(port, 65000) + 1}"
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, 0, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            if os.name != "nt":  # a port that a just-stopped server left in TIME_WAIT is free
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind((address[0], port, *address[2:]))
    except (OSError, OverflowError) as error:
        tell(f"เปิดที่ {host} พอร์ต {port} ไม่ได้ อาจมีโปรแกรมอื่นใช้อยู่ ลองสั่ง {remedy}")
        sys.exit(f"cannot open {host} port {port} ({error}); try: {remedy}")


def serve(host: str, port: int) -> None:
    refuse_busy_port(host, port)
    with only_one():
        install(RUNTIME)
        build_if_absent()
    tell("[3/3] เปิดแดชบอร์ด / starting the dashboard")
    address = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"
    print(f"เปิดแดชบอร์ดได้ที่ {address} กด Ctrl-C เพื่อหยุด")
    print(f"Open the dashboard at {address} and stop it with Ctrl-C", flush=True)
    place = ("--host", host, "--port", str(port), "--log-level", "warning", "--no-access-log")
    run(PYTHON, "-m", "uvicorn", "app.server:app", *place)


def find_chromium() -> str | None:
    """The path of a Chromium-family browser: CHROMIUM, then PATH, then the usual places."""
    names = map(os.path.expandvars, (os.environ.get("CHROMIUM", ""), *BROWSERS))
    return next((path for name in names if (path := shutil.which(name))), None)


def provide_chromium() -> str:
    """The browser for the tests, installed first where that needs no question (root on Debian)."""
    has_apt = Path("/etc/debian_version").is_file() and shutil.which("apt-get") is not None
    if not find_chromium() and has_apt and sys.platform != "win32" and os.geteuid() == 0:
        tell("[2/3] ติดตั้ง Chromium สำหรับการทดสอบ / installing Chromium for the tests")
        for command in (("apt-get", "update"), APT_INSTALL):
            subprocess.run(command, stdout=sys.stderr, check=False)
    if path := find_chromium():
        return path
    remedy = REMEDIES.get(sys.platform, f"sudo {' '.join(APT_INSTALL)}")
    tell(f"ไม่พบ Chromium ที่การทดสอบต้องใช้ ให้สั่ง {remedy}")
    sys.exit(f"the tests need Chromium; run: {remedy} (or set CHROMIUM to a browser's path)")


def test(arguments: Sequence[str]) -> None:
    with only_one():
        install(RUNTIME, TESTING)
        os.environ["CHROMIUM"] = provide_chromium()
    for check in CHECKS if not arguments else ():
        tell(f"ตรวจ / checking: {check}")
        run(PYTHON, "-m", *check.split())
    run(PYTHON, "-m", "pytest", *(arguments or EVERY_TEST))


def main(arguments: Sequence[str]) -> None:
    if arguments[:1] == ["test"]:
        return test(arguments[1:])
    if arguments[:1] == ["etl"]:
        with only_one():
            install(RUNTIME)
        return run(PYTHON, "-m", "etl", *arguments[1:])
    parser = ArgumentParser(description=__doc__, formatter_class=RawTextHelpFormatter)
    parser.add_argument("--host", default="127.0.0.1", help="address to serve on")
    parser.add_argument("--port", default=8501, type=int, help="port to serve on")
    return serve(**vars(parser.parse_args(arguments)))


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    if sys.version_info < OLDEST_PYTHON:
        sys.exit("ต้องใช้ Python 3.11 ขึ้นไป / Python 3.11 or later is needed: " + sys.version)
    signal.signal(signal.SIGTERM, lambda number, _: sys.exit(128 + number))
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        tell("\nหยุดแล้ว / stopped")
        sys.exit(130 if sys.argv[1:2] in (["test"], ["etl"]) else 0)
