"""Clusters as the catalog keeps them, also from before."""

from __future__ import annotations

import sqlite3
from array import array
from contextlib import closing
from pathlib import Path

import pytest

from photoorg.catalog import cluster_images
from photoorg.catalog.clusters import _PRESENT_MEMBERS, ClusterRow, Link, MemberRow, Members
from photoorg.catalog.store import Catalog
from photoorg.core.types import State
from tests.made_library import MadeLibrary

DUMP = Path(__file__).resolve().parents[1] / "data" / "catalog-v3.sql"


def old(folder: Path) -> Catalog:
    with closing(sqlite3.connect(folder / "catalog.db")) as connection:
        connection.executescript(DUMP.read_text(encoding="utf-8"))
    return Catalog(folder)


def test_an_old_catalog_keeps_its_clusters(tmp_path: Path) -> None:
    catalog = old(tmp_path)
    assert catalog.clusters.rows() == {
        1: ClusterRow(1, "theme", None, "sea"),
        2: ClusterRow(2, "group", 1, "sea, coast", "Summer"),
    }
    assert catalog.clusters.member(1) == MemberRow(1, 2, 0.875, True)
    assert catalog.clusters.member(2) == MemberRow(2, None)
    assert catalog.clusters.members() == Members(
        array("q", [1, 2]), array("q", [2, 0]), array("d", [0.875, 0]), array("b", [1, 0])
    )
    assert catalog.clusters.rejections() == [(2, 2)]
    assert catalog.clusters.links() == [Link(1, 2, "cannot")]
    assert catalog.clusters.shown() == [(2, 1)], "one photo, but a person named it"
    catalog.close()


def test_an_id_is_never_used_again(tmp_path: Path) -> None:
    catalog = old(tmp_path)
    with catalog.database.write():
        made = catalog.clusters.add("group", 1)
        catalog.clusters.drop([made])
        assert catalog.clusters.add("group", 1) == made + 1
    catalog.close()


def test_an_image_brings_everything_back(tmp_path: Path) -> None:
    catalog = old(tmp_path)
    connection = catalog.database.connection

    def everything() -> list[list[tuple[object, ...]]]:
        tables = ("clusters", "cluster_members", "cluster_rejections", "cluster_links")
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in tables]

    before = everything()
    image = cluster_images.image(catalog.database, [2], [1, 2])
    with catalog.database.write():
        catalog.clusters.put([MemberRow(2, 2, 0.5)])
        catalog.clusters.accept([2], 2)
        catalog.clusters.drop([2])
        catalog.clusters.drop_empty()
    assert everything() == [[], [], [], [(1, 2, "cannot")]]
    with catalog.database.write():
        cluster_images.restore(catalog.database, catalog.clusters, image)
    assert everything() == before
    catalog.close()


def test_what_was_never_looked_at_is_known_at_once(tmp_path: Path) -> None:
    catalog = old(tmp_path)
    connection = catalog.database.connection
    assert catalog.clusters.unseen("lite0@1/visual") == []
    with catalog.database.write():
        catalog.clusters.drop([2])
    present = [row[0] for row in connection.execute("SELECT content FROM photos WHERE state = 'present' AND content")]
    assert catalog.clusters.unseen("lite0@1/visual") == [1]
    assert 1 in present
    assert catalog.clusters.unseen("other@1/visual") == []
    with catalog.database.write():
        catalog.clusters.put([MemberRow(1, None)])
    assert catalog.clusters.unseen("lite0@1/visual") == []
    catalog.close()


def test_covers_are_spread_over_a_group(tmp_path: Path) -> None:
    library = MadeLibrary(tmp_path)
    ids = [library.add(f"home/{number:02}.jpg") for number in range(12)]
    library.add("disk/copy.jpg", content="home/00.jpg")
    library.add("disk/gone.jpg", state=State.TRASHED)
    group = library.group(*ids, 14)
    other = library.group(ids[11])
    contents = [library.photo(id).content or 0 for id in ids]
    with library.catalog.database.write():
        sure = [1.0, 0.9, 0.8, 0.7, *[0.5] * 7]
        rows = zip(contents, sure, strict=False)
        library.catalog.clusters.put(MemberRow(content, group, confidence) for content, confidence in rows)
    mean = (2 * 1.0 + 0.9 + 0.8 + 0.7 + 7 * 0.5) / 12
    found = list(library.catalog.clusters.covers((0.0, 0.15, 0.35)))
    assert [(id, content) for id, _, content in found] == [
        (group, contents[0]),
        (group, contents[1]),
        (group, contents[3]),
        (other, contents[11]),
    ]
    assert found[0][1] == pytest.approx(mean)
    ask = f"EXPLAIN QUERY PLAN SELECT m.content FROM {_PRESENT_MEMBERS}"
    assert all("COVERING INDEX" in row[3] for row in library.catalog.database.connection.execute(ask))
    library.services.close()
