"""What contents are taken for: by a classifier, or by a person, whose word is never replaced."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from photoorg.catalog.database import Database
from photoorg.core.marks import Judgement
from photoorg.core.types import Kind


class Kinds:
    """Reads and writes kinds. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, contents: Sequence[int]) -> dict[int, Judgement]:
        """What is known of those of ``contents`` that anything is known of."""
        return {
            content: Judgement(Kind(kind), certainty, bool(by_person))
            for content, kind, certainty, by_person in self.image(contents)[1]
        }

    def unknown(self) -> array[int]:
        """The contents of present and archived photos that were never judged."""
        rows = self._database.connection.execute(
            """SELECT DISTINCT p.content FROM photos p INDEXED BY photos_timeline
               WHERE p.failure IS NULL AND p.state IN ('present', 'archived') AND p.content IS NOT NULL
               AND NOT EXISTS (SELECT 1 FROM kinds k WHERE k.content = p.content)"""
        )
        return array("q", (row[0] for row in rows))

    def judged(self) -> array[int]:
        """The contents whose kind a classifier told."""
        rows = self._database.connection.execute("SELECT content FROM kinds WHERE NOT by_person")
        return array("q", (row[0] for row in rows))

    def store(self, judged: Iterable[tuple[int, Kind, float]]) -> None:
        """Note what a classifier takes contents for, with its certainty; a person's word stays."""
        self._database.connection.executemany(
            """INSERT INTO kinds (content, kind, certainty) SELECT id, ?, ? FROM contents WHERE id = ?
               ON CONFLICT (content) DO UPDATE SET kind = excluded.kind, certainty = excluded.certainty
               WHERE NOT by_person""",
            ((kind.value, certainty, content) for content, kind, certainty in judged),
        )

    def say(self, contents: Iterable[int], kind: Kind) -> None:
        """Note a person's word."""
        self._database.connection.executemany(
            "INSERT OR REPLACE INTO kinds (content, kind, certainty, by_person) VALUES (?, ?, 1, 1)",
            ((content, kind.value) for content in contents),
        )

    def image(self, contents: Sequence[int]) -> list[Any]:
        """All that is known of ``contents`` as a JSON value, for ``restore``: the contents, and their rows."""
        sql = "SELECT content, kind, certainty, by_person FROM kinds WHERE content IN (:these)"
        return [list(contents), [list(row) for row in self._database.among(sql, contents)]]

    def restore(self, image: list[Any]) -> None:
        """Bring what ``image`` took back to how it was; contents that were forgotten since are passed over."""
        connection = self._database.connection
        contents, rows = image
        connection.executemany("DELETE FROM kinds WHERE content = ?", ((content,) for content in contents))
        connection.executemany(
            "INSERT INTO kinds (content, kind, certainty, by_person) SELECT id, ?, ?, ? FROM contents WHERE id = ?",
            ((*row[1:], row[0]) for row in rows),
        )
