"""The entry point of the process that clusters: igraph holds Python's lock for seconds, which no window survives."""

from __future__ import annotations

import math
import os
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job
from photoorg.services.grouping.messages import (
    Broke,
    Grouped,
    GroupTask,
    MoreFound,
    MoreTask,
    Parted,
    Placed,
    PlaceTask,
    Reply,
    Report,
    SplitTask,
    Task,
)
from photoorg.services.worker.isolation import cores, settle

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from photoorg.clustering.grouping import Grouping

Result = TypeVar("Result")

#: Seconds between two reports.
_REPORTS = 0.2
#: Kilometres beyond which a town says nothing of a place, and those beyond which its country does not.
_NEAR, _FAR = 80, 400
_KM_PER_DEGREE = 111.2


def main(connection: Connection, log: str | None) -> None:
    """Carry out the one task that comes, and end."""
    settle(log, threads=cores(), steps_back=True)
    try:
        task: Task = connection.recv()
        connection.send(_done(connection, task))
    except (EOFError, OSError):  # nobody is there to hear it
        os._exit(0)


def _done(connection: Connection, task: Task) -> Reply:
    if isinstance(task, PlaceTask):
        return _named(task)
    if isinstance(task, SplitTask | MoreTask):
        for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
            os.environ[name] = "1"  # so small are its products that threads would only wait for each other
    # Only now: numpy and torch read the environment that ``settle`` and this have set.
    import numpy as np

    vectors = _vectors(task, task.space, task.dim) if isinstance(task, SplitTask) else _kinship(task)
    if vectors is None:
        return Broke("some photos have no vector any more")
    if isinstance(task, SplitTask):
        from photoorg.training.deep.split import split

        labels = _followed(connection, split(vectors, task.parts))
        return Parted(labels.astype("int32").tobytes())
    if isinstance(task, MoreTask):
        from photoorg.training.deep.proposals import propose

        groups = np.frombuffer(task.groups, np.int32)
        wanted, held = (np.array(ids, np.int32) for ids in (task.wanted, task.held))
        try:
            found = _followed(connection, propose(vectors, groups, wanted, held))
        except CannotError:
            return Broke("there is no other group to tell them from")
        return MoreFound(found.groups.astype("int32").tobytes(), found.certainty.astype("float32").tobytes())
    from photoorg.clustering.constraints import Constraints
    from photoorg.clustering.grouping import group

    pairs = [np.frombuffer(data, np.int64).reshape(-1, 2) for data in (task.must, task.cannot)]
    return _packed(_followed(connection, group(vectors, Constraints(*pairs))))


def _kinship(task: GroupTask | MoreTask) -> NDArray[np.float32] | None:
    """What the task's contents are clustered by, (n, d); None where one has no vector for likeness any more."""
    from photoorg.embed.kinship import for_clusters

    found = {space: rows for space, dim in task.spaces if (rows := _vectors(task, space, dim)) is not None}
    alike = task.spaces[0][0]
    return for_clusters(alike, found) if alike in found else None


def _vectors(task: GroupTask | SplitTask | MoreTask, space: str, dim: int) -> NDArray[np.float32] | None:
    """The rows (n, dim) of the task's contents in ``space``; None where one has no row any more."""
    import numpy as np

    from photoorg.index.matrix import VectorMatrix

    matrix = VectorMatrix.open(Path(task.folder), space, dim)
    if matrix is None:
        return None
    return matrix.vectors_of(np.frombuffer(task.contents, np.int64))


def _followed(connection: Connection, job: Job[Result]) -> Result:
    """Drive ``job`` to its end, reporting now and then."""
    reported = time.monotonic()
    while True:
        try:
            progress = next(job)
        except StopIteration as end:
            result: Result = end.value
            return result
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

    found = reverse_geocode.search(list(task.points), task.population)
    return Placed(tuple(_within_reach(point, town) for point, town in zip(task.points, found, strict=True)))


def _within_reach(point: tuple[float, float], town: dict[str, Any]) -> tuple[str, str, str]:
    """Town, region and country of a point to which ``town`` is the nearest; at sea there is none."""
    north = town["latitude"] - point[0]
    east = (town["longitude"] - point[1] + 180) % 360 - 180
    distance = _KM_PER_DEGREE * math.hypot(north, east * math.cos(math.radians(point[0])))
    near, country = distance <= _NEAR, town.get("country", "") if distance <= _FAR else ""
    return (town.get("city", ""), town.get("state", ""), country) if near else ("", "", country)
