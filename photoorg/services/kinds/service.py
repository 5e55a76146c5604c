"""Kinds of pictures: what they are taken for, and a person's word about it, which always wins."""

from __future__ import annotations

from collections.abc import Sequence

from photoorg.catalog.store import Catalog
from photoorg.core.actions import Change
from photoorg.core.marks import Judgement
from photoorg.core.types import Kind
from photoorg.services.selection import known_contents
from photoorg.services.wording import photo_count

#: The kind of these actions in the journal.
KIND = "kind"
_PLURAL = {
    Kind.PHOTO: "photographs",
    Kind.SCREENSHOT: "screenshots",
    Kind.DOCUMENT: "documents",
    Kind.DRAWING: "drawings",
}


class KindService:
    """Tells kinds, and takes a person's word for them; the classifier's is noted by ``judging``."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def of(self, contents: Sequence[int]) -> dict[int, Judgement]:
        """What is known of those of ``contents`` that anything is known of."""
        return self._catalog.kinds.of(contents)

    def set(self, ids: Sequence[int], kind: Kind) -> Change:
        """Say what photos are; it holds for copies of them too. One action, and undoable.

        Raises:
            UsageError: no photos are named.
            CannotError: there is no such photo, or one could not be read.
        """
        with self._catalog.database.write() as connection:
            chosen, contents = known_contents(self._catalog, ids)
            before = self._catalog.kinds.of(contents)
            told = {content for content, was in before.items() if was.by_person and was.kind == kind}
            changed = [photo.id for photo in chosen if photo.content not in told]
            fresh = [content for content in contents if content not in told]
            if not fresh:
                return Change(None, [])
            image = self._catalog.kinds.image(fresh)
            self._catalog.kinds.say(fresh, kind)
            action = self._catalog.journal.record(
                connection,
                KIND,
                f"Filed {photo_count(len(changed))} under {_PLURAL[kind]}",
                undo=image,
                redo=self._catalog.kinds.image(fresh),
                photos=len(changed),
            )
        return Change(action, changed)
