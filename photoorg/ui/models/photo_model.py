"""The photos in view as a Qt list model: a thin adapter over two arrays, so that 100,000 rows cost nothing."""

from __future__ import annotations

import os
from array import array
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from photoorg.core.paths import display_path
from photoorg.core.types import State
from photoorg.ui.wording.spoken import spoken_mark
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.marks import Mark
    from photoorg.core.types import Photo, Understood
    from photoorg.ui.models.photo_cache import PhotoCache

#: Stands in ``Showing.contents`` for a photo whose file has not been read.
UNREAD = 0


class Role(IntEnum):
    """What a row answers beside Qt's own roles."""

    ID = Qt.ItemDataRole.UserRole
    CONTENT = Qt.ItemDataRole.UserRole + 1
    CERTAINTY = Qt.ItemDataRole.UserRole + 2
    PHOTO = Qt.ItemDataRole.UserRole + 3
    CARD = Qt.ItemDataRole.UserRole + 4
    MARK = Qt.ItemDataRole.UserRole + 5
    KEEPER = Qt.ItemDataRole.UserRole + 6
    ARCHIVED = Qt.ItemDataRole.UserRole + 7
    FACE = Qt.ItemDataRole.UserRole + 8


def _integers() -> array[int]:
    return array("q")


@dataclass(frozen=True, slots=True)
class Section:
    """A heading over the next ``count`` rows, at least one; ``note`` is said beside it, quietly.

    ``month`` is the month (``YYYY-MM``) or year that the photos are of, empty where sections are something else.
    """

    title: str
    count: int
    note: str = ""
    month: str = ""


@dataclass(frozen=True, slots=True)
class Showing:
    """What a view shows, in order: ids, contents, and for search results the certainty (0-1) of each.

    ``sections`` part the rows under headings; there are none, or they cover all rows. ``keepers`` are the ids of those
    that are worth keeping among their copies; there are none where no duplicates are shown. ``understood`` says how the
    words of a search were read.
    """

    ids: array[int] = field(default_factory=_integers)
    contents: array[int] = field(default_factory=_integers)
    certainties: Sequence[float] | None = None
    sections: tuple[Section, ...] = ()
    keepers: frozenset[int] = frozenset()
    understood: Understood | None = None


class Face:
    """All that is painted of a row: what the roles of the same names answer, in one question where Qt asks through C++.

    ``failed`` says that the photo's file could not be read.
    """

    __slots__ = ("archived", "certainty", "content", "failed", "keeper", "mark")

    def __init__(
        self,
        content: int,
        certainty: float | None,
        keeper: bool | None,
        mark: Mark | None,
        archived: bool,
        failed: bool,
    ) -> None:
        self.content = content
        self.certainty = certainty
        self.keeper = keeper
        self.mark = mark
        self.archived = archived
        self.failed = failed


def file_name(photo: Photo) -> str:
    """The photo's file name, for people."""
    return os.path.basename(display_path(photo.path))


class PhotoModel(QAbstractListModel):
    """Rows are photos. Names and dates come from ``cache`` when it has them, and never from a disk."""

    def __init__(self, cache: PhotoCache, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = cache
        self._showing = Showing()
        cache.loaded.connect(self._announce)

    def show(self, showing: Showing) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self._showing = showing
        self.endResetModel()

    @property
    def showing(self) -> Showing:
        """What the rows are."""
        return self._showing

    @property
    def ids(self) -> array[int]:
        """The photo id of every row."""
        return self._showing.ids

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._showing.ids)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        drag = Qt.ItemFlag.ItemIsDragEnabled if index.isValid() else Qt.ItemFlag.NoItemFlags
        return super().flags(index) | drag

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = index.row()
        if role == Role.FACE:
            return self._face(row)
        if role == Role.ID:
            return self._showing.ids[row]
        if role == Role.CONTENT:
            return self._showing.contents[row]
        if role == Role.CERTAINTY:
            certainties = self._showing.certainties
            return None if certainties is None else certainties[row]
        if role == Role.KEEPER:
            return self._keeper(row)
        if role == Role.MARK:
            return self._cache.mark(self._showing.ids[row])
        photo = self._cache.get(self._showing.ids[row])
        if role == Role.PHOTO:
            return photo
        if role == Role.ARCHIVED:
            return self._told_archived(photo)
        if photo is None:
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return file_name(photo)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(
                filter(
                    None,
                    [display_path(photo.path), self._certainty(row), self._archived(photo), told(photo.failure or "")],
                )
            )
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            mark = self._cache.mark(photo.id)
            said = [self._certainty(row), self._archived(photo), spoken_mark(mark) if mark else ""]
            return ", ".join(filter(None, said))
        return None

    def want(self, rows: Iterable[int]) -> None:
        """Have names, dates and marks of ``rows`` fetched."""
        self._cache.want([self._showing.ids[row] for row in rows])

    def _face(self, row: int) -> Face:
        photo_id = self._showing.ids[row]
        photo, certainties = self._cache.get(photo_id), self._showing.certainties
        return Face(
            self._showing.contents[row],
            None if certainties is None else certainties[row],
            self._keeper(row),
            self._cache.mark(photo_id),
            self._told_archived(photo),
            photo is not None and photo.failure is not None,
        )

    def _keeper(self, row: int) -> bool | None:
        """Whether a copy is to be kept; None where no duplicates are shown."""
        return self._showing.ids[row] in self._showing.keepers if self._showing.keepers else None

    def _told_archived(self, photo: Photo | None) -> bool:
        """Only among results, where others are not; in the archive it goes without saying."""
        return self._showing.certainties is not None and photo is not None and photo.state is State.ARCHIVED

    def _certainty(self, row: int) -> str:
        """How certain the result is, in words; empty where nothing was searched."""
        certainties = self._showing.certainties
        return "" if certainties is None else self.tr("Certainty {value}").format(value=f"{certainties[row]:.0%}")

    def _archived(self, photo: Photo) -> str:
        return self.tr("Archived") if photo.state is State.ARCHIVED else ""

    def _announce(self, ids: Collection[int]) -> None:
        # Which rows they are is not looked for among 100,000: views know which of them they show.
        if self._showing.ids:
            self.dataChanged.emit(self.index(0), self.index(len(self._showing.ids) - 1))
