"""The real window in processes of its own, started as a person starts it, for the benches that watch it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

from photoorg.core.errors import CannotError

#: What is done with a window: see ``ui.measuring``.
Mode = Literal["look", "drive", "key"]
#: Seconds after which a window has failed.
_PATIENCE = 300

# What a person starts (the command line opens the window), watched.
_CHILD = """
import json, sys
from photoorg.ui.measuring import Watch

if __name__ == "__main__":
    watch = Watch(float(sys.argv[2]), sys.argv[3])
    from photoorg.cli import main
    code = main(["window", "--catalog", sys.argv[1]])
    print(json.dumps(watch.found))
    sys.exit(code or not watch.done)
"""


class Opener:
    """Opens the window over ``catalog``; what it writes itself lies in ``place``.

    Without a display the window is painted offscreen, by the same code.
    """

    def __init__(self, catalog: Path, place: Path) -> None:
        self._catalog = catalog
        self._environment = _environment(place / "compiled")
        self._script = place / "window.py"
        self._script.write_text(_CHILD)

    @property
    def platform(self) -> str:
        """What Qt paints on."""
        return self._environment.get("QT_QPA_PLATFORM", "display")

    def measured(
        self, starts: int, mode: Mode = "look", before: Callable[[], None] = lambda: None
    ) -> list[dict[str, Any]]:
        """What ``ui.measuring.Watch`` found in each of so many windows, one after the other; ``before`` each of them.

        One more comes before them: it compiles the program, and fills the system's file cache.

        Raises:
            CannotError: the window did not come up.
        """
        found = []
        for _ in range(1 + starts):
            before()
            found.append(self._open(mode))
        return found[1:]

    def _open(self, mode: Mode) -> dict[str, Any]:
        began = time.monotonic()
        done = subprocess.run(
            [sys.executable, str(self._script), str(self._catalog), repr(began), mode],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        if done.returncode:
            raise CannotError("The window did not come up.", done.stderr.strip()[-500:])
        found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return found


def _environment(compiled: Path) -> dict[str, str]:
    """This environment, with the program importable, and offscreen where there is no display.

    Modules are kept compiled, as an installer leaves them, wherever this environment keeps none.
    """
    environment = dict(os.environ)
    if environment.pop("PYTHONDONTWRITEBYTECODE", None):
        environment["PYTHONPYCACHEPREFIX"] = str(compiled)
    package = str(Path(__file__).resolve().parents[2])
    environment["PYTHONPATH"] = os.pathsep.join(filter(None, [package, environment.get("PYTHONPATH")]))
    if sys.platform == "linux" and not (environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    return environment
