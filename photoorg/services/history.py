"""One undo for everything: walks the journal back and forward, whatever kind of action comes next."""

from __future__ import annotations

from photoorg.catalog.store import Catalog
from photoorg.core.actions import Action, Reversal
from photoorg.core.errors import BusyError, CannotError, UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.services.filing import mover, remover

#: The kinds of actions that move files, and those that delete them.
_MOVING = frozenset({"archive", "trash", "restore"})
_DELETING = frozenset({"delete", "empty"})


class History:
    """What was done, and taking it back."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def list(self, limit: int | None = None) -> list[Action]:
        """The newest ``limit`` actions, or all, newest first."""
        return self._catalog.journal.history(limit)

    @property
    def next_undo(self) -> Action | None:
        """The action that ``undo`` would take back."""
        return self._catalog.journal.next_undo()

    @property
    def next_redo(self) -> Action | None:
        """The action that ``redo`` would do again."""
        return self._catalog.journal.next_redo()

    def undo(self, count: int = 1, cancel: CancelToken | None = None) -> Job[Reversal]:
        """Take back the last ``count`` actions, the newest first; fewer where there are no more.

        Photos whose content changed since they were put where they are stay there, and are in ``skipped``.

        Raises:
            UsageError: ``count`` is no number of actions.
            CannotError: there is nothing to undo, or the next action cannot be undone; those before it are.
            BusyError: another photoorg is at work on this catalog.
        """
        return (yield from self._walk(count, "undo", cancel))

    def redo(self, count: int = 1, cancel: CancelToken | None = None) -> Job[Reversal]:
        """Do the last ``count`` undone actions again, the one undone last first.

        Raises:
            UsageError, CannotError, BusyError: as ``undo``.
        """
        return (yield from self._walk(count, "redo", cancel))

    def _walk(self, count: int, way: str, cancel: CancelToken | None) -> Job[Reversal]:
        if count < 1:
            raise UsageError(f"How many actions to {way} is a number from 1.")
        journal = self._catalog.journal
        reversal = Reversal()
        with self._catalog.lock.hold("moving photos"):
            yield from recover(self._catalog, cancel)
            for _ in range(count):
                action = journal.next_undo() if way == "undo" else journal.next_redo()
                if action is None:
                    break
                if action.kind in _MOVING:
                    yield from self._move(action, "undoing" if way == "undo" else "redoing", reversal, cancel)
                else:
                    self._apply(action, way)
                reversal.actions.append(journal.get(action.id) or action)
        if not reversal.actions:
            raise CannotError(f"There is nothing to {way}.")
        return reversal

    def _move(self, action: Action, state: str, reversal: Reversal, cancel: CancelToken | None) -> Job[None]:
        with self._catalog.database.write(durable=True) as connection:
            self._catalog.journal.set_state(connection, action.id, state)
        begun = self._catalog.journal.get(action.id)
        assert begun is not None
        reversal.skipped += yield from mover.finish(self._catalog, begun, cancel)

    def _apply(self, action: Action, way: str) -> None:
        journal = self._catalog.journal
        try:
            journal.take_back(action) if way == "undo" else journal.do_again(action)
        except CannotError:
            # Rows alone cannot come back as they were: it will not go better tomorrow.
            if journal.handles(action.kind):
                with self._catalog.database.write() as connection:
                    journal.give_up(connection, action.id)
            raise


def recover(catalog: Catalog, cancel: CancelToken | None = None) -> Job[None]:
    """Find drives again, and finish what a kill left half done; for the holder of the lock.

    What cannot be finished yet, because a drive is not here, stays open.
    """
    catalog.roots.find_again()
    for action in catalog.journal.unfinished():
        try:
            if action.kind in _DELETING:
                remover.settle(catalog, action)
            else:
                yield from mover.finish(catalog, action, cancel, resumed=True)
        except CannotError:
            continue  # it is as it was, or a drive is not here: the photos concerned are left alone until then


def recover_unless_busy(catalog: Catalog) -> None:
    """``recover`` at the opening of a catalog; another process that holds the lock will do it, or is doing it."""
    if not catalog.journal.unfinished():
        return
    try:
        with catalog.lock.hold("finishing what was interrupted", patience=0):
            for _ in recover(catalog):
                pass
    except BusyError:
        return
