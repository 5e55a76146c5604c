"""What clusters are to lists, to the command line, and to the window."""

from __future__ import annotations

from array import array
from dataclasses import dataclass

#: How sure the search for more photos of a group must be to put photos there unseen, and to show them at all.
SURE_MORE, LEAST_MORE = 0.7, 0.35
#: Stands in a suggested name between what a group shows and when and where that was.
BREAK = " · "


@dataclass(frozen=True, slots=True)
class Member:
    """A photo of a group. ``confidence`` in 0-1 says how surely it belongs there."""

    id: int
    path: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """A group with its present photos, the surest first. ``theme`` is None only until the next clustering."""

    id: int
    name: str
    theme: int | None
    size: int
    photos: list[Member]


@dataclass(frozen=True, slots=True)
class Theme:
    """A heading over groups, the largest first."""

    id: int
    name: str
    groups: list[int]


@dataclass(frozen=True, slots=True)
class Ungrouped:
    """A photo that belongs nowhere."""

    id: int
    path: str


@dataclass(frozen=True, slots=True)
class Clustering:
    """All themes and groups to show, in the order to show them, and the photos in none."""

    themes: list[Theme]
    clusters: list[Cluster]
    ungrouped: list[Ungrouped]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Photos that seem to belong to a group and are not in it, the surest first; ``confidence`` says how surely."""

    id: int
    name: str
    photos: list[Member]


@dataclass(frozen=True, slots=True)
class Card:
    """A group as a page of covers shows it. ``confidence`` is the mean, ``covers`` are contents, the surest first.

    ``own_name`` says that a person gave the name.
    """

    id: int
    name: str
    size: int
    confidence: float
    covers: tuple[int, ...]
    own_name: bool


@dataclass(frozen=True, slots=True)
class Shelf:
    """A theme with the cards of its groups; no ``name`` for groups that share no theme with others.

    ``own_name`` says that a person gave the name.
    """

    id: int | None
    name: str
    cards: tuple[Card, ...]
    own_name: bool = False


@dataclass(frozen=True, slots=True)
class ClusterPhotos:
    """The present photos of a group, the surest first, as parallel arrays of photo and content ids and confidences."""

    id: int
    name: str
    own_name: bool
    ids: array[int]
    contents: array[int]
    confidences: array[float]
