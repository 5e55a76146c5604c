"""Trains a small backbone on a person's own photos by telling two views of one photo from all others."""

from __future__ import annotations

import copy
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import torch
from torch import nn

from photoorg.clustering.models.moco import Queue, info_nce
from photoorg.clustering.models.resnet import SmallResNet, projection
from photoorg.clustering.models.simclr import nt_xent
from photoorg.clustering.models.temi import follow
from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.augment import cropped, jittered, mirrored, sometimes_grey
from photoorg.training.deep.common import batches, seeded, step
from photoorg.training.deep.pictures import Pictures

Method = Literal["simclr", "moco"]

#: Dimensions of the projection.
_PROJECTED = 64


@dataclass(frozen=True)
class Settings:
    """``temperature`` None takes the papers': 0.5 for SimCLR, 0.2 (version 2) for MoCo. ``queue`` and ``momentum`` are
    MoCo's, whose 65,536 and 0.999 are made for a million photos.
    """

    method: Method = "simclr"
    epochs: int = 50
    batch: int = 128
    width: int = 32
    rate: float = 1e-3
    temperature: float | None = None
    queue: int = 1024
    momentum: float = 0.99
    seed: int = 0


def train(pictures: Pictures, settings: Settings | None = None, cancel: CancelToken | None = None) -> Job[SmallResNet]:
    """A backbone trained on ``pictures`` (n, s, s, 3) uint8, in evaluation mode.

    Raises:
        CannotError: there are fewer than two pictures to tell apart.
        Cancelled: ``cancel`` asked for it.
    """
    settings = settings or Settings()
    if len(pictures) < 2:
        raise CannotError("There must be two pictures to tell apart.")
    with seeded(settings.seed):
        data = torch.from_numpy(pictures)
        backbone = SmallResNet(settings.width)
        network = nn.Sequential(backbone, projection(backbone.outputs, _PROJECTED))
        loss_of = _simclr(network, settings) if settings.method == "simclr" else _moco(network, settings)
        optimiser = torch.optim.AdamW(network.parameters(), settings.rate, weight_decay=1e-4)
        pace = Pace(f"training {settings.method}", settings.epochs)
        for epoch in range(settings.epochs):
            network.train()
            for rows in batches(len(data), settings.batch):
                if cancel is not None:
                    cancel.checkpoint()
                rgb = as_rgb(data[rows])
                step(optimiser, loss_of(view(rgb), view(rgb)))
            yield pace.at(epoch + 1)
    return backbone.eval()


_Loss = Callable[[torch.Tensor, torch.Tensor], torch.Tensor]


def _simclr(network: nn.Module, settings: Settings) -> _Loss:
    def loss(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        both = network(torch.cat([first, second]))
        return nt_xent(both[: len(first)], both[len(first) :], settings.temperature or 0.5)

    return loss


def _moco(network: nn.Module, settings: Settings) -> _Loss:
    slow = copy.deepcopy(network).requires_grad_(False)
    queue = Queue(settings.queue, _PROJECTED)

    def loss(first: torch.Tensor, second: torch.Tensor) -> torch.Tensor:
        # The key encoder moves before each step, so that it lags the queries by one; its batch norm sees the pictures
        # in another order, or the query could tell its key by the batch's statistics (the paper's shuffling).
        follow(slow, network, settings.momentum)
        order = torch.randperm(len(second))
        with torch.no_grad():
            keys = slow(second[order])[order.argsort()]
        found = info_nce(network(first), keys, queue.keys, settings.temperature or 0.2)
        queue.push(keys)
        return found

    return loss


def view(pictures: torch.Tensor) -> torch.Tensor:
    """One random view of RGB ``pictures`` (n, 3, s, s) in 0-1, as a network wants it."""
    return normalised(sometimes_grey(jittered(mirrored(cropped(pictures)))))


def normalised(pictures: torch.Tensor) -> torch.Tensor:
    """Pixels in 0-1 brought to about zero and a spread of about one."""
    return (pictures - 0.45) / 0.25


def as_rgb(pictures: torch.Tensor) -> torch.Tensor:
    """(n, s, s, 3) uint8 to (n, 3, s, s) in 0-1."""
    return pictures.permute(0, 3, 1, 2).float() / 255


@torch.no_grad()
def embed(backbone: SmallResNet, pictures: Pictures, batch: int = 256) -> Vectors:
    """Unit vectors (n, d) of ``pictures`` (n, s, s, 3) uint8: what SCAN takes for its features."""
    backbone.eval()
    parts = [backbone(normalised(as_rgb(part))) for part in torch.split(torch.from_numpy(pictures), batch)]
    found: Vectors = nn.functional.normalize(torch.cat(parts), dim=1).numpy()
    return found


def save(backbone: SmallResNet, settings: Settings, file: Path) -> None:
    """Write the weights as safetensors, with the width that loading needs."""
    from safetensors.torch import save_file

    save_file(backbone.state_dict(), file, {"width": str(settings.width), "method": settings.method})


def load(file: Path) -> SmallResNet:
    """The backbone in ``file``.

    Raises:
        CannotError: it cannot be read or is no such backbone.
    """
    from safetensors import SafetensorError, safe_open

    try:
        with safe_open(file, "pt") as opened:
            backbone = SmallResNet(int((opened.metadata() or {})["width"]))
            backbone.load_state_dict({name: opened.get_tensor(name) for name in opened.keys()})  # noqa: SIM118
    except (OSError, KeyError, ValueError, RuntimeError, SafetensorError) as error:
        raise CannotError(f"The weights {file} cannot be read.") from error
    return backbone.eval()
