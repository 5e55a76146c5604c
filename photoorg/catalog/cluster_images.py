"""Images of clusters for the journal: what is known of some of them and of some contents, and how that is put back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from photoorg.catalog.clusters import ClusterRow, Clusters, Link, MemberRow
from photoorg.catalog.database import Database


def image(database: Database, clusters: Sequence[int], contents: Sequence[int]) -> dict[str, Any]:
    """Everything that is known of ``clusters`` and ``contents``, as a JSON value for ``restore``."""
    ids, touched = sorted(set(clusters)), sorted(set(contents))
    rows = _rows(database, "clusters", "id", ids)
    return {
        "clusters": ids,
        "contents": touched,
        "rows": rows,
        "themes": _rows(database, "clusters", "id", sorted({row[2] for row in rows if row[2] is not None})),
        "members": _rows(database, "cluster_members", "content", touched),
        "rejections": _united(
            _rows(database, "cluster_rejections", "content", touched),
            _rows(database, "cluster_rejections", "cluster", ids),
        ),
        "links": _united(
            _rows(database, "cluster_links", "a", touched), _rows(database, "cluster_links", "b", touched)
        ),
    }


def restore(database: Database, kept: Clusters, image: dict[str, Any]) -> None:
    """Bring what ``image`` took back to how it was, within the caller's transaction.

    Contents that were forgotten since are passed over; photos that joined a cluster which was not there before count
    as never looked at.
    """
    connection = database.connection
    here = {row[0] for row in database.among("SELECT id FROM contents WHERE id IN (:these)", image["contents"])}
    ids = set(image["clusters"])
    present_themes = {row[0] for row in _rows(database, "clusters", "id", [row[0] for row in image["themes"]])}
    kept.save(ClusterRow.read(row) for row in image["themes"] if row[0] not in present_themes)
    kept.save(ClusterRow.read(row) for row in _ordered(image["rows"]))
    kept.drop(ids - {row[0] for row in image["rows"]})
    known = {row[0] for row in connection.execute("SELECT id FROM clusters")}
    for table, column, values in (
        ("cluster_members", "content", image["contents"]),
        ("cluster_rejections", "content", image["contents"]),
        ("cluster_rejections", "cluster", image["clusters"]),
        ("cluster_links", "a", image["contents"]),
        ("cluster_links", "b", image["contents"]),
    ):
        connection.executemany(f"DELETE FROM {table} WHERE {column} = ?", ((value,) for value in values))
    kept.put(
        MemberRow(content, cluster if cluster in known else None, confidence, bool(pinned))
        for content, cluster, confidence, pinned in image["members"]
        if content in here
    )
    present = {row[0] for row in connection.execute("SELECT id FROM contents")}
    connection.executemany(
        "INSERT OR IGNORE INTO cluster_rejections VALUES (?, ?)",
        (row for row in image["rejections"] if row[0] in present and row[1] in known),
    )
    kept.link(Link(*row) for row in image["links"] if row[0] in present and row[1] in present)
    kept.drop_empty_themes()  # of an edit that is done again: the one that it left empty


def _ordered(rows: Sequence[Sequence[Any]]) -> list[Sequence[Any]]:
    """Themes before the groups that name them."""
    return sorted(rows, key=lambda row: row[1] != "theme")


def _rows(database: Database, table: str, column: str, values: Sequence[int]) -> list[list[Any]]:
    return [list(row) for row in database.among(f"SELECT * FROM {table} WHERE {column} IN (:these)", values)]


def _united(first: list[list[Any]], second: list[list[Any]]) -> list[list[Any]]:
    return [list(row) for row in sorted({tuple(row) for row in first + second})]
