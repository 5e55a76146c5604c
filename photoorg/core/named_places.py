"""Folders and groups by the names that a person types for them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """What a library has by name: ``folders`` from its roots down, absolute, and ``groups`` with their ids.

    Groups stand in the order of their importance.
    """

    folders: Sequence[str] = ()
    groups: Sequence[tuple[int, str]] = ()


def folder_named(typed: str, folders: Sequence[str]) -> str | None:
    """The folder that ``typed`` names by its path, by the end of it, or by the beginning of its name.

    Of several the one nearest to the top, for it takes in most.
    """
    wanted = typed.replace("/", os.sep).rstrip(os.sep) if len(typed) > 1 else typed
    whole = os.path.expanduser(wanted)
    if os.path.isabs(whole):
        return whole if whole in folders else None
    ending = (os.sep + wanted.strip(os.sep)).casefold()
    if ending == os.sep:
        return None
    every = sorted(folders, key=lambda path: (path.count(os.sep), path))
    for fits in (str.endswith, _begins):
        for folder in every:
            if fits(folder.casefold(), ending):
                return folder
    return None


def group_named(typed: str, groups: Sequence[tuple[int, str]]) -> int | None:
    """The id of the group that ``typed`` names whole, in part, or by its number."""
    wanted = typed.casefold().strip()
    names = [(id, name.casefold()) for id, name in groups]
    for id, name in names:
        if name == wanted or str(id) == wanted:
            return id
    return next((id for id, name in names if wanted and wanted in name), None)


def _begins(folder: str, ending: str) -> bool:
    """Whether the last part of ``folder`` begins with the name that ``ending`` holds behind a separator."""
    return os.path.basename(folder).startswith(ending[1:])
