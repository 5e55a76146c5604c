"""Folders, groups and towns by the names that a person types for them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NamedGroup:
    """A group or theme by its name, which a person gave if it is their ``own``, and with how many photos."""

    id: int
    name: str
    size: int
    own: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """What a library has by name: ``folders`` from its roots down, absolute; ``groups``, the largest first; ``places``,
    countries and towns where photos were taken.
    """

    folders: Sequence[str] = ()
    groups: Sequence[NamedGroup] = ()
    places: Sequence[str] = ()


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
    every = from_the_top(folders)
    for fits in (str.endswith, _begins):
        for folder in every:
            if fits(folder.casefold(), ending):
                return folder
    return None


def from_the_top(folders: Sequence[str]) -> list[str]:
    """``folders`` in the order of their depth, then of their names."""
    return sorted(folders, key=lambda path: (path.count(os.sep), path))


def group_named(typed: str, groups: Sequence[NamedGroup]) -> int | None:
    """The id of the group that ``typed`` names whole, in part, or by its number."""
    wanted = typed.casefold().strip()
    for group in groups:
        if group.name.casefold() == wanted or str(group.id) == wanted:
            return group.id
    return next((group.id for group in groups if wanted and wanted in group.name.casefold()), None)


def place_named(typed: str, places: Sequence[str]) -> str:
    """The place that ``typed`` names whole or by its beginning, whatever its case; else ``typed``, a region perhaps."""
    wanted = typed.casefold()
    whole = next((place for place in places if place.casefold() == wanted), None)
    return whole or next((place for place in places if place.casefold().startswith(wanted)), typed)


def _begins(folder: str, ending: str) -> bool:
    """Whether the last part of ``folder`` begins with the name that ``ending`` holds behind a separator."""
    return os.path.basename(folder).startswith(ending[1:])
