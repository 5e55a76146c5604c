"""Pictures for the tiles: fetched and decoded off the window's thread, only for what is visible, within bounds."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from photoorg.ui.job_runner import JobRunner
from photoorg.ui.models.decoding import tile
from photoorg.ui.models.photo_model import UNREAD

#: Sizes (longest side in pixels) that the library keeps.
SMALL, LARGE = 128, 384
#: Bytes of decoded tiles kept: five windows full of them on a common display. Where that is less than twice what is
#: wanted at once, as on a large one, twice that is kept.
CAPACITY = 24 * 1024 * 1024
#: The same for the line of small tiles below a large photo.
STRIP_BYTES = 16 * 1024 * 1024
#: Bytes of a pixel.
_PIXEL = 4
#: Thumbnails fetched in one go: few enough that scrolling on is noticed at once, and what is in sight does not wait for
#: what lies ahead.
BATCH = 12


#: Gives the JPEG bytes of contents in one of the kept sizes.
Fetch = Callable[[Sequence[int], int], dict[int, bytes]]


class Thumbnails(QObject):
    """Decoded tiles by content, the least recently used dropped first. ``loaded`` says that some have arrived."""

    loaded = Signal()

    def __init__(
        self,
        runner: JobRunner,
        fetch: Fetch,
        parent: QObject | None = None,
        capacity: int = CAPACITY,
        lane: str = "thumbnails",
    ) -> None:
        """Pictures are fetched in ``lane``; each view of pictures has one of its own."""
        super().__init__(parent)
        self._lane = lane
        self._runner = runner
        self._fetch = fetch
        self._capacity = self._room = capacity
        self._tiles: OrderedDict[int, QImage] = OrderedDict()
        self._bytes = 0
        self._absent: set[int] = set()
        self._wanted: list[int] = []
        self._side = 0
        self._radius = 0.0
        self._quarters: Callable[[int], int] = lambda content: 0
        self._fetching = False

    def turn_by(self, quarters: Callable[[int], int]) -> None:
        """Show contents turned by so many quarters clockwise."""
        self._quarters = quarters

    def forget(self, contents: Collection[int]) -> None:
        """Make the tiles of ``contents`` anew when they are asked for next."""
        for content in contents:
            dropped = self._tiles.pop(content, None)
            self._bytes -= dropped.sizeInBytes() if dropped is not None else 0
        self.loaded.emit()

    def get(self, content: int) -> QImage | None:
        """The tile of ``content`` at whatever size is here; ask for others with ``want``."""
        found = self._tiles.get(content)
        if found is not None:
            self._tiles.move_to_end(content)
        return found

    def want(self, contents: Sequence[int], side: int, radius: float) -> None:
        """Load the tiles of ``contents``, most urgent first, ``side`` device pixels wide.

        Replaces the previous wish: what is no longer wanted is no longer loaded.
        """
        self._side, self._radius = side, radius
        self._room = max(self._capacity, 2 * len(contents) * side * side * _PIXEL)
        self._wanted = [content for content in contents if self._lacks(content)]
        self._go_on()

    def retry(self) -> None:
        """Ask again for thumbnails that did not exist: the library has changed."""
        self._absent.clear()

    @property
    def loading(self) -> bool:
        """Whether anything wanted is still to come."""
        return self._fetching or bool(self._wanted)

    @property
    def bytes(self) -> int:
        """Memory held by decoded tiles."""
        return self._bytes

    def _lacks(self, content: int) -> bool:
        if content == UNREAD or content in self._absent:
            return False
        here = self._tiles.get(content)
        return here is None or here.width() != self._side

    def _go_on(self) -> None:
        if self._fetching or not self._wanted:
            return
        batch, side, radius = self._wanted[:BATCH], self._side, self._radius
        turned = {content: self._quarters(content) for content in batch}
        self._fetching = True

        def load() -> dict[int, QImage | None]:
            found = self._fetch(batch, SMALL if side <= SMALL else LARGE)
            return {
                content: tile(found[content], side, radius, turned[content]) if content in found else None
                for content in batch
            }

        self._runner.call(self._lane, load, self._keep, self._give_up)

    def _keep(self, tiles: dict[int, QImage | None]) -> None:
        self._fetching = False
        for content, image in tiles.items():
            if image is None:
                self._absent.add(content)
            else:
                self._put(content, image)
        self._trim()
        self._wanted = [content for content in self._wanted if content not in tiles]
        self.loaded.emit()
        self._go_on()

    def _give_up(self, message: str) -> None:
        self._fetching = False
        self._wanted = []

    def _put(self, content: int, image: QImage) -> None:
        old = self._tiles.pop(content, None)
        self._bytes += image.sizeInBytes() - (old.sizeInBytes() if old is not None else 0)
        self._tiles[content] = image

    def _trim(self) -> None:
        while self._bytes > self._room and len(self._tiles) > 1:
            _, dropped = self._tiles.popitem(last=False)
            self._bytes -= dropped.sizeInBytes()
