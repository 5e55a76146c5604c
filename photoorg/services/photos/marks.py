"""Stars and flags: what a person says while looking through photos. Each call is one action, and undoable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from photoorg.catalog.marks import image
from photoorg.catalog.store import Catalog
from photoorg.core.actions import Change
from photoorg.core.errors import UsageError
from photoorg.core.marks import STARS, Mark
from photoorg.core.types import Flag
from photoorg.services.selection import known_ids
from photoorg.services.wording import photo_count

#: The kind of these actions in the journal.
KIND = "mark"


class MarkService:
    """Sets marks of photos and tells them."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, ids: Sequence[int]) -> dict[int, Mark]:
        """The marks of those of the photos ``ids`` that have any."""
        return self._catalog.marks.of(ids)

    def rate(self, ids: Sequence[int], rating: int) -> Change:
        """Give photos so many stars; 0 takes them off.

        Raises:
            UsageError: no photos are named, or it is no number of stars.
            CannotError: there is no such photo.
        """
        if not 0 <= rating <= STARS:
            raise UsageError(f"A rating is a number of stars from 0 to {STARS}.")
        stars = "1 star" if rating == 1 else f"{rating} stars"
        what = f"Gave {{}} {stars}" if rating else "Took the stars off {}"
        return self._set(ids, what, lambda mark: replace(mark, rating=rating))

    def flag(self, ids: Sequence[int], flag: Flag | None) -> Change:
        """Pick photos, reject them, or take either back.

        Raises:
            UsageError: no photos are named.
            CannotError: there is no such photo.
        """
        what = {Flag.PICK: "Picked {}", Flag.REJECT: "Rejected {}", None: "Took the flags off {}"}[flag]
        return self._set(ids, what, lambda mark: replace(mark, flag=flag))

    def _set(self, ids: Sequence[int], what: str, change: Callable[[Mark], Mark]) -> Change:
        with self._catalog.database.write() as connection:
            wanted = known_ids(self._catalog, ids)
            marks, none = self._catalog.marks.of(wanted), Mark()
            before = {id: marks.get(id, none) for id in wanted}
            changed = {mark: change(mark) for mark in {none, *marks.values()}}  # few, however many photos have them
            after = {id: changed[mark] for id, mark in before.items() if changed[mark] != mark}
            if not after:
                return Change(None, [])
            self._catalog.marks.put(after.items())
            action = self._catalog.journal.record(
                connection,
                KIND,
                what.format(photo_count(len(after))),
                undo=image((id, before[id]) for id in after),
                redo=image(after.items()),
                photos=len(after),
            )
        return Change(action, list(after))
