"""Archive, trash, restore, delete: what a person can do with photos as files. Everything else is read only."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from photoorg.catalog.moves import Spot
from photoorg.catalog.roots import is_within
from photoorg.catalog.store import Catalog
from photoorg.core.actions import Action, FileReport, Moved, Skipped
from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.paths import display_path
from photoorg.core.types import Photo, Root, State
from photoorg.services.filing import mover, remover
from photoorg.services.filing.archive_place import ARCHIVE, ARCHIVE_PATTERN, PATTERN, archive_named, check_pattern
from photoorg.services.filing.planner import TRASH_FOLDER, Left, Planner
from photoorg.services.history import recover

_WHY_NOT = {
    State.ARCHIVED: "It is in the archive already.",
    State.TRASHED: "It is in the trash.",
    State.PRESENT: "It is where it belongs.",
    State.MISSING: "Its file is missing.",
    State.OFFLINE: "Its drive is not here now.",
}

Place = Callable[[Planner, Photo], None]
Cancel = CancelToken | None


@dataclass(frozen=True, slots=True)
class _Way:
    """How actions of a ``kind`` are carried out; ``doing`` is what others are told meanwhile."""

    kind: str
    doing: str
    reversible: bool
    carry_out: Callable[[Catalog, Action, Cancel], Job[list[Skipped]]]


def _moving(kind: str) -> _Way:
    return _Way(kind, "moving photos", reversible=True, carry_out=mover.finish)


def _deleting(kind: str) -> _Way:
    return _Way(kind, "deleting photos", reversible=False, carry_out=remover.remove)


class Archive:
    """File actions over a selection of photos. Each is a job that returns a ``FileReport``.

    With ``dry_run`` the report says what would be done, and nothing is touched. Photos that cannot be moved are
    skipped, with reasons, and stay whole.

    Raises, each of them:
        UsageError: a folder makes no sense.
        BusyError: another photoorg is at work on this catalog.
        Cancelled: the person stopped it; what was moved so far counts, and can be undone.
    """

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def archive(
        self, ids: Sequence[int], to: str | None = None, dry_run: bool = False, cancel: CancelToken | None = None
    ) -> Job[FileReport]:
        """Move present photos into the archive: ``to``, else the setting ``archive``, else ``Archive`` by the root."""
        pattern = check_pattern(self._catalog.setting(ARCHIVE_PATTERN, PATTERN))
        roots = {root.id: root for root in self._catalog.roots.all()}

        def place(planner: Planner, photo: Photo) -> None:
            found = self._catalog.photos.place(photo.id)
            if found is None or found[0] not in roots:
                raise Left("The library no longer has it.")
            base = planner.archive(self._archive_folder(roots[found[0]], to))
            rel = os.path.normpath(os.path.join(base.rel, _filled(pattern, photo, found[1])))
            planner.file_away(photo, Spot(base.root, rel), State.ARCHIVED)

        return (yield from self._act(_moving("archive"), ids, (State.PRESENT,), place, dry_run, cancel))

    def trash(self, ids: Sequence[int], dry_run: bool = False, cancel: CancelToken | None = None) -> Job[FileReport]:
        """Move present or archived photos into the trash, which lies on their own volume until it is emptied."""

        def place(planner: Planner, photo: Photo) -> None:
            planner.file_away(photo, planner.trash_folder(photo), State.TRASHED)

        states = (State.PRESENT, State.ARCHIVED)
        return (yield from self._act(_moving("trash"), ids, states, place, dry_run, cancel))

    def restore(
        self, ids: Sequence[int], to: str | None = None, dry_run: bool = False, cancel: CancelToken | None = None
    ) -> Job[FileReport]:
        """Move archived or trashed photos back to where they were, or into the folder ``to`` of the library."""
        folder = self._library_folder(to) if to is not None else None

        def place(planner: Planner, photo: Photo) -> None:
            if folder is not None:
                planner.file_away(photo, folder, State.PRESENT)
                return
            origin = self._catalog.moves.origin(photo.id)
            if not origin:
                raise Left(
                    "It was put there by hand, and where it was is not known; show it in the file manager to move it."
                )
            if origin[0].source.root not in self._catalog.roots.paths():
                raise Left("The folder it was in was removed from the library; show it in the file manager to move it.")
            planner.put_back(photo, origin)

        states = (State.ARCHIVED, State.TRASHED)
        return (yield from self._act(_moving("restore"), ids, states, place, dry_run, cancel))

    def delete(self, ids: Sequence[int], dry_run: bool = False, cancel: CancelToken | None = None) -> Job[FileReport]:
        """Delete photos and what belongs to them for good. No undo takes that back."""
        states = (State.PRESENT, State.ARCHIVED, State.TRASHED)
        return (yield from self._act(_deleting("delete"), ids, states, Planner.remove, dry_run, cancel))

    def empty(self, dry_run: bool = False, cancel: CancelToken | None = None) -> Job[FileReport]:
        """Hand everything in the trash to the operating system's. No undo takes that back."""
        ids = self._catalog.photos.in_state(State.TRASHED)
        return (yield from self._act(_deleting("empty"), ids, (State.TRASHED,), Planner.remove, dry_run, cancel))

    def _act(
        self, way: _Way, ids: Sequence[int], states: Sequence[State], place: Place, dry_run: bool, cancel: Cancel
    ) -> Job[FileReport]:
        """Plan, bring the plan onto the disk, carry it out, and tell what came of it."""
        if dry_run:
            return self._plan(ids, states, place).plan.report
        with self._catalog.lock.hold(way.doing):
            yield from recover(self._catalog, cancel)
            planner = self._plan(ids, states, place)
            if not planner.plan.steps:
                return planner.plan.report
            action = self._record(way, planner)
            skipped = yield from way.carry_out(self._catalog, action, cancel)
        return self._told(action, planner.plan.report, skipped)

    def _plan(self, ids: Sequence[int], states: Sequence[State], place: Place) -> Planner:
        planner = Planner(self._catalog)
        plan = planner.plan
        under_way = self._catalog.moves.under_way()
        wanted = list(dict.fromkeys(ids))
        photos = {photo.id: photo for photo in self._catalog.photos.many(wanted)}
        for id in wanted:
            photo = photos.get(id)
            if photo is None:
                plan.leave(id, "There is no such photo in this library.")
            elif id in under_way:
                plan.leave(id, "An action with it is not finished yet, because a drive is not here.")
            elif photo.state not in states:
                plan.leave(id, _WHY_NOT[photo.state])
            else:
                try:
                    place(planner, photo)
                except Left as left:
                    plan.leave(id, left.reason)
                except OSError as error:
                    plan.leave(id, f"{display_path(photo.path)} cannot be read ({error.strerror or error}).")
        return planner

    def _record(self, way: _Way, planner: Planner) -> Action:
        """Bring the intent onto the disk, before any file is touched."""
        journal = self._catalog.journal
        count = len(planner.plan.report.photos)
        with self._catalog.database.write(durable=True) as connection:
            what = mover.sentence(way.kind, count)
            id = journal.record(connection, way.kind, what, photos=count, reversible=way.reversible, state="doing")
            steps, folders = planner.settled(connection)
            self._catalog.moves.plan(connection, id, steps, folders)
        action = journal.get(id)
        assert action is not None
        return action

    def _told(self, action: Action, planned: FileReport, skipped: Sequence[Skipped]) -> FileReport:
        """The report of what was done in the end: names may have changed, photos may have had to stay."""
        report = FileReport(skipped=[*planned.skipped, *skipped])
        sources = {moved.id: moved.source for moved in planned.photos}
        roots = self._catalog.roots.paths()
        for group in self._catalog.moves.of(action.id):
            own = group[0]
            to = None if own.place == "gone" else os.path.join(roots[own.target.root], own.target.rel)
            report.photos.append(Moved(own.photo, sources[own.photo], to))
            report.bytes += sum(step.size for step in group)
        report.action = action.id if report.photos else None
        return report

    def _archive_folder(self, root: Root, to: str | None) -> str:
        named = to or self._catalog.setting(ARCHIVE, "")
        if named:
            return archive_named(self._catalog, named)
        # Beside a drive's own folder there is another drive, or nothing that could be written to.
        return os.path.join(root.path if os.path.ismount(root.path) else os.path.dirname(root.path), "Archive")

    def _library_folder(self, to: str) -> Spot:
        folder = os.path.abspath(os.path.expanduser(to))
        for root in self._catalog.roots.all():
            if is_within(folder, root.path) and TRASH_FOLDER not in folder.split(os.sep):
                inside = os.path.relpath(folder, root.path)
                return Spot(root.id, "" if inside == os.curdir else inside)
        raise UsageError(
            f"{display_path(folder)} is not in the library.", "Restore into a folder that was added, or one below it."
        )


def _filled(pattern: str, photo: Photo, rel: str) -> str:
    """The folder, relative to the archive, for a photo that lies at ``rel`` below its root."""
    taken = photo.taken or "0000-00-00"
    values = {"year": taken[:4], "month": taken[5:7], "day": taken[8:10], "folder": os.path.dirname(rel)}
    return re.sub(r"\{(.*?)\}", lambda match: values[match[1]], pattern)
