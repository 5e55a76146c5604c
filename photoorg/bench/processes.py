"""The memory of a process and of everything it started, sampled from outside while it works."""

from __future__ import annotations

import shutil
import subprocess
import threading
import time
from pathlib import Path

#: Seconds between samples.
_INTERVAL = 0.1


def tree_bytes(pid: int) -> int | None:
    """Resident bytes of ``pid`` and its descendants, shared pages counted in each; None where it cannot be read."""
    table = _table()
    if table is None:
        return None
    tree, grown = {pid}, True
    while grown:
        children = {process for process, (parent, _) in table.items() if parent in tree}
        grown = not children <= tree
        tree |= children
    return sum(table[process][1] for process in tree if process in table)


class Sampler:
    """Samples ``tree_bytes`` of a process from a thread of its own, as a context."""

    def __init__(self, pid: int) -> None:
        self._pid = pid
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._sample, daemon=True)
        #: ``(time.monotonic(), bytes)``, oldest first.
        self.samples: list[tuple[float, int]] = []

    def __enter__(self) -> Sampler:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        self._thread.join()

    @property
    def peak(self) -> int | None:
        """The most bytes seen at once."""
        return max((bytes_ for _, bytes_ in self.samples), default=None)

    def _sample(self) -> None:
        while not self._stop.is_set():
            found = tree_bytes(self._pid)
            if found is None:
                return
            self.samples.append((time.monotonic(), found))
            self._stop.wait(_INTERVAL)


def _table() -> dict[int, tuple[int, int]] | None:
    """Every process: its parent and its resident bytes."""
    if Path("/proc/self/statm").exists():
        return _from_proc()
    if shutil.which("ps") is None:  # Windows
        return None
    listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,rss="], capture_output=True, text=True, check=True).stdout
    rows = (map(int, row.split()) for row in listed.splitlines())
    return {pid: (parent, kilobytes * 1024) for pid, parent, kilobytes in rows}


def _from_proc() -> dict[int, tuple[int, int]]:
    table = {}
    for folder in Path("/proc").iterdir():
        if not folder.name.isdecimal():
            continue
        try:
            # The name, in brackets, may hold anything; the parent is the second field behind it.
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            resident = int((folder / "statm").read_text().split()[1])
        except (OSError, IndexError):  # it ended meanwhile
            continue
        table[int(folder.name)] = (parent, resident * _page_bytes())
    return table


def _page_bytes() -> int:
    import resource

    return resource.getpagesize()
