"""How many photos there are of each value that a person may narrow by."""

from __future__ import annotations

from dataclasses import dataclass

from photoorg.core.types import Flag, Kind


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of present photos; only values that some photo has are listed.

    ``months`` are ``YYYY-MM``, newest first. ``folders`` are absolute and count what lies in them, not below, by path.
    ``cameras`` come with the most photos first. ``ratings`` count photos of exactly so many stars, most stars first.
    ``placed`` photos know where they were taken: in ``countries``, and there in ``towns`` (country, town, count), both
    with the most photos first.
    """

    photos: int
    months: list[tuple[str, int]]
    folders: list[tuple[str, int]]
    cameras: list[tuple[str, int]]
    kinds: list[tuple[Kind, int]]
    ratings: list[tuple[int, int]]
    flags: list[tuple[Flag, int]]
    placed: int
    countries: list[tuple[str, int]]
    towns: list[tuple[str, str, int]]
