"""The photos that an action or a question is about."""

from __future__ import annotations

import re
from collections.abc import Sequence

from photoorg.catalog.store import Catalog
from photoorg.core.conditions import Conditions
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.marks import STARS
from photoorg.core.types import Photo

_DATE = re.compile(r"\d{4}(-\d{2}(-\d{2}(T\d{2}(:\d{2}(:\d{2})?)?)?)?)?")


def checked(where: Conditions) -> Conditions:
    """The conditions, if they make sense.

    Raises:
        UsageError: a date is none, or there are not so many stars.
    """
    for date in (where.date_from, where.date_to):
        if date is not None and not _DATE.fullmatch(date):
            raise UsageError(f"{date} is no date.", "Dates are written 2024, 2024-05 or 2024-05-31.")
    if not 0 <= where.rating <= STARS:
        raise UsageError(f"A rating is a number of stars from 0 to {STARS}.")
    for each in where.outside:
        checked(each)
    return where


def known_ids(catalog: Catalog, ids: Sequence[int]) -> list[int]:
    """``ids``, each once.

    Raises:
        UsageError: there are none.
        CannotError: the library has no photo of one of these numbers.
    """
    wanted = list(dict.fromkeys(ids))
    if not wanted:
        raise UsageError("Name the photos.")
    strangers = set(wanted) - catalog.photos.existing(wanted)
    if strangers:
        raise CannotError(f"There is no photo {min(strangers)} in this library.")
    return wanted


def known(catalog: Catalog, ids: Sequence[int]) -> list[Photo]:
    """The photos of ``ids``, each once, in this order.

    Raises:
        UsageError, CannotError: as ``known_ids``.
    """
    return catalog.photos.many(known_ids(catalog, ids))


def known_contents(catalog: Catalog, ids: Sequence[int]) -> tuple[list[Photo], list[int]]:
    """The photos of ``ids``, each once, and their contents, each once, for what goes by content.

    Raises:
        UsageError: as ``known_ids``.
        CannotError: as ``known_ids``, or one of them has not been read.
    """
    photos = known(catalog, ids)
    contents: dict[int, None] = {}
    for photo in photos:
        if photo.content is None:
            raise CannotError(f"Photo {photo.id} has not been read.", "Index the library first.")
        contents[photo.content] = None
    return photos, list(contents)
