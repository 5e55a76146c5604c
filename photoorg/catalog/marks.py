"""Stars and flags. They belong to a photo, not to its content, and stay with it when it is moved or edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from photoorg.catalog.database import Database
from photoorg.core.marks import Mark
from photoorg.core.types import Flag

_NONE = Mark()


class Marks:
    """Reads and writes marks. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, ids: Sequence[int]) -> dict[int, Mark]:
        """The marks of those of the photos ``ids`` that have any."""
        rows = self._database.among("SELECT photo, rating, flag FROM marks WHERE photo IN (:these)", ids)
        return {photo: Mark(rating, Flag(flag) if flag else None) for photo, rating, flag in rows}

    def put(self, marks: Iterable[tuple[int, Mark]]) -> None:
        """Set the marks of photos; photos that were forgotten since are passed over."""
        listed = list(marks)
        connection = self._database.connection
        connection.executemany("DELETE FROM marks WHERE photo = ?", ((id,) for id, mark in listed if mark == _NONE))
        connection.executemany(
            "INSERT OR REPLACE INTO marks (photo, rating, flag) SELECT id, ?, ? FROM photos WHERE id = ?",
            ((mark.rating, mark.flag, id) for id, mark in listed if mark != _NONE),
        )

    def restore(self, image: list[Any]) -> None:
        """Set what ``image`` told."""
        self.put((id, Mark(rating, Flag(flag) if flag else None)) for id, rating, flag in image)


def image(marks: Iterable[tuple[int, Mark]]) -> list[Any]:
    """Marks of photos as a JSON value, for ``Marks.restore``."""
    return [[id, mark.rating, mark.flag] for id, mark in marks]
