"""The entry point of the process that clusters: igraph holds Python's lock for seconds, which no window survives."""

from __future__ import annotations

import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.services.grouping.messages import Broke, Grouped, GroupTask, Placed, PlaceTask, Report, Task
from photoorg.services.worker.isolation import cores, settle

if TYPE_CHECKING:
    from photoorg.clustering.grouping import Grouping

#: Seconds between two reports.
_REPORTS = 0.2
#: Smaller places say little to most people.
_POPULATION = 15_000


def main(connection: Connection, log: str | None) -> None:
    """Carry out the one task that comes, and end."""
    settle(log, threads=cores())
    try:
        task: Task = connection.recv()
        connection.send(_named(task) if isinstance(task, PlaceTask) else _grouped(connection, task))
    except (EOFError, OSError):  # nobody is there to hear it
        os._exit(0)


def _grouped(connection: Connection, task: GroupTask) -> Grouped | Broke:
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


def _named(task: PlaceTask) -> Placed:
    """Towns from the list of GeoNames that ships with reverse_geocode; nothing is asked of a network."""
    import reverse_geocode

    found = reverse_geocode.search(list(task.points), _POPULATION)
    return Placed(tuple((place.get("city", ""), place.get("country", "")) for place in found))
