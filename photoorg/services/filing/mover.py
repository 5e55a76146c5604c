"""Carries out the moves of an action, forward or back, and finishes after a kill what was begun.

The order is what makes it safe: the intent is on the disk (journal) before a file is touched; a file has its old name
or its new one, never none; names are on the disk before the catalog says so. Whatever a kill leaves, ``files.look``
tells how far each file is, and the rest is done.
"""

from __future__ import annotations

import os
import time
from collections.abc import Sequence

from photoorg.catalog.moves import Place, Spot, Step
from photoorg.catalog.store import Catalog
from photoorg.core import disk
from photoorg.core.actions import Action, Skipped
from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.hashing import hash_file
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.core.paths import display_path
from photoorg.services.filing import files
from photoorg.services.filing.files import Found
from photoorg.services.filing.names import free_names
from photoorg.services.filing.planner import Left
from photoorg.services.wording import photo_count

#: The catalog is told after so many photos, or so many seconds.
BATCH = 64
BATCH_SECONDS = 1.0


class Mover:
    """Moves the photos of one action to ``place``: ``target`` to do it, ``source`` to take it back.

    With ``verify`` a photo is moved only if its content is what it was when it was moved last. ``resumed`` says that
    a kill may have left some of it half done.
    """

    def __init__(self, catalog: Catalog, action: Action, place: Place, verify: bool, resumed: bool) -> None:
        self._catalog = catalog
        self._action = action
        self._place: Place = place
        self._verify = verify
        self._resumed = resumed
        self._roots = catalog.roots.paths()
        self._devices: dict[int, int | None] = {}
        self._batch: list[list[Step]] = []
        self._touched: set[str] = set()
        self.skipped: list[Skipped] = []
        #: Photos that arrived, and whether all that were left behind will stay for good.
        self.moved = 0
        self.all_lasting = True

    def run(self, cancel: CancelToken | None = None) -> Job[None]:
        """Move photo after photo; those that cannot be moved stay whole where they are and are in ``skipped``.

        Raises:
            Cancelled: the person stopped it; the catalog knows what was moved so far.
            CannotError: a photo could be moved neither on nor back; the action stays open, to be finished later.
        """
        start: Place = "source" if self._place == "target" else "target"
        groups = self._catalog.moves.of(self._action.id, start)
        if self._place == "source":
            groups.reverse()  # what was moved last gives its name free first
        pace = Pace("moving", len(groups))
        since = time.monotonic()
        try:
            for done, group in enumerate(groups):
                if cancel is not None:
                    cancel.checkpoint()
                self._try(group)
                if len(self._batch) >= BATCH or time.monotonic() - since > BATCH_SECONDS:
                    self._commit()
                    since = time.monotonic()
                    yield pace.at(done + 1)
        finally:
            self._commit()

    def _try(self, group: list[Step]) -> None:
        try:
            self._batch.append(self._move(group))
            self.moved += 1
        except Left as left:
            self.skipped.append(Skipped(group[0].photo, left.reason))
            self.all_lasting &= left.lasting

    def _move(self, group: list[Step]) -> list[Step]:
        """Move a photo and its companions; gives the steps of what is there to be moved.

        Raises:
            Left: it cannot be moved; all of it is where it was.
        """
        self._check(group[0])
        whole = group
        try:
            group, found = self._look(group)
            for step in group:
                start, end = self._ends(step)
                if found[step.id] is Found.TO_MOVE:
                    disk.make_folders(os.path.dirname(end))
                    files.move(step, start, end)
                self._touched |= {os.path.dirname(start), os.path.dirname(end)}
        except OSError as error:
            self._put_back(whole, group)
            raise Left(files.reason(error, self._ends(whole[0])[1]), lasting=False) from error
        except Left:
            self._put_back(whole, group)
            raise
        return group

    def _look(self, group: list[Step]) -> tuple[list[Step], dict[int, Found]]:
        found = {step.id: files.look(step, *self._ends(step), self._resumed) for step in group}
        own = group[0]
        if found[own.id] is Found.NOTHING:
            raise Left(f"There is no file {display_path(self._ends(own)[0])}.")
        if self._verify and found[own.id] is not Found.MOVED and own.hash is not None:
            start = self._ends(own)[0]
            if hash_file(start) != own.hash:
                raise Left(f"{display_path(start)} was changed since it was put there; it stays there.")
        group = [step for step in group if found[step.id] is not Found.NOTHING]  # a companion may have been deleted
        if Found.CLASH in found.values():
            blocked = [step for step in group if found[step.id] is not Found.MOVED]
            group = self._give_way(group, blocked)
            found.update((step.id, Found.TO_MOVE) for step in blocked)
        return group, found

    def _give_way(self, group: Sequence[Step], blocked: Sequence[Step]) -> list[Step]:
        """Lead ``blocked`` to free names, because something has taken theirs; gives the group as it is then."""
        folder = os.path.dirname(self._ends(blocked[0])[1])
        names = free_names(folder, [os.path.basename(self._ends(step)[1]) for step in blocked])
        with self._catalog.database.write(durable=True) as connection:
            for step, name in zip(blocked, names, strict=True):
                old = self._end(step)
                spot = Spot(old.root, os.path.join(os.path.dirname(old.rel), name))
                self._catalog.moves.redirect(connection, step, self._place, spot)
        ids = {step.id for step in group}
        return [
            step
            for fresh in self._catalog.moves.of(self._action.id)
            if fresh[0].photo == group[0].photo
            for step in fresh
            if step.id in ids
        ]

    def _check(self, own: Step) -> None:
        """Whether the photo is where the journal left it.

        Raises:
            Left: it is not, or its drive is not here.
        """
        for spot in (own.source, own.target):
            if spot.root not in self._roots:
                raise Left("Its folder was removed from the library.")
            if not self._is_here(spot.root):
                raise Left(f"{display_path(self._roots[spot.root])} is not here now.", lasting=False)
        start = own.source if self._place == "target" else own.target
        known = self._catalog.photos.place(own.photo)
        if known is None:
            raise Left("The library no longer has it.")
        # Indexing may have met a file at its end before a kill. But what is there when an undo or redo comes to it
        # stayed behind when the one before was not done for it.
        if Spot(*known) != start and (self._verify or Spot(*known) != self._end(own)):
            raise Left(f"It has been moved to {display_path(os.path.join(self._roots[known[0]], known[1]))} since.")

    def _is_here(self, root: int) -> bool:
        """Whether a root's volume is there. Asked for each photo: a drive may be pulled out in the middle."""
        roots = self._catalog.roots
        if root not in self._devices:
            self._devices[root] = roots.device(root) if roots.volume_is_here(root) else None
        return self._devices[root] is not None and roots.device(root) == self._devices[root]

    def _put_back(self, *groups: Sequence[Step]) -> None:
        """Take back the files of a photo that could not be moved whole, from the names they were given in the end.

        By what is on the disk, not by which calls failed: over a network a rename may be done and yet fail.

        Raises:
            CannotError: not even that can be done.
        """
        for step in dict.fromkeys(step for group in reversed(groups) for step in reversed(group)):
            start, end = self._ends(step)
            try:
                files.take_back(step, start, end)
            except (OSError, Left) as error:
                raise CannotError(
                    f"“{self._action.what}” could not go on, and {display_path(end)} could not be put back.",
                    "Nothing is lost: photoorg goes on with it when it is started again.",
                ) from error

    def _commit(self) -> None:
        if not self._batch:
            return
        disk.sync_folders(sorted(self._touched))
        with self._catalog.database.write(durable=True) as connection:
            for group in self._batch:
                self._catalog.moves.settle(connection, group, self._place)
        self._batch.clear()
        self._touched.clear()

    def _end(self, step: Step) -> Spot:
        return step.target if self._place == "target" else step.source

    def _ends(self, step: Step) -> tuple[str, str]:
        """The absolute paths that a file is moved from and to."""
        paths = [os.path.normpath(os.path.join(self._roots[s.root], s.rel)) for s in (step.source, step.target)]
        return (paths[0], paths[1]) if self._place == "target" else (paths[1], paths[0])


def finish(
    catalog: Catalog, action: Action, cancel: CancelToken | None = None, resumed: bool = False
) -> Job[list[Skipped]]:
    """Carry out an action that the journal has as ``doing``, ``undoing`` or ``redoing``, and close it.

    Also after a kill (``resumed``). What was left behind is returned; an action of which nothing could be done is
    struck out.

    Raises:
        CannotError: nothing of it can be undone or redone; it is as it was before.
        Cancelled: the person stopped it; what was moved so far counts.
    """
    place: Place = "source" if action.state == "undoing" else "target"
    mover = Mover(catalog, action, place, verify=action.state != "doing", resumed=resumed)
    try:
        yield from mover.run(cancel)
    except Cancelled:
        close(catalog, action, lasting=False)
        raise
    close(catalog, action, mover.all_lasting)
    if action.state != "doing" and not catalog.moves.of(action.id, place):
        verb = "undone" if action.state == "undoing" else "done again"
        why = mover.skipped[0].reason if mover.skipped else "Nothing of it is left."
        raise CannotError(f"“{action.what}” cannot be {verb}: {why}", "Nothing was moved.")
    return mover.skipped


def close(catalog: Catalog, action: Action, lasting: bool) -> None:
    """Note how an action ended, and remove the folders it made if they are empty again.

    ``lasting`` says that what could not be moved will not be movable another time either; where it may be, the same
    undo can be asked for again.
    """
    place: Place = "source" if action.state == "undoing" else "target"
    stuck = not catalog.moves.of(action.id, place)  # not by what was moved now: a kill may have come before
    if action.state == "undoing" and not lasting:
        stuck |= bool(catalog.moves.of(action.id, "target"))
    # Before the action is closed, so that a kill leaves this to be done as well.
    if action.state != "redoing":
        _remove_made(catalog, action.id)  # what holds photos stays
    if action.state != "undoing" and action.kind == "restore":
        _remove_left(catalog, action.id)
    with catalog.database.write(durable=True) as connection:
        match action.state:
            case "doing":
                count = catalog.moves.forget_undone(connection, action.id)
                if count:
                    catalog.journal.close(connection, action.id, sentence(action.kind, count), "done")
                else:
                    catalog.journal.forget(connection, action.id)
            case "undoing":
                catalog.journal.set_state(connection, action.id, "done" if stuck else "undone")
                if stuck and lasting:
                    catalog.journal.give_up(connection, action.id)
            case "redoing":
                catalog.journal.set_state(connection, action.id, "undone" if stuck else "done")
                if stuck and lasting:
                    catalog.journal.set_state(connection, action.id, "dropped")


def _remove_made(catalog: Catalog, action: int) -> None:
    """Remove the folders that an action made, where they are empty."""
    roots = catalog.roots.paths()
    paths = [
        os.path.normpath(os.path.join(roots[spot.root], spot.rel))
        for spot in catalog.moves.made_folders(action)
        if spot.root in roots
    ]
    for path in sorted(paths, key=len, reverse=True):
        disk.remove_folder(path)


def _remove_left(catalog: Catalog, action: int) -> None:
    """Remove the folders that photos were taken out of, where photoorg made them and they are empty."""
    roots = catalog.roots.paths()
    made = catalog.moves.all_made()
    left = {
        Spot(step.source.root, os.path.dirname(step.source.rel)) for group in catalog.moves.of(action) for step in group
    }
    for spot in left:
        folder, root = spot.rel, spot.root
        while Spot(root, folder or os.curdir) in made and disk.remove_folder(os.path.join(roots[root], folder)):
            if not folder:
                break
            folder = os.path.dirname(folder)


def sentence(kind: str, count: int) -> str:
    """What the history says of a file action over ``count`` photos."""
    said = photo_count(count)
    return {
        "archive": f"Archived {said}",
        "trash": f"Moved {said} to the trash",
        "restore": f"Restored {said}",
        "delete": f"Deleted {said} for good",
        "empty": f"Emptied the trash of {said}",
    }[kind]
