"""The doctor: the catalog against itself, the disk and the indexes; repairs what can be repaired."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from photoorg.catalog import checks
from photoorg.catalog.store import Catalog
from photoorg.core import disk
from photoorg.core.jobs import run
from photoorg.core.paths import display_path
from photoorg.core.types import Check
from photoorg.services.filing.planner import TRASH_FOLDER
from photoorg.services.history import recover

#: How many files a check names.
_NAMED = 5


class Doctor:
    """Runs every check that exists. Originals are only looked at, never touched."""

    def __init__(self, catalog: Catalog, spaces: Sequence[str]) -> None:
        self._catalog = catalog
        self._spaces = spaces

    def examine(self, repair: bool = False) -> list[Check]:
        """One ``Check`` a question; with ``repair`` what is wrong is mended where that is possible."""
        damage = checks.damage(self._catalog)
        found = [Check("database", "wrong" if damage else "ok", "; ".join(damage) or "Both files are sound.")]
        if damage:
            return found  # nothing read from a damaged file can be trusted
        catalog = self._catalog
        found += [
            self._journal(repair),
            self._roots(),
            self._check(
                "disk",
                checks.gone(catalog),
                "present photos whose file is not there",
                "Index again to mark them as missing or find where they moved.",
                None,
                repair,
            ),
            self._check(
                "vectors",
                checks.without_vectors(catalog, self._spaces),
                "contents without vectors",
                "They will be read again at the next indexing.",
                lambda found: checks.read_again(catalog, found, self._spaces),
                repair,
            ),
            self._check(
                "thumbnails",
                checks.without_thumbnails(catalog),
                "contents without thumbnails",
                "They will be read again at the next indexing.",
                lambda found: checks.read_again(catalog, found, self._spaces),
                repair,
            ),
            self._check(
                "orphans",
                checks.thumbnails_without_content(catalog),
                "thumbnails of forgotten photos",
                "They can be dropped.",
                catalog.thumbnails.drop,
                repair,
            ),
            self._put_away(repair),
            self._trash(repair),
            self._index(repair),
        ]
        return found

    def _journal(self, repair: bool) -> Check:
        open_actions = self._catalog.journal.unfinished()
        if not open_actions:
            return Check("journal", "ok", "Every action is finished.")
        names = "; ".join(action.what for action in open_actions)
        if not repair:
            return Check("journal", "wrong", f"Interrupted, and finished at the next start: {names}.")
        run(recover(self._catalog))
        left = "; ".join(action.what for action in self._catalog.journal.unfinished())
        if left:
            return Check("journal", "wrong", f"Not finished, because a drive or folder is not here: {left}.")
        return Check("journal", "wrong", f"Was interrupted, and is finished: {names}.", repaired=True)

    def _put_away(self, repair: bool) -> Check:
        gone = checks.put_away_and_gone(self._catalog)
        if not gone:
            return Check("put away", "ok", "Every archived and trashed photo is in its place.")
        if repair:
            checks.note_missing(self._catalog, [id for id, _, _ in gone])
        places = ", ".join(display_path(path) for _, path, _ in gone[:_NAMED])
        return Check("put away", "wrong", f"{len(gone)} archived or trashed photos are not there: {places}.", repair)

    def _trash(self, repair: bool) -> Check:
        strays, parts = checks.left_in_trash(self._catalog, TRASH_FOLDER)
        if repair:
            for path in parts:  # what they were copied from goes only when they have their own names
                disk.unlink(path)
        if strays:
            named = ", ".join(display_path(path) for path in strays[:_NAMED])
            return Check(
                "trash", "unknown", f"{len(strays)} files in the trash that no photo owns, left alone: {named}."
            )
        if parts:
            return Check("trash", "wrong", f"{len(parts)} copies that were cut short; they can go.", repair)
        return Check("trash", "ok", "The trash holds what the catalog says.")

    def _roots(self) -> Check:
        absent = [root.path for root in self._catalog.roots.all() if not self._catalog.roots.is_here(root)]
        if absent:
            return Check("roots", "unknown", f"Not here now, kept as offline: {', '.join(absent)}")
        return Check("roots", "ok", "Every folder is there.")

    @staticmethod
    def _check(
        name: str,
        found: list[int],
        what: str,
        then: str,
        mend: Callable[[list[int]], None] | None,
        repair: bool,
    ) -> Check:
        if not found:
            return Check(name, "ok", f"No {what}.")
        repaired = repair and mend is not None
        if repaired and mend is not None:
            mend(found)
        return Check(name, "wrong", f"{len(found)} {what}. {then}", repaired)

    def _index(self, repair: bool) -> Check:
        from photoorg.index import matrix

        catalog = self._catalog
        stale = []
        for space in self._spaces:
            dim = catalog.vectors.dim(space)
            if dim is None:
                continue
            found = matrix.VectorMatrix.open(catalog.vector_files, space, dim, catalog.vectors.stamp(space))
            if found is None or not found.intact():
                stale.append((space, dim))
        if not stale:
            return Check("index", "ok", "The search files match the catalog.")
        if repair:
            for space, dim in stale:
                matrix.VectorMatrix.rebuild(catalog.vector_files, space, dim, catalog.vectors.rows(space))
        names = ", ".join(space for space, _ in stale)
        return Check("index", "wrong", f"Search files behind the catalog: {names}. They are made anew.", repair)
