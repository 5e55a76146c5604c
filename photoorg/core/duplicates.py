"""Photos that are there more than once, as lists and programs are told of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Copy:
    """One of several photos that are alike. ``bytes`` is the size of its file."""

    id: int
    path: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Duplicates:
    """Photos of one content (``exact``), or that look alike (``near``); ``keep`` is the id of the one worth keeping.

    ``why`` says what speaks for it, in one sentence. The keeper comes first in ``photos``.
    """

    kind: Literal["exact", "near"]
    keep: int
    why: str
    photos: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """What is known without looking again. ``searched`` says whether look-alikes were ever looked for, ``fresh``
    whether nothing came to the library since.
    """

    groups: list[Duplicates]
    searched: bool
    fresh: bool


#: What speaks for a photo that the person chose to keep.
CHOSEN = "You chose it."
