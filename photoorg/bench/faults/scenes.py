"""The operations that are interrupted: what is there before, and what is begun."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from photoorg.bench.faults.ground import PHOTOS, Home, chosen
from photoorg.catalog.database import Database
from photoorg.catalog.schema import MIGRATIONS
from photoorg.core.jobs import run

Chance = random.Random


@dataclass(frozen=True, slots=True)
class Scene:
    """``prepare`` makes what is there, once; ``vary`` what the person changed since; ``act`` is interrupted.

    ``undoes``: all that was done can be taken back afterwards, to the very tree that ``prepare`` began with.
    ``spares``: of what is deleted for good, the photos that are not.
    """

    name: str
    prepare: Callable[[Home], None]
    act: Callable[[Home, Chance], None]
    vary: Callable[[Home, Chance], None] | None = None
    undoes: bool = True
    spares: Callable[[Chance], set[int]] | None = None


def _indexed(home: Home) -> None:
    home.make_photos()
    with home.open() as opened:
        home.index(opened)


def _put_away(home: Home) -> None:
    """Some archived (two on the other volume), some in the trash."""
    _indexed(home)
    with home.open() as opened:
        run(opened.archive.archive([1, 3]))
        run(opened.archive.archive([5, 6], to=str(home.other / "Archive")))
        run(opened.archive.trash([2, 3, 4]))


def _done(home: Home) -> None:
    _put_away(home)
    with home.open() as opened:
        run(opened.archive.restore([5, 2]))


def _undone(home: Home) -> None:
    _done(home)
    with home.open() as opened:
        run(opened.history.undo(4))


def _archive(home: Home, chance: Chance) -> None:
    to = chance.choice([None, str(home.root / "away"), str(home.other / "Archive"), str(home.other / "Archive")])
    with home.open() as opened:
        run(opened.archive.archive(chosen(range(1, len(PHOTOS) + 1), chance), to=to))


def _trash(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        run(opened.archive.trash(chosen(range(1, len(PHOTOS) + 1), chance)))


def _restore(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        run(opened.archive.restore(chosen(range(1, len(PHOTOS) + 1), chance)))


def _delete(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        run(opened.archive.delete(chosen(range(1, len(PHOTOS) + 1), chance)))


def _not_deleted(chance: Chance) -> set[int]:
    everything = range(1, len(PHOTOS) + 1)
    return set(everything) - set(chosen(everything, chance))


def _undo(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        run(opened.history.undo(chance.randint(1, 4)))


def _redo(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        run(opened.history.redo(chance.randint(1, 4)))


def _in_the_way(home: Home, chance: Chance) -> None:
    """Files of the person's own where photos are going to be moved."""
    for name in ("a.jpg", "b.jpg", "a.xmp"):
        for folder in (home.other / "Archive/2020/09", home.base / "Archive/2020/09", home.root / "2024"):
            if chance.random() < 0.3 and not (folder / name).exists():
                home.write(folder / name, f"in the way {folder} {name}".encode())


def _edit(home: Home, chance: Chance) -> None:
    """New, moved, edited and removed photos, for indexing to find."""
    names = list(PHOTOS)
    chance.shuffle(names)
    moved, edited, removed = (home.root / name for name in names[:3])
    (home.root / "moved").mkdir()
    moved.rename(home.root / "moved" / moved.name)
    home.write(edited, b"edited" + edited.read_bytes())
    removed.unlink()
    for number in range(chance.randint(1, 4)):
        home.write(home.root / f"new {number}.jpg", b"new" * (number + 1))


def _index(home: Home, chance: Chance) -> None:
    with home.open() as opened:
        home.index(opened)


def _switch(home: Home, chance: Chance) -> None:
    """To another profile: all photos are embedded again, and searches change over when the last one is."""
    with home.open() as opened:
        opened._catalog.set("next_profile", "clip")
        home.index(opened)


def _old(home: Home) -> None:
    """A catalog as the first release left it, over photos that it knows."""
    _indexed(home)
    with closing(sqlite3.connect(home.folder / "catalog.db")) as now:
        rows = {
            table: now.execute(f"SELECT {columns} FROM {table}").fetchall() for table, columns in _OLD_COLUMNS.items()
        }
    for file in home.folder.glob("catalog.db*"):
        file.unlink()
    old = Database(home.folder / "catalog.db", MIGRATIONS[:1])
    with old.write() as connection:
        for table, columns in _OLD_COLUMNS.items():
            marks = ",".join("?" * (columns.count(",") + 1))
            connection.executemany(f"INSERT INTO {table} ({columns}) VALUES ({marks})", rows[table])
    old.close()


_OLD_COLUMNS = {
    "roots": "id, path, volume, exclude",
    "contents": "id, hash, size, width, height, format",
    "photos": "id, root, rel, size, mtime_ns, state, pending, failure, content, taken",
    "companions": "photo, rel",
    "spaces": "id, name, dim",
    "vectors": "id, space, content, data",
}


def _migrate(home: Home, chance: Chance) -> None:
    home.open().close()


def _torn(home: Home, chance: Chance) -> None:
    """Search files cut short or overwritten, as a power cut leaves them."""
    _edit(home, chance)
    for file in sorted((home.folder / "vectors").iterdir()):
        size = file.stat().st_size
        if chance.random() < 0.5 and size:
            os.truncate(file, chance.randrange(size))
        elif chance.random() < 0.3:
            file.write_bytes(chance.randbytes(size))


SCENES = (
    Scene("archive", _indexed, _archive, _in_the_way),
    Scene("trash", _indexed, _trash),
    Scene("delete", _put_away, _delete, undoes=False, spares=_not_deleted),
    Scene("restore", _put_away, _restore, _in_the_way),
    Scene("undo", _done, _undo),
    Scene("redo", _undone, _redo),
    Scene("index", _indexed, _index, _edit, undoes=False),
    Scene("switch", _indexed, _switch, undoes=False),
    Scene("torn", _indexed, _index, _torn, undoes=False),
    Scene("migration", _old, _migrate, undoes=False),
)


def clean(home: Home) -> None:
    """Remove both places."""
    for place in home.places():
        shutil.rmtree(place, ignore_errors=True)
        Path(place).mkdir(parents=True)
