"""The photos as lists, grids and searches read them."""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from photoorg.catalog.conditions import clause
from photoorg.catalog.database import Database
from photoorg.catalog.months import present_months
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.types import Failure, Metadata, Photo, State

_COLUMNS = """p.id, r.path, p.rel, p.state, p.content, p.size, p.taken, c.width, c.height, p.failure
    FROM photos p JOIN roots r ON r.id = p.root LEFT JOIN contents c ON c.id = p.content"""
#: The same for photos of given contents; SQLite itself might begin with all photos.
_OF_CONTENTS = _COLUMNS.replace("photos p JOIN", "photos p INDEXED BY photos_content CROSS JOIN")

#: Photos of the timeline that are read in one piece: Python's lock is held for a millisecond each.
_PIECE = 10_000


@dataclass(frozen=True, slots=True)
class Timeline:
    """Photos, newest first: two parallel arrays of photo ids and content ids (0 while unread).

    ``months`` holds each month that occurs, as ``YYYY-MM``, with how many photos are of it, in the same order.
    """

    ids: array[int]
    contents: array[int]
    months: tuple[tuple[str, int], ...] = ()


class Photos:
    """Reads photos; each query is one statement."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def timeline(self, where: Conditions = ALL) -> Timeline:
        """All readable photos that meet ``where``, newest first; present ones unless it names another state."""
        if where == ALL:
            return self._everything()
        timeline, firsts, months = _empty(), array("q"), list[str]()
        chosen = clause(self._database, where, (State.PRESENT,))
        for id, content, month in self._database.connection.execute(
            f"""SELECT p.id, ifnull(p.content, 0), substr(p.taken, 1, 7) FROM photos p INDEXED BY photos_timeline
                WHERE {chosen.sql} ORDER BY p.taken DESC, p.id DESC""",
            chosen.values,
        ):
            if not months or month != months[-1]:
                months.append(month)
                firsts.append(len(timeline.ids))
            timeline.ids.append(id)
            timeline.contents.append(content)
        counts = (after - first for first, after in pairwise([*firsts, len(timeline.ids)]))
        return replace(timeline, months=tuple(zip(months, counts, strict=True)))

    def _everything(self) -> Timeline:
        """All that is present, in pieces that SQLite puts together by itself.

        Row by row, a thread that reads would ask for Python's lock 100,000 times, and wait for it each time that the
        window's thread has it; and 100,000 tuples at once would hold the window up, in the collector of garbage too.
        """
        timeline, connection = _empty(), self._database.connection
        reads = not connection.in_transaction
        if reads:
            connection.execute("BEGIN")  # a snapshot: the months agree with the photos
        try:
            months = present_months(connection)
            for first, after in _pieces(months):
                ids, contents = connection.execute(
                    """SELECT group_concat(id), group_concat(content) FROM (
                           SELECT id, ifnull(content, 0) AS content FROM photos INDEXED BY photos_timeline
                           WHERE failure IS NULL AND state = 'present' AND taken >= ? AND taken < ?
                           ORDER BY taken DESC, id DESC)""",
                    (first, after),
                ).fetchone()
                timeline.ids.extend(json.loads(f"[{ids}]"))
                timeline.contents.extend(json.loads(f"[{contents}]"))
            return replace(timeline, months=tuple(months))
        finally:
            if reads:
                connection.execute("COMMIT")

    def newest(self, where: Conditions, limit: int) -> list[int]:
        """The newest ``limit`` of the present and archived photos (or of the state it names) that meet ``where``."""
        chosen = clause(self._database, where, (State.PRESENT, State.ARCHIVED))
        rows = self._database.connection.execute(
            f"""SELECT p.id FROM photos p INDEXED BY photos_timeline
                WHERE {chosen.sql} ORDER BY p.taken DESC, p.id DESC LIMIT ?""",
            (*chosen.values, limit),
        )
        return [row[0] for row in rows]

    def many(self, ids: Sequence[int]) -> list[Photo]:
        """The photos with these ids, in this order; unknown ids are left out."""
        found: dict[int, Photo] = {}
        for row in self._database.among(f"SELECT {_COLUMNS} WHERE p.id IN (:these)", ids):
            found[row[0]] = _photo(row)
        return [found[id] for id in ids if id in found]

    def existing(self, ids: Sequence[int]) -> set[int]:
        """Those of ``ids`` that are photos."""
        return {row[0] for row in self._database.among("SELECT id FROM photos WHERE id IN (:these)", ids)}

    def get(self, id: int) -> Photo | None:
        """One photo, None when there is none with this id."""
        return next(iter(self.many([id])), None)

    def at(self, path: str) -> Photo | None:
        """The photo at an absolute path, None when the library has none there."""
        raw = os.fsencode(path)
        for root, base in self._database.connection.execute("SELECT id, path FROM roots"):
            prefix = base.rstrip(os.fsencode(os.sep)) + os.fsencode(os.sep)
            if raw.startswith(prefix):
                row = self._database.connection.execute(
                    f"SELECT {_COLUMNS} WHERE p.root = ? AND p.rel = ?", (root, raw[len(prefix) :])
                ).fetchone()
                if row:
                    return _photo(row)
        return None

    def of_contents(
        self,
        contents: Iterable[int],
        states: Sequence[State] = (State.PRESENT, State.ARCHIVED),
        where: Conditions = ALL,
    ) -> dict[int, list[Photo]]:
        """The photos of each of ``contents`` that are in ``states`` and meet the conditions, by content."""
        chosen = clause(self._database, where, states, few=True)
        found: dict[int, list[Photo]] = {}
        for row in self._database.among(
            f"SELECT {_OF_CONTENTS} WHERE {chosen.sql} AND p.content IN (:these) ORDER BY p.id",
            list(contents),
            chosen.values,
        ):
            found.setdefault(row[4], []).append(_photo(row))
        return found

    def searchable(
        self, states: Sequence[State] = (State.PRESENT, State.ARCHIVED), where: Conditions = ALL
    ) -> array[int]:
        """The contents of the photos that are in ``states`` and meet the conditions, each once."""
        chosen = clause(self._database, where, states)
        rows = self._database.connection.execute(
            f"""SELECT p.content FROM photos p INDEXED BY photos_timeline
                WHERE {chosen.sql} AND p.content IS NOT NULL""",
            chosen.values,
        )
        return array("q", sorted({row[0] for row in rows}))  # which is quicker than SELECT DISTINCT

    def metadata(self, content: int) -> Metadata | None:
        """What the file said of itself when it was read."""
        row = self._database.connection.execute(
            """SELECT width, height, format, taken, camera, lens, latitude, longitude, software, description,
                      exposure, aperture, iso, focal
               FROM contents WHERE id = ?""",
            (content,),
        ).fetchone()
        return Metadata(*row) if row else None

    def fingerprint(self, id: int) -> tuple[int, int, bytes | None]:
        """Size in bytes, modification time (ns) and content hash (None while unread) of a photo as it was indexed."""
        row = self._database.connection.execute(
            """SELECT p.size, p.mtime_ns, c.hash FROM photos p LEFT JOIN contents c ON c.id = p.content
               AND NOT p.pending WHERE p.id = ?""",
            (id,),
        ).fetchone()
        return int(row[0]), int(row[1]), row[2]

    def place(self, id: int) -> tuple[int, str] | None:
        """The root of a photo, and its path relative to it; None when there is no such photo."""
        row = self._database.connection.execute("SELECT root, rel FROM photos WHERE id = ?", (id,)).fetchone()
        return (int(row[0]), os.fsdecode(row[1])) if row else None

    def in_state(self, state: State) -> list[int]:
        """The ids of all photos in a state, readable or not."""
        return [
            row[0]
            for row in self._database.connection.execute(
                "SELECT id FROM photos WHERE state = ? ORDER BY id", (state.value,)
            )
        ]

    def companions(self, id: int) -> list[str]:
        """The absolute paths of the files that belong to a photo."""
        rows = self._database.connection.execute(
            """SELECT r.path, c.rel FROM companions c JOIN photos p ON p.id = c.photo
               JOIN roots r ON r.id = p.root WHERE c.photo = ? ORDER BY c.rel""",
            (id,),
        )
        return [_path(row[0], row[1]) for row in rows]

    def failures(self) -> list[Failure]:
        """The present files that could not be read, with the reasons, by path."""
        rows = self._database.connection.execute(
            """SELECT r.path, p.rel, p.failure FROM photos p JOIN roots r ON r.id = p.root
               WHERE p.failure IS NOT NULL AND p.state = 'present' ORDER BY r.path, p.rel"""
        )
        return [Failure(_path(row[0], row[1]), row[2]) for row in rows]

    def size_of(self, ids: Sequence[int]) -> int:
        """The size of the files of these photos together, without their companions."""
        row = self._database.connection.execute(
            "SELECT ifnull(sum(size), 0) FROM photos WHERE id IN (SELECT value FROM json_each(?))",
            (json.dumps(list(ids)),),
        ).fetchone()
        return int(row[0])

    def span_of(self, ids: Sequence[int]) -> tuple[str, str]:
        """When the first and the last of these photos were taken (ISO); empty where there are none."""
        row = self._database.connection.execute(
            """SELECT ifnull(min(taken), ''), ifnull(max(taken), '') FROM photos
               WHERE id IN (SELECT value FROM json_each(?))""",
            (json.dumps(list(ids)),),
        ).fetchone()
        return str(row[0]), str(row[1])

    def counts(self) -> dict[str, int]:
        """How many readable photos are in each state; every state is named."""
        rows = self._database.connection.execute(
            "SELECT state, count(*) FROM photos WHERE failure IS NULL GROUP BY state"
        )
        return {state.value: 0 for state in State} | {row[0]: row[1] for row in rows}

    def any_read(self) -> bool:
        """Whether any photo has ever been read."""
        return self._database.connection.execute("SELECT 1 FROM contents LIMIT 1").fetchone() is not None

    def pending(self) -> int:
        """How many present photos wait to be read."""
        row = self._database.connection.execute(
            "SELECT count(*) FROM photos WHERE pending AND state = 'present'"
        ).fetchone()
        return int(row[0])


def _pieces(months: Sequence[tuple[str, int]]) -> Iterator[tuple[str, str]]:
    """Spans of whole months, newest first, each of about ``_PIECE`` photos: the first month, and the one after it."""
    after, count = "~", 0  # which no date reaches
    for month, photos in months:
        count += photos
        if count >= _PIECE:
            yield month, after
            after, count = month, 0
    if count:
        yield months[-1][0], after


def _empty() -> Timeline:
    return Timeline(array("q"), array("q"))


def _path(root: bytes, rel: bytes) -> str:
    return os.path.join(os.fsdecode(root), os.fsdecode(rel))


def _photo(row: tuple[Any, ...]) -> Photo:
    id, root, rel, state, content, size, taken, width, height, failure = row
    return Photo(id, _path(root, rel), State(state), content, size, taken, width, height, failure)
