"""The journal: one line of everything a person did, which undo walks back and redo forward.

Two ways of taking an action back share it:

- *Catalog actions* (cluster edits, marks, kinds) change rows only. Whoever makes such a change records it **in the
  same transaction**, with what takes it back and what does it again as JSON, and registers once how that is applied::

      journal.handle("cluster", apply)              # apply(connection, data), called within a transaction

      with catalog.database.write() as connection:
          ...                                       # the change itself
          catalog.journal.record(connection, "cluster", "Merged 2 groups", undo=before, redo=after, photos=12)

  ``apply`` gets ``undo``'s data to take the action back and ``redo``'s to do it again. Where that is no longer
  possible it raises ``CannotError`` with a sentence: the transaction is rolled back, and the action stays done.

- *File actions* (archive, trash, restore) keep each file they move in the table ``steps`` and are carried out by
  ``services``, which finds them in this same line by their kind.

The line is linear: a new action drops what was undone and not redone. Irreversible actions stand in it to be seen.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from photoorg.catalog.database import Database
from photoorg.core.actions import Action
from photoorg.core.errors import CannotError

#: What a handler applies: any JSON value.
Data = Any
Apply = Callable[[sqlite3.Connection, Data], None]

_COLUMNS = "id, kind, what, photos, at, state, reversible"


class Journal:
    """Records actions and says which is the next to undo or redo."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._handlers: dict[str, Apply] = {}

    def handle(self, kind: str, apply: Apply) -> None:
        """Register how the recorded data of the actions of ``kind`` is applied, once for each opened catalog.

        Raises:
            ValueError: the kind has a handler.
        """
        if kind in self._handlers:
            raise ValueError(f"There are two handlers of {kind!r}.")
        self._handlers[kind] = apply

    def handles(self, kind: str) -> bool:
        """Whether the actions of ``kind`` are taken back by a handler."""
        return kind in self._handlers

    def record(
        self,
        connection: sqlite3.Connection,
        kind: str,
        what: str,
        *,
        undo: Data = None,
        redo: Data = None,
        photos: int = 0,
        reversible: bool = True,
        state: str = "done",
    ) -> int:
        """Note an action as part of the transaction that carries it out; returns its id.

        ``what`` is a short sentence without a full stop, in the past tense, for the history: ``Merged 2 groups``.
        """
        connection.execute("UPDATE actions SET state = 'dropped' WHERE state = 'undone'")
        cursor = connection.execute(
            """INSERT INTO actions (kind, what, photos, at, state, reversible, undo, redo)
               VALUES (?, ?, ?, ?, ?, ?, ?, ?)""",
            (kind, what, photos, _now(), state, reversible, json.dumps(undo), json.dumps(redo)),
        )
        return int(cursor.lastrowid or 0)

    def set_state(self, connection: sqlite3.Connection, action: int, state: str) -> None:
        """Note how far an action is."""
        connection.execute("UPDATE actions SET state = ? WHERE id = ?", (state, action))

    def close(self, connection: sqlite3.Connection, action: int, what: str, state: str) -> None:
        """Note that an action is over, and what came of it."""
        connection.execute("UPDATE actions SET state = ?, what = ? WHERE id = ?", (state, what, action))

    def forget(self, connection: sqlite3.Connection, action: int) -> None:
        """Strike out an action that came to nothing."""
        connection.execute("DELETE FROM actions WHERE id = ?", (action,))

    def give_up(self, connection: sqlite3.Connection, action: int) -> None:
        """Note that an action can no longer be taken back, so that undo goes on to the one before."""
        connection.execute("UPDATE actions SET reversible = 0, state = 'done' WHERE id = ?", (action,))

    def get(self, action: int) -> Action | None:
        """One action, None when there is none with this id."""
        return self._first("WHERE id = ?", action)

    def history(self, limit: int | None = None) -> list[Action]:
        """The newest ``limit`` actions, or all, newest first."""
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM actions ORDER BY id DESC LIMIT ?", (-1 if limit is None else limit,)
        )
        return [_action(row) for row in rows]

    def unfinished(self) -> list[Action]:
        """The actions that a kill left under way, oldest first."""
        rows = self._database.connection.execute(
            f"""SELECT {_COLUMNS} FROM actions WHERE state IN ('doing', 'undoing', 'redoing') ORDER BY id"""
        )
        return [_action(row) for row in rows]

    def next_undo(self) -> Action | None:
        """The action that undo would take back."""
        return self._first("WHERE state = 'done' AND reversible ORDER BY id DESC")

    def next_redo(self) -> Action | None:
        """The action that redo would do again."""
        return self._first("WHERE state = 'undone' AND reversible ORDER BY id")

    def take_back(self, action: Action) -> None:
        """Undo a catalog action.

        Raises:
            CannotError: its handler says why not, or there is none.
        """
        self._apply(action, "undo", "undone")

    def do_again(self, action: Action) -> None:
        """Redo a catalog action.

        Raises:
            CannotError: its handler says why not, or there is none.
        """
        self._apply(action, "redo", "done")

    def _apply(self, action: Action, column: str, state: str) -> None:
        apply = self._handlers.get(action.kind)
        if apply is None:
            raise CannotError(f"This photoorg does not know how to {column} “{action.what}”.")
        with self._database.write() as connection:
            row = connection.execute(f"SELECT {column} FROM actions WHERE id = ?", (action.id,)).fetchone()
            apply(connection, json.loads(row[0]))
            self.set_state(connection, action.id, state)

    def _first(self, where: str, *values: object) -> Action | None:
        row = self._database.connection.execute(f"SELECT {_COLUMNS} FROM actions {where} LIMIT 1", values).fetchone()
        return _action(row) if row else None


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _action(row: tuple[Any, ...]) -> Action:
    id, kind, what, photos, at, state, reversible = row
    return Action(id, kind, what, photos, at, state, bool(reversible))
