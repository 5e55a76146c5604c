"""What the trained methods share: their frame, seeds, batches, neighbours."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
import torch

from photoorg.clustering.baselines.common import clusters_for, tidy
from photoorg.clustering.neighbours import nearest
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job, run
from photoorg.training.deep.adam import Adam


class ByHeads(ABC):
    """Trains heads on an encoder's vectors and their neighbours; ``k`` None takes sqrt(n / 2) clusters."""

    k: int | None
    neighbours: int
    seed: int

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise.

        Raises:
            Cancelled: ``cancel`` asked for it.
        """
        labels = run(self.train(vectors, cancel))
        assert isinstance(labels, np.ndarray)
        return labels

    def train(self, vectors: Vectors, cancel: CancelToken | None = None) -> Job[Labels]:
        """``fit`` as a job that tells how far it is."""
        if cancel is not None:
            cancel.checkpoint()
        k = clusters_for(vectors, self.k)
        if k < 2:
            return np.zeros(len(vectors), np.int32)
        ids = yield from neighbour_ids(vectors, reach(self.neighbours, len(vectors), k), cancel)
        with seeded(self.seed):
            labels = yield from self._labels(scaled(vectors), ids, k, cancel)
        return tidy(labels.numpy())

    @abstractmethod
    def _labels(self, inputs: torch.Tensor, ids: torch.Tensor, k: int, cancel: CancelToken | None) -> Job[torch.Tensor]:
        """Train on ``inputs`` (n, d) with the neighbours ``ids`` (n, m) and give everyone's label (n,)."""


@contextmanager
def seeded(seed: int) -> Iterator[None]:
    """Everything drawn from torch's generators inside depends on ``seed`` alone; their state is put back after."""
    with torch.random.fork_rng(), torch.enable_grad():
        torch.manual_seed(seed)
        yield


def batches(count: int, size: int) -> Iterator[torch.Tensor]:
    """The numbers below ``count`` in random order, ``size`` at a time; a rest of one joins the batch before it."""
    order = torch.randperm(count)
    starts = list(range(0, count, size))
    if len(starts) > 1 and count - starts[-1] == 1:
        starts.pop()
    for start, stop in zip(starts, [*starts[1:], count], strict=True):
        yield order[start:stop]


def neighbour_ids(vectors: Vectors, k: int, cancel: CancelToken | None = None) -> Job[torch.Tensor]:
    """The ``k`` nearest (n, k) of each of ``vectors`` (n, d), itself left out; fewer where there are fewer photos."""
    found = yield from nearest(vectors, k + 1, cancel)
    return torch.from_numpy(found.ids[:, 1:].astype(np.int64))


def reach(most: int, photos: int, clusters: int) -> int:
    """How many neighbours to take for friends: ``most``, but no more than half a cluster of mean size holds."""
    return max(1, min(most, photos // (2 * clusters)))


def partner(neighbours: torch.Tensor, rows: torch.Tensor) -> torch.Tensor:
    """One of the ``neighbours`` (n, k) of each of ``rows`` (m,), drawn at random."""
    column = torch.randint(neighbours.shape[1], rows.shape)
    drawn: torch.Tensor = neighbours[rows, column]
    return drawn


def scaled(vectors: Vectors) -> torch.Tensor:
    """Unit ``vectors`` (n, d) scaled so that an entry has a spread of about one: what linear layers are made for."""
    spread: torch.Tensor = torch.from_numpy(np.ascontiguousarray(vectors, np.float32)) * vectors.shape[1] ** 0.5
    return spread


def step(optimiser: torch.optim.Optimizer | Adam, loss: torch.Tensor) -> None:
    """One step down the gradient of ``loss``."""
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
