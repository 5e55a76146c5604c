"""Tells the kind of every picture: as it is read, and afterwards for those that a library had before.

The worker looks at the pixels while it has them; older pictures are judged by their thumbnails, so that nothing is
decoded again. A person's word stays.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.services.worker.isolation import settle

if TYPE_CHECKING:
    from photoorg.media.kinds.classifier import Classifier, Signs
    from photoorg.services.worker.messages import ReadResult

_log = logging.getLogger(__name__)

PHASE = "telling kinds"
#: The setting of a catalog that names the weights its pictures were judged with.
_VERSION = "kinds_version"
_BATCH = 32
#: How often (s) cancellation is looked at while thumbnails are.
_TICK = 0.1


class Judging:
    """Judges pictures with the classifier that comes with the program; without it, kinds stay unknown."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._classifier: Classifier | None = None
        self._broken = False

    def note(self, read: Mapping[int, ReadResult]) -> None:
        """Judge contents as they are read, within the caller's transaction."""
        fresh = {content: result for content, result in read.items() if result.evidence and result.metadata}
        classifier = self._loaded() if fresh else None
        if classifier is not None:
            self._store(classifier, list(fresh), [_signs(result) for result in fresh.values()])

    def run(self, cancel: CancelToken) -> Job[int]:
        """Judge what is unknown, and everything anew where it was judged by other weights; how many.

        Raises:
            Cancelled: the person stopped it; what is committed stays.
        """
        classifier = self._loaded() if self._catalog.photos.any_read() else None
        if classifier is None:
            return 0
        waiting = list(self._catalog.kinds.unknown())
        outdated = self._catalog.setting(_VERSION, classifier.version) != classifier.version
        if outdated:
            waiting += self._catalog.kinds.judged()
        if waiting:
            yield from self._judge(classifier, waiting, cancel)
        if self._catalog.setting(_VERSION, "") != classifier.version:
            self._catalog.set(_VERSION, classifier.version)
        return len(waiting)

    def _judge(self, classifier: Classifier, waiting: Sequence[int], cancel: CancelToken) -> Job[None]:
        from photoorg.media.thumbnails import SIDES

        pace = Pace(PHASE, len(waiting))
        with _apart() as pool:
            for start in range(0, len(waiting), _BATCH):
                batch = waiting[start : start + _BATCH]
                looked = pool.submit(_evidence, self._catalog.thumbnails.get(batch, SIDES[0]))
                try:
                    seen = self._seen(classifier, _waited(looked, cancel))
                except BrokenProcessPool:
                    _log.warning("The process that looks at thumbnails ended early; kinds are told next time.")
                    return
                with self._catalog.database.write():
                    self._store(classifier, list(seen), list(seen.values()))
                yield pace.at(start + len(batch))

    def _loaded(self) -> Classifier | None:
        """The classifier; None, and a line in the log, where its weights are missing: photos come in all the same."""
        if self._classifier is None and not self._broken:
            from photoorg.media.kinds.classifier import shipped

            try:
                self._classifier = shipped()
            except CannotError as error:
                self._broken = True
                _log.warning("%s %s", error.message, error.hint)
        return self._classifier

    def _store(self, classifier: Classifier, contents: Sequence[int], signs: Sequence[Signs]) -> None:
        if signs:
            verdicts = classifier(signs)
            self._catalog.kinds.store(
                (content, verdict.kind, verdict.certainty) for content, verdict in zip(contents, verdicts, strict=True)
            )

    def _seen(self, classifier: Classifier, evidence: Mapping[int, bytes]) -> dict[int, Signs]:
        """What the catalog has of the contents whose thumbnails were looked at."""
        import numpy as np

        from photoorg.media.kinds.classifier import Signs

        contents = list(evidence)
        names = {
            content: os.path.basename(photos[0].path)
            for content, photos in self._catalog.photos.of_contents(contents).items()
        }
        vectors = {space: self._catalog.vectors.of(space, contents) for space in classifier.spaces}
        found = {}
        for content, numbers in evidence.items():
            metadata = self._catalog.photos.metadata(content)
            if metadata is not None:
                own = {space: rows[content] for space, rows in vectors.items() if content in rows}
                pixels = np.frombuffer(numbers, dtype=np.float32)
                found[content] = Signs(pixels, metadata, own, names.get(content, ""))
        return found


@contextmanager
def _apart() -> Iterator[ProcessPoolExecutor]:
    """A process to look at thumbnails in: it would hold Python's lock for minutes in the window's own."""
    prepare = partial(settle, None, steps_back=True)
    pool = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"), initializer=prepare)
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _waited(looked: Future[dict[int, bytes]], cancel: CancelToken) -> dict[int, bytes]:
    while True:
        cancel.checkpoint()
        try:
            return looked.result(_TICK)
        except TimeoutError:
            continue


def _evidence(thumbnails: Mapping[int, bytes]) -> dict[int, bytes]:
    """The evidence (float32) in each of ``thumbnails``; a damaged one has none, and its photo goes without a kind."""
    import numpy as np

    from photoorg.media.kinds.evidence import evidence_of_thumbnail

    found = {}
    for content, jpeg in thumbnails.items():
        try:
            found[content] = np.asarray(evidence_of_thumbnail(jpeg), np.float32).tobytes()
        except OSError:
            continue
    return found


def _signs(result: ReadResult) -> Signs:
    import numpy as np

    from photoorg.media.kinds.classifier import Signs

    assert result.metadata is not None
    vectors = {space: np.frombuffer(data, "<f2").astype(np.float32) for space, data in result.vectors.items()}
    name = os.path.basename(result.path)
    return Signs(np.frombuffer(result.evidence, dtype=np.float32), result.metadata, vectors, name)
