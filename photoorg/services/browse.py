"""What grids and panels show: the timeline, single photos, thumbnails. Safe from any thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from photoorg.catalog.photos import Timeline
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.errors import CannotError
from photoorg.core.types import Failure, Metadata, Photo, State

__all__ = ["Browse", "Details", "Timeline"]


@dataclass(frozen=True, slots=True)
class Details:
    """All that is known of one photo. ``metadata`` is None while it is unread."""

    photo: Photo
    metadata: Metadata | None
    companions: tuple[str, ...]


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
        photo = self.get(id)
        metadata = self._catalog.photos.metadata(photo.content) if photo.content else None
        return Details(photo, metadata, tuple(self._catalog.photos.companions(id)))

    def thumbnails(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        """JPEG bytes by content id; ``size`` is 128 or 384 pixels on the long side."""
        return self._catalog.thumbnails.get(contents, size)

    def failures(self) -> list[Failure]:
        """The files that could not be read, with reasons."""
        return self._catalog.photos.failures()

    def version(self) -> int:
        """A number that changes whenever another thread or process changed the library."""
        return self._catalog.database.version()
