"""Edges scored by the refiner: for every sequence, who belongs with its centre, at both levels."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from photoorg.clustering.neighbours import Neighbours
from photoorg.clustering.network import Network
from photoorg.clustering.sequences import Statistics, tokens
from photoorg.core.arrays import Vectors
from photoorg.core.jobs import CancelToken, Job, Pace

#: Sequences computed at once: few enough that what is between two layers stays in the processor's cache.
_BATCH = 16
_UNDER_WAY = 8


def refined(
    vectors: Vectors, neighbours: Neighbours, network: Network, cancel: CancelToken | None = None
) -> Job[NDArray[np.float32]]:
    """Probabilities (N, k, levels) that a position of a sequence belongs with its first; the first has 1.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    count, k = len(neighbours), neighbours.k
    statistics = Statistics.of(vectors, neighbours)
    found = np.empty((count, k, network.config.levels), np.float32)

    def fill(start: int) -> int:
        rows = np.arange(start, min(start + _BATCH, count))
        found[rows] = score(vectors, neighbours, statistics, network, rows)
        return len(rows)

    pace = Pace("Recognising what belongs together", count)
    done = 0
    # One thread of the linear algebra for each of ours: on small matrices its own threads wait for each other.
    with threadpool_limits(1, "blas"), ThreadPoolExecutor(os.cpu_count()) as pool:
        for finished in _ahead(pool, fill, range(0, count, _BATCH), cancel):
            done += finished
            yield pace.at(done)
    return found


def score(
    vectors: Vectors,
    neighbours: Neighbours,
    statistics: Statistics,
    network: Network,
    rows: NDArray[np.integer],
) -> NDArray[np.float32]:
    """Probabilities (R, k, levels) for the sequences of ``rows`` (R,) alone, for instance those of new photos."""
    k = neighbours.k
    inputs = tokens(vectors, neighbours, statistics, rows)
    wanted = network.config.k
    if k < wanted:  # a library smaller than a sequence: its rows over the sequence end early
        padded = np.zeros((len(rows), k, network.config.inputs), np.float32)
        padded[:, :, :k] = inputs[:, :, :k]
        padded[:, :, wanted : wanted + k] = inputs[:, :, k : 2 * k]
        padded[:, :, 2 * wanted :] = inputs[:, :, 2 * k :]
        inputs = padded
    found = network.probabilities(inputs)
    found[:, 0] = 1
    return found


def _ahead(
    pool: ThreadPoolExecutor, work: Callable[[int], int], starts: range, cancel: CancelToken | None
) -> Iterator[int]:
    """Results in order, with a few pieces of work under way, so that stopping is quick."""
    under_way: deque[Future[int]] = deque()
    try:
        for start in starts:
            if cancel is not None:
                cancel.checkpoint()
            under_way.append(pool.submit(work, start))
            if len(under_way) > _UNDER_WAY:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        for future in under_way:
            future.cancel()
