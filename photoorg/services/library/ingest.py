"""Indexing: scan the roots, read what is new in the worker process, commit in batches.

A kill at any moment costs at most the batch in hand: what a scan found is committed as pending, what a
reading gave is committed with its vectors, and the next run goes on with what is still pending.
"""

from __future__ import annotations

import logging
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace, Progress
from photoorg.core.paths import existing_folder
from photoorg.core.types import Failure, IndexReport, Root, State
from photoorg.library.changes import Change, Kind, KnownFile, compare
from photoorg.library.walk import walk
from photoorg.services.history import recover
from photoorg.services.kinds.judging import Judging
from photoorg.services.profiles.reembedding import Reembedding

if TYPE_CHECKING:
    from photoorg.services.profiles.switching import Switching
    from photoorg.services.worker.host import Worker
    from photoorg.services.worker.messages import ReadResult

_log = logging.getLogger(__name__)

#: A batch is committed when it has this many readings, or is this old: what a kill can cost.
BATCH = 64
BATCH_SECONDS = 1.0
_SCAN_BATCH = 1000
#: Smaller libraries are not worth importing numpy for: none of their spaces has a graph.
_GRAPHS_ABOVE = 100_000


class Ingest:
    """Keeps the catalog in step with the disk."""

    def __init__(
        self,
        catalog: Catalog,
        switching: Switching,
        worker: Callable[[str], Worker],
        graphs: Callable[[str, CancelToken], Job[None]],
        groups: Callable[[CancelToken], Job[None]],
    ) -> None:
        self._catalog = catalog
        self._switching = switching
        self._worker = worker
        self._graphs = graphs
        self._groups = groups
        self._reembedding = Reembedding(catalog, switching, worker, graphs)
        self._judging = Judging(catalog)

    def index(
        self,
        folders: Sequence[str] = (),
        cancel: CancelToken | None = None,
        exclude: Sequence[str] | None = None,
        profile: str | None = None,
    ) -> Job[IndexReport]:
        """Add ``folders`` as roots and bring their photos up to date; without folders, those of every root.

        A ``profile`` is switched to: all photos of the library get its vectors, then searches and clusters use it.

        Raises:
            UsageError: a folder does not exist or is no folder.
            CannotError: there is nothing to index.
            BusyError: another photoorg is at work on this catalog.
            Cancelled: the person stopped it; what is committed stays.
        """
        with self._catalog.lock.hold("indexing"):
            if profile is not None:
                self._switching.begin(profile)
            return (yield from self._index(folders, cancel or CancelToken(), exclude))

    def _index(self, folders: Sequence[str], cancel: CancelToken, exclude: Sequence[str] | None) -> Job[IndexReport]:
        began = time.monotonic()
        yield from recover(self._catalog, cancel)
        roots = self._roots(folders, exclude)
        report = IndexReport(roots=[root.path for root in roots])
        missing: set[int] = set()
        here = []
        # The archive always: what was moved by hand between it and a root is the same photo still.
        for root in [*roots, *self._catalog.roots.archives()]:
            if self._catalog.roots.is_here(root):
                here.append(root)
                yield from self._scan(root, report, missing, cancel)
            else:
                with self._catalog.database.write():
                    report.offline += self._catalog.intake.offline(root.id, root.home)
        yield from self._read(here, report, missing, cancel)
        yield from self._judging.run(cancel)
        report.embedded += yield from self._reembedding.run(cancel)
        if self._catalog.photos.counts()[State.PRESENT] > _GRAPHS_ABOVE:
            yield from self._graphs(self._switching.active.name, cancel)
        yield from self._group(cancel)
        report.missing = len(missing)
        within = {os.path.join(root.path, "") for root in roots}
        report.failed += [
            failure for failure in self._catalog.photos.failures() if failure.path.startswith(tuple(within))
        ]
        report.seconds = round(time.monotonic() - began, 3)
        return report

    def _group(self, cancel: CancelToken) -> Job[None]:
        """Group what is new. Failing is no failure of indexing: the photos are in, and the next run tries again."""
        try:
            yield from self._groups(cancel)
        except CannotError as error:
            _log.warning("%s %s", error.message, error.hint)

    def _roots(self, folders: Sequence[str], exclude: Sequence[str] | None) -> list[Root]:
        if not folders:
            roots = self._catalog.roots.all()
            if not roots:
                raise CannotError("No folder has been added yet.", "Name one: photoorg index FOLDER")
            return roots
        added = [self._catalog.roots.add(existing_folder(folder), exclude) for folder in folders]
        # Adding a parent takes over its children, so the ids are looked up again.
        ids = {root.id for root in added}
        return [root for root in self._catalog.roots.all() if root.id in ids]

    def _scan(self, root: Root, report: IndexReport, missing: set[int], cancel: CancelToken) -> Iterator[Progress]:
        known = {
            rel: KnownFile(id, size, mtime_ns, state, companions)
            for rel, id, size, mtime_ns, state, companions in self._catalog.intake.known(root.id)
        }
        self._look_for_trashed(root, known, missing)
        pace = Pace("scanning")
        skip = [str(self._catalog.folder.absolute()), *(archive.path for archive in self._catalog.roots.archives())]
        changes = compare(walk(root, skip=skip), known, root.home)
        met = 0
        for batch in _batches(changes, _SCAN_BATCH):
            cancel.checkpoint()
            with self._catalog.database.write():
                for change in batch:
                    self._note(root, change, report, missing)
            met += sum(change.file is not None for change in batch)
            yield pace.at(met, root.path)

    def _look_for_trashed(self, root: Root, known: Mapping[str, KnownFile], missing: set[int]) -> None:
        """Trashed photos lie where no walk looks. One that the person took out by hand may be met elsewhere."""
        trashed = [(rel, file.id) for rel, file in known.items() if file.state is State.TRASHED]
        gone = [(rel, id) for rel, id in trashed if not os.path.lexists(os.path.join(root.path, rel))]
        if gone:
            with self._catalog.database.write():
                for rel, id in gone:
                    if self._catalog.intake.state(id, State.TRASHED, State.MISSING, root.id, rel):
                        missing.add(id)

    def _note(self, root: Root, change: Change, report: IndexReport, missing: set[int]) -> None:
        intake, file, known = self._catalog.intake, change.file, change.known
        match change.kind:
            case Kind.NEW | Kind.CHANGED if file is not None:
                intake.found(file, _undated(file.rel, file.mtime_ns), known.id if known else None, root.home)
            case Kind.RETURNED if file is not None and known is not None:
                if intake.state(known.id, known.state, root.home, root.id, change.rel):
                    intake.companions(known.id, file.companions)
            case Kind.COMPANIONS if file is not None and known is not None:
                intake.companions(known.id, file.companions)
            case Kind.MISSING if known is not None:
                if intake.state(known.id, known.state, State.MISSING, root.id, change.rel):
                    missing.add(known.id)
            case Kind.UNREADABLE if change.folder is not None:
                path = os.path.join(root.path, change.folder.rel)
                report.failed.append(Failure(path, change.folder.reason))

    def _read(
        self, roots: Sequence[Root], report: IndexReport, missing: set[int], cancel: CancelToken
    ) -> Iterator[Progress]:
        profile = self._switching.active
        pending = list(self._catalog.intake.pending(roots, profile.spaces)) if roots else []
        if not pending:
            return
        from photoorg.services.worker.messages import ReadTask

        pace = Pace("reading", len(pending))
        yield pace.at(0)
        tasks = (ReadTask(photo.id, photo.path, photo.known) for photo in pending)
        done = 0
        batch: list[ReadResult] = []
        since = time.monotonic()
        with self._worker(profile.name) as worker:
            try:
                for result in worker.read(tasks, cancel):
                    batch.append(result)
                    if len(batch) < BATCH and time.monotonic() - since < BATCH_SECONDS:
                        continue
                    self._commit(batch, report, missing)
                    done += len(batch)
                    yield pace.at(done, result.path)
                    batch, since = [], time.monotonic()
            finally:
                # Also when stopped: what was read need not be read again.
                self._commit(batch, report, missing)
        yield pace.at(done + len(batch))

    def _commit(self, batch: Sequence[ReadResult], report: IndexReport, missing: set[int]) -> None:
        thumbnails: dict[int, dict[int, bytes]] = {}
        read: dict[int, ReadResult] = {}
        with self._catalog.database.write():
            for result in batch:
                photo = self._catalog.photos.get(result.key)
                if photo is None or photo.path != result.path:
                    continue  # moved or forgotten while it was read; at its new place it is still pending
                if result.failure is not None and not os.path.lexists(result.path):
                    self._catalog.intake.missing(result.key)
                    missing.add(result.key)
                    continue
                taken = self._catalog.intake.take(_read_file(result))
                if taken.content is not None and result.thumbs:
                    thumbnails[taken.content] = result.thumbs
                    read[taken.content] = result
                report.embedded += bool(result.vectors)
                report.added += taken.outcome == "added"
                report.changed += taken.outcome == "changed"
                report.moved += taken.outcome == "moved"
                missing.discard(taken.id)
            self._judging.note(read)
            # Before the catalog's commit: a content without thumbnails would never be read again, thumbnails
            # without a content are overwritten by whichever content gets that id.
            self._catalog.thumbnails.put(thumbnails)


def _read_file(result: ReadResult) -> ReadFile:
    return ReadFile(
        id=result.key,
        size=result.size,
        mtime_ns=result.mtime_ns,
        undated=_undated(result.path, result.mtime_ns),
        hash=result.content,
        metadata=result.metadata,
        vectors=result.vectors,
        failure=result.failure,
    )


def _undated(path: str, mtime_ns: int) -> str:
    from photoorg.media.dates import date_in_name

    try:
        modified = time.strftime("%Y-%m-%dT%H:%M:%S", time.localtime(mtime_ns / 1e9))
    except (OverflowError, ValueError, OSError):
        modified = "1970-01-01T00:00:00"  # the file's time lies outside what the platform can name
    return date_in_name(os.path.basename(path)) or modified


def _batches(items: Iterable[Change], size: int) -> Iterator[list[Change]]:
    batch: list[Change] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch
