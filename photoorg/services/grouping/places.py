"""Places in words: the town of photos that were taken in one, else their country, found in a list that ships."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from photoorg.core.jobs import Job

#: Latitude and longitude in degrees.
Coordinates = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Place:
    """The nearest town to a point, its country, and the region of that; each empty where it is not known."""

    town: str
    country: str
    region: str = ""


#: Gives the place of each of some coordinates.
Places = Callable[[Sequence[Coordinates]], Job[list[Place]]]


@dataclass(frozen=True, slots=True)
class Origin:
    """When (ISO) and where a photo was taken, as far as that is known, and the ``folder`` it lies in, from its root."""

    taken: str | None
    where: Coordinates | None
    folder: str = ""


#: So large a share of a group's photos must know where they were taken, and of those be in one place.
_LOCATED, _TOGETHER = 0.6, 0.8
#: A place is not worth saying if so large a share of the whole library's located photos was taken there.
_USUAL = 0.6
#: Points that decide a group's place.
_POINTS = 50


def nowhere(points: Sequence[Coordinates]) -> Job[list[Place]]:
    """No place is known."""
    yield from ()
    return [Place("", "") for _ in points]


def spoken_places(
    origins: Mapping[int, Sequence[Origin]], library: Sequence[Origin], places: Places
) -> Job[dict[int, str]]:
    """Where the photos of each key of ``origins`` were taken, for those where that is worth saying."""
    points = {key: chosen for key, listed in origins.items() if (chosen := _points(listed))}
    if not points:
        return {}
    everywhere = _thinned([origin.where for origin in library if origin.where is not None])
    flat = sorted({*everywhere, *(point for chosen in points.values() for point in chosen)})
    found = dict(zip(flat, (yield from places(flat)), strict=True))
    usual = [found[point] for point in everywhere]
    spoken = {}
    for key, chosen in points.items():
        here = [found[point] for point in chosen]
        town = _shared([place.town for place in here], [place.town for place in usual])
        country = _shared([place.country for place in here], [place.country for place in usual])
        if town or country:
            spoken[key] = town or country
    return spoken


def _points(origins: Sequence[Origin]) -> list[Coordinates]:
    """Some of the coordinates; none where too few photos have any to speak for all."""
    known = [origin.where for origin in origins if origin.where is not None]
    return _thinned(known) if len(known) >= _LOCATED * len(origins) else []


def _thinned(points: Sequence[Coordinates]) -> list[Coordinates]:
    return list(points[:: -(-len(points) // _POINTS) or 1])


def _shared(names: Sequence[str], usual: Sequence[str]) -> str:
    """The name that most of ``names`` are, unless it is empty or most of the library's too."""
    if not names:
        return ""
    name, count = Counter(names).most_common(1)[0]
    common = Counter(usual)[name] >= _USUAL * len(usual) if usual else False
    return "" if count < _TOGETHER * len(names) or common else name
