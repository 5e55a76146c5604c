"""GATCluster (Niu, Zhang, Wang and Liang, ECCV 2020): clusters straight from pixels, with Gaussian attention.

The network gives every picture a label feature, the probabilities of its clusters; an attention module gives a second
one, of what a Gaussian window lets through. Four tasks train them, with targets that the network makes itself.
Equation numbers are the paper's.
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import nn

_LEAST = 1e-8


@dataclass(frozen=True)
class Architecture:
    """A VGG with batch norm and unpadded 3 x 3 convolutions.

    ``blocks`` holds the channels of each block's convolutions; a 2 x 2 max pooling follows every block but, where
    ``pool_last`` is False, the last. ``size`` is the side of the square pictures in pixels.
    """

    size: int
    clusters: int
    blocks: tuple[tuple[int, ...], ...]
    pool_last: bool = True
    channels: int = 1


#: Sizes of the paper's data sets. Its supplement with the exact layers is not at hand: STL-10 is as its authors' code
#: has it, and the others keep its widths and end in the 6 x 6 (or nearest) map that table 4 found best.
ARCHITECTURES = {
    "stl10": Architecture(96, 10, ((64,) * 3, (128,) * 3, (256,) * 3)),
    "imagenet10": Architecture(128, 10, ((64,) * 3, (128,) * 3, (256,) * 3, (256,) * 2), pool_last=False),
    "cifar10": Architecture(32, 10, ((64,) * 3, (128,) * 3), pool_last=False),
    "small": Architecture(96, 10, ((16,), (32,) * 2, (64,) * 3)),  # for two cores: a thirtieth of STL-10's work
    "tiny": Architecture(32, 3, ((16,), (32,)), pool_last=False),
}


class GATCluster(nn.Module):
    """Pictures (n, channels, size, size) to label features (n, k), attention label features (n, k), and attention."""

    def __init__(self, architecture: Architecture, alpha: float = 0.05) -> None:
        super().__init__()
        k = architecture.clusters
        layers: list[nn.Module] = []
        channels = architecture.channels
        for number, block in enumerate(architecture.blocks, start=1):
            for width in block:
                layers += [nn.Conv2d(channels, width, 3, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True)]
                channels = width
            if number < len(architecture.blocks) or architecture.pool_last:
                layers.append(nn.MaxPool2d(2))
        self.features = nn.Sequential(*layers)
        self.label_map = nn.Sequential(nn.Conv2d(channels, k, 1, bias=False), nn.BatchNorm2d(k), nn.ReLU(inplace=True))
        self.label_head = _mlp(k)
        self.attention_head = _mlp(k)
        self.window = nn.LazyLinear(3)
        self.alpha = alpha
        with torch.no_grad():  # gives the lazy layer its size
            was_training = self.training
            self.eval()(torch.zeros(1, architecture.channels, architecture.size, architecture.size))
            self.train(was_training)

    def forward(self, pictures: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor, torch.Tensor]:
        """Label features l (n, k), attention label features l^a (n, k), attention maps (n, h, w)."""
        maps = self.label_map(self.features(pictures))
        labels = self.label_head(maps.mean((2, 3))).softmax(1)
        attention = gaussian_attention(self.window(maps.flatten(1)).sigmoid(), maps.shape[2:], self.alpha)
        seen = (maps * attention[:, None]).sum((2, 3))
        return labels, self.attention_head(seen).softmax(1), attention


def _mlp(k: int) -> nn.Sequential:
    return nn.Sequential(nn.Linear(k, k), nn.BatchNorm1d(k), nn.ReLU(inplace=True), nn.Linear(k, k))


def gaussian_attention(window: torch.Tensor, shape: torch.Size | tuple[int, int], alpha: float = 0.05) -> torch.Tensor:
    """Equation 8 with Sigma = delta I: A = exp(-|u - mu|^2 / (2 alpha delta)), maps (n, h, w) over [0, 1]^2.

    ``window`` (n, 3) holds mu_x, mu_y and delta in 0-1. The 2 is the authors' code's; the paper folds it into alpha.
    """
    height, width = shape
    y = torch.linspace(0, 1, height, device=window.device)[None, :, None]
    x = torch.linspace(0, 1, width, device=window.device)[None, None, :]
    mu_x, mu_y, delta = (part[:, None, None] for part in window.unbind(1))
    return (-((x - mu_x) ** 2 + (y - mu_y) ** 2) / (2 * alpha * delta.clamp_min(1e-4))).exp()


def balanced_targets(labels: torch.Tensor) -> torch.Tensor:
    """Equation 4: l_ih / z_h, rows summing to one again, z_h the sum over the batch: keeps clusters from emptying."""
    shared = labels / labels.sum(0).clamp_min(_LEAST)
    return shared / shared.sum(1, keepdim=True).clamp_min(_LEAST)


def attention_targets(labels: torch.Tensor) -> torch.Tensor:
    """Equation 10: l_ih^2 / z_h, rows summing to one: the label features made surer of themselves."""
    shared = labels.square() / labels.sum(0).clamp_min(_LEAST)
    return shared / shared.sum(1, keepdim=True).clamp_min(_LEAST)


def relations(clusters: torch.Tensor) -> torch.Tensor:
    """Equation 5: r_ij = 1 where c_i = c_j or i = j, (n, n), from cluster numbers (n,); a negative one is alone."""
    same = (clusters[:, None] == clusters) & (clusters[:, None] >= 0)
    return (same | torch.eye(len(clusters), dtype=torch.bool, device=clusters.device)).float()


def transformation_loss(labels: torch.Tensor, wanted: torch.Tensor, normalised: bool = True) -> torch.Tensor:
    """Equation 3: minus the mean cosine of label features (n, k) with their targets.

    ``normalised`` False takes the plain inner product, as the authors' code does.
    """
    if normalised:
        return -torch.nn.functional.cosine_similarity(labels, wanted, dim=1).mean()
    return -(labels * wanted).sum(1).mean()


def separability_loss(labels: torch.Tensor, related: torch.Tensor) -> torch.Tensor:
    """Equation 6: mean binary cross-entropy of the pairs' cosines against relations (n, n)."""
    unit = torch.nn.functional.normalize(labels, dim=1)
    cosines = (unit @ unit.T).clamp(_LEAST, 1 - 1e-6)
    return -(related * cosines.log() + (1 - related) * (1 - cosines).log()).mean()


def entropy_loss(labels: torch.Tensor) -> torch.Tensor:
    """Equation 7: sum_h p_h log p_h of the mean p of label features (n, k); least when clusters are used evenly."""
    mean = labels.mean(0)
    return (mean * mean.clamp_min(_LEAST).log()).sum()


def attention_loss(labels: torch.Tensor, wanted: torch.Tensor) -> torch.Tensor:
    """Equation 9: binary cross-entropy of attention label features (n, k) against equation 10, mean over both."""
    sure = labels.clamp(_LEAST, 1 - 1e-6)
    return -(wanted * sure.log() + (1 - wanted) * (1 - sure).log()).mean()


@dataclass(frozen=True)
class Weights:
    """Alpha 1 to 3 of equation 11: of the transformation, attention and entropy losses."""

    transformation: float = 5.0
    attention: float = 5.0
    entropy: float = 3.0


@dataclass(frozen=True)
class Targets:
    """What one batch is trained towards: equation 4 (n, k), clusters (n,) for equation 5, equation 10 (n, k)."""

    labels: torch.Tensor
    clusters: torch.Tensor
    attention: torch.Tensor

    def of(self, rows: torch.Tensor) -> Targets:
        """The targets of some rows."""
        return Targets(self.labels[rows], self.clusters[rows], self.attention[rows])


def total_loss(
    labels: torch.Tensor,
    attended: torch.Tensor,
    wanted: Targets,
    weights: Weights | None = None,
    normalised: bool = True,
) -> torch.Tensor:
    """Equation 11: L_R + alpha_1 L_T + alpha_2 L_A + alpha_3 (L_E(l) + L_E(l^a))."""
    weights = weights or Weights()
    return (
        separability_loss(labels, relations(wanted.clusters))
        + weights.transformation * transformation_loss(labels, wanted.labels, normalised)
        + weights.attention * attention_loss(attended, wanted.attention)
        + weights.entropy * (entropy_loss(labels) + entropy_loss(attended))
    )
