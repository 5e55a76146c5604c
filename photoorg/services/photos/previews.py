"""Large pictures for the viewer, decoded in a worker process of their own so that indexing never delays them."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.media.crop import WHOLE, Crop

if TYPE_CHECKING:
    from photoorg.services.worker.host import Worker
    from photoorg.services.worker.messages import Preview


class Previews:
    """Decodes one picture at a time; safe from any thread."""

    def __init__(self, log: Path) -> None:
        self._log = log
        self._lock = threading.Lock()
        self._worker: Worker | None = None

    def load(self, path: str, max_side: int, crop: Crop = WHOLE) -> Preview:
        """The picture at ``path``, or a crop of it, upright, its long side at most ``max_side`` pixels.

        Raises:
            UnreadableError: it cannot be read; the message says why.
        """
        with self._lock:
            if self._worker is None:
                from photoorg.services.worker.host import Worker

                self._worker = Worker(None, log=self._log)
            return self._worker.preview(path, max_side, crop)

    def close(self) -> None:
        """End the worker process."""
        with self._lock:
            if self._worker is not None:
                self._worker.close()
                self._worker = None
