"""The window in a process of its own, over a real catalog: real files, real worker process."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

import photoorg.services

_HEAVY = ("torch", "torchvision", "open_clip", "timm")

_WINDOW = f"""
import logging
import sys
from pathlib import Path

def main():
    from photoorg.ui import app
    at_paint = []

    class Watch(logging.Handler):
        def emit(self, record):
            if record.getMessage() == "First paint":
                at_paint.extend(sys.modules)

    logging.getLogger("photoorg.ui.app").addHandler(Watch())
    logging.getLogger("photoorg.ui.app").setLevel(logging.INFO)
    code = app.main(
        Path(sys.argv[1]),
        add=[sys.argv[2]],
        search=sys.argv[3],
        picture=Path(sys.argv[4]),
    )
    heavy = {_HEAVY!r}
    unwanted = [name for name in (*heavy, "numpy", "sqlite_utils", "PIL", "hnswlib") if name in at_paint]
    assert at_paint and not unwanted, f"imported before the first paint: {{unwanted}}"
    later = [name for name in heavy if name in sys.modules]
    assert not later, f"imported by the window's process: {{later}}"
    print("modules are as they should be")
    return code

if __name__ == "__main__":
    sys.exit(main())
"""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    file = tmp_path / "window.py"
    file.write_text(_WINDOW)
    return file


def run_window(script: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    top = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(top)}
    command = [sys.executable, "-W", "error", str(script), *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)


def test_it_indexes_and_searches_without_torch_in_its_process_and_draws_itself(
    script: Path, tmp_path: Path, draw_photo: Callable[..., Path]
) -> None:
    photos = tmp_path / "photos"
    for seed in range(6):
        draw_photo(photos / f"IMG_{seed}.jpg", seed)
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no picture follows")
    catalog, picture = tmp_path / "catalog", tmp_path / "window.png"
    photoorg.services.open(catalog).close()  # only the very first start pays for the schema
    done = run_window(script, str(catalog), str(photos), "circle", str(picture))
    assert done.returncode == 0, done.stderr
    assert "modules are as they should be" in done.stdout
    assert "Traceback" not in done.stderr
    drawn = QImage(str(picture))
    assert (drawn.width(), drawn.height()) == (1280, 820)
    colours = {drawn.pixelColor(x, y).name() for x in range(30, 1100, 60) for y in range(80, 240, 20)}
    assert len(colours) > 6, "no photos are to be seen"


def has_roots(database: Path) -> bool:
    if not database.exists():
        return False
    with closing(sqlite3.connect(database)) as connection:
        try:
            return bool(connection.execute("SELECT count(*) FROM roots").fetchone()[0])
        except sqlite3.OperationalError:
            return False  # it is being made


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGTERM that a process can hear")
def test_a_signal_closes_the_window_and_ends_the_work(tmp_path: Path, draw_photo: Callable[..., Path]) -> None:
    draw_photo(tmp_path / "photos" / "IMG_1.jpg", 1)
    top = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(top)}
    command = [sys.executable, "-m", "photoorg.cli", "window", "--catalog", str(tmp_path / "catalog")]
    with subprocess.Popen([*command, str(tmp_path / "photos")], env=environment, stderr=subprocess.PIPE) as window:
        while not has_roots(tmp_path / "catalog" / "catalog.db"):  # noted after the first paint, by the indexing job
            assert window.poll() is None
            time.sleep(0.05)
        window.send_signal(signal.SIGTERM)
        _, told = window.communicate(timeout=60)
    assert window.returncode == 0
    assert told == b""


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can be without a display server")
def test_without_a_display_one_sentence_says_so(tmp_path: Path) -> None:
    top = Path(__file__).resolve().parents[2]
    hidden = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    command = [sys.executable, "-m", "photoorg.cli", "window", "--catalog", str(tmp_path / "catalog")]
    done = subprocess.run(
        command, env={**environment, "PYTHONPATH": str(top)}, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 3
    assert "There is no display to show the window on." in done.stderr
