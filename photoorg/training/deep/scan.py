"""Trains SCAN's heads on an encoder's vectors, keeps the best one, and lets it label itself."""

from __future__ import annotations

from dataclasses import dataclass

import torch

from photoorg.clustering.models.heads import LinearHeads
from photoorg.clustering.models.scan import scan_loss, self_label_loss
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.common import ByHeads, batches, partner, step


@dataclass(frozen=True)
class Scan(ByHeads):
    """SCAN with the paper's 20 neighbours, entropy weight and threshold. ``k`` None takes sqrt(n / 2) clusters.

    ``noise`` is the spread of the disturbance, in units of a vector's own entries, that stands in for the strong
    augmentations of pictures in self-labelling.
    """

    k: int | None = None
    neighbours: int = 20
    heads: int = 10
    entropy_weight: float = 5.0
    epochs: int = 100
    self_epochs: int = 25
    threshold: float = 0.99
    noise: float = 0.5
    batch: int = 512
    rate: float = 3e-3
    seed: int = 0
    name: str = "scan"

    def _labels(self, inputs: torch.Tensor, ids: torch.Tensor, k: int, cancel: CancelToken | None) -> Job[torch.Tensor]:
        model = LinearHeads(inputs.shape[1], k, self.heads)
        best = yield from self._cluster(model, inputs, ids, cancel)
        yield from self._self_label(model, best, inputs, cancel)
        with torch.no_grad():
            labels: torch.Tensor = model(inputs)[best].argmax(-1)
        return labels

    def _cluster(
        self, model: LinearHeads, inputs: torch.Tensor, ids: torch.Tensor, cancel: CancelToken | None
    ) -> Job[int]:
        """Minimise equation 2 for all heads at once; gives the head whose loss was lowest in the last epoch."""
        optimiser = torch.optim.Adam(model.parameters(), self.rate, weight_decay=1e-4)
        pace = Pace("training SCAN", self.epochs)
        total = torch.zeros(self.heads)
        for epoch in range(self.epochs):
            total = torch.zeros(self.heads)
            for rows in batches(len(inputs), self.batch):
                if cancel is not None:
                    cancel.checkpoint()
                anchors = model(inputs[rows]).softmax(-1)
                others = model(inputs[partner(ids, rows)]).softmax(-1)
                losses = scan_loss(anchors, others, self.entropy_weight)
                step(optimiser, losses.sum())  # heads share no parameter: the sum trains each by itself
                total += losses.detach() * len(rows)
            yield pace.at(epoch + 1)
        return int(total.argmin())

    def _self_label(self, model: LinearHeads, head: int, inputs: torch.Tensor, cancel: CancelToken | None) -> Job[None]:
        optimiser = torch.optim.Adam(model.parameters(), self.rate / 10, weight_decay=1e-4)
        pace = Pace("self-labelling", self.self_epochs)
        for epoch in range(self.self_epochs):
            for rows in batches(len(inputs), self.batch):
                if cancel is not None:
                    cancel.checkpoint()
                seen = inputs[rows]
                disturbed = seen + self.noise * torch.randn_like(seen)
                loss, sure = self_label_loss(model(seen)[head], model(disturbed)[head], self.threshold)
                if bool(sure.any()):
                    step(optimiser, loss)
            yield pace.at(epoch + 1)
