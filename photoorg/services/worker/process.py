"""One life of the worker process, as the program sees it: orders go in, replies come out, until it ends."""

from __future__ import annotations

import multiprocessing
import queue
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

Entry = Callable[..., None]
Reply = TypeVar("Reply")


class Gone:
    """In place of a reply: the process has ended, and nothing more will come."""


class ChildProcess(Generic[Reply]):
    """A spawned process and a thread that listens to it.

    The thread is there because a process that hangs can do so in the middle of a order: nobody who has other
    things to watch may wait for its second half.
    """

    def __init__(self, entry: Entry, options: object) -> None:
        context = multiprocessing.get_context("spawn")
        self._connection, theirs = context.Pipe()
        self._process = context.Process(target=entry, args=(theirs, options), daemon=True, name="photoorg-worker")
        self._process.start()
        theirs.close()
        self._replies: queue.SimpleQueue[Reply | Gone] = queue.SimpleQueue()
        self._listener = threading.Thread(
            target=_listen, args=(self._connection, self._replies), daemon=True, name="photoorg-worker-listener"
        )
        self._listener.start()

    @property
    def pid(self) -> int | None:
        """The id of the process."""
        return self._process.pid

    def send(self, order: object) -> None:
        """Hand an order over; if the process is gone this does nothing, and ``receive`` says so."""
        try:
            self._connection.send(order)
        except OSError:
            pass

    def receive(self, timeout: float) -> Reply | Gone | None:
        """The next reply, None if none comes within ``timeout`` seconds."""
        try:
            return self._replies.get(timeout=timeout)
        except queue.Empty:
            return None

    def kill(self) -> None:
        """End the process at once; it holds nothing that could be lost."""
        self._process.kill()

    def join(self) -> int:
        """Wait for the end and give the exit code, a signal's number negated."""
        self._process.join()
        self._listener.join()
        self._connection.close()
        return self._process.exitcode or 0


def _listen(connection: Connection, replies: queue.SimpleQueue[Any]) -> None:
    while True:
        try:
            replies.put(connection.recv())
        except Exception:  # the end, or half a message from a process that was killed while it wrote
            replies.put(Gone())
            return
