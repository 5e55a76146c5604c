"""Pictures for the tiles: fetched and decoded off the window's thread, only for what is visible, within bounds.

What has no tile yet gets a rough one of the small thumbnail first, at a quarter of the work, so that a screen is full
at once; then its proper one. Two lanes work side by side, on little at a time, so that a new wish is heard at once.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.decoding import tile
from photoorg.ui.models.photo_model import UNREAD

#: Sizes (longest side in pixels) that the library keeps.
SMALL, LARGE = 128, 384
#: The width of a rough tile: the short side of most small thumbnails, so that nothing is scaled.
ROUGH = 96
#: Bytes of decoded tiles kept: five windows full of them on a common display. Where that is less than twice what is
#: wanted at once, as on a large one, twice that is kept.
CAPACITY = 24 * 1024 * 1024
#: The same for the line of small tiles below a large photo.
STRIP_BYTES = 16 * 1024 * 1024
#: Bytes of a pixel.
_PIXEL = 4
#: Lanes that decode: as many processors as even a small computer has; Pillow lets Python go on meanwhile.
LANES = 2
#: Rough and proper tiles made in one go: some ten milliseconds, after which what has been asked for meanwhile is next.
ROUGH_BATCH, BATCH = 16, 6


#: Gives the JPEG bytes of contents in one of the kept sizes.
Fetch = Callable[[Sequence[int], int], dict[int, bytes]]


class Thumbnails(QObject):
    """Decoded tiles by content, the least recently used dropped first. ``loaded`` carries the contents that arrived."""

    loaded = Signal(object)

    def __init__(
        self,
        runner: JobRunner,
        fetch: Fetch,
        parent: QObject | None = None,
        capacity: int = CAPACITY,
        lane: str = "thumbnails",
    ) -> None:
        """Pictures are fetched in lanes named ``lane``; each view of pictures has its own."""
        super().__init__(parent)
        self._lanes = tuple(f"{lane} {number}" for number in range(LANES))
        self._runner = runner
        self._fetch = fetch
        self._capacity = self._room = capacity
        self._tiles: OrderedDict[int, QImage] = OrderedDict()
        self._bytes = 0
        #: Contents whose tile is a rough one, that have no small thumbnail to make one of, and that have none at all.
        self._rough: set[int] = set()
        self._never_rough: set[int] = set()
        self._absent: set[int] = set()
        self._in_sight: list[int] = []
        self._ahead: list[int] = []
        #: The same as a set, which is replaced and never changed: the lanes look at it.
        self._wanted: frozenset[int] = frozenset()
        #: What each lane is at; what is no longer in there is not kept when it comes.
        self._at_work: dict[str, set[int]] = {}
        self._side = 0
        self._radius = 0.0
        self._quarters: Callable[[int], int] = lambda content: 0

    def turn_by(self, quarters: Callable[[int], int]) -> None:
        """Show contents turned by so many quarters clockwise."""
        self._quarters = quarters

    def forget(self, contents: Collection[int]) -> None:
        """Make the tiles of ``contents`` anew when they are asked for next."""
        for content in contents:
            dropped = self._tiles.pop(content, None)
            self._bytes -= dropped.sizeInBytes() if dropped is not None else 0
            self._rough.discard(content)
        for work in self._at_work.values():
            work.difference_update(contents)
        self.loaded.emit(frozenset(contents))

    def get(self, content: int) -> QImage | None:
        """The tile of ``content`` at whatever size is here; ask for others with ``want``."""
        found = self._tiles.get(content)
        if found is not None:
            self._tiles.move_to_end(content)
        return found

    def want(self, contents: Sequence[int], side: int, radius: float, ahead: Sequence[int] = ()) -> None:
        """Load the tiles of ``contents``, most urgent first, ``side`` device pixels wide; then those of ``ahead``.

        Replaces the previous wish: what is no longer wanted is no longer loaded.
        """
        self._side, self._radius = side, radius
        count = len(contents) + len(ahead)
        self._room = max(self._capacity, 2 * count * side * side * _PIXEL)
        # Each once: copies share a content.
        self._in_sight = [content for content in dict.fromkeys(contents) if self._lacks(content)]
        self._ahead = [content for content in dict.fromkeys(ahead) if self._lacks(content)]
        self._wanted = frozenset(chain(self._in_sight, self._ahead))
        self._go_on()

    def retry(self) -> None:
        """Ask again for thumbnails that did not exist: the library has changed."""
        self._absent.clear()
        self._never_rough.clear()

    def proper(self, content: int) -> bool:
        """Whether ``content`` has the tile that was asked for last, not a rough one; or has no thumbnail at all."""
        return not self._lacks(content)

    @property
    def loading(self) -> bool:
        """Whether anything wanted is still to come."""
        return bool(self._at_work or self._in_sight or self._ahead)

    @property
    def bytes(self) -> int:
        """Memory held by decoded tiles."""
        return self._bytes

    def _lacks(self, content: int) -> bool:
        """Whether ``content`` is still to get the tile that is wanted of it."""
        if content == UNREAD or content in self._absent:
            return False
        here = self._tiles.get(content)
        return here is None or here.width() != self._side or content in self._rough

    def _wants_rough(self, content: int) -> bool:
        return content not in self._tiles and content not in self._never_rough

    def _go_on(self) -> None:
        """Give every lane that has nothing to do the most urgent of what is wanted."""
        idle = [lane for lane in self._lanes if lane not in self._at_work]
        for number, lane in enumerate(idle):
            busy = set(chain.from_iterable(self._at_work.values()))
            free = [content for content in self._in_sight if content not in busy]
            rough = list(filter(self._wants_rough, free)) if self._side > SMALL else []
            if rough:
                share = -(-len(rough) // (len(idle) - number))
                self._load(lane, rough[: min(share, ROUGH_BATCH)], True)
                continue
            batch = free[:BATCH] or [content for content in self._ahead if content not in busy][:BATCH]
            if not batch:
                return
            self._load(lane, batch, False)

    def _load(self, lane: str, batch: list[int], rough: bool) -> None:
        side, radius = self._side, self._radius
        size = SMALL if rough or side <= SMALL else LARGE
        if rough:
            side, radius = ROUGH, radius * ROUGH / side
        turned = {content: self._quarters(content) for content in batch}
        self._at_work[lane] = set(batch)

        def load() -> dict[int, QImage | None]:
            found, made = self._fetch(batch, size), {}
            for content in batch:
                if content in self._wanted:  # still: the person may have gone on meanwhile
                    jpeg = found.get(content)
                    made[content] = None if jpeg is None else tile(jpeg, side, radius, turned[content])
            return made

        self._runner.call(lane, load, lambda tiles: self._keep(lane, tiles, rough), lambda message: self._give_up(lane))

    def _keep(self, lane: str, tiles: dict[int, QImage | None], rough: bool) -> None:
        kept = {content: image for content, image in tiles.items() if content in self._at_work[lane]}
        del self._at_work[lane]
        for content, image in kept.items():
            if image is not None:
                self._put(content, image, rough)
            else:
                (self._never_rough if rough else self._absent).add(content)
        self._trim()
        self._in_sight = list(filter(self._lacks, self._in_sight))
        self._ahead = list(filter(self._lacks, self._ahead))
        self._wanted = frozenset(chain(self._in_sight, self._ahead))
        self.loaded.emit(frozenset(kept))
        self._go_on()

    def _give_up(self, lane: str) -> None:
        del self._at_work[lane]
        self._in_sight, self._ahead, self._wanted = [], [], frozenset()

    def _put(self, content: int, image: QImage, rough: bool) -> None:
        old = self._tiles.get(content)
        if rough and old is not None:
            return  # a proper one came first
        self._tiles.pop(content, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._tiles[content] = image
        (self._rough.add if rough else self._rough.discard)(content)

    def _trim(self) -> None:
        while self._bytes > self._room and len(self._tiles) > 1:
            content, dropped = self._tiles.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
            self._rough.discard(content)
