"""What photos were grouped by: the direction of their group, once a photo, off the process when it rests."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoorg.core.errors import CannotError, UnreadableError
from photoorg.embed.specs import LITE0_VISUAL
from photoorg.services.grouping.attention import AttentionService
from photoorg.services.worker.messages import Explained
from tests.services.grouping.conftest import Album
from tests.services.grouping.test_edits import Kinds


class FakeWorker:
    """Notes what it is asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, bytes]] = []
        self.closed = 0

    def explain(self, path: str, towards: bytes = b"") -> Explained:
        self.asked.append((path, towards))
        return Explained(2, 1, b"\x00\xff", (), ())

    def close(self) -> None:
        self.closed += 1


def service(album: Album, space: str = LITE0_VISUAL) -> tuple[AttentionService, FakeWorker]:
    made, worker = AttentionService(album.catalog, album.services.titles, lambda: space, None), FakeWorker()
    made._worker = worker  # type: ignore[assignment]
    return made, worker


def test_a_photo_is_explained_by_the_mean_of_its_group_and_once(three_kinds: Kinds) -> None:
    album, first, *_ = three_kinds
    attention, worker = service(album)
    group = album.of(first)
    photo = album.services.clusters.photos(group.id).ids[0]
    found = attention.explain(photo)
    assert (found.photo, found.width, found.height, found.heat) == (photo, 2, 1, b"\x00\xff")
    assert found.group is not None
    assert found.group.id == group.id
    attention.explain(photo)
    ((path, towards),) = worker.asked
    assert path == album.services.photos.get(photo).path
    direction = np.frombuffer(towards, "<f4")
    contents = list(album.services.clusters.photos(group.id).contents)
    vectors = np.stack(
        [np.asarray(row, np.float32) for row in album.catalog.vectors.of(LITE0_VISUAL, contents).values()]
    )
    mean = vectors.mean(0)
    assert direction == pytest.approx(mean / np.linalg.norm(mean), abs=1e-3)


def test_where_another_encoder_made_the_group_the_photo_speaks_for_itself(three_kinds: Kinds) -> None:
    album, first, *_ = three_kinds
    attention, worker = service(album, "clip@1/visual")
    photo = album.services.clusters.photos(album.of(first).id).ids[0]
    assert attention.explain(photo).group is None
    assert worker.asked[0][1] == b""


def test_after_an_edit_of_the_group_it_is_explained_anew(three_kinds: Kinds) -> None:
    album, first, second, *_ = three_kinds
    attention, worker = service(album)
    ids = [album.of(part).id for part in (first, second)]
    photo = album.services.clusters.photos(ids[0]).ids[0]
    attention.explain(photo)
    album.services.clusters.merge(ids)
    attention.explain(photo)
    assert len(worker.asked) == 2


def test_resting_ends_the_process_and_keeps_what_was_found(three_kinds: Kinds) -> None:
    album, first, *_ = three_kinds
    attention, worker = service(album)
    photo = album.services.clusters.photos(album.of(first).id).ids[0]
    attention.explain(photo)
    attention.rest()
    assert worker.closed == 1
    assert attention.explain(photo).heat == b"\x00\xff", "without a process"


def test_an_unknown_photo_is_said(album: Album) -> None:
    attention, _ = service(album)
    with pytest.raises(CannotError):
        attention.explain(4711)


def test_a_real_process_explains_a_real_file_and_refuses_a_broken_one(draw_photo: object, tmp_path: Path) -> None:
    from photoorg.services.worker.host import Worker

    good, bad = draw_photo(tmp_path / "a.jpg"), tmp_path / "b.jpg"  # type: ignore[operator]
    bad.write_bytes(b"no picture")
    with Worker(None, explains=True) as worker:
        found = worker.explain(str(good))
        assert len(found.heat) == found.width * found.height
        assert max(found.heat) > 100
        with pytest.raises(UnreadableError):
            worker.explain(str(bad))
