"""Whether everything that was promised holds, once the program has been started again."""

from __future__ import annotations

import os
import random
from collections import Counter
from pathlib import Path

from photoorg.bench.faults.ground import Home, refresh
from photoorg.bench.faults.scenes import Scene
from photoorg.catalog import checks
from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError
from photoorg.core.hashing import hash_file
from photoorg.core.jobs import run
from photoorg.index.matrix import VectorMatrix
from photoorg.services.factory import Services
from photoorg.services.filing.planner import TRASH_FOLDER
from photoorg.services.profiles.switching import Switching

Tree = dict[str, tuple[bytes, int]]


Owners = dict[int, set[str]]


def owners(home: Home) -> Owners:
    """The files of each photo, as the catalog has them."""
    catalog = Catalog(home.folder)
    try:
        ids = [row[0] for row in catalog.database.connection.execute("SELECT id FROM photos")]
        return {photo.id: {photo.path, *catalog.photos.companions(photo.id)} for photo in catalog.photos.many(ids)}
    finally:
        catalog.close()


def verify(home: Home, before: Tree, owned: Owners, scene: Scene, seed: int) -> tuple[int, list[str]]:
    """How many originals are lost, and every other broken promise, in words.

    ``owned`` are the files of each photo before.
    """
    with home.open() as opened:
        if scene.spares is not None:
            spared = scene.spares(random.Random(seed))
            lost, broken = _deleted(home.tree(), before, owned, spared)
        else:
            lost, broken = _originals(home.tree(), before)
        if not scene.undoes:
            # Indexing goes on where it was interrupted; a migration is over when the catalog is open.
            home.index(opened)
        broken += _catalog(home, opened._catalog)
        broken += _index(opened._catalog)
        if scene.undoes:
            broken += _taken_back(home, opened, before)
    return lost, broken


def _originals(now: Tree, before: Tree) -> tuple[int, list[str]]:
    """Whether the same bytes, with the same times, are there just as often."""
    had, have = Counter(before.values()), Counter(now.values())
    lost = sum((had - have).values())
    broken = [f"{count} too many of {entry[0][:30]!r}" for entry, count in (have - had).items()]
    if lost:
        names = sorted(path for path, entry in before.items() if (had - have)[entry])
        broken.append(f"lost: {', '.join(os.path.basename(name) for name in names)}")
    return lost, broken


def _deleted(now: Tree, before: Tree, owned: Owners, spared: set[int]) -> tuple[int, list[str]]:
    """Whether all that was not to be deleted is there, and of every other photo all or nothing."""
    doomed = set().union(*(files for photo, files in owned.items() if photo not in spared))
    lost, broken = _originals(now, {path: entry for path, entry in before.items() if path not in doomed or path in now})
    for photo, files in owned.items():
        left = {path for path in files if path in now}
        if left and left != files:
            broken.append(f"of photo {photo} there is only a part: {sorted(left)}")
    return lost, broken


def _catalog(home: Home, catalog: Catalog) -> list[str]:
    """Whether the database is sound and agrees with the disk."""
    broken = checks.damage(catalog)
    connection = catalog.database.connection
    broken += [f"foreign key: {row}" for row in connection.execute("PRAGMA foreign_key_check")]
    if catalog.journal.unfinished():
        broken.append("an action is still under way")
    archives = [archive.path for archive in catalog.roots.archives()]
    claimed: Counter[str] = Counter()
    for (id,) in connection.execute("SELECT id FROM photos").fetchall():
        photo = catalog.photos.get(id)
        assert photo is not None
        if photo.state.value == "missing":
            if os.path.lexists(photo.path):
                broken.append(f"{photo.path} is there, and called missing")
            continue
        claimed.update([photo.path, *catalog.photos.companions(id)])
        _, _, digest = catalog.photos.fingerprint(id)
        if not os.path.isfile(photo.path):
            broken.append(f"{photo.state}: there is no {photo.path}")
        elif digest is not None and hash_file(photo.path) != digest:
            broken.append(f"{photo.path} has other bytes than the catalog says")
        in_trash = TRASH_FOLDER in photo.path.split(os.sep)
        in_archive = any(photo.path.startswith(f"{path}{os.sep}") for path in archives)
        state = "trashed" if in_trash else "archived" if in_archive else "present"
        if photo.state.value != state:
            broken.append(f"{photo.path} is {photo.state}, and lies where {state} ones do")
    broken += [f"{path} belongs to {count} photos" for path, count in claimed.items() if count > 1]
    broken += [f"there is no {path}" for path in claimed if not os.path.lexists(path)]
    left = [path for path in home.tree() if path.endswith(".part") and os.path.basename(path).startswith(".photoorg")]
    return broken + [f"left behind: {path}" for path in left]


def _index(catalog: Catalog) -> list[str]:
    """Whether the search files come into step with the catalog, and hold just its vectors."""
    refresh(catalog)
    broken = []
    if Switching(catalog).next_name:
        broken.append("the switch of profiles is not complete")
    spaces = Switching(catalog).active.spaces
    lacking = catalog.vectors.lacking(spaces)
    if lacking:
        broken.append(f"{len(lacking)} photos lack vectors")
    for space in spaces:
        dim = catalog.vectors.dim(space)
        if dim is None:
            broken.append(f"there are no vectors of {space}")
            continue
        matrix = VectorMatrix.open(catalog.vector_files, space, dim, catalog.vectors.stamp(space))
        if matrix is None or not matrix.intact():
            broken.append(f"the search file of {space} does not match")
            continue
        rows = catalog.vectors.of(space, matrix.ids.tolist())
        if len(rows) != catalog.vectors.stamp(space)[1]:
            broken.append(f"the search file of {space} has other photos")
    return broken


def _taken_back(home: Home, opened: Services, before: Tree) -> list[str]:
    """Undo all that can be undone: what was there before anything was archived must be there again."""
    while opened.history.next_undo is not None:
        try:
            run(opened.history.undo())
        except CannotError as error:
            return [f"cannot be undone: {error.message}"]
    root = str(home.root)
    away = [str(photo.path) for id in _ids(opened) if (photo := opened.photos.get(id)).state.value != "present"]
    strays = [path for path in home.tree() if not path.startswith(root) and path not in before]
    lost, broken = _originals(home.tree(), before)
    if lost:
        broken.append(f"{lost} lost by undoing")
    if any((Path(root) / TRASH_FOLDER).rglob("*")):
        broken.append("the trash is not gone")
    return broken + [f"not taken back: {path}" for path in (*away, *strays)]


def _ids(opened: Services) -> list[int]:
    return [row[0] for row in opened._catalog.database.connection.execute("SELECT id FROM photos")]
