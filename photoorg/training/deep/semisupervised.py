"""Fits a head to a person's own clusters and the unlabelled rest, to say where the rest belongs."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.clustering.models.heads import LinearHeads
from photoorg.clustering.models.semisupervised import supervised_loss, total_loss
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.common import batches, scaled, seeded, step


@dataclass(frozen=True)
class Settings:
    """``alone`` epochs see the labelled photos only, the others both. ``noise`` as in ``Scan``."""

    epochs: int = 200
    alone: int = 60
    batch: int = 256
    rate: float = 3e-3
    decay: float = 1e-3
    threshold: float = 0.95
    noise: float = 0.5
    seed: int = 0


@dataclass(frozen=True)
class Fitted:
    """Probabilities (n, k) of every class for all photos, and which photo (n,) is surely of one of them."""

    probabilities: NDArray[np.float32]
    sure: NDArray[np.bool_]

    @property
    def labels(self) -> Labels:
        """The likeliest class (n,); -1 where none is sure."""
        return np.where(self.sure, self.probabilities.argmax(1), -1).astype(np.int32)


def fit(
    vectors: Vectors, known: Labels, settings: Settings | None = None, cancel: CancelToken | None = None
) -> Job[Fitted]:
    """Learn from unit ``vectors`` (n, d) with ``known`` (n,) classes 0 to k - 1, -1 for those without one.

    Raises:
        CannotError: fewer than two classes have photos.
        Cancelled: ``cancel`` asked for it.
    """
    settings = settings or Settings()
    rows, rest = np.flatnonzero(known >= 0), np.flatnonzero(known < 0)
    if len(np.unique(known[rows])) < 2:
        raise CannotError("There must be photos of two clusters to learn from.")
    with seeded(settings.seed):
        inputs = scaled(vectors)
        labelled, labels = inputs[rows], torch.from_numpy(known[rows].astype(np.int64))
        unlabelled = inputs[rest]
        head = LinearHeads(vectors.shape[1], int(known.max()) + 1, 1)
        optimiser = torch.optim.AdamW(head.parameters(), settings.rate, weight_decay=settings.decay)
        pace = Pace("learning your groups", settings.epochs)
        for epoch in range(settings.epochs):
            for part in batches(max(len(rows), len(rest)), settings.batch):
                if cancel is not None:
                    cancel.checkpoint()
                mine = part % len(rows)
                seen = head(labelled[mine])[0]
                if epoch < settings.alone or not len(rest):
                    step(optimiser, supervised_loss(seen, labels[mine]))
                    continue
                plain = unlabelled[part % len(rest)]
                disturbed = plain + settings.noise * torch.randn_like(plain)
                loss = total_loss(seen, labels[mine], head(plain)[0], head(disturbed)[0], settings.threshold)
                step(optimiser, loss)
            yield pace.at(epoch + 1)
        with torch.no_grad():
            probabilities = head(inputs)[0].softmax(1).numpy()
    return Fitted(probabilities, probabilities.max(1) > settings.threshold)
