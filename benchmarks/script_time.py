"""How long a page's script takes: python -m benchmarks.script_time SCRIPT PAGE.

Prints the milliseconds of every rerun as a JSON list.
"""

import json
import sys
import time
from pathlib import Path

from streamlit.testing.v1 import AppTest

RERUNS = 20
PATIENCE_SECONDS = 120
# A page of one district does the more when a district is chosen; Nam Phong is among the largest.
LINK = {"district": "4007"}


def rerun_milliseconds(script: Path, page: str) -> list[float]:
    """A Streamlit script and a page of its navigation, if any → each rerun's time, caches warm.

    A district is chosen in the link. Raises RuntimeError when the script fails.
    """
    app = AppTest.from_file(str(script.absolute()), default_timeout=PATIENCE_SECONDS)
    app.query_params.update(LINK)
    app.run()
    if page:
        app.switch_page(page).run()
    if app.exception:
        raise RuntimeError(f"{script.name} {page}: {app.exception[0].message}")
    taken = []
    for _ in range(RERUNS):
        started = time.perf_counter()
        app.run()
        taken.append((time.perf_counter() - started) * 1000)
    return taken


if __name__ == "__main__":
    print(json.dumps(rerun_milliseconds(Path(sys.argv[1]), sys.argv[2])))
