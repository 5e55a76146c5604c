"""Conditions as SQL: the one place where timelines, searches and counts learn which photos pass."""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import NamedTuple

from photoorg.catalog.database import Database
from photoorg.core.conditions import Conditions
from photoorg.core.types import State


class Clause(NamedTuple):
    """What stands behind WHERE over the table ``photos p``, and the values of its parameters."""

    sql: str
    values: tuple[object, ...]


def clause(database: Database, where: Conditions, states: Sequence[State], few: bool = False) -> Clause:
    """The readable photos that meet ``where``; they are in one of ``states`` unless it names a state itself.

    Every part is answered from an index: what is said of a content or a photo elsewhere comes as a list of ids, so
    that with ``INDEXED BY photos_timeline`` no row of ``photos`` is looked at. Where the asker has ``few`` photos in
    hand, it is looked up for each of them instead.
    """
    wanted = (where.state,) if where.state is not None else tuple(states)
    met = _met(database, where, few)
    sql = [f"p.failure IS NULL AND p.state IN ({','.join('?' * len(wanted))})", *filter(None, [met.sql])]
    values: list[object] = [*(state.value for state in wanted), *met.values]
    for each in where.outside:
        left_out = _met(database, each, few)
        parts = list(filter(None, [left_out.sql]))
        values += left_out.values
        if each.state is not None:
            parts.append("p.state = ?")
            values.append(each.state.value)
        # Not NOT: a photo that is still to be read is of no kind, and SQL calls that unknown.
        sql.append(f"({' AND '.join(parts) or 'FALSE'}) IS NOT TRUE")
    return Clause(" AND ".join(sql), tuple(values))


def _met(database: Database, where: Conditions, few: bool) -> Clause:
    """What ``where`` asks for beside a state and what is left out; empty where that is nothing."""
    parts, values = list[str](), list[object]()

    def add(part: str, *given: object) -> None:
        parts.append(part)
        values.extend(given)

    if where.date_from:
        add("p.taken >= ?", where.date_from)
    if where.date_to:
        # '~' sorts behind every character of a date: a prefix takes in all that begins with it.
        add("p.taken <= ?", where.date_to + "~")
    if where.folder is not None:
        below = _below(database, where.folder, few)
        add(below.sql, *below.values)

    def said(column: str, key: str, table: str, condition: str, *given: object) -> None:
        if few:
            add(f"EXISTS (SELECT 1 FROM {table} WHERE {key} = p.{column} AND ({condition}))", *given)
        else:
            add(f"p.{column} IN (SELECT {key} FROM {table} WHERE {condition})", *given)

    if where.cluster is not None:
        groups = "cluster IN (SELECT id FROM clusters WHERE id = ? OR theme = ?)"
        said("content", "content", "cluster_members", groups, where.cluster, where.cluster)
    if where.kind is not None:
        said("content", "content", "kinds", "kind = ?", where.kind.value)
    if where.camera is not None:
        cameras = _cameras(database, where.camera)
        said("content", "id", "contents", f"camera IN ({','.join('?' * len(cameras))})", *cameras)
    if where.has_place:
        said("content", "id", "contents", "latitude IS NOT NULL")
    elif where.has_place is not None:  # those that have one are in an index
        way = "p.content NOT IN (SELECT id FROM contents WHERE latitude IS NOT NULL)"
        add("EXISTS (SELECT 1 FROM contents WHERE id = p.content AND latitude IS NULL)" if few else way)
    if where.place is not None:
        names = _places(database, where.place)
        marks = ",".join("?" * len(names))
        of_any = f"town IN ({marks}) OR region IN ({marks}) OR country IN ({marks})"
        said("content", "content", "towns", of_any, *3 * names)
    if where.rating:
        said("id", "photo", "marks", "rating >= ?", where.rating)
    if where.flag is not None:
        said("id", "photo", "marks", "flag = ?", where.flag.value)
    return Clause(" AND ".join(parts), tuple(values))


def _cameras(database: Database, name: str) -> list[str]:
    """The camera of this name, or, where there is none, those with the name in theirs, whatever its case."""
    known = [
        row[0] for row in database.connection.execute("SELECT DISTINCT camera FROM contents WHERE camera IS NOT NULL")
    ]
    return [name] if name in known else [camera for camera in known if name.casefold() in camera.casefold()]


def _places(database: Database, name: str) -> list[str]:
    """The town, region or country of this name, or, where there is none, those that differ in case and accents only."""
    if not name:
        return []  # an empty one is not a name
    asked = "SELECT 1 FROM towns WHERE town = ?1 OR region = ?1 OR country = ?1 LIMIT 1"
    if database.connection.execute(asked, (name,)).fetchone():
        return [name]
    columns = ("town", "region", "country")
    every = " UNION ".join(f"SELECT DISTINCT {column} FROM towns" for column in columns)
    return [row[0] for row in database.connection.execute(every) if _plain(row[0]) == _plain(name)]


def _plain(name: str) -> str:
    """A name without accents and case: ``zurich`` for ``Zürich``."""
    from unicodedata import combining, normalize

    return "".join(letter for letter in normalize("NFKD", name.casefold()) if not combining(letter))


def _below(database: Database, folder: str, few: bool) -> Clause:
    """The photos below an absolute folder: those of a root that lies in it, or a part of the root it lies in."""
    separator = os.fsencode(os.sep)
    prefix = _closed(os.fsencode(folder), separator)
    after = chr(ord(os.sep) + 1).encode()  # what begins with the prefix sorts before this in the place of its end
    parts, values = ["p.root = 0"], list[object]()  # which none has: a folder outside all roots holds nothing
    for root, path in database.connection.execute("SELECT id, path FROM roots"):
        base = _closed(path, separator)
        if base.startswith(prefix):
            parts.append("p.root = ?")
            values.append(root)
        elif prefix.startswith(base):
            rel = prefix[len(base) :]
            here = "root = ? AND rel >= ? AND rel < ?"
            parts.append(
                f"(p.{here.replace('rel', 'p.rel')})" if few else f"p.id IN (SELECT id FROM photos WHERE {here})"
            )
            values += [root, rel, rel[:-1] + after]
    return Clause(f"({' OR '.join(parts)})", tuple(values))


def _closed(path: bytes, separator: bytes) -> bytes:
    """A path that ends in a separator, so that no other folder's name begins with it."""
    return path.rstrip(separator) + separator
