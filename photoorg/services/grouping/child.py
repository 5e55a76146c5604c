"""The entry point of the process that clusters: igraph and torch hold Python's lock for seconds, so not in the window."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.services.grouping.messages import Broke, Grouped, GroupTask, Report
from photoorg.services.worker.isolation import cores, settle

if TYPE_CHECKING:
    from photoorg.clustering.grouping import Grouping

#: Seconds between two reports.
_REPORTS = 0.2


def main(connection: Connection, log: str | None) -> None:
    """Carry out the one ``GroupTask`` that comes, and end."""
    settle(log, threads=cores())
    try:
        task: GroupTask = connection.recv()
        connection.send(_carry_out(connection, task))
    except (EOFError, OSError):  # nobody is there to hear it
        os._exit(0)


def _carry_out(connection: Connection, task: GroupTask) -> Grouped | Broke:
    # Only now: numpy reads the environment that ``settle`` has set.
    import numpy as np

    from photoorg.clustering.constraints import Constraints
    from photoorg.clustering.grouping import group
    from photoorg.index.matrix import VectorMatrix

    matrix = VectorMatrix.open(Path(task.folder), task.space, task.dim)
    if matrix is None:
        return Broke("the vector file is gone")
    contents = np.frombuffer(task.contents, np.int64)
    order = np.argsort(matrix.ids)
    places = np.searchsorted(matrix.ids, contents, sorter=order)
    if len(contents) and (places.max() >= len(order) or not np.array_equal(matrix.ids[order[places]], contents)):
        return Broke("some photos have no vector any more")
    vectors = np.ascontiguousarray(matrix.vectors[order[places]])
    pairs = [np.frombuffer(data, np.int64).reshape(-1, 2) for data in (task.must, task.cannot)]
    job = group(vectors, Constraints(*pairs))
    reported = time.monotonic()
    while True:
        try:
            progress = next(job)
        except StopIteration as end:
            return _packed(end.value)
        if time.monotonic() - reported >= _REPORTS:
            connection.send(Report(progress))
            connection.recv()
            reported = time.monotonic()


def _packed(found: Grouping) -> Grouped:
    return Grouped(
        found.themes.astype("int32").tobytes(),
        found.groups.astype("int32").tobytes(),
        found.confidence.astype("float32").tobytes(),
    )
