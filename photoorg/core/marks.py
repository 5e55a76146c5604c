"""What a person says of a photo while looking through them, and what a picture is taken for."""

from __future__ import annotations

from dataclasses import dataclass

from photoorg.core.types import Flag, Kind

#: The most stars.
STARS = 5


@dataclass(frozen=True, slots=True)
class Mark:
    """Stars (0 for none) and the flag of a photo."""

    rating: int = 0
    flag: Flag | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a content is taken for, with a certainty in 0-1; ``by_person`` if a person said so."""

    kind: Kind
    certainty: float
    by_person: bool = False
