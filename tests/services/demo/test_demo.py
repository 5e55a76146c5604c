"""The demonstration library: what it holds, that it says so in EXIF, and that it leaves folders alone."""

from __future__ import annotations

import hashlib
import random
from datetime import datetime
from importlib.util import find_spec
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken, run
from photoorg.services import demo
from photoorg.services.demo import files, plan
from photoorg.services.demo.scenes import FRAME, backdrop, burst_frame, compose
from photoorg.services.demo.sources import Sources


@pytest.fixture
def few_albums(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A plan of five files and one copy, with its only cut-out unpacked below the folder returned."""
    phone = plan.Camera("Google", "Pixel 7", "PXL_%Y%m%d_%H%M%S.jpg")
    screen = plan.Camera("", "", "Screenshot %Y-%m-%d at %H.%M.%S.png")
    albums = (
        plan.Album("2024/Zoo", "2024-06-15 13:05", phone, (("cutout:owl.png", 2),), (48.8316, -2.3570), turned=(1,)),
        plan.Album("Screenshots", "2025-03-03 09:12", screen, ("drawn:phone/1", "drawn:chat/2")),
        plan.Album("Lost", "2025-03-03 09:12", phone, ("puzzles:no-such-picture.jpg",)),
    )
    monkeypatch.setattr(plan, "ALBUMS", albums)
    monkeypatch.setattr(plan, "COPIES", (("2024/Zoo/PXL_20240615_130500.jpg", "2024/owl.jpg"),))
    stamps = tmp_path / "debian/usr/share/tuxpaint/stamps"
    stamps.mkdir(parents=True)
    Image.new("RGBA", (120, 200), (240, 240, 230, 255)).save(stamps / "owl.png")
    return tmp_path / "debian"


def digests(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def test_builds_the_plan_and_names_what_no_package_has(few_albums: Path, tmp_path: Path) -> None:
    built = run(demo.build(tmp_path / "library", few_albums))
    assert built == demo.Built(made=5, present=0, missing=("puzzles:no-such-picture.jpg",))
    made = digests(tmp_path / "library")
    assert set(made) == {
        "2024/Zoo/PXL_20240615_130500.jpg",
        "2024/Zoo/PXL_20240615_130501.jpg",
        "2024/owl.jpg",
        "Screenshots/Screenshot 2025-03-03 at 09.12.00.png",
        "Screenshots/Screenshot 2025-03-03 at 09.16.18.png",
    }
    assert made["2024/owl.jpg"] == made["2024/Zoo/PXL_20240615_130500.jpg"]


def test_a_second_call_touches_nothing_even_after_a_photo_was_put_away(few_albums: Path, tmp_path: Path) -> None:
    run(demo.build(tmp_path / "library", few_albums))
    (tmp_path / "library/2024/owl.jpg").unlink()
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "library").rglob("*")}
    assert run(demo.build(tmp_path / "library", few_albums)) == demo.Built(0, 5, ())
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "library").rglob("*")} == before


def test_a_broken_off_build_goes_on_to_the_same_end(few_albums: Path, tmp_path: Path) -> None:
    run(demo.build(tmp_path / "whole", few_albums))
    token = CancelToken()
    job = demo.build(tmp_path / "parts", few_albums, token)
    for _ in range(3):
        next(job)
    token.cancel()
    with pytest.raises(Cancelled):
        next(job)
    assert 0 < len(digests(tmp_path / "parts")) < 5
    run(demo.build(tmp_path / "parts", few_albums))
    assert digests(tmp_path / "parts") == digests(tmp_path / "whole")


def test_a_folder_with_other_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(CannotError, match="holds other files"):
        run(demo.build(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_exif_tells_camera_date_and_place(few_albums: Path, tmp_path: Path) -> None:
    run(demo.build(tmp_path / "library", few_albums))
    with Image.open(tmp_path / "library/2024/Zoo/PXL_20240615_130500.jpg") as photo:
        notes = photo.getexif()
        assert (notes[0x010F], notes[0x0110]) == ("Google", "Pixel 7")
        assert notes.get_ifd(0x8769)[0x9003] == "2024:06:15 13:05:00"
        place = notes.get_ifd(0x8825)
    assert (place[1], place[3]) == ("N", "W")
    degrees, minutes, seconds = (float(part) for part in place[2])
    assert degrees + minutes / 60 + seconds / 3600 == pytest.approx(48.8316, abs=0.003)
    stamp = (tmp_path / "library/2024/Zoo/PXL_20240615_130500.jpg").stat().st_mtime
    assert datetime.fromtimestamp(stamp) == datetime(2024, 6, 15, 13, 5)


def test_a_turned_photo_is_upright_again_once_its_orientation_is_heeded(few_albums: Path, tmp_path: Path) -> None:
    run(demo.build(tmp_path / "library", few_albums))
    with Image.open(tmp_path / "library/2024/Zoo/PXL_20240615_130501.jpg") as photo:
        assert photo.size == FRAME[::-1]
        assert ImageOps.exif_transpose(photo).size == FRAME


def test_the_real_plan_is_sound() -> None:
    shots = list(plan.shots())
    paths = [shot.path for shot in shots]
    assert 140 <= len(paths) + len(plan.COPIES) <= 170
    assert len(set(paths)) == len(paths)
    assert all(original in paths and copy not in paths for original, copy in plan.COPIES)
    drawn_kinds = {shot.source.split(":")[1].split("/")[0] for shot in shots if shot.source.startswith("drawn:")}
    assert {"receipt", "whiteboard", "slide", "editor", "chat", "birthday-card"} <= drawn_kinds
    assert any(shot.frame > 2 for shot in shots)


def test_photos_of_installed_packages_are_found_without_importing_them() -> None:
    if not (find_spec("skimage") and find_spec("sklearn")):
        pytest.skip("the extra 'demo' is not installed")
    sources = Sources()
    wanted = {shot.source for shot in plan.shots() if shot.source.startswith(("skimage:", "sklearn:"))}
    assert wanted
    assert [source for source in wanted if sources.find(source) is None] == []


@pytest.mark.parametrize("kind", ["meadow", "road", "sky", "table"])
def test_a_cutout_stands_out_from_its_backdrop(kind: str) -> None:
    assert backdrop(kind, random.Random(1)).size == FRAME
    scene = compose(Image.new("RGBA", (200, 200), (255, 0, 0, 255)), kind, random.Random(1))
    middle = scene.getpixel((FRAME[0] // 2, FRAME[1] // 2))
    assert isinstance(middle, tuple)
    assert middle[0] > 150 > 2 * middle[1]


def test_frames_of_a_burst_are_alike_and_not_the_same() -> None:
    first = files.render(next(shot for shot in plan.shots() if shot.source.startswith("drawn:")), Sources())
    assert first is not None
    assert burst_frame(first, 0, random.Random(1)) is first
    second, third = (burst_frame(first, frame, random.Random(frame)) for frame in (1, 2))
    assert second.tobytes() != third.tobytes()
    assert second.size == third.size == first.size
