"""Trains GATCluster on pictures, with no pretrained weights: the paper's two-step learning (algorithm 1)."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from pathlib import Path
from pickle import UnpicklingError
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.clustering.baselines.kmeans import KMeans
from photoorg.clustering.models.gatcluster import (
    Architecture,
    GATCluster,
    Targets,
    Weights,
    attention_targets,
    balanced_targets,
    total_loss,
)
from photoorg.core.arrays import Labels
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.augment import affine, greyed, jittered, mirrored
from photoorg.training.deep.common import batches, seeded, step
from photoorg.training.deep.pictures import Pictures

#: A cluster of fewer than this share of the photos it should have counts as missing.
_MISSING = 0.1


@dataclass(frozen=True)
class Settings:
    """The paper's: ``batch`` M pictures get their targets at once, ``sub_batch`` m1 at a time in evaluation mode, and
    are then learnt ``mini_batch`` m2 at a time. ``normalised`` False takes the authors' plain inner product for L_T.
    """

    epochs: int = 100
    batch: int = 1000
    sub_batch: int = 250
    mini_batch: int = 32
    rate: float = 1e-3
    weights: Weights = field(default_factory=Weights)
    normalised: bool = True
    seed: int = 0


@dataclass(frozen=True)
class Clustered:
    """What the network of the last epoch says: cluster (n,), probabilities (n, k) and attention maps (n, h, w).

    ``losses`` holds the mean loss of every epoch. The authors report the epoch that agrees best with the truth, which
    nobody has who needs clusters; here the last one counts.
    """

    labels: Labels
    probabilities: NDArray[np.float32]
    attention: NDArray[np.float32]
    losses: list[float]


def train(
    pictures: Pictures,
    architecture: Architecture,
    settings: Settings | None = None,
    checkpoint: Path | None = None,
    watch: Callable[[int, Labels], None] | None = None,
    cancel: CancelToken | None = None,
) -> Job[Clustered]:
    """Cluster ``pictures`` (n, size, size, 3) uint8.

    With ``checkpoint`` the state is written there after every epoch, and a run that finds one goes on from it.
    ``watch`` is told the labels after every epoch (and, as epoch 0, before the first), to draw a curve from.

    Raises:
        CannotError: the checkpoint belongs to another network or cannot be read.
        Cancelled: ``cancel`` asked for it; the checkpoint of the last whole epoch stays.
    """
    settings = settings or Settings()
    with seeded(settings.seed):
        run = _Run(pictures, architecture, settings)
        first = 0 if checkpoint is None else run.resume(checkpoint)
        if watch is not None and first == 0:
            watch(0, run.labels())
        pace = Pace("training GATCluster", settings.epochs)
        for epoch in range(first, settings.epochs):
            run.epoch(cancel)
            if checkpoint is not None:
                run.save(checkpoint, epoch + 1)
            if watch is not None:
                watch(epoch + 1, run.labels())
            yield pace.at(epoch + 1, f"loss {run.losses[-1]:.3f}")
        return run.outcome()


class _Run:
    """A network, its optimiser and the pictures they are trained on."""

    def __init__(self, pictures: Pictures, architecture: Architecture, settings: Settings) -> None:
        self._device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
        self._pictures = torch.from_numpy(pictures)
        self._architecture = architecture
        self._settings = settings
        self._network = GATCluster(architecture).to(self._device)
        self._optimiser = torch.optim.Adam(self._network.parameters(), settings.rate)
        self.losses: list[float] = []

    def epoch(self, cancel: CancelToken | None) -> None:
        """Lines 4 to 19 of algorithm 1: every batch gets its targets, then is learnt."""
        count = len(self._pictures)
        order = torch.randperm(count)
        size = min(self._settings.batch, count)
        total, seen = 0.0, 0
        for start in range(0, count - size + 1, size):
            rows = order[start : start + size]
            wanted = self._targets(rows)
            for part in batches(len(rows), self._settings.mini_batch):
                if cancel is not None:
                    cancel.checkpoint()
                total += self._learn(rows[part], wanted.of(part)) * len(part)
                seen += len(part)
        self.losses.append(total / max(seen, 1))

    def _targets(self, rows: torch.Tensor) -> Targets:
        """Step 1: the targets of a batch, from the network as it is."""
        labels = torch.cat([part[0] for part in self._seen(rows)])
        sharpened = attention_targets(labels)
        return Targets(balanced_targets(labels), self._clusters(sharpened), sharpened)

    def _clusters(self, sharpened: torch.Tensor) -> torch.Tensor:
        """k-means on the sharpened label features; everyone alone (-1) where a cluster is as good as missing."""
        k = self._architecture.clusters
        points = sharpened.cpu().numpy().astype(np.float32)
        seed = int(torch.randint(2**31 - 1, ()))
        labels = KMeans("k-means++", k, starts=2, seed=seed).fit(points)
        sizes = np.bincount(labels, minlength=k)
        found = torch.from_numpy(labels.astype(np.int64)).to(self._device)
        return found if sizes.min() >= _MISSING * len(points) / k else torch.full_like(found, -1)

    def _learn(self, rows: torch.Tensor, wanted: Targets) -> float:
        """Step 2: one step on transformed pictures."""
        self._network.train()
        changed = affine(jittered(mirrored(self._rgb(rows))))
        labels, attended, _ = self._network(self._input(changed))
        loss = total_loss(labels, attended, wanted, self._settings.weights, self._settings.normalised)
        step(self._optimiser, loss)
        return loss.item()

    def _seen(self, rows: torch.Tensor) -> list[tuple[torch.Tensor, torch.Tensor, torch.Tensor]]:
        """The network's answers in evaluation mode, a sub-batch at a time."""
        self._network.eval()
        with torch.no_grad():
            return [self._network(self._input(self._rgb(part))) for part in torch.split(rows, self._settings.sub_batch)]

    def _rgb(self, rows: torch.Tensor) -> torch.Tensor:
        """Pictures (m, 3, s, s) in 0-1."""
        return self._pictures[rows].to(self._device).permute(0, 3, 1, 2).float() / 255

    def _input(self, pictures: torch.Tensor) -> torch.Tensor:
        """What the network sees: grey, as the paper, unless it has three channels; about zero, of a spread of one."""
        made = greyed(pictures) if self._architecture.channels == 1 else pictures
        return (made - 0.5) / 0.25

    def labels(self) -> Labels:
        """The cluster (n,) of every picture."""
        return self.outcome().labels

    def outcome(self) -> Clustered:
        """Lines 22 to 25 of algorithm 1."""
        parts = self._seen(torch.arange(len(self._pictures)))
        probabilities = torch.cat([part[0] for part in parts]).cpu().numpy()
        attention = torch.cat([part[2] for part in parts]).cpu().numpy()
        return Clustered(probabilities.argmax(1).astype(np.int32), probabilities, attention, list(self.losses))

    def save(self, file: Path, epochs: int) -> None:
        """Write everything that going on needs, under another name first."""
        state = {
            "architecture": _plain(self._architecture),
            "settings": _plain(self._settings),
            "epochs": epochs,
            "losses": self.losses,
            "network": self._network.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "random": torch.random.get_rng_state(),
        }
        new = file.with_name(f"{file.name}.new")
        torch.save(state, new)
        os.replace(new, file)

    def resume(self, file: Path) -> int:
        """Take up the state in ``file``; gives how many epochs it has behind it, 0 where there is no file."""
        if not file.exists():
            return 0
        try:
            state = torch.load(file, map_location=self._device, weights_only=True)
        except (OSError, RuntimeError, ValueError, EOFError, UnpicklingError) as error:
            raise CannotError(f"The checkpoint {file} cannot be read.", "Delete it to begin anew.") from error
        for name, own in (("architecture", self._architecture), ("settings", self._settings)):
            given = {key: value for key, value in state[name].items() if key != "epochs"}
            if given != {key: value for key, value in _plain(own).items() if key != "epochs"}:
                raise CannotError(f"The checkpoint {file} has other {name}.", "Delete it to begin anew.")
        self._network.load_state_dict(state["network"])
        self._optimiser.load_state_dict(state["optimiser"])
        torch.random.set_rng_state(state["random"].cpu())
        self.losses = list(state["losses"])
        return int(state["epochs"])


def _plain(settings: Architecture | Settings) -> dict[str, Any]:
    """A dataclass as plain values, with lists as torch gives them back."""

    def listed(value: object) -> object:
        if isinstance(value, tuple | list):
            return [listed(each) for each in value]
        return {key: listed(each) for key, each in value.items()} if isinstance(value, dict) else value

    return {key: listed(value) for key, value in asdict(settings).items()}
