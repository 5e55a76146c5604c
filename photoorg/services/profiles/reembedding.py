"""Gives photos the vectors that they lack: of a profile that is being switched to, or of the one in use.

Everything that a kill can cost is the batch in hand: what lacks a vector is asked of the catalog each time.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Sequence
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.jobs import CancelToken, Job, Pace, Progress
from photoorg.embed.profiles import Profile, profile
from photoorg.services.profiles.switching import Switching

if TYPE_CHECKING:
    from photoorg.services.worker.host import Worker
    from photoorg.services.worker.messages import ReadResult

PHASE = "embedding"
#: A batch is committed when it has this many vectors, or is this old: what a kill can cost.
BATCH = 64
BATCH_SECONDS = 1.0


class Reembedding:
    """Works through what lacks vectors, and completes a switch when nothing is left."""

    def __init__(
        self,
        catalog: Catalog,
        switching: Switching,
        worker: Callable[[str], Worker],
        graphs: Callable[[str, CancelToken], Job[None]],
    ) -> None:
        self._catalog = catalog
        self._switching = switching
        self._worker = worker
        self._graphs = graphs

    def run(self, cancel: CancelToken) -> Job[int]:
        """Embed what is lacking in the profile in use, then in the next one, which takes its place; how many.

        A file that is there and cannot be read any more does not hold the switch up; one that is not there does,
        because its drive may come back.

        Raises:
            CannotError: an encoder cannot be loaded.
            Cancelled: the person stopped it; what is committed stays.
        """
        embedded, _ = yield from self._fill(self._switching.active, cancel)
        wanted = self._switching.next_name
        if not wanted:
            return embedded
        found = profile(wanted)
        more, unreadable = yield from self._fill(found, cancel)
        if not {lacking.content for lacking in self._catalog.vectors.lacking(found.spaces)} - unreadable:
            yield from self._graphs(wanted, cancel)  # the first search finds everything ready
            self._switching.complete(wanted)
        return embedded + more

    def _fill(self, found: Profile, cancel: CancelToken) -> Generator[Progress, None, tuple[int, set[int]]]:
        """Embed what lacks vectors of ``found``: how many, and the contents whose files cannot be read."""
        lacking = self._catalog.vectors.lacking(found.spaces)
        unreadable: set[int] = set()
        if not lacking:
            return 0, unreadable
        from photoorg.services.worker.messages import ReadTask

        pace = Pace(PHASE, len(lacking))
        yield pace.at(0)
        hashes = {each.content: each.hash for each in lacking}
        tasks = (ReadTask(each.content, each.path, vectors_only=True) for each in lacking)
        embedded = done = 0
        batch: list[ReadResult] = []
        since = time.monotonic()
        with self._worker(found.name) as worker:
            try:
                for result in worker.read(tasks, cancel):
                    done += 1
                    if result.failure is not None and os.path.lexists(result.path):
                        unreadable.add(result.key)
                    elif result.content == hashes[result.key]:  # else it changed; the next scan will see
                        batch.append(result)
                    if len(batch) >= BATCH or time.monotonic() - since >= BATCH_SECONDS:
                        embedded += self._commit(batch)
                        yield pace.at(done, result.path)
                        batch, since = [], time.monotonic()
            finally:
                embedded += self._commit(batch)  # also when stopped
        yield pace.at(done)
        return embedded, unreadable

    def _commit(self, batch: Sequence[ReadResult]) -> int:
        with self._catalog.database.write() as connection:
            return sum(self._catalog.vectors.give(connection, result.key, result.vectors) for result in batch)
