"""What grids and panels show: the timeline, single photos, thumbnails. Safe from any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from photoorg.catalog.photos import Timeline
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.errors import CannotError
from photoorg.core.marks import Judgement, Mark
from photoorg.core.types import Failure, Metadata, Photo, State

__all__ = ["Browse", "Details", "InCluster", "Timeline"]


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
    ``modified`` is when its file was, in local time as ``YYYY-MM-DDTHH:MM:SS``. ``copies`` are other present photos
    of the same content.
    """

    photo: Photo
    metadata: Metadata | None
    companions: tuple[str, ...]
    mark: Mark
    kind: Judgement | None
    cluster: InCluster | None
    modified: str
    copies: tuple[int, ...]


class Browse:
    """Reads the library for the window."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def timeline(self, where: Conditions = ALL) -> Timeline:
        """The photos that meet ``where``, newest first, as parallel arrays of photo and content ids.

        They are present ones unless it names another state.
        """
        return self._catalog.photos.timeline(where)

    def put_away(self, state: State) -> Timeline:
        """The photos in ``state``, such as the archived ones, newest first."""
        return self._catalog.photos.timeline(Conditions(state=state))

    def counts(self) -> dict[str, int]:
        """How many photos are in each state."""
        return self._catalog.photos.counts()

    def get(self, id: int) -> Photo:
        """One photo.

        Raises:
            CannotError: the library has no photo with this id.
        """
        photo = self._catalog.photos.get(id)
        if photo is None:
            raise CannotError(f"There is no photo {id} in this library.")
        return photo

    def many(self, ids: Sequence[int]) -> list[Photo]:
        """The photos with these ids, in this order; unknown ids are left out."""
        return self._catalog.photos.many(ids)

    def details(self, id: int) -> Details:
        """All that is known of one photo.

        Raises:
            CannotError: the library has no photo with this id.
        """
        photo, catalog = self.get(id), self._catalog
        content = photo.content
        modified = datetime.fromtimestamp(catalog.photos.fingerprint(id)[1] / 1e9)
        copies = catalog.photos.of_contents([content], (State.PRESENT,)) if content else {}
        return Details(
            photo,
            metadata=catalog.photos.metadata(content) if content else None,
            companions=tuple(catalog.photos.companions(id)),
            mark=catalog.marks.of([id]).get(id, Mark()),
            kind=catalog.kinds.of([content]).get(content) if content else None,
            cluster=self._cluster(content) if content else None,
            modified=modified.isoformat(timespec="seconds"),
            copies=tuple(copy.id for copies_of in copies.values() for copy in copies_of if copy.id != id),
        )

    def _cluster(self, content: int) -> InCluster | None:
        clusters = self._catalog.clusters
        member = clusters.member(content)
        group = clusters.get(member.cluster) if member and member.cluster else None
        if member is None or group is None:
            return None
        theme = clusters.get(group.theme) if group.theme else None
        named = group.name is not None
        return InCluster(group.id, group.title, named, member.confidence, group.theme, theme.title if theme else "")

    def thumbnails(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        """JPEG bytes by content id; ``size`` is 128 or 384 pixels on the long side."""
        return self._catalog.thumbnails.get(contents, size)

    def failures(self) -> list[Failure]:
        """The files that could not be read, with reasons."""
        return self._catalog.photos.failures()

    def version(self) -> int:
        """A number that changes whenever another thread or process changed the library."""
        return self._catalog.database.version()
