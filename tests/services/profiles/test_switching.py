"""From one profile to another: the old one answers until the new one is whole, whatever happens on the way."""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from photoorg import services
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, Job, run
from photoorg.core.types import IndexReport, Query
from photoorg.embed import adopt, known
from photoorg.embed.profiles import EMBEDDED
from tests.embed import tiny

PHOTOS = 160


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Photos that the embedded profile has seen, and a folder of encoders with a profile ``tiny`` that is installed."""
    folder = tmp_path_factory.mktemp("seen")
    for seed in range(PHOTOS):
        save(folder / "photos" / f"{seed:03}.jpg", seed)
    checkpoint = tiny.save_clip(folder / "checkpoint")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PHOTOORG_MODELS", str(folder / "models"))
        spec = adopt.spec_for("open_clip:tiny", checkpoint)
        known.remember("tiny", spec, "")
        adopt.install_local(spec, checkpoint)
        with services.open(folder / "catalog") as opened:
            run(opened.ingest.index([str(folder / "photos")]))
    return folder


def save(path: Path, seed: int) -> None:
    coarse = np.random.default_rng(seed).integers(0, 256, (6, 8, 3), dtype=np.uint8)
    path.parent.mkdir(exist_ok=True)
    Image.fromarray(coarse).resize((320, 240), Image.Resampling.BICUBIC).save(path)


@pytest.fixture
def photos(seen: Path) -> Iterator[Path]:
    """The folder of photos, as it was in the end whatever a test does to it."""
    folder = seen / "photos"
    before = {file: (file.read_bytes(), file.stat().st_mtime_ns) for file in folder.iterdir()}
    yield folder
    for file in set(folder.iterdir()) - set(before):
        file.unlink()
    for file, (data, mtime_ns) in before.items():
        if file.read_bytes() != data:
            file.write_bytes(data)
            os.utime(file, ns=(mtime_ns, mtime_ns))


@pytest.fixture
def library(seen: Path, photos: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[services.Services]:
    """A catalog of its own over those photos."""
    monkeypatch.setenv("PHOTOORG_MODELS", str(seen / "models"))
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    shutil.copytree(seen / "catalog", tmp_path / "catalog")
    with services.open(tmp_path / "catalog", device="cpu") as opened:
        yield opened


def result_of(job: Job[IndexReport]) -> IndexReport:
    report = run(job)
    assert isinstance(report, IndexReport)
    return report


def like_first(library: services.Services, photos: Path) -> list[str]:
    hits = library.search.search(Query(like=str(photos / "000.jpg"), limit=5))
    return [Path(hit.path).name for hit in hits]


def vectors(library: services.Services, name: str) -> int:
    return library.profiles.get(name).vectors


def test_searches_move_over_when_the_new_vectors_are_whole(
    library: services.Services, photos: Path, tmp_path: Path
) -> None:
    before = like_first(library, photos)
    job = library.ingest.index(profile="tiny")
    asked = 0
    for step in job:
        if step.phase == "embedding" and step.done < PHOTOS:
            assert library.profile == "embedded"
            assert library.profiles.get("tiny").switching
            assert like_first(library, photos) == before
            assert library.status().next_profile == "tiny"
            asked += 1
    assert asked
    assert library.profile == "tiny"
    assert library.status().next_profile == ""
    assert library.status().pending == 0
    assert vectors(library, "tiny") == vectors(library, "embedded") == PHOTOS
    assert len(like_first(library, photos)) == 5
    assert len(library.search.search(Query(text="something red", limit=7))) == 7, "words go by the new encoder"


def test_going_back_costs_nothing_and_dropping_frees(library: services.Services, photos: Path, tmp_path: Path) -> None:
    before = like_first(library, photos)
    assert result_of(library.ingest.index(profile="tiny")).embedded == PHOTOS
    with pytest.raises(UsageError, match="in use"):
        library.profiles.drop("tiny")
    with pytest.raises(UsageError, match="in use"):
        library.profiles.remove("tiny")
    assert result_of(library.ingest.index(profile="embedded")).embedded == 0
    assert library.profile == "embedded"
    assert like_first(library, photos) == before
    assert library.profiles.drop("tiny") == PHOTOS
    assert vectors(library, "tiny") == 0
    assert vectors(library, "embedded") == PHOTOS
    assert not [file for file in (tmp_path / "catalog" / "vectors").iterdir() if "tiny" in file.name]


def test_a_stopped_switch_goes_on(library: services.Services) -> None:
    cancel = CancelToken()
    job = library.ingest.index(cancel=cancel, profile="tiny")
    while (step := next(job)).phase != "embedding" or not step.done:
        pass
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(job)
    assert 0 < vectors(library, "tiny") < PHOTOS
    assert library.profile == "embedded"
    assert result_of(library.ingest.index()).embedded > 0, "the next indexing goes on by itself"
    assert library.profile == "tiny"
    assert vectors(library, "tiny") == PHOTOS


def test_a_switch_can_be_called_off(library: services.Services) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(library.ingest.index(cancel=cancel, profile="tiny"))
    assert library.status().next_profile == "tiny"
    run(library.ingest.index(profile="embedded"))
    assert library.status().next_profile == ""
    assert library.profile == "embedded"


def test_photos_that_arrive_meanwhile_get_both(library: services.Services, photos: Path) -> None:
    cancel = CancelToken()
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(library.ingest.index(cancel=cancel, profile="tiny"))
    save(photos / "new.jpg", 999)
    run(library.ingest.index())
    assert vectors(library, "embedded") == vectors(library, "tiny") == PHOTOS + 1


def test_a_file_that_cannot_be_read_any_more_does_not_hold_it_up(library: services.Services, photos: Path) -> None:
    spoilt = photos / "003.jpg"
    about = spoilt.stat()
    spoilt.write_bytes(b"\0" * about.st_size)
    os.utime(spoilt, ns=(about.st_atime_ns, about.st_mtime_ns))  # nothing tells the scan
    run(library.ingest.index(profile="tiny"))
    assert library.profile == "tiny"
    assert vectors(library, "tiny") == PHOTOS - 1


def test_files_that_are_away_do_hold_it_up(library: services.Services, photos: Path, tmp_path: Path) -> None:
    away = tmp_path / "away"
    for step in library.ingest.index(profile="tiny"):
        if step.phase == "embedding" and not away.exists():
            photos.rename(away)  # as a drive that is pulled out in the middle
    held_up = vectors(library, "tiny") < PHOTOS
    assert (library.profile == "embedded") == held_up
    away.rename(photos)
    run(library.ingest.index())
    assert library.profile == "tiny"
    assert vectors(library, "tiny") == PHOTOS


def test_a_profile_that_is_not_installed_changes_nothing(library: services.Services) -> None:
    with pytest.raises(CannotError, match="not installed"):
        run(library.ingest.index(profile="clip"))
    with pytest.raises(UsageError):
        run(library.ingest.index(profile="nonsense"))
    assert library.status().next_profile == ""


def test_a_profile_that_is_not_known_here_gives_way_to_the_embedded_one(
    library: services.Services, photos: Path, tmp_path: Path
) -> None:
    before = like_first(library, photos)
    library.close()
    with closing(sqlite3.connect(tmp_path / "catalog" / "catalog.db")) as connection:
        connection.execute("INSERT OR REPLACE INTO settings VALUES ('profile', 'elsewhere'), ('next_profile', 'too')")
        connection.commit()
    with services.open(tmp_path / "catalog", device="cpu") as opened:
        assert opened.profile == "embedded"
        assert opened.status().next_profile == ""
        assert like_first(opened, photos) == before
        run(opened.ingest.index(profile="embedded"))
        assert result_of(opened.ingest.index()).embedded == 0


def test_a_new_library_begins_with_the_profile_that_is_asked_for(
    seen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PHOTOORG_MODELS", str(seen / "models"))
    for seed in range(3):
        save(tmp_path / "few" / f"{seed}.jpg", seed)
    with services.open(tmp_path / "new", device="cpu") as library:
        assert result_of(library.ingest.index([str(tmp_path / "few")], profile="tiny")).embedded == 3
        assert library.profile == "tiny"
        assert vectors(library, "tiny") == 3
        assert vectors(library, "embedded") == 0, "nothing is embedded twice"


# kill -9


def start(catalog: Path, *words: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "photoorg.cli", *words, "--catalog", str(catalog), "--json"]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def answer(catalog: Path, *words: str) -> Any:
    process = start(catalog, *words)
    out, _ = process.communicate(timeout=300)
    assert process.returncode == 0
    return json.loads(out)


def count(catalog: Path, space: str) -> int:
    with closing(sqlite3.connect(catalog / "catalog.db", timeout=5)) as connection:
        row = connection.execute("SELECT count FROM spaces WHERE name = ?", (space,)).fetchone()
        return int(row[0]) if row else 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
@pytest.mark.parametrize("seed", range(2))
def test_kill_9_at_random_moments_of_a_switch(
    library: services.Services, photos: Path, tmp_path: Path, seed: int
) -> None:
    catalog = tmp_path / "catalog"
    space = library.profiles.get("tiny").spaces[0]
    library.close()
    example = str(photos / "000.jpg")
    before = [hit["id"] for hit in answer(catalog, "search", "--like", example)]
    chance = random.Random(seed)
    words = ["index", "--profile", "tiny", "--device", "cpu"]
    for moment in sorted(chance.randrange(0, PHOTOS) for _ in range(2)):
        process = start(catalog, *words)
        while process.poll() is None and count(catalog, space) <= moment:
            time.sleep(0.002)
        time.sleep(chance.uniform(0, 0.4))
        process.send_signal(signal.SIGKILL)
        process.communicate()
        if count(catalog, space) < PHOTOS:
            assert answer(catalog, "status")["profile"] == "embedded"
            assert [hit["id"] for hit in answer(catalog, "search", "--like", example)] == before
        assert count(catalog, EMBEDDED.visual) == PHOTOS, "the old vectors are whole"
    assert answer(catalog, "index", "--device", "cpu")["failed"] == []
    status = answer(catalog, "status")
    assert status["profile"] == "tiny"
    assert status["pending"] == 0
    assert count(catalog, space) == PHOTOS
    with closing(sqlite3.connect(catalog / "catalog.db")) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
