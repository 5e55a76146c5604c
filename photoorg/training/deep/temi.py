"""Trains TEMI's heads on an encoder's vectors and keeps the best one."""

from __future__ import annotations

import copy
from dataclasses import dataclass

import torch

from photoorg.clustering.models.heads import LinearHeads
from photoorg.clustering.models.temi import follow, temi_loss
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.common import ByHeads, batches, partner, step


@dataclass(frozen=True)
class Temi(ByHeads):
    """TEMI with the paper's beta and at most its 50 neighbours. ``k`` None takes sqrt(n / 2) clusters.

    The paper's teacher (momentum 0.996) and temperature (0.1) are made for 20,000 steps and unit inputs; a library's
    few hundred steps want a quicker teacher, and inputs of length sqrt(d) a higher temperature.
    """

    k: int | None = None
    neighbours: int = 50
    heads: int = 16
    beta: float = 0.6
    temperature: float = 0.5
    momentum: float = 0.98
    marginal_momentum: float = 0.9
    epochs: int = 200
    batch: int = 256
    rate: float = 1e-3
    seed: int = 0
    name: str = "temi"

    def _labels(self, inputs: torch.Tensor, ids: torch.Tensor, k: int, cancel: CancelToken | None) -> Job[torch.Tensor]:
        student = LinearHeads(inputs.shape[1], k, self.heads)
        teacher = copy.deepcopy(student).requires_grad_(False)
        best = yield from self._train(student, teacher, inputs, ids, cancel)
        with torch.no_grad():
            labels: torch.Tensor = teacher(inputs)[best].argmax(-1)
        return labels

    def _train(
        self,
        student: LinearHeads,
        teacher: LinearHeads,
        inputs: torch.Tensor,
        ids: torch.Tensor,
        cancel: CancelToken | None,
    ) -> Job[int]:
        """Minimise the loss; gives the head whose loss was lowest in the last epoch."""
        optimiser = torch.optim.AdamW(student.parameters(), self.rate, weight_decay=1e-4)
        clusters = student.bias.shape[1]
        marginal = torch.full((self.heads, clusters), 1 / clusters)
        pace = Pace("training TEMI", self.epochs)
        total = torch.zeros(self.heads)
        for epoch in range(self.epochs):
            total = torch.zeros(self.heads)
            for rows in batches(len(inputs), self.batch):
                if cancel is not None:
                    cancel.checkpoint()
                pair = inputs[rows], inputs[partner(ids, rows)]
                seen = self._probabilities(student, pair[0]), self._probabilities(student, pair[1])
                with torch.no_grad():
                    taught = self._probabilities(teacher, pair[0]), self._probabilities(teacher, pair[1])
                    mean = (taught[0].mean(1) + taught[1].mean(1)) / 2
                    marginal.lerp_(mean, 1 - self.marginal_momentum)
                losses = temi_loss(seen, taught, marginal, self.beta)
                step(optimiser, losses.mean() * self.heads)
                follow(teacher, student, self.momentum)
                total += losses.detach() * len(rows)
            yield pace.at(epoch + 1)
        return int(total.argmin())

    def _probabilities(self, heads: LinearHeads, inputs: torch.Tensor) -> torch.Tensor:
        probabilities: torch.Tensor = (heads(inputs) / self.temperature).softmax(-1)
        return probabilities
