"""What grids and panels show: the timeline, single photos, thumbnails. Safe from any thread."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from photoorg.catalog.photos import Timeline
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.errors import CannotError
from photoorg.core.paths import display_path
from photoorg.core.types import Failure, Photo, State

if TYPE_CHECKING:
    from photoorg.core.marks import Mark
    from photoorg.services.grouping.titles import Titles
    from photoorg.services.photos.details import Details

__all__ = ["Browse", "Timeline"]


class Browse:
    """Reads the library for the window."""

    def __init__(self, catalog: Catalog, titles: Titles) -> None:
        self._catalog = catalog
        self._titles = titles

    def timeline(self, where: Conditions = ALL) -> Timeline:
        """The photos that meet ``where``, newest first, as parallel arrays of photo and content ids.

        They are present ones unless it names another state.

        Raises:
            UsageError: a condition makes no sense.
        """
        if not where.empty:
            from photoorg.services.selection import checked

            checked(where)
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

    def at(self, path: str) -> Photo:
        """The photo at an absolute path.

        Raises:
            CannotError: the library has none there.
        """
        photo = self._catalog.photos.at(path)
        if photo is None:
            raise CannotError(f"There is no photo {display_path(path)} in this library.")
        return photo

    def many(self, ids: Sequence[int]) -> list[Photo]:
        """The photos with these ids, in this order; unknown ids are left out."""
        return self._catalog.photos.many(ids)

    def marks(self, ids: Sequence[int]) -> dict[int, Mark]:
        """The stars and flags of those of the photos ``ids`` that have any."""
        return self._catalog.marks.of(ids)

    def span_of(self, ids: Sequence[int]) -> tuple[str, str]:
        """When the first and the last of these photos were taken (ISO); empty where there are none."""
        return self._catalog.photos.span_of(ids)

    def size_of(self, ids: Sequence[int]) -> int:
        """The size of the files of these photos together, without their companions."""
        return self._catalog.photos.size_of(ids)

    def details(self, id: int) -> Details:
        """All that is known of one photo.

        Raises:
            CannotError: the library has no photo with this id.
        """
        from photoorg.services.photos.details import details

        return details(self._catalog, self._titles, self.get(id))

    def thumbnails(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        """JPEG bytes by content id; ``size`` is 128 or 384 pixels on the long side."""
        return self._catalog.thumbnails.get(contents, size)

    def failures(self) -> list[Failure]:
        """The files that could not be read, with reasons."""
        return self._catalog.photos.failures()

    def version(self) -> int:
        """A number that changes whenever another thread or process changed the library."""
        return self._catalog.database.version()
