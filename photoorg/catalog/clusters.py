"""Clusters as they are kept: themes and groups, their members, and what a person said about them.

Members are contents, so copies of a photo share their place, and a moved file keeps it. A group that a person named or
made is *held*: it is shown however few photos it has, and no run of clustering takes photos out of it.
"""

from __future__ import annotations

import json
import os
from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import astuple, dataclass
from typing import Any, Literal

from photoorg.catalog.database import Database

Level = Literal["theme", "group"]
LinkKind = Literal["must", "cannot"]

#: Fewer photos than this are no group, unless a person made or named it.
SMALLEST_GROUP = 3

#: The members of groups that are present photos, from two indexes alone: SQLite itself would begin with all photos.
_PRESENT_MEMBERS = """cluster_members m CROSS JOIN photos p INDEXED BY photos_content ON p.content = m.content
    WHERE p.state = 'present' AND p.failure IS NULL AND m.cluster IS NOT NULL"""
#: Which groups are shown, with how many present photos.
_SHOWN_GROUPS = f"""SELECT id, size FROM
        (SELECT m.cluster AS id, count(*) AS size FROM {_PRESENT_MEMBERS} GROUP BY m.cluster)
    JOIN clusters c USING (id)
    WHERE size >= {SMALLEST_GROUP} OR c.by_person OR c.name IS NOT NULL"""


@dataclass(frozen=True, slots=True)
class ClusterRow:
    """A theme or a group. ``suggested`` is the name that was found, ``name`` the person's own, which wins."""

    id: int
    level: Level
    theme: int | None = None
    suggested: str = ""
    name: str | None = None
    by_person: bool = False
    theme_pinned: bool = False

    @classmethod
    def read(cls, row: Sequence[Any]) -> ClusterRow:
        """A row of the table, whose columns are in the order of the fields."""
        id, level, theme, suggested, name, by_person, theme_pinned = row
        return cls(id, level, theme, suggested, name, bool(by_person), bool(theme_pinned))

    @property
    def held(self) -> bool:
        """Whether a person named or made it."""
        return self.by_person or self.name is not None

    @property
    def title(self) -> str:
        """The name to show."""
        return self.name if self.name is not None else self.suggested


@dataclass(frozen=True, slots=True)
class MemberRow:
    """Where a content belongs; ``cluster`` is None where it was looked at and belongs nowhere."""

    content: int
    cluster: int | None
    confidence: float = 0.0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Members:
    """``MemberRow`` by column, by ascending content, ``clusters`` 0 for none.

    Hundreds of thousands of small objects would make Python's collector of garbage hold up the window.
    """

    contents: array[int]
    clusters: array[int]
    confidences: array[float]
    pinned: array[int]


@dataclass(frozen=True, slots=True)
class Link:
    """Two contents, ``a`` < ``b``, that belong together or do not."""

    a: int
    b: int
    kind: LinkKind


class Clusters:
    """Reads and writes clusters. What writes is part of the caller's transaction."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Reading

    def rows(self) -> dict[int, ClusterRow]:
        """Every theme and group by id."""
        found = self._database.connection.execute(
            "SELECT id, level, theme, suggested, name, by_person, theme_pinned FROM clusters ORDER BY id"
        )
        return {row[0]: ClusterRow.read(row) for row in found}

    def get(self, id: int) -> ClusterRow | None:
        """One theme or group."""
        row = self._database.connection.execute(
            "SELECT id, level, theme, suggested, name, by_person, theme_pinned FROM clusters WHERE id = ?", (id,)
        ).fetchone()
        return ClusterRow.read(row) if row else None

    def members(self) -> Members:
        """Every content that was looked at."""
        found = Members(array("q"), array("q"), array("d"), array("b"))
        add = found.contents.append, found.clusters.append, found.confidences.append, found.pinned.append
        for row in self._database.connection.execute(
            "SELECT content, ifnull(cluster, 0), confidence, pinned FROM cluster_members ORDER BY content"
        ):
            for append, value in zip(add, row, strict=True):
                append(value)
        return found

    def members_of(self, cluster: int) -> list[MemberRow]:
        """The contents of a group, the surest first."""
        found = self._database.connection.execute(
            """SELECT content, cluster, confidence, pinned FROM cluster_members WHERE cluster = ?
               ORDER BY confidence DESC, content""",
            (cluster,),
        )
        return [MemberRow(row[0], row[1], row[2], bool(row[3])) for row in found]

    def member(self, content: int) -> MemberRow | None:
        """Where a content belongs; None when it was never looked at."""
        row = self._database.connection.execute(
            "SELECT content, cluster, confidence, pinned FROM cluster_members WHERE content = ?", (content,)
        ).fetchone()
        return MemberRow(row[0], row[1], row[2], bool(row[3])) if row else None

    def rejections(self) -> list[tuple[int, int]]:
        """``(content, cluster)`` for everything that was said not to belong."""
        found = self._database.connection.execute("SELECT content, cluster FROM cluster_rejections")
        return [(row[0], row[1]) for row in found]

    def links(self) -> list[Link]:
        """All pairs that a person joined or parted."""
        return [Link(*row) for row in self._database.connection.execute("SELECT a, b, kind FROM cluster_links")]

    def unseen(self, space: str) -> list[int]:
        """The contents of present photos that have a vector in ``space`` and were never looked at."""
        found = self._database.connection.execute(
            """SELECT q.content FROM cluster_queue q
               WHERE EXISTS (SELECT 1 FROM photos p
                             WHERE p.content = q.content AND p.state = 'present' AND p.failure IS NULL)
               AND EXISTS (SELECT 1 FROM vectors v JOIN spaces s ON s.id = v.space
                           WHERE s.name = ? AND v.content = q.content)
               ORDER BY q.content""",
            (space,),
        )
        return [row[0] for row in found]

    def places(self, contents: Sequence[int]) -> dict[int, int | None]:
        """The group, or None, of those of ``contents`` that present photos have and that were looked at."""
        rows = self._database.among(
            """SELECT m.content, m.cluster FROM cluster_members m WHERE m.content IN (:these)
               AND EXISTS (SELECT 1 FROM photos p WHERE p.content = m.content
                           AND p.state = 'present' AND p.failure IS NULL)""",
            contents,
        )
        return dict(rows)

    def homes(self, contents: Sequence[int]) -> list[tuple[int, int]]:
        """``(content, group)`` of those of ``contents`` that are in one."""
        sql = "SELECT content, cluster FROM cluster_members WHERE cluster IS NOT NULL AND content IN (:these)"
        return [(content, cluster) for content, cluster in self._database.among(sql, contents)]

    def last_run(self) -> dict[str, Any]:
        """What ``remember_run`` was given last; empty before the first run."""
        row = self._database.connection.execute("SELECT value FROM settings WHERE key = 'clusters'").fetchone()
        return dict(json.loads(row[0])) if row else {}

    def shown(self) -> list[tuple[int, int]]:
        """``(group, number of present photos)`` of every group to show, the largest first."""
        found = self._database.connection.execute(f"{_SHOWN_GROUPS} ORDER BY size DESC, id")
        return [(row[0], row[1]) for row in found]

    def count(self) -> int:
        """How many groups there are to show."""
        row = self._database.connection.execute(f"SELECT count(*) FROM ({_SHOWN_GROUPS})").fetchone()
        return int(row[0])

    def photos(self, cluster: int | None = None) -> Iterator[tuple[int, bytes, bytes, int, int | None, float]]:
        """``(photo, root, path below it, content, group, confidence)`` of the present photos of ``cluster``, the
        surest first; without ``cluster``, of all present photos, group by group, those in no group at last.
        """
        if cluster is None:
            source, values = "photos p NOT INDEXED LEFT JOIN cluster_members m ON m.content = p.content", []
        else:  # in this order: a group is a handful among a hundred thousand
            source, values = (
                "cluster_members m CROSS JOIN photos p ON p.content = m.content AND m.cluster = ?",
                [cluster],
            )
        yield from self._database.connection.execute(
            f"""SELECT p.id, r.path, p.rel, p.content, m.cluster, ifnull(m.confidence, 0)
                FROM {source} JOIN roots r ON r.id = p.root
                WHERE p.state = 'present' AND p.failure IS NULL AND p.content IS NOT NULL
                ORDER BY m.cluster IS NULL, m.cluster, m.confidence DESC, p.taken DESC, p.id""",
            values,
        )

    def covers(self, shares: Sequence[float]) -> Iterator[tuple[int, float, int]]:
        """``(group, mean confidence of its present photos, content)``: of every group the contents that lie, with the
        surest first, at ``shares`` of its way or next to those before, each once.
        """
        places = ", ".join(f"max({least}, CAST({share} * contents AS INTEGER))" for least, share in enumerate(shares))
        yield from self._database.connection.execute(
            f"""WITH present AS (
                    SELECT m.cluster, m.content, m.confidence, count(*) AS photos FROM {_PRESENT_MEMBERS}
                    GROUP BY m.content),
                placed AS (
                    SELECT cluster, content, row_number() OVER (whole ORDER BY confidence DESC, content) - 1 AS place,
                        count(*) OVER whole AS contents,
                        sum(photos * confidence) OVER whole / sum(photos) OVER whole AS mean
                    FROM present WINDOW whole AS (PARTITION BY cluster))
                SELECT cluster, mean, content FROM placed WHERE place IN ({places}) ORDER BY cluster, place"""
        )

    def origins(self, contents: Sequence[int]) -> list[tuple[str | None, bytes, float | None, float | None]]:
        """``(date in the file, path, latitude, longitude)`` of a present photo of each of ``contents``."""
        return [
            (taken, path, north, east)
            for taken, path, north, east in self._database.among(
                """SELECT c.taken, min(p.rel), c.latitude, c.longitude
                   FROM contents c JOIN photos p ON p.content = c.id AND p.state = 'present'
                   WHERE c.id IN (:these) GROUP BY c.id""",
                contents,
            )
        ]

    def photos_in(self, folder: str) -> int:
        """How many present photos lie in or below a folder, named from its root on."""
        first, after = (os.fsencode(folder + end) for end in (os.sep, chr(ord(os.sep) + 1)))
        (count,) = self._database.connection.execute(
            """SELECT count(*) FROM roots r JOIN photos p ON p.root = r.id AND p.rel >= ? AND p.rel < ?
               WHERE p.state = 'present' AND p.failure IS NULL""",
            (first, after),
        ).fetchone()
        return int(count)

    # Writing

    def add(self, level: Level, theme: int | None = None, by_person: bool = False) -> int:
        """A new theme or group; its id was never used before."""
        cursor = self._database.connection.execute(
            "INSERT INTO clusters (level, theme, by_person) VALUES (?, ?, ?)", (level, theme, by_person)
        )
        return int(cursor.lastrowid or 0)

    def save(self, rows: Iterable[ClusterRow]) -> None:
        """Write themes and groups, by id."""
        self._database.connection.executemany(
            """INSERT INTO clusters (id, level, theme, suggested, name, by_person, theme_pinned)
               VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET level = excluded.level,
               theme = excluded.theme, suggested = excluded.suggested, name = excluded.name,
               by_person = excluded.by_person, theme_pinned = excluded.theme_pinned""",
            (astuple(row) for row in rows),
        )

    def drop(self, ids: Iterable[int]) -> None:
        """Forget themes and groups. Members they still have count as never looked at."""
        listed = [(id,) for id in ids]
        self._database.connection.executemany("DELETE FROM cluster_members WHERE cluster = ?", listed)
        self._database.connection.executemany("DELETE FROM clusters WHERE id = ?", listed)

    def drop_empty(self) -> None:
        """Forget groups without any member that no person holds, and themes without any group."""
        self._database.connection.execute(
            """DELETE FROM clusters WHERE level = 'group' AND NOT by_person AND name IS NULL
               AND NOT EXISTS (SELECT 1 FROM cluster_members m WHERE m.cluster = clusters.id)"""
        )
        self.drop_empty_themes()

    def drop_empty_themes(self) -> None:
        """Forget themes without any group."""
        self._database.connection.execute(
            """DELETE FROM clusters WHERE level = 'theme'
               AND NOT EXISTS (SELECT 1 FROM clusters g WHERE g.theme = clusters.id)"""
        )

    def remember_run(self, values: dict[str, Any]) -> None:
        """Keep with the catalog what a run of clustering looked at."""
        self._database.connection.execute(
            "INSERT OR REPLACE INTO settings VALUES ('clusters', ?)", (json.dumps(values),)
        )

    def put(self, members: Iterable[MemberRow]) -> None:
        """Say where contents belong."""
        self._database.connection.executemany(
            "INSERT OR REPLACE INTO cluster_members (content, cluster, confidence, pinned) VALUES (?, ?, ?, ?)",
            (astuple(member) for member in members),
        )

    def reject(self, contents: Iterable[int], cluster: int) -> None:
        """Remember that ``contents`` do not belong to ``cluster``."""
        self._database.connection.executemany(
            "INSERT OR IGNORE INTO cluster_rejections VALUES (?, ?)", ((content, cluster) for content in contents)
        )

    def accept(self, contents: Iterable[int], cluster: int) -> None:
        """Forget that ``contents`` were rejected from ``cluster``."""
        self._database.connection.executemany(
            "DELETE FROM cluster_rejections WHERE content = ? AND cluster = ?",
            ((content, cluster) for content in contents),
        )

    def link(self, links: Iterable[Link]) -> None:
        """Remember pairs; a later word about the same pair replaces the earlier one."""
        self._database.connection.executemany(
            "INSERT OR REPLACE INTO cluster_links VALUES (?, ?, ?)", (astuple(link) for link in links)
        )
