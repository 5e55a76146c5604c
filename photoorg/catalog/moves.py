"""The files of file actions: where each was, where it went, and what the catalog says once it is there."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from photoorg.catalog.database import Database
from photoorg.core.types import State

#: Where a file of a step is; ``gone`` for good, after which its step can be neither undone nor redone.
Place = Literal["source", "target", "gone"]

_COLUMNS = """id, photo, part, source_root, source, target_root, target, before, after, size, mtime_ns, hash, place"""


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in the library: ``rel`` is relative to the root, which may be mounted elsewhere tomorrow."""

    root: int
    rel: str


@dataclass(frozen=True, slots=True)
class Step:
    """One file of an action: the photo's own (``part`` 0) or a companion's.

    ``before`` and ``after`` are the photo's states. ``size`` is in bytes. ``hash`` is the content as it was moved,
    None where it was not looked at (a companion moved within its volume).
    """

    id: int
    photo: int
    part: int
    source: Spot
    target: Spot
    before: State
    after: State
    size: int
    mtime_ns: int
    hash: bytes | None
    place: Place = "source"


class Moves:
    """Reads and writes the steps of file actions. Writing is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def plan(self, connection: sqlite3.Connection, action: int, steps: Iterable[Step], folders: Iterable[Spot]) -> None:
        """Note what an action is going to move, and the folders it is going to make. The steps get ids of their own."""
        connection.executemany(
            """INSERT INTO steps (action, photo, part, source_root, source, target_root, target, before, after,
                                  size, mtime_ns, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
            (
                (
                    *(action, step.photo, step.part, step.source.root, os.fsencode(step.source.rel)),
                    *(step.target.root, os.fsencode(step.target.rel), step.before.value, step.after.value),
                    *(step.size, step.mtime_ns, step.hash),
                )
                for step in steps
            ),
        )
        connection.executemany(
            "INSERT OR IGNORE INTO made_folders VALUES (?, ?, ?)",
            ((action, folder.root, os.fsencode(folder.rel)) for folder in folders),
        )

    def of(self, action: int, place: Place | None = None) -> list[list[Step]]:
        """The steps of an action, one list a photo, its own file first; of the photos at ``place`` only, if named."""
        groups: dict[int, list[Step]] = {}
        for row in self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM steps WHERE action = ? ORDER BY id", (action,)
        ):
            groups.setdefault(row[1], []).append(_step(row))
        return [group for group in groups.values() if place is None or group[0].place == place]

    def settle(self, connection: sqlite3.Connection, group: Sequence[Step], place: Place) -> None:
        """Note that all files of a photo are at ``place``: its row, its companions, and its steps say so then."""
        own = group[0]
        spot, state = (own.target, own.after) if place == "target" else (own.source, own.before)
        raw = os.fsencode(spot.rel)
        # Indexing may have met the file at its new place before this was written, and taken it for a new photo.
        connection.execute("DELETE FROM photos WHERE root = ? AND rel = ? AND id <> ?", (spot.root, raw, own.photo))
        connection.execute(
            "UPDATE photos SET root = ?, rel = ?, state = ? WHERE id = ?", (spot.root, raw, state.value, own.photo)
        )
        connection.execute("DELETE FROM companions WHERE photo = ?", (own.photo,))
        for step in group[1:]:
            rel = step.target.rel if place == "target" else step.source.rel
            connection.execute("INSERT OR IGNORE INTO companions VALUES (?, ?)", (own.photo, os.fsencode(rel)))
        connection.executemany("UPDATE steps SET place = ? WHERE id = ?", ((place, step.id) for step in group))

    def redirect(self, connection: sqlite3.Connection, step: Step, place: Place, spot: Spot) -> None:
        """Let a step lead to (or back to) another spot, because something else lies at its own.

        The actions that go on from there, in that direction, are to find the file at its new spot.
        """
        if place == "target":
            old, side, next_side, order = step.target, "target", "source", ">"
        else:
            old, side, next_side, order = step.source, "source", "target", "<"
        new = (spot.root, os.fsencode(spot.rel))
        connection.execute(f"UPDATE steps SET {side}_root = ?, {side} = ? WHERE id = ?", (*new, step.id))
        connection.execute(
            f"""UPDATE steps SET {next_side}_root = ?, {next_side} = ?
                WHERE photo = ? AND id {order} ? AND {next_side}_root = ? AND {next_side} = ?""",
            (*new, step.photo, step.id, old.root, os.fsencode(old.rel)),
        )

    def forget_undone(self, connection: sqlite3.Connection, action: int) -> int:
        """Drop the steps of photos that an action did not move; returns how many photos it did."""
        connection.execute(
            """DELETE FROM steps WHERE action = ?1 AND photo IN
               (SELECT photo FROM steps WHERE action = ?1 AND part = 0 AND place = 'source')""",
            (action,),
        )
        row = connection.execute("SELECT count(*) FROM steps WHERE action = ? AND part = 0", (action,)).fetchone()
        connection.execute("UPDATE actions SET photos = ? WHERE id = ?", (row[0], action))
        return int(row[0])

    def gone(self, connection: sqlite3.Connection, photo: int) -> None:
        """Forget a photo whose file was deleted. Actions with nothing left to take back become irreversible."""
        connection.execute("UPDATE steps SET place = 'gone' WHERE photo = ?", (photo,))
        connection.execute(
            """UPDATE actions SET reversible = 0 WHERE id IN (SELECT action FROM steps WHERE photo = ?)
               AND NOT EXISTS (SELECT 1 FROM steps s WHERE s.action = actions.id AND s.place <> 'gone')""",
            (photo,),
        )
        connection.execute("DELETE FROM photos WHERE id = ?", (photo,))

    def origin(self, photo: int) -> list[Step]:
        """The steps that put a photo away to where it is now; empty where the person put it there."""
        row = self._database.connection.execute(
            """SELECT s.action FROM steps s JOIN photos p ON p.id = s.photo JOIN actions a ON a.id = s.action
               WHERE s.photo = ? AND s.part = 0 AND s.place = 'target' AND a.kind <> 'restore'
                 AND s.target_root = p.root AND s.target = p.rel ORDER BY s.id DESC LIMIT 1""",
            (photo,),
        ).fetchone()
        if row is None:
            return []
        rows = self._database.connection.execute(
            f"SELECT {_COLUMNS} FROM steps WHERE action = ? AND photo = ? ORDER BY part", (row[0], photo)
        )
        return [_step(found) for found in rows]

    def made_folders(self, action: int) -> list[Spot]:
        """The folders that an action made."""
        rows = self._database.connection.execute("SELECT root, rel FROM made_folders WHERE action = ?", (action,))
        return [Spot(row[0], os.fsdecode(row[1])) for row in rows]

    def all_made(self) -> set[Spot]:
        """Every folder that any action made."""
        rows = self._database.connection.execute("SELECT DISTINCT root, rel FROM made_folders")
        return {Spot(row[0], os.fsdecode(row[1])) for row in rows}

    def under_way(self) -> set[int]:
        """The photos of actions that are not finished."""
        rows = self._database.connection.execute(
            """SELECT DISTINCT photo FROM steps WHERE action IN
               (SELECT id FROM actions WHERE state IN ('doing', 'undoing', 'redoing'))"""
        )
        return {row[0] for row in rows}


def _step(row: tuple[Any, ...]) -> Step:
    id, photo, part, source_root, source, target_root, target, before, after, size, mtime_ns, hash, place = row
    return Step(
        id,
        photo,
        part,
        Spot(source_root, os.fsdecode(source)),
        Spot(target_root, os.fsdecode(target)),
        State(before),
        State(after),
        size,
        mtime_ns,
        hash,
        place,
    )
