"""Names the places where photos were taken, from a list that ships: no coordinates leave this machine."""

from __future__ import annotations

from pathlib import Path

from photoorg.catalog.store import Catalog
from photoorg.core.jobs import CancelToken, Job

#: The smallest town that is named: a person knows in which village they were.
_POPULATION = 1_000
#: Decimals of a degree that make a place: about a hundred metres.
_DECIMALS = 3


def update(catalog: Catalog, log: Path | None, cancel: CancelToken) -> Job[None]:
    """Name the places of photos that are new; without any, this costs nothing.

    Raises:
        CannotError: the process that knows the towns ended early.
        Cancelled: the person stopped it; the next indexing does it.
    """
    fresh = catalog.towns.unnamed()
    if not fresh:
        return
    from photoorg.services.grouping.process import places

    rounded = [(round(north, _DECIMALS), round(east, _DECIMALS)) for _, north, east in fresh]
    points = sorted(set(rounded))
    found = dict(zip(points, (yield from places(points, log, cancel, _POPULATION)), strict=True))
    with catalog.database.write():
        catalog.towns.put(
            (content, (place.town, place.region, place.country))
            for (content, _, _), point in zip(fresh, rounded, strict=True)
            if (place := found[point])
        )
