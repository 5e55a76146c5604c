"""Plans a file action: which files go where. Looks at the disk and changes nothing."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from photoorg.catalog.moves import Spot, Step
from photoorg.catalog.store import Catalog
from photoorg.core import disk
from photoorg.core.actions import FileReport, Moved, Skipped
from photoorg.core.hashing import hash_file
from photoorg.core.paths import display_path
from photoorg.core.types import Photo, State
from photoorg.services.filing.names import free_names

#: Where trashed files wait, on the volume of the original. Walks leave hidden folders out.
TRASH_FOLDER = ".photoorg-trash"


class Left(Exception):  # noqa: N818 - a decision, not a fault
    """A photo stays where it is; the message says why. ``lasting`` reasons will not pass by themselves."""

    def __init__(self, reason: str, lasting: bool = True) -> None:
        super().__init__(reason)
        self.reason = reason
        self.lasting = lasting


@dataclass(slots=True)
class Plan:
    """The steps of an action, the folders it will make, and what it will tell."""

    steps: list[Step] = field(default_factory=list)
    folders: list[Spot] = field(default_factory=list)
    report: FileReport = field(default_factory=FileReport)

    def leave(self, photo: int, reason: str) -> None:
        """Leave a photo out."""
        self.report.skipped.append(Skipped(photo, reason))


class Planner:
    """Collects the moves of one action. Names are free on the disk, and among what is planned."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._roots = catalog.roots.paths()
        #: Folders that are not in the archive yet stand under negative ids until the action is recorded.
        self._new: dict[int, str] = {}
        self._archives: dict[str, Spot] = {}
        self._taken: set[str] = set()
        self._folders: set[str] = set()
        self._trash_bases: dict[str, str] = {}
        self.plan = Plan()

    def archive(self, folder: str) -> Spot:
        """The place of the absolute ``folder`` in the archive, of which it will be part if it is not yet.

        Raises:
            UsageError: the library has photos there.
        """
        if folder not in self._archives:
            known = self._catalog.roots.archive_at(folder)
            if known is not None:
                self._archives[folder] = Spot(known.id, os.path.relpath(folder, known.path))
            else:
                provisional = -1 - len(self._new)
                self._new[provisional] = self._roots[provisional] = folder
                self._archives[folder] = Spot(provisional, "")
        return self._archives[folder]

    def settled(self, connection: sqlite3.Connection) -> tuple[list[Step], list[Spot]]:
        """The steps and the folders to make, once the folders new to the archive are roots in the catalog."""
        ids = {new: self._catalog.roots.add_archive(connection, path).id for new, path in self._new.items()}

        def real(spot: Spot) -> Spot:
            return replace(spot, root=ids.get(spot.root, spot.root))

        steps = [replace(step, target=real(step.target)) for step in self.plan.steps]
        return steps, [real(spot) for spot in self.plan.folders]

    def file_away(self, photo: Photo, folder: Spot, after: State) -> None:
        """Move a photo and what belongs to it into ``folder``."""
        sources = self._sources(photo)
        names = [os.path.basename(source.rel) for source in sources]
        self._add(photo, sources, folder, names, after)

    def put_back(self, photo: Photo, origin: Sequence[Step]) -> None:
        """Move a photo back along the steps that brought it; what has joined it since comes along."""
        sources = self._sources(photo)
        was = {step.target.rel: os.path.basename(step.source.rel) for step in origin}
        names = [was.get(source.rel, os.path.basename(source.rel)) for source in sources]
        own = origin[0].source
        self._add(photo, sources, Spot(own.root, os.path.dirname(own.rel)), names, origin[0].before)

    def remove(self, photo: Photo) -> None:
        """Have a photo and what belongs to it deleted."""
        sources = self._sources(photo)
        self.plan.steps += [self._step(photo, part, source, source, photo.state) for part, source in enumerate(sources)]
        self._tell(photo, None, len(sources))

    def trash_folder(self, photo: Photo) -> Spot:
        """Where a photo waits in the trash: on its own volume, in its own root, under the path it had."""
        root = self._place(photo).root
        top = self._roots[root]
        folder = os.path.dirname(photo.path)
        base = self._trash_bases.get(folder)
        if base is None:
            base = self._trash_bases[folder] = _highest_on_volume(folder, top)
        inside = os.path.relpath(folder, base)
        return Spot(root, os.path.normpath(os.path.join(os.path.relpath(base, top), TRASH_FOLDER, inside)))

    def _add(self, photo: Photo, sources: Sequence[Spot], folder: Spot, names: Sequence[str], after: State) -> None:
        place = os.path.normpath(os.path.join(self._roots[folder.root], folder.rel))
        inside = "" if folder.rel in ("", ".") else folder.rel
        names = free_names(place, names, self._taken)
        targets = [Spot(folder.root, os.path.join(inside, name)) for name in names]
        pairs = list(enumerate(zip(sources, targets, strict=True)))
        self.plan.steps += [self._step(photo, part, source, target, after) for part, (source, target) in pairs]
        self._taken.update(os.path.join(place, name).casefold() for name in names)
        self._make(place, folder.root)
        self._tell(photo, os.path.join(place, names[0]), len(sources))

    def _make(self, folder: str, root: int) -> None:
        if folder in self._folders:
            return
        for missing in disk.missing_folders(folder):
            if missing not in self._folders:
                self._folders.add(missing)
                self.plan.folders.append(Spot(root, os.path.relpath(missing, self._roots[root])))
        self._folders.add(folder)

    def _tell(self, photo: Photo, to: str | None, files: int) -> None:
        self.plan.report.photos.append(Moved(photo.id, photo.path, to))
        self.plan.report.bytes += sum(step.size for step in self.plan.steps[-files:])

    def _place(self, photo: Photo) -> Spot:
        found = self._catalog.photos.place(photo.id)
        if found is None:
            raise Left("The library no longer has it.")
        return Spot(*found)

    def _sources(self, photo: Photo) -> list[Spot]:
        """The photo's own file and its companions that are there.

        Raises:
            Left: it cannot be moved as it lies there.
        """
        own = self._place(photo)
        root = self._roots[own.root]
        if not os.path.lexists(photo.path):
            raise Left(f"There is no file {display_path(photo.path)}.")
        companions = [path for path in self._catalog.photos.companions(photo.id) if os.path.lexists(path)]
        for path in (photo.path, *companions):
            if os.path.islink(path):
                raise Left(f"{display_path(path)} is a link: it would lead nowhere from another folder.")
            if not os.path.isfile(path):
                raise Left(f"{display_path(path)} is no file.")
        return [own, *(Spot(own.root, os.path.relpath(path, root)) for path in companions)]

    def _step(self, photo: Photo, part: int, source: Spot, target: Spot, after: State) -> Step:
        path = os.path.join(self._roots[source.root], source.rel)
        try:
            status = os.lstat(path)
            digest = self._hash(photo, path, status) if not part else None
        except OSError as error:
            raise Left(f"{display_path(path)} cannot be read ({error.strerror}).") from error
        return Step(0, photo.id, part, source, target, photo.state, after, status.st_size, status.st_mtime_ns, digest)

    def _hash(self, photo: Photo, path: str, status: os.stat_result) -> bytes:
        size, mtime_ns, digest = self._catalog.photos.fingerprint(photo.id)
        if digest is not None and (size, mtime_ns) == (status.st_size, status.st_mtime_ns):
            return digest
        return hash_file(path)


def _highest_on_volume(folder: str, top: str) -> str:
    """The highest folder above ``folder``, at most ``top``, that lies on the same volume."""
    volume = os.stat(folder).st_dev
    while folder != top:
        parent = os.path.dirname(folder)
        if parent == folder or os.stat(parent).st_dev != volume:
            break
        folder = parent
    return folder
