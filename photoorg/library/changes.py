"""What changed on disk since the catalog last looked: by path, size and modification time.

Content decides later: a new path may turn out to be a moved photo once its bytes are read.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

from photoorg.core.types import FoundFile, State
from photoorg.library.walk import UnreadableFolder


@dataclass(frozen=True, slots=True)
class KnownFile:
    """What the catalog remembers of one path of a root."""

    id: int
    size: int
    mtime_ns: int
    state: State
    companions: tuple[str, ...] = ()


class Kind(Enum):
    """How a path differs from what was known."""

    NEW = auto()
    CHANGED = auto()
    RETURNED = auto()
    SAME = auto()
    COMPANIONS = auto()
    MISSING = auto()
    UNREADABLE = auto()


@dataclass(frozen=True, slots=True)
class Change:
    """One path compared. ``file`` is what lies there (None when missing), ``known`` what did (None when new)."""

    kind: Kind
    rel: str
    file: FoundFile | None = None
    known: KnownFile | None = None
    folder: UnreadableFolder | None = None


def compare(
    found: Iterable[FoundFile | UnreadableFolder], known: Mapping[str, KnownFile], home: State = State.PRESENT
) -> Iterator[Change]:
    """Compare a walk with the catalog: first every path met, then those that should have been met and were not.

    ``home`` is the state of the photos that lie where the walk looks; trashed ones never do.
    What lies below a folder that could not be opened is neither missing nor changed.
    """
    met: set[str] = set()
    closed: list[str] = []
    for item in found:
        if isinstance(item, UnreadableFolder):
            closed.append(item.rel)
            yield Change(Kind.UNREADABLE, item.rel, folder=item)
            continue
        met.add(item.rel)
        before = known.get(item.rel)
        yield Change(_kind(item, before, home), item.rel, item, before)
    for rel, before in known.items():
        if rel in met or before.state not in (home, State.OFFLINE):
            continue
        if not any(_below(rel, folder) for folder in closed):
            yield Change(Kind.MISSING, rel, known=before)


def _kind(file: FoundFile, known: KnownFile | None, home: State) -> Kind:
    if known is None:
        return Kind.NEW
    if (file.size, file.mtime_ns) != (known.size, known.mtime_ns):
        return Kind.CHANGED
    if known.state is not home:
        return Kind.RETURNED
    return Kind.SAME if set(file.companions) == set(known.companions) else Kind.COMPANIONS


def _below(rel: str, folder: str) -> bool:
    return not folder or rel.startswith(folder + os.sep)
