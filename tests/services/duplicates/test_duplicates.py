"""Copies and look-alikes: which are found, which are told apart, and what is kept."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageEnhance, ImageFilter

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.looks import Candidate
from photoorg.catalog.store import Catalog
from photoorg.core.duplicates import CHOSEN, Duplicates, Known
from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.hashing import hash_file
from photoorg.core.jobs import CancelToken, run
from photoorg.core.types import FoundFile, Metadata
from photoorg.media import likeness
from photoorg.media.thumbnails import thumbnails
from photoorg.services.duplicates.keeper import choose, original_name
from photoorg.services.duplicates.pairs import MOST, by_burst, by_hash, few
from photoorg.services.duplicates.service import DuplicateService

SPACE = "test@1/visual"


def scene(seed: int, size: tuple[int, int] = (640, 480)) -> Image.Image:
    """A picture with structure at all scales, another for each seed."""
    chance = np.random.default_rng(seed)
    image = np.zeros((480, 640, 3))
    for scale in (4, 12, 40, 160):
        coarse = chance.integers(0, 256, (scale * 3 // 4, scale, 3), dtype=np.uint8)
        image += np.asarray(Image.fromarray(coarse).resize((640, 480), Image.Resampling.BICUBIC)) / 4
    return Image.fromarray(image.astype(np.uint8)).resize(size)


class Shelf:
    """A catalog that photos are put into, with their own shades as vectors."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "photos"
        self.time = 1_600_000_000
        self.folder.mkdir()
        self.catalog = Catalog(folder / "catalog")
        self.root = self.catalog.roots.add(str(self.folder))
        self.service = DuplicateService(self.catalog, lambda: SPACE)

    def put(
        self, name: str, image: Image.Image, quality: int = 92, taken: str | None = None, camera: str | None = None
    ) -> int:
        path = self.folder / name
        image.save(path, quality=quality)
        self.time += 60
        os.utime(path, (self.time, self.time))
        shades = np.asarray(image.convert("RGB").resize((8, 8), Image.Resampling.BOX), np.float32).ravel()
        shades -= shades.mean()
        vector = (shades / np.linalg.norm(shades)).astype("<f2").tobytes()
        status = path.stat()
        with self.catalog.database.write():
            self.catalog.intake.found(FoundFile(self.root.id, name, status.st_size, status.st_mtime_ns), "2024-01-01")
            (pending,) = self.catalog.intake.pending([self.root], [SPACE])
            taken_in = self.catalog.intake.take(
                ReadFile(
                    pending.id,
                    status.st_size,
                    status.st_mtime_ns,
                    "2024-01-01",
                    hash=hash_file(str(path)),
                    metadata=Metadata(*image.size, "JPEG", taken=taken, camera=camera),
                    vectors={SPACE: vector},
                )
            )
        assert taken_in.content is not None
        self.catalog.thumbnails.put({taken_in.content: thumbnails(image.convert("RGB"))})
        return taken_in.id

    def find(self, near: bool = True) -> list[Duplicates]:
        found = run(self.service.find(near))
        assert isinstance(found, list)
        return found


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Shelf]:
    made = Shelf(tmp_path)
    yield made
    made.catalog.close()


def test_exact_copies_apart_from_look_alikes(shelf: Shelf) -> None:
    original = shelf.put("IMG_1.jpg", scene(1))
    small = shelf.put("IMG_1 small.jpg", scene(1).resize((320, 240)))
    copy = shelf.put("IMG_1 (2).jpg", scene(1))
    shelf.put("other.jpg", scene(2))
    exact, near = shelf.find()
    assert (exact.kind, exact.keep, [photo.id for photo in exact.photos]) == ("exact", original, [original, copy])
    assert "name of an original" in exact.why
    assert (near.kind, near.keep, {photo.id for photo in near.photos}) == ("near", original, {original, small})
    assert "most pixels (0.3 megapixels)" in near.why
    assert near.photos[1].bytes == (shelf.folder / "IMG_1 small.jpg").stat().st_size
    assert [group.kind for group in shelf.find(near=False)] == ["exact"]


def test_what_was_found_is_known_at_once_and_follows_the_library(shelf: Shelf) -> None:
    assert shelf.service.known() == Known([], searched=False, fresh=False)
    image = scene(1)
    original, small = shelf.put("IMG_1.jpg", image), shelf.put("IMG_2.jpg", image.resize((320, 240)))
    smaller = shelf.put("IMG_3.jpg", image.resize((200, 150)))
    copy = shelf.put("IMG_1 (2).jpg", image)
    (exact,) = shelf.service.known().groups
    assert (exact.kind, exact.keep) == ("exact", original), "exact copies need no search"
    found = shelf.find()
    again = DuplicateService(shelf.catalog, lambda: SPACE)
    assert again.known() == Known(found, searched=True, fresh=True)

    def put(state: str, *ids: int) -> None:
        with shelf.catalog.database.write() as connection:
            connection.executemany("UPDATE photos SET state = ? WHERE id = ?", [(state, id) for id in ids])

    put("trashed", copy, smaller)
    (left,) = again.known().groups
    assert {photo.id for photo in left.photos} == {original, small}
    put("trashed", original)
    assert again.known().groups == []
    put("present", original, copy, smaller)
    assert again.known() == Known(found, searched=True, fresh=True), "as after an undo"
    shelf.put("new.jpg", scene(9))
    assert not again.known().fresh
    assert not DuplicateService(shelf.catalog, lambda: "another@1/visual").known().fresh


def test_a_person_s_choice_lasts(shelf: Shelf) -> None:
    original, small = shelf.put("IMG_1.jpg", scene(1)), shelf.put("IMG_2.jpg", scene(1).resize((320, 240)))
    lonely, copy = shelf.put("other.jpg", scene(2)), shelf.put("IMG_1 (2).jpg", scene(1))
    shelf.find()
    assert shelf.service.keep(small) == [original]
    assert shelf.service.keep(copy) == [original]
    again = DuplicateService(shelf.catalog, lambda: SPACE)
    exact, near = again.known().groups
    assert (exact.keep, exact.why, near.keep, near.why) == (copy, CHOSEN, small, CHOSEN)
    assert [photo.id for photo in exact.photos] == [copy, original]
    assert shelf.find()[1].keep == small
    assert again.keep(original) == sorted([small, copy])
    assert [group.keep for group in shelf.service.known().groups] == [original, original]
    with pytest.raises(CannotError, match=f"Photo {lonely} has no copies"):
        shelf.service.keep(lonely)


def test_looking_can_be_stopped_and_tells_how_far_it_is(shelf: Shelf) -> None:
    for seed in range(3):
        shelf.put(f"{seed}.jpg", scene(seed))
    told = list(shelf.service.find(near=True))
    assert told[0].phase == "comparing"
    assert (told[-1].done, told[-1].total) == (9, 9)
    cancel = CancelToken()
    job = shelf.service.find(near=True, cancel=cancel)
    next(job)
    cancel.cancel()
    with pytest.raises(Cancelled):
        list(job)


def test_what_was_done_to_a_copy_does_not_hide_it(shelf: Shelf) -> None:
    image = scene(3)
    kinds = {
        "smaller": image.resize((200, 150)),
        "brighter": ImageEnhance.Brightness(image).enhance(1.2),
        "greyer": ImageEnhance.Color(image).enhance(0.6),
        "blurred": image.filter(ImageFilter.GaussianBlur(2)),
        "cut": image.crop((4, 4, 636, 476)),
    }
    original = shelf.put("original.jpg", image)
    ids = {shelf.put(f"{name}.jpg", changed) for name, changed in kinds.items()}
    ids.add(shelf.put("compressed.jpg", image, quality=30))
    for seed in range(10, 30):
        shelf.put(f"{seed}.jpg", scene(seed))
    (group,) = shelf.find()
    assert group.keep == original
    assert {photo.id for photo in group.photos} == ids | {original}


def test_pages_of_one_layout_are_told_apart(shelf: Shelf) -> None:
    from PIL import ImageDraw

    chance = np.random.default_rng(5)
    for number in range(12):
        page = Image.new("RGB", (300, 600), "white")
        pen = ImageDraw.Draw(page)
        for line in range(30):
            end = int(chance.integers(60, 290))
            for x in range(10, end, 7):
                pen.rectangle((x, 12 + line * 19, x + int(chance.integers(1, 6)), 24 + line * 19), fill="black")
        shelf.put(f"receipt {number}.png", page)
    assert shelf.find() == []


def test_a_burst_is_one_group_and_its_sharpest_is_kept(shelf: Shelf) -> None:
    def frame(shift: int, blur: float, second: int, camera: str = "X100") -> int:
        image = scene(7, (700, 500)).crop((shift, 0, shift + 640, 480)).filter(ImageFilter.GaussianBlur(blur))
        return shelf.put(f"{shift}.jpg", image, taken=f"2024-05-06T07:08:{second:02}", camera=camera)

    sharp = frame(0, 0, 10)
    burst = {sharp, frame(6, 6, 11), frame(12, 6, 12)}
    later, another = frame(36, 2, 50), frame(48, 2, 10, "another camera")
    groups = shelf.find()
    (group,) = [group for group in groups if group.keep == sharp]
    assert {photo.id for photo in group.photos} == burst
    assert not {later, another} & {photo.id for photo in group.photos}
    assert "sharpest" in group.why


def test_only_present_photos_count(shelf: Shelf) -> None:
    shelf.put("a.jpg", scene(1))
    shelf.put("b.jpg", scene(1))
    assert len(shelf.find(near=False)) == 1
    with shelf.catalog.database.write() as connection:
        connection.execute("UPDATE photos SET state = 'archived' WHERE id = 1")
    assert shelf.find() == []


def candidate(id: int, path: str = "a.jpg", **facts: int) -> Candidate:
    values = {"size": 1, "mtime_ns": 5, "pixels": 100, "facts": 0, "companions": 0} | facts
    return Candidate(id, id, path, taken=None, **values)


def test_reasons_of_the_keeper() -> None:
    assert choose([candidate(1), candidate(2)], {})[1] == "All are alike; it was found first."
    keeper, why = choose([candidate(1, mtime_ns=9), candidate(2)], {})
    assert (keeper.id, why) == (2, "It has the oldest file.")
    keeper, why = choose([candidate(1, "a (2).jpg"), candidate(2, facts=1), candidate(3, companions=2, facts=1)], {})
    assert keeper.id == 3
    assert why == "It has the name of an original and files that belong to it."
    assert choose([candidate(1), candidate(2)], {1: 10.0, 2: 30.0})[0].id == 2


def test_names_of_copies() -> None:
    for name in ("IMG_1 (2).jpg", "a - Copy.jpg", "a_copy.png", "IMG-20200101-WA0003.jpg", "x-edited.jpg", "a~2.jpg"):
        assert not original_name(f"/photos/{name}"), name
    for name in ("IMG_0001.jpg", "copyright.jpg", "smallville.jpg", "DSC-1.jpg", "2024-05-06.jpg"):
        assert original_name(f"/photos (2)/{name}"), name


def test_hashes_that_differ_in_few_bits_meet_once() -> None:
    chance = np.random.default_rng(3)
    hashes = {content: chance.bytes(8) for content in range(1, 200)}
    base = int.from_bytes(hashes[7], "big")
    for step, content in enumerate((201, 202, 203)):
        flipped = base ^ sum(1 << int(bit) for bit in chance.choice(64, 6 + step, replace=False))
        hashes[content] = flipped.to_bytes(8, "big")
    hashes[204] = hashes[7]
    pairs = [tuple(pair) for band in by_hash(hashes) for block in band for pair in block.tolist()]
    assert len(pairs) == len(set(pairs))
    expected = {
        (a, b)
        for a in hashes
        for b in hashes
        if a < b and (int.from_bytes(hashes[a], "big") ^ int.from_bytes(hashes[b], "big")).bit_count() <= 7
    }
    assert set(pairs) == expected
    assert {(7, 201), (7, 202), (7, 204)} <= expected
    with pytest.raises(ValueError, match="at most 7"):
        list(by_hash(hashes, 8))


def test_bursts_need_a_camera_and_three_seconds() -> None:
    taken = [
        (5, "2024-01-01T00:00:00", "A"),
        (2, "2024-01-01T00:00:02", "A"),
        (3, "2024-01-01T00:00:03", ""),
        (4, "2024-01-01T00:00:04", "B"),
        (1, "2024-01-01T00:00:05", "A"),
        (9, "nonsense", "A"),
    ]
    assert by_burst(taken).tolist() == [[2, 5], [1, 2]]


def test_pictures_that_are_all_alike_get_their_share_of_comparisons_only() -> None:
    pages = dict.fromkeys(range(3_000), b"one page")
    share: Counter[int] = Counter()
    given = [pair for band in by_hash(pages) for block in band for pair in few(block, share)]
    assert len(given) == len(set(given))
    assert max(share.values()) == MOST
    assert set(pages) - set(share) == set()  # nobody goes without
    dated = [(content, "2000-01-01T00:00:00", "A scanner") for content in range(1_000)]
    assert np.bincount(by_burst(dated)[:, 0]).max() == MOST


def test_flat_pictures_are_compared_by_brightness() -> None:
    def flat(shade: int) -> bytes:
        stream = io.BytesIO()
        Image.new("RGB", (128, 96), (shade, shade, shade)).save(stream, "JPEG")
        return stream.getvalue()

    assert likeness.correlation(likeness.shades(flat(200)), likeness.shades(flat(200))) == 1.0
    assert likeness.correlation(likeness.shades(flat(200)), likeness.shades(flat(100))) == 0.0
    assert len(likeness.perceptual_hash(flat(9))) == 8
