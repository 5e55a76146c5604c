"""Conditions that a photo meets or does not, whatever it looks like: timelines and searches are narrowed by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photoorg.core.types import Flag, Kind, State


@dataclass(frozen=True, slots=True)
class Conditions:
    """All of them must be met; one that is not set lets every photo pass.

    ``date_from`` and ``date_to`` are ISO dates, both inclusive; a prefix such as ``2024-05`` covers all of it.
    ``folder`` is absolute and takes in what lies below it. ``cluster`` is a group or a theme. ``camera`` is a camera's
    name, or a part of the names of several. ``rating`` asks for at least so many stars. ``has_place`` says whether the
    file must know where it was taken; ``place`` is a town, region or country. Without a ``state`` those photos pass
    that the asker shows anyway: present ones in a timeline, archived ones too in a search. What meets one of
    ``outside`` is left out.
    """

    kind: Kind | None = None
    date_from: str | None = None
    date_to: str | None = None
    folder: str | None = None
    cluster: int | None = None
    camera: str | None = None
    rating: int = 0
    flag: Flag | None = None
    has_place: bool | None = None
    place: str | None = None
    state: State | None = None
    outside: tuple[Conditions, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether every photo passes."""
        return self == ALL


#: No condition.
ALL = Conditions()
