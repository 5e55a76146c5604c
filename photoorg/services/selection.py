"""The photos that an action is about."""

from __future__ import annotations

from collections.abc import Sequence

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.types import Photo


def known(catalog: Catalog, ids: Sequence[int]) -> list[Photo]:
    """The photos of ``ids``, each once, in this order.

    Raises:
        UsageError: there are none.
        CannotError: the library has no photo of one of these numbers.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        raise UsageError("Name the photos.")
    found = catalog.photos.many(wanted)
    if len(found) < len(wanted):
        stranger = min(set(wanted) - {photo.id for photo in found})
        raise CannotError(f"There is no photo {stranger} in this library.")
    return found
