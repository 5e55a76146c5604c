"""Notices that something changed in the folders of the library while the program runs.

The operating system tells of changes on local disks (through watchdog). Over a network it tells only of our own, and
it watches only so many folders: what cannot be watched is named, to be looked at now and then instead.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from photoorg.core import volumes
from photoorg.core.types import PICTURE_SUFFIXES, RAW_SUFFIXES, SIDECAR_SUFFIXES, VIDEO_SUFFIXES

if TYPE_CHECKING:
    from watchdog.events import FileSystemEvent
    from watchdog.observers.api import BaseObserver, ObservedWatch

_SUFFIXES = PICTURE_SUFFIXES | RAW_SUFFIXES | SIDECAR_SUFFIXES | VIDEO_SUFFIXES
#: Reading a file is no change of it.
_CHANGES = frozenset({"created", "deleted", "modified", "moved", "closed"})

_log = logging.getLogger(__name__)


class Watcher:
    """Calls ``changed``, from a thread of its own, each time something changes that may concern the library."""

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._observer: BaseObserver | None = None
        self._watches: dict[str, ObservedWatch] = {}
        #: The folders in which changes are not told of.
        self.unwatched: set[str] = set()

    def follow(self, folders: Collection[str]) -> None:
        """Watch just these folders with all below them; a folder that is not there is tried again next time."""
        for folder in set(self._watches) - set(folders):
            watch = self._watches.pop(folder)
            if self._observer is not None:
                self._observer.unschedule(watch)
        self.unwatched &= set(folders)
        for folder in folders:
            if folder not in self._watches:
                self._watch(folder)

    def close(self) -> None:
        """Stop watching, and wait for the thread."""
        if self._observer is not None:
            self._observer.stop()
            self._observer.join()
            self._observer = None
        self._watches.clear()

    def _watch(self, folder: str) -> None:
        from watchdog.events import FileSystemEventHandler
        from watchdog.observers import Observer

        self.unwatched.add(folder)
        if not os.path.isdir(folder) or volumes.on_network(folder):
            return
        handler = FileSystemEventHandler()
        handler.on_any_event = self._notice  # type: ignore[method-assign]
        try:
            if self._observer is None:
                self._observer = Observer()
                self._observer.start()
            self._watches[folder] = self._observer.schedule(handler, folder, recursive=True)
        except (OSError, RuntimeError) as error:  # more folders than the system watches
            _log.info("Cannot watch %s: %s", folder, error)
            return
        self.unwatched.discard(folder)

    def _notice(self, event: FileSystemEvent) -> None:
        if event.event_type not in _CHANGES:
            return
        if event.is_directory and event.event_type == "modified":
            return  # something in it was changed, of which we are told as well
        paths = [os.fsdecode(path) for path in (event.src_path, event.dest_path) if path]
        if any(_concerns(path, event.is_directory) for path in paths):
            self._changed()


def _concerns(path: str, is_folder: bool) -> bool:
    name = os.path.basename(path)
    if name.startswith("."):
        return False
    return is_folder or os.path.splitext(name)[1].lower() in _SUFFIXES
