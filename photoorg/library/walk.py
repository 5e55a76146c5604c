"""A lazy walk over a root: picture files with the files that belong to them, one folder at a time."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fnmatch import fnmatch

from photoorg.core.types import (
    PICTURE_SUFFIXES,
    RAW_SUFFIXES,
    SIDECAR_SUFFIXES,
    VIDEO_SUFFIXES,
    FoundFile,
    Root,
)

#: Folders that other programs fill with copies and thumbnails of the person's photos.
_FOREIGN_FOLDERS = frozenset({"@eaDir", "$RECYCLE.BIN", "System Volume Information", "lost+found"})


@dataclass(frozen=True, slots=True)
class UnreadableFolder:
    """A folder that could not be listed; what the catalog knows below it stays as it is."""

    root: int
    rel: str
    reason: str


def walk(root: Root, skip: Sequence[str] = ()) -> Iterator[FoundFile | UnreadableFolder]:
    """Every picture file below ``root``, folders and names in sorted order.

    Left out: hidden names, what ``root.exclude`` matches (a pattern is tried on the name and on the path
    relative to the root), and the absolute folders in ``skip``. A folder reached twice through links is
    walked once, so that a loop of links ends.
    """
    seen: set[tuple[int, int]] = set()
    pending = [""]
    while pending:
        rel = pending.pop()
        try:
            folder = os.path.join(root.path, rel)
            status = os.stat(folder)
            if (status.st_dev, status.st_ino) in seen and status.st_ino:
                continue
            seen.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                names = sorted((entry for entry in entries), key=lambda entry: os.fsencode(entry.name))
        except OSError as error:
            yield UnreadableFolder(root.id, rel, f"The folder cannot be opened: {error.strerror}.")
            continue
        kept = [entry for entry in names if not _left_out(entry.name, os.path.join(rel, entry.name), root)]
        folders = [os.path.join(rel, entry.name) for entry in kept if _is_folder(entry)]
        pending.extend(sub for sub in reversed(folders) if os.path.join(root.path, sub) not in skip)
        yield from _pictures(root.id, rel, kept)


def _left_out(name: str, rel: str, root: Root) -> bool:
    if name.startswith(".") or name in _FOREIGN_FOLDERS:
        return True
    return any(fnmatch(name, pattern) or fnmatch(rel, pattern) for pattern in root.exclude)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _pictures(root: int, rel: str, entries: Sequence[os.DirEntry[str]]) -> Iterator[FoundFile]:
    by_stem: dict[str, list[str]] = {}
    for entry in entries:
        by_stem.setdefault(os.path.splitext(entry.name)[0].lower(), []).append(entry.name)
    for entry in entries:
        stem, suffix = os.path.splitext(entry.name)
        siblings = by_stem[stem.lower()]
        if not _is_photo(suffix, siblings):
            continue
        try:
            status = entry.stat()
        except OSError:
            continue  # gone since the folder was listed, or a link to nowhere
        if not stat.S_ISREG(status.st_mode):
            continue
        # Some editors keep the picture's suffix: IMG_1.jpg.xmp lies beside IMG_1.jpg.
        doubled = by_stem.get(entry.name.lower(), [])
        companions = [name for name in doubled if os.path.splitext(name)[1].lower() in SIDECAR_SUFFIXES]
        # Of several pictures of one name the first is the owner: a companion moves with one photo only.
        if entry.name == next(name for name in siblings if _is_photo(os.path.splitext(name)[1], siblings)):
            companions += [name for name in siblings if _is_companion(name, siblings)]
        yield FoundFile(
            root,
            os.path.join(rel, entry.name),
            status.st_size,
            status.st_mtime_ns,
            tuple(os.path.join(rel, name) for name in companions),
        )


def _is_photo(suffix: str, siblings: Sequence[str]) -> bool:
    suffix = suffix.lower()
    if suffix in PICTURE_SUFFIXES:
        return True
    return suffix in RAW_SUFFIXES and not _has_picture(siblings)


def _is_companion(name: str, siblings: Sequence[str]) -> bool:
    suffix = os.path.splitext(name)[1].lower()
    if suffix in SIDECAR_SUFFIXES or suffix in VIDEO_SUFFIXES:
        return True
    return suffix in RAW_SUFFIXES and _has_picture(siblings)


def _has_picture(names: Sequence[str]) -> bool:
    return any(os.path.splitext(name)[1].lower() in PICTURE_SUFFIXES for name in names)
