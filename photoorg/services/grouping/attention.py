"""What a photo was grouped by: where the encoder looked, and the subject there. Computed in a process of its own."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError
from photoorg.core.types import Photo
from photoorg.services.worker.messages import Explained

if TYPE_CHECKING:
    from photoorg.services.grouping.titles import Titles
    from photoorg.services.photos.details import InCluster
    from photoorg.services.worker.host import Worker

#: Explanations kept for the session: a few kilobytes each.
_KEPT = 200
#: The direction of a group is told well enough by so many of its photos, the surest.
_MEMBERS = 500


@dataclass(frozen=True, slots=True)
class Explanation:
    """``heat`` holds ``height`` rows of ``width`` bytes (0-255) over the whole picture.

    ``outline`` holds closed lines around the subject, points in fractions of the picture; ``lacking`` says in
    sentences why there is none where something is not installed. ``group`` is the group that it speaks for; None where
    the photo is in none, or another encoder made it: then it speaks for the photo alone, as the built-in one sees it.
    """

    photo: int
    width: int
    height: int
    heat: bytes
    outline: tuple[tuple[tuple[float, float], ...], ...]
    lacking: tuple[str, ...]
    group: InCluster | None


class AttentionService:
    """Explains one photo at a time; safe from any thread. ``space`` gives the space that groups are made in now."""

    def __init__(self, catalog: Catalog, titles: Titles, space: Callable[[], str], log: Path | None) -> None:
        self._catalog = catalog
        self._titles = titles
        self._space = space
        self._log = log
        self._lock = threading.Lock()
        self._worker: Worker | None = None
        self._kept: OrderedDict[tuple[int, bytes], Explained] = OrderedDict()

    def explain(self, id: int) -> Explanation:
        """What makes a photo lie in its group, or where it lies.

        Raises:
            CannotError: there is no such photo, it has not been read, or the encoder's weights are missing.
            UnreadableError: its file cannot be read.
        """
        from photoorg.services.photos.details import details

        photo = self._catalog.photos.get(id)
        if photo is None or photo.content is None:
            raise CannotError("This photo has not been read yet.")
        cluster = details(self._catalog, self._titles, photo).cluster
        towards = self._direction(cluster) if cluster is not None else b""
        found = self._found(photo, towards)
        group = cluster if towards else None
        return Explanation(id, found.width, found.height, found.heat, found.outline, found.lacking, group)

    def rest(self) -> None:
        """Let the process go; what was explained stays."""
        with self._lock:
            if self._worker is not None:
                self._worker.close()
                self._worker = None

    def close(self) -> None:
        """End the process."""
        self.rest()

    def _found(self, photo: Photo, towards: bytes) -> Explained:
        assert photo.content is not None
        key = (photo.content, towards)  # as long as nobody edits its group, a photo is explained once
        with self._lock:
            if key not in self._kept:
                if self._worker is None:
                    from photoorg.services.worker.host import Worker

                    self._worker = Worker(None, log=self._log, explains=True)
                self._kept[key] = self._worker.explain(photo.path, towards)
                while len(self._kept) > _KEPT:
                    self._kept.popitem(last=False)
            self._kept.move_to_end(key)
            return self._kept[key]

    def _direction(self, cluster: InCluster) -> bytes:
        """The mean of a group's photos as float32; empty where another encoder made it."""
        import numpy as np

        from photoorg.embed.specs import LITE0_VISUAL

        if self._space() != LITE0_VISUAL:
            return b""
        members = [row.content for row in self._catalog.clusters.members_of(cluster.id)][:_MEMBERS]
        vectors = self._catalog.vectors.of(LITE0_VISUAL, members)
        if not vectors:
            return b""
        mean = np.mean([np.asarray(vector, np.float32) for vector in vectors.values()], axis=0)
        direction: bytes = (mean / max(float(np.linalg.norm(mean)), 1e-9)).astype("<f4").tobytes()
        return direction
