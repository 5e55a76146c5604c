"""What the journal of actions tells: to lists, to the command line, and to the window."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Action:
    """One thing a person did. ``when`` is UTC as ``YYYY-MM-DDTHH:MM:SSZ``, ``photos`` how many it concerned.

    ``state`` is ``done``, ``undone`` (and can be redone), ``dropped`` (undone, and then something else was done),
    or ``doing``, ``undoing``, ``redoing`` while it is under way.
    """

    id: int
    kind: str
    what: str
    photos: int
    when: str
    state: str
    reversible: bool


@dataclass(frozen=True, slots=True)
class Skipped:
    """A photo that an action left as it was, and why, in one sentence."""

    id: int
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """A photo that an action moved, or in a dry run would move. ``to`` is None where the file is gone for good."""

    id: int
    source: str
    to: str | None


@dataclass(frozen=True, slots=True)
class Change:
    """An action that moved no file: its id, and the photos it changed; None and none where all were so already."""

    action: int | None
    photos: list[int]


@dataclass(slots=True)
class FileReport:
    """What a file action did. ``action`` is its id, None for a dry run and where there was nothing to do.

    ``bytes`` counts companions too.
    """

    action: int | None = None
    photos: list[Moved] = field(default_factory=list)
    bytes: int = 0
    skipped: list[Skipped] = field(default_factory=list)


@dataclass(slots=True)
class Reversal:
    """What ``undo`` or ``redo`` did: the actions, and the photos that had to be left where they are."""

    actions: list[Action] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
