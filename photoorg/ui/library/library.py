"""The library as the window knows it: watched from the window, read on a thread of its own."""

from __future__ import annotations

import math
import time
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from photoorg.core.conditions import ALL, Conditions
from photoorg.core.types import Failure, Kind, Root
from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.photo_model import UNREAD, Section, Showing
from photoorg.ui.wording.spoken import spoken_day, spoken_number

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.services.photos.browse import Timeline

#: Milliseconds between two looks, while a job runs here and while only other processes may change something.
BUSY_INTERVAL, IDLE_INTERVAL = 250, 2_000
#: The name under which a window remembers that screenshots and documents are left out of all photos.
PHOTOS_ONLY = "photos_only"
#: The name under which the place where the person was last is remembered: an entry of the side bar.
PLACE = "place"
#: Photos that the months of a year hold at least, on the average, to have a heading each.
_FEW = 4
#: A look that took long is followed by a rest this many times as long, so that looking never crowds out working.
_REST = 8
#: What is left of a timeline that holds photos only.
_PHOTOS_ONLY = Conditions(outside=(Conditions(kind=Kind.SCREENSHOT), Conditions(kind=Kind.DOCUMENT)))


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What one look found: the photos in the order of the timeline, the folders, and the files that failed."""

    timeline: Showing
    roots: tuple[Root, ...]
    failures: tuple[Failure, ...]


#: The version of the library, what is new in it if anything is, and the seconds that it took to look.
_Found = tuple[int, Snapshot | None, float]


def read_photos(timeline: Timeline) -> Showing:
    """The photos of a timeline that can be shown, by months: those whose file has been read.

    The others have no thumbnail, and their place in time is not known yet.
    """
    ids, contents = timeline.ids, timeline.contents
    months, start = [], 0
    for month, count in timeline.months:
        read = count - contents[start : start + count].count(UNREAD)
        start += count
        if read:
            months.append((month, read))
    sections = (Section(spoken_day(span), read, _number(read), span) for span, read in _spans(months))
    if UNREAD in contents:
        here = [row for row, content in enumerate(contents) if content != UNREAD]
        ids, contents = array("q", (ids[row] for row in here)), array("q", (contents[row] for row in here))
    return Showing(ids, contents, None, tuple(sections))


def _spans(months: Sequence[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """The months, or a year in their place where a heading would stand over a photo or two again and again."""
    for year, group in groupby(months, key=lambda each: each[0][:4]):
        of_year = list(group)
        total = sum(count for _, count in of_year)
        if len(of_year) > 1 and total < _FEW * len(of_year):
            yield year, total
        else:
            yield from of_year


def _number(count: int) -> str:
    if count == 1:
        return QCoreApplication.translate("Library", "1 photo")
    return QCoreApplication.translate("Library", "{n} photos").format(n=spoken_number(count))


class Library(QObject):
    """Looks every now and then whether anybody changed the library; ``changed`` carries a new ``Snapshot``.

    ``seen`` carries what a look ahead has found, of which ``changed`` will tell.
    """

    seen = Signal(object)
    changed = Signal(object)
    failed = Signal(str)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._runner = runner
        self._version: int | None = None
        self._photos_only = False
        self._ahead = False
        self._early: _Found | None = None
        self._interval = IDLE_INTERVAL
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._look_when_quiet)

    def look_ahead(self) -> None:
        """Look while nobody is ready to hear of it: the first ``look`` tells what was found."""
        self.look()
        self._ahead = True

    def look(self) -> None:
        """Look now; ``changed`` follows if there is anything new."""
        if self._ahead:
            self._ahead, early = False, self._early
            if early is not None:
                self._looked(early)
            else:
                self._timer.start(IDLE_INTERVAL)  # in case that another call took the place of this one
            return
        self._timer.stop()
        known, only = self._version, self._photos_only

        def read() -> _Found:
            began = time.monotonic()
            version = self._services.photos.version()
            found = self._snapshot(only) if version != known else None
            return version, found, time.monotonic() - began

        self._runner.call("library", read, self._looked, self._could_not)

    @property
    def photos_only(self) -> bool:
        """Whether screenshots and documents are left out of all photos; they stay in every other place."""
        return self._photos_only

    def show_photos_only(self, only: bool) -> None:
        """Leave screenshots and documents out, or take them in again, from the next look on."""
        if only != self._photos_only:
            self._photos_only, self._version = only, None
            self._ahead, self._early = False, None  # what was found ahead is not what is wanted now
            self._runner.drop("library")

    def watch_closely(self, busy: bool) -> None:
        """Look often, because a job runs, or rarely."""
        self._interval = BUSY_INTERVAL if busy else IDLE_INTERVAL
        self.look()

    def _snapshot(self, photos_only: bool) -> Snapshot:
        timeline = self._services.photos.timeline(_PHOTOS_ONLY if photos_only else ALL)
        return Snapshot(
            read_photos(timeline),
            tuple(self._services.roots.list()),
            tuple(self._services.photos.failures()),
        )

    def _look_when_quiet(self) -> None:
        """Look, but not while the person scrolls: 100,000 photos are read at the cost of several steps."""
        left = self._runner.courtesy.left
        if left > 0:
            self._timer.start(math.ceil(left * 1000))
        else:
            self.look()

    def _looked(self, found: _Found) -> None:
        if self._ahead:
            self._early = found
            if found[1] is not None:
                self.seen.emit(found[1])
            return
        self._early = None
        self._version, snapshot, seconds = found
        self._timer.start(max(self._interval, round(_REST * seconds * 1000)))
        if snapshot is not None:
            self.changed.emit(snapshot)

    def _could_not(self, message: str) -> None:
        if self._ahead:
            self._ahead = False  # the first ``look`` tries again, and is heard
            return
        self._timer.start(IDLE_INTERVAL)
        self.failed.emit(message)
