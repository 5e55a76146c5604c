"""Deleting for good, and handing the trash to the operating system: what no undo takes back."""

from __future__ import annotations

import os
from collections.abc import Callable

from photoorg.catalog.moves import Step
from photoorg.catalog.store import Catalog
from photoorg.core import disk
from photoorg.core.actions import Action, Skipped
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.core.paths import display_path
from photoorg.services.filing.mover import BATCH, sentence
from photoorg.services.filing.planner import TRASH_FOLDER

#: How the files of each kind of action go.
_WAYS: dict[str, Callable[[str], None]] = {"delete": disk.unlink, "empty": disk.send_to_trash}


def remove(catalog: Catalog, action: Action, cancel: CancelToken | None = None) -> Job[list[Skipped]]:
    """Delete the files of an action, photo after photo, the photo's own file first; returns what was left.

    Raises:
        Cancelled: the person stopped it; what is gone is gone.
    """
    groups = catalog.moves.of(action.id, "source")
    pace = Pace("deleting", len(groups))
    skipped: list[Skipped] = []
    roots = catalog.roots.paths()
    whole = True
    try:
        for start in range(0, len(groups), BATCH):
            if cancel is not None:
                cancel.checkpoint()
            whole &= _remove_some(catalog, action, roots, groups[start : start + BATCH], skipped)
            yield pace.at(min(start + BATCH, len(groups)))
    finally:
        if whole:
            close(catalog, action)
    _tidy(roots, groups)
    return skipped


def settle(catalog: Catalog, action: Action) -> None:
    """After a kill: note what is gone, let its companions follow, and leave everything else alone."""
    roots = catalog.roots.paths()
    whole = True
    for group in catalog.moves.of(action.id, "source"):
        if group[0].source.root in roots and not os.path.lexists(_path(roots, group[0])):
            whole &= _remove_some(catalog, action, roots, [group], [])
    if whole:
        close(catalog, action)


def close(catalog: Catalog, action: Action) -> None:
    """Note how many photos an action deleted; it is struck out when there are none."""
    with catalog.database.write(durable=True) as connection:
        count = catalog.moves.forget_undone(connection, action.id)
        if count:
            catalog.journal.close(connection, action.id, sentence(action.kind, count), "done")
        else:
            catalog.journal.forget(connection, action.id)


def _remove_some(
    catalog: Catalog, action: Action, roots: dict[int, str], groups: list[list[Step]], skipped: list[Skipped]
) -> bool:
    """Delete some photos. False where a companion could not follow its photo: the action stays open for another try."""
    gone: list[int] = []
    folders: set[str] = set()
    whole = True
    way = _WAYS[action.kind]
    for group in groups:
        own = _path(roots, group[0])
        try:
            _check(roots, group[0])
            for step in group:
                path = _path(roots, step)
                if os.path.lexists(path):
                    way(path)
                    folders.add(os.path.dirname(path))
        except OSError as error:
            if os.path.lexists(own):
                skipped.append(Skipped(group[0].photo, f"{display_path(own)} stays: {error.strerror or error}."))
            else:
                whole = False
            continue
        gone.append(group[0].photo)
    disk.sync_folders(sorted(folders))
    with catalog.database.write(durable=True) as connection:
        for photo in gone:
            catalog.moves.gone(connection, photo)
    return whole


def _check(roots: dict[int, str], own: Step) -> None:
    """Whether the file is the one that was meant, in so far as it is there.

    Raises:
        OSError: it was changed since.
    """
    path = _path(roots, own)
    if os.path.lexists(path):
        status = os.lstat(path)
        if (status.st_size, status.st_mtime_ns) != (own.size, own.mtime_ns):
            raise OSError(0, "it was changed meanwhile")


def _path(roots: dict[int, str], step: Step) -> str:
    return os.path.join(roots[step.source.root], step.source.rel)


def _tidy(roots: dict[int, str], groups: list[list[Step]]) -> None:
    """Remove the folders of the trash that are empty now."""
    folders = {os.path.dirname(_path(roots, group[0])) for group in groups}
    for folder in sorted(folders, key=len, reverse=True):
        while TRASH_FOLDER in folder.split(os.sep) and (not os.path.isdir(folder) or disk.remove_folder(folder)):
            folder = os.path.dirname(folder)
