"""kill -9 at random moments of indexing: the restart ends in the same state as an undisturbed run."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

PHOTOS = 240
CATALOGS = 5
KILLS_EACH = 4


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from PIL import Image

    folder = tmp_path_factory.mktemp("photos")
    generator = np.random.default_rng(7)
    for number in range(PHOTOS):
        coarse = generator.integers(0, 256, (6, 8, 3), dtype=np.uint8)
        path = folder / f"{number % 5}" / f"IMG_{number:04}.jpg"
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(coarse).resize((640, 480), Image.Resampling.BICUBIC).save(path)
        os.utime(path, (1_600_000_000 + number, 1_600_000_000 + number))
    (folder / "0" / "torn.jpg").write_bytes((folder / "0" / "IMG_0000.jpg").read_bytes()[:300])
    return folder


def start(catalog: Path, photos: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "photoorg.cli", "index", str(photos), "--catalog", str(catalog), "--json"]
    return subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def finish(catalog: Path, photos: Path) -> None:
    assert start(catalog, photos).wait(timeout=300) == 1, "1: done, and one file could not be read"


def read_so_far(catalog: Path) -> int:
    file = catalog / "catalog.db"
    if not file.exists():
        return 0
    try:
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as connection:
            return int(connection.execute("SELECT count(*) FROM photos WHERE NOT pending").fetchone()[0])
    except sqlite3.OperationalError:
        return 0  # the tables are not there yet


def kill_when(process: subprocess.Popen[bytes], ready: Callable[[], bool], then: float) -> None:
    while process.poll() is None and not ready():
        time.sleep(0.005)
    time.sleep(then)
    process.send_signal(signal.SIGKILL)
    process.wait()


def state(catalog: Path) -> dict[str, tuple[Any, ...]]:
    with closing(sqlite3.connect(catalog / "catalog.db")) as connection:
        connection.execute("ATTACH ? AS thumbs", (str(catalog / "thumbnails.db"),))
        rows = connection.execute(
            """SELECT p.rel, p.state, p.pending, p.failure, p.size, p.mtime_ns, p.taken, c.hash, c.width, c.height,
                      c.format, s.jpeg, l.jpeg
               FROM photos p LEFT JOIN contents c ON c.id = p.content
               LEFT JOIN thumbs.size_128 s ON s.content = c.id LEFT JOIN thumbs.size_384 l ON l.content = c.id"""
        ).fetchall()
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    return {os.fsdecode(row[0]): row[1:] for row in rows}


def vectors(catalog: Path) -> dict[tuple[str, bytes], np.ndarray[Any, np.dtype[np.float32]]]:
    with closing(sqlite3.connect(catalog / "catalog.db")) as connection:
        rows = connection.execute(
            """SELECT s.name, c.hash, v.data FROM vectors v JOIN spaces s ON s.id = v.space
               JOIN contents c ON c.id = v.content"""
        )
        return {(name, hash): np.frombuffer(data, "<f2").astype(np.float32) for name, hash, data in rows}


@pytest.fixture(scope="module")
def undisturbed(photos: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    catalog = tmp_path_factory.mktemp("undisturbed")
    finish(catalog, photos)
    return catalog


@pytest.fixture(params=range(CATALOGS))
def killed(request: pytest.FixtureRequest, photos: Path, tmp_path: Path) -> Path:
    """A catalog whose indexing was killed at ``KILLS_EACH`` random moments."""
    chance = random.Random(request.param)
    moments = sorted(chance.randrange(0, PHOTOS) for _ in range(KILLS_EACH))
    for moment in moments:
        process = start(tmp_path, photos)
        kill_when(process, lambda moment=moment: read_so_far(tmp_path) >= moment, chance.uniform(0, 0.4))
    return tmp_path


def test_a_killed_run_goes_on_to_the_same_end(killed: Path, photos: Path, undisturbed: Path) -> None:
    finish(killed, photos)
    assert state(killed) == state(undisturbed)
    ours, theirs = vectors(killed), vectors(undisturbed)
    assert ours.keys() == theirs.keys()
    # The batch that a photo falls into may differ, and with it the last bits.
    assert min(float(ours[key] @ theirs[key]) for key in ours) > 0.999


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_a_stopped_run_says_so_and_keeps_what_it_has_read(photos: Path, tmp_path: Path, how: signal.Signals) -> None:
    command = [sys.executable, "-m", "photoorg.cli", "index", str(photos), "--catalog", str(tmp_path)]
    # What a shell runs in the background, as these tests may be, does not hear Ctrl+C, nor does what it starts.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    finally:
        signal.signal(signal.SIGINT, before)
    while process.poll() is None and not read_so_far(tmp_path):
        time.sleep(0.005)
    process.send_signal(how)
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 3
    assert said.splitlines()[-1] == "photoorg: Stopped; what was done so far is kept."
    assert "Traceback" not in said
    assert "leaked" not in said
    assert read_so_far(tmp_path) > 0
