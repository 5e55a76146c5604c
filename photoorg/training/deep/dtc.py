"""Trains deep transfer clustering on an encoder's vectors, in the four forms of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.clustering.baselines.common import clusters_for, tidy
from photoorg.clustering.constrained import constrained_kmeans
from photoorg.clustering.models.dtc import (
    TemporalEnsemble,
    TransferNetwork,
    consistency,
    consistency_weight,
    divergence,
    targets,
)
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job, Pace, run
from photoorg.training.deep.adam import Adam
from photoorg.training.deep.common import batches, scaled, seeded, step

#: Only sharpened targets; agreement with a second view; with the average of the past; targets from that average.
Form = Literal["baseline", "pi", "te", "tep"]


@dataclass(frozen=True)
class TransferClustering:
    """DTC with the paper's schedule: ``warm_up`` epochs on fixed targets, then new ones every ``refresh`` epochs.

    ``noise`` is the spread of the disturbance, in units of a vector's own entries, that makes the second view of the
    form ``pi`` where no other is given. ``k`` None takes sqrt(n / 2) clusters.
    """

    k: int | None = None
    form: Form = "te"
    epochs: int = 60
    warm_up: int = 10
    refresh: int = 5
    starts: int = 20
    noise: float = 0.3
    batch: int = 128
    rate: float = 1e-3
    seed: int = 0

    @property
    def name(self) -> str:
        """``dtc-FORM``."""
        return f"dtc-{self.form}"

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d); nobody is noise.

        Raises:
            Cancelled: ``cancel`` asked for it.
        """
        probabilities = run(self.train(vectors, cancel))
        assert isinstance(probabilities, np.ndarray)
        return tidy(probabilities.argmax(1)) if probabilities.size else np.zeros(len(vectors), np.int32)

    def train(
        self, vectors: Vectors, cancel: CancelToken | None = None, second: Vectors | None = None
    ) -> Job[NDArray[np.float32]]:
        """The probabilities (n, k) of every cluster for unit ``vectors`` (n, d).

        ``second`` (n, d) is another view of the same photos for the form ``pi``: masked by attention, or augmented.
        """
        if cancel is not None:
            cancel.checkpoint()
        k = clusters_for(vectors, self.k)
        if k < 2:
            return np.ones((len(vectors), 1), np.float32)
        with seeded(self.seed):
            inputs = scaled(vectors)
            other = None if second is None else scaled(second)
            network = self._begin(inputs.numpy(), k, cancel)
            yield from self._train(network, inputs, other, cancel)
            with torch.no_grad():
                found: NDArray[np.float32] = network(inputs).numpy()
        return found

    def _begin(self, inputs: NDArray[np.float32], k: int, cancel: CancelToken | None) -> TransferNetwork:
        """Principal components, as many as clusters, and k-means among them."""
        mean = inputs.mean(0)
        _, directions = np.linalg.eigh(np.cov((inputs - mean).T.astype(np.float64)))
        components = directions[:, ::-1][:, :k].astype(np.float32)
        network = TransferNetwork(mean, components)
        points = ((inputs - mean) @ components).astype(np.float32)
        unknown = np.full(len(points), -1, np.int32)
        labels = constrained_kmeans(points, k, unknown, self.seed, self.starts, cancel)
        network.place_centres(np.stack([points[labels == cluster].mean(0) for cluster in np.unique(labels)]))
        return network

    def _train(
        self, network: TransferNetwork, inputs: torch.Tensor, second: torch.Tensor | None, cancel: CancelToken | None
    ) -> Job[None]:
        optimiser = Adam(network.parameters(), self.rate)
        with torch.no_grad():
            everyone = network(inputs)
        wanted, past = targets(everyone), TemporalEnsemble()
        average = past.update(everyone)
        pace = Pace("sharpening clusters", self.epochs)
        for epoch in range(self.epochs):
            weight = consistency_weight(epoch)
            for rows in batches(len(inputs), self.batch):
                if cancel is not None:
                    cancel.checkpoint()
                seen = network(inputs[rows])
                loss = divergence(wanted[rows], seen)
                if self.form == "pi":
                    loss = loss + weight * consistency(seen, network(self._view(inputs, second, rows)))
                elif self.form == "te":
                    loss = loss + weight * consistency(seen, average[rows])
                step(optimiser, loss)
            with torch.no_grad():
                everyone = network(inputs)
            average = past.update(everyone)
            if epoch + 1 >= self.warm_up and (epoch + 1 - self.warm_up) % self.refresh == 0:
                wanted = targets(average if self.form == "tep" else everyone)
            yield pace.at(epoch + 1)

    def _view(self, inputs: torch.Tensor, second: torch.Tensor | None, rows: torch.Tensor) -> torch.Tensor:
        if second is not None:
            return second[rows]
        return inputs[rows] + self.noise * torch.randn_like(inputs[rows])
