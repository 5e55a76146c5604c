"""A library in memory that answers as the services do, for tests of the window's own mechanics."""

from __future__ import annotations

import io
import threading
from array import array
from collections.abc import Sequence
from types import SimpleNamespace

from PIL import Image

from photoorg.core.errors import CannotError, UnreadableError
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.types import Failure, Hit, IndexReport, Photo, Query, Root, State


def jpeg(colour: int, width: int = 96, height: int = 64) -> bytes:
    """A picture of one colour, as JPEG."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), (colour * 37 % 256, colour * 91 % 256, 200)).save(data, "JPEG")
    return data.getvalue()


class FakePhotos:
    """``count`` photos; the id of a photo is its place plus one, its content the id plus 1,000."""

    def __init__(self, count: int) -> None:
        self.ids = array("q", range(1, count + 1))
        self.commits = 1
        self.failed: list[Failure] = []
        self.fetched: list[list[int]] = []

    def timeline(self) -> SimpleNamespace:
        return SimpleNamespace(ids=self.ids[:], contents=array("q", (id + 1000 for id in self.ids)))

    def many(self, ids: Sequence[int]) -> list[Photo]:
        return [self.get(id) for id in ids if id in self.ids]

    def get(self, id: int) -> Photo:
        path = f"/photos/IMG_{id}.jpg"
        return Photo(id, path, State.PRESENT, id + 1000, 2_500_000, "2024-05-17T10:30:00", 4000, 3000)

    def thumbnails(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        self.fetched.append(list(contents))
        return {content: jpeg(content) for content in contents}

    def failures(self) -> list[Failure]:
        return self.failed

    def version(self) -> int:
        return self.commits


class FakeRoots:
    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = list(paths)

    def list(self) -> list[Root]:
        return [Root(number, path) for number, path in enumerate(self.paths, 1)]


class FakeIngest:
    """A run waits at ``gate`` after its first report, so that a test decides when it goes on."""

    def __init__(self, services: FakeServices) -> None:
        self._services = services
        self.gate = threading.Event()
        self.gate.set()
        self.runs: list[tuple[str, ...]] = []
        self.error: Exception | None = None

    def index(self, folders: Sequence[str] = (), cancel: CancelToken | None = None) -> Job[IndexReport]:
        self.runs.append(tuple(folders))
        self._services.roots.paths += folders
        yield Progress("reading", 1, 4, "IMG_1.jpg", 90.0)
        while not self.gate.wait(0.02):
            assert cancel is not None
            cancel.checkpoint()
        if self.error is not None:
            raise self.error
        yield Progress("reading", 4, 4)
        self._services.photos.commits += 1
        return IndexReport()


class FakeSearch:
    """Finds the photos whose number is in the text; an example finds the photos after it."""

    def __init__(self) -> None:
        self.queries: list[Query] = []

    def search(self, query: Query) -> list[Hit]:
        self.queries.append(query)
        if query.text == "nothing":
            return []
        if query.text == "broken":
            raise CannotError("The search is out of order.", "Try again later.")
        first = query.like + 1 if isinstance(query.like, int) else 1
        ids = range(first, first + 5)
        return [Hit(id, f"/photos/IMG_{id}.jpg", 0.3, 1.0 - rank / 5, State.PRESENT) for rank, id in enumerate(ids)]


class FakePreviews:
    def load(self, path: str, max_side: int) -> SimpleNamespace:
        if path.endswith("IMG_3.jpg"):
            raise UnreadableError("The file is damaged.")
        width, height = max_side, max_side * 3 // 4
        return SimpleNamespace(width=width, height=height, rgb=b"\x40\x80\xc0" * width * height)


class FakeServices:
    def __init__(self, count: int = 40, roots: Sequence[str] = ("/photos",)) -> None:
        self.photos = FakePhotos(count)
        self.roots = FakeRoots(roots)
        self.ingest = FakeIngest(self)
        self.search = FakeSearch()
        self.previews = FakePreviews()
