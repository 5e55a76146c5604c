"""What passes between the program and the process that clusters. Plain data only; importing this costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

from photoorg.core.jobs import Progress


@dataclass(frozen=True, slots=True)
class GroupTask:
    """Cluster the rows of the vector files in ``folder`` whose content ids are ``contents``.

    ``spaces`` are names and dimensions: the one for likeness, and what ``embed.kinship`` joins it with.
    ``contents`` are int64 as bytes, ascending; ``must`` and ``cannot`` pairs of positions among them, (M, 2) int64
    as bytes.
    """

    folder: str
    spaces: tuple[tuple[str, int], ...]
    contents: bytes
    must: bytes = b""
    cannot: bytes = b""


@dataclass(frozen=True, slots=True)
class SplitTask:
    """Part the rows of ``space``'s vector file whose content ids are ``contents`` (int64 as bytes, ascending).

    ``parts`` is how many; None leaves it to the photos.
    """

    folder: str
    space: str
    dim: int
    contents: bytes
    parts: int | None


@dataclass(frozen=True, slots=True)
class MoreTask:
    """Look for photos that belong to some groups, among those whose content ids are ``contents``.

    ``spaces`` are as for ``GroupTask``; ``contents`` int64 as bytes, ascending; ``groups`` (int32 as bytes) their
    groups, -1 for none; ``wanted`` those of the groups that photos are looked for, ``held`` those that a person keeps.
    """

    folder: str
    spaces: tuple[tuple[str, int], ...]
    contents: bytes
    groups: bytes
    wanted: tuple[int, ...]
    held: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class PlaceTask:
    """Find the towns of so many people nearest to ``points``, each latitude and longitude in degrees."""

    points: tuple[tuple[float, float], ...]
    population: int


@dataclass(frozen=True, slots=True)
class GoOn:
    """To the child, after every report: whoever pauses the job keeps this back."""


@dataclass(frozen=True, slots=True)
class Report:
    """From the child, some times a second: how far it is. It waits for ``GoOn``."""

    progress: Progress


@dataclass(frozen=True, slots=True)
class Grouped:
    """From the child, its last words: themes and groups (int32) and confidences (float32) of the contents, as bytes."""

    themes: bytes
    groups: bytes
    confidence: bytes


@dataclass(frozen=True, slots=True)
class Parted:
    """From the child, its last words: the part (int32 as bytes) of each of the contents, the largest part 0."""

    labels: bytes


@dataclass(frozen=True, slots=True)
class MoreFound:
    """From the child, its last words: the wanted group (int32, -1 for none) of each of the contents, and how surely
    (float32), as bytes.
    """

    groups: bytes
    certainty: bytes


@dataclass(frozen=True, slots=True)
class Placed:
    """From the child, its last words: town, region and country of each point; empty where nothing is near."""

    names: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Broke:
    """From the child, its last words: it could not do it, in one sentence."""

    reason: str


Task = GroupTask | SplitTask | MoreTask | PlaceTask
Answer = Grouped | Parted | MoreFound | Placed
Reply = Report | Answer | Broke
