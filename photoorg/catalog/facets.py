"""Counts of the present photos by what they can be narrowed by, each from an index alone."""

from __future__ import annotations

import os
from collections import Counter

from photoorg.catalog.database import Database
from photoorg.catalog.months import PRESENT, present_months
from photoorg.catalog.schema import FOLDER
from photoorg.core.facets import Facets
from photoorg.core.types import Flag, Kind

#: CROSS JOIN keeps the order: SQLite would begin with all photos and look each up.
_OF_CONTENTS = "CROSS JOIN photos p INDEXED BY photos_content ON p.content ="


def facets(database: Database) -> Facets:
    """Everything that is counted, as it is at one moment."""
    connection = database.connection
    connection.execute("BEGIN")  # a snapshot: the counts agree with each other
    try:
        months = present_months(connection)
        cameras = connection.execute(
            f"""SELECT c.camera, count(*) AS n FROM contents c INDEXED BY contents_camera {_OF_CONTENTS} c.id
                WHERE c.camera IS NOT NULL AND {PRESENT} GROUP BY c.camera ORDER BY n DESC, c.camera"""
        ).fetchall()
        kinds = connection.execute(
            f"""SELECT k.kind, count(*) FROM kinds k INDEXED BY kinds_kind {_OF_CONTENTS} k.content
                WHERE {PRESENT} GROUP BY k.kind"""
        ).fetchall()
        placed = connection.execute(
            f"""SELECT count(*) FROM contents c INDEXED BY contents_placed {_OF_CONTENTS} c.id
                WHERE c.latitude IS NOT NULL AND {PRESENT}"""
        ).fetchone()[0]
        towns = connection.execute(
            f"""SELECT t.country, t.town, count(*) AS n FROM towns t INDEXED BY towns_country {_OF_CONTENTS} t.content
                WHERE t.country <> '' AND {PRESENT} GROUP BY t.country, t.town ORDER BY n DESC, t.country, t.town"""
        ).fetchall()
        ratings = connection.execute(
            f"""SELECT m.rating, count(*) FROM marks m INDEXED BY marks_rating CROSS JOIN photos p ON p.id = m.photo
                WHERE m.rating > 0 AND {PRESENT} GROUP BY m.rating ORDER BY m.rating DESC"""
        ).fetchall()
        flags = connection.execute(
            f"""SELECT m.flag, count(*) FROM marks m INDEXED BY marks_flag CROSS JOIN photos p ON p.id = m.photo
                WHERE m.flag IS NOT NULL AND {PRESENT} GROUP BY m.flag"""
        ).fetchall()
        under = folders(database)
    finally:
        connection.execute("COMMIT")
    return Facets(
        photos=sum(row[1] for row in months),
        months=months,
        folders=under,
        cameras=cameras,
        kinds=[(kind, count) for kind in Kind if (count := dict(kinds).get(kind.value))],
        ratings=ratings,
        flags=[(flag, count) for flag in Flag if (count := dict(flags).get(flag.value))],
        placed=placed,
        countries=_countries(towns),
        towns=[row for row in towns if row[1]],
    )


def folders(database: Database) -> list[tuple[str, int]]:
    """The absolute folders that hold present photos, and how many lie in each itself."""
    roots = dict(database.connection.execute("SELECT id, path FROM roots"))
    rows = database.connection.execute(
        f"""SELECT p.root, CAST({FOLDER} AS BLOB), count(*) FROM photos p INDEXED BY photos_folder
            WHERE {PRESENT} GROUP BY p.root, {FOLDER}"""
    )
    separator = os.fsencode(os.sep)
    found = [(os.path.join(roots[root], rel).rstrip(separator) or separator, count) for root, rel, count in rows]
    return sorted((os.fsdecode(path), count) for path, count in found)


def _countries(towns: list[tuple[str, str, int]]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for country, _, count in towns:
        counts[country] += count
    return sorted(counts.items(), key=lambda row: (-row[1], row[0]))
