"""Measures what keeps the window's event loop from answering: for how long, and why.

A timer beats in the loop; a beat that comes late was held up. The clock on the wall alone cannot tell by whom: on a
busy machine other programs have the processor. Linux says how long a thread that could have run had to wait for one
(``schedstat``), and that is taken off: what is left is work of the thread itself, and waiting for Python's lock, for
another lock, or for a disk. Where the thread that holds such a lock waits for a processor, that still counts: only an
idle machine tells stalls surely.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

_WAITED = Path("/proc/thread-self/schedstat")
#: Milliseconds between two beats.
_BEAT = 5


@dataclass(frozen=True, slots=True)
class Gap:
    """Between two beats, in seconds: too late on the wall, at work, and too late without waiting for a processor.

    ``stalled`` is what the program is to blame for.
    """

    late: float
    worked: float
    stalled: float


class Watchdog(QObject):
    """Watches the event loop of the thread that makes it, between ``start`` and ``stop``."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.gaps: list[Gap] = []
        self._before = (0.0, 0.0, 0.0)
        self._timer = QTimer(self, interval=_BEAT, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)

    def start(self) -> None:
        """Forget what was measured, and measure from now on."""
        self.gaps.clear()
        self._before = _now()
        self._timer.start()

    def stop(self) -> None:
        """Measure no longer."""
        self._timer.stop()

    @property
    def longest(self) -> Gap:
        """The gap that the program is most to blame for."""
        return max(self.gaps, key=lambda gap: gap.stalled)

    def _beat(self) -> None:
        now = _now()
        passed, worked, waited = (after - before for after, before in zip(now, self._before, strict=True))
        late = max(passed - _BEAT / 1000, 0.0)
        self.gaps.append(Gap(late, worked, max(worked, late - waited)))
        self._before = now


def _now() -> tuple[float, float, float]:
    """Seconds on the wall, of this thread at work, and of it waiting for a processor (0 where that is unknown)."""
    try:
        waited = int(_WAITED.read_bytes().split()[1]) / 1e9
    except (OSError, IndexError, ValueError):
        waited = 0.0
    return time.perf_counter(), time.thread_time(), waited
