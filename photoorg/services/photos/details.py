"""All that is known of one photo, for whoever looks at it closely."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.marks import Judgement, Mark
from photoorg.core.types import Metadata, Photo, State

if TYPE_CHECKING:
    from photoorg.services.grouping.titles import Titles


@dataclass(frozen=True, slots=True)
class InCluster:
    """The group that a photo is in, and how surely (0-1). Names may be empty; ``theme`` is None where it has none."""

    id: int
    name: str
    own_name: bool
    confidence: float
    theme: int | None
    theme_name: str


@dataclass(frozen=True, slots=True)
class Details:
    """All that is known of one photo.

    ``metadata`` is None while it is unread, ``kind`` while nobody judged it, ``cluster`` where it is in no group.
    ``place`` is where it was taken, in words from the near to the far; empty where that is not known.
    ``modified`` is when its file was, in local time as ``YYYY-MM-DDTHH:MM:SS``. ``copies`` are other present photos
    of the same content.
    """

    photo: Photo
    metadata: Metadata | None
    companions: tuple[str, ...]
    mark: Mark
    kind: Judgement | None
    cluster: InCluster | None
    place: str
    modified: str
    copies: tuple[int, ...]


def details(catalog: Catalog, titles: Titles, photo: Photo) -> Details:
    """What the catalog knows of ``photo``; no file is touched. ``titles`` says what its group is called."""
    content = photo.content
    modified = datetime.fromtimestamp(catalog.photos.fingerprint(photo.id)[1] / 1e9)
    copies = catalog.photos.of_contents([content], (State.PRESENT,)) if content else {}
    return Details(
        photo,
        metadata=catalog.photos.metadata(content) if content else None,
        companions=tuple(catalog.photos.companions(photo.id)),
        mark=catalog.marks.of([photo.id]).get(photo.id, Mark()),
        kind=catalog.kinds.of([content]).get(content) if content else None,
        cluster=_cluster(catalog, titles, content) if content else None,
        place=_place(*catalog.towns.of(content)) if content else "",
        modified=modified.isoformat(timespec="seconds"),
        copies=tuple(copy.id for each in copies.values() for copy in each if copy.id != photo.id),
    )


def _cluster(catalog: Catalog, titles: Titles, content: int) -> InCluster | None:
    member = catalog.clusters.member(content)
    group = catalog.clusters.get(member.cluster) if member and member.cluster else None
    if member is None or group is None:
        return None
    theme = catalog.clusters.get(group.theme) if group.theme else None
    named = group.name is not None
    theme_name = titles.of(theme) if theme else ""
    return InCluster(group.id, titles.of(group), named, member.confidence, group.theme, theme_name)


def _place(town: str, region: str, country: str) -> str:
    return ", ".join(dict.fromkeys(name for name in (town, region, country) if name))
