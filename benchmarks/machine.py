"""What the figures were measured on, without naming the machine."""

import os
import platform
from datetime import date
from importlib.metadata import version

import psutil

GIBIBYTE = 1 << 30


def machine_facts(*packages: str) -> str:
    """Names of packages → one line: day, processors, memory, system, and versions."""
    facts = [
        date.today().isoformat(),
        f"{os.cpu_count()} cores",
        f"{psutil.virtual_memory().total / GIBIBYTE:.0f} GiB memory",
        f"{platform.system()} {platform.machine()}",
        f"Python {platform.python_version()}",
        *(f"{package} {version(package)}" for package in packages),
        # Figures taken while other programs want the processors are no figures.
        f"load average {psutil.getloadavg()[0]:.1f} before",
    ]
    return ", ".join(facts)
