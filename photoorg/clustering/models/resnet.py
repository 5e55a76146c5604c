"""A small residual network (He, Zhang, Ren and Sun, CVPR 2016) for pictures of a few dozen pixels."""

from __future__ import annotations

import torch
from torch import nn


class SmallResNet(nn.Module):
    """A residual network for small pictures: a stem and three stages, each of one block, the last of 4 x ``width``."""

    def __init__(self, width: int = 32, channels: int = 3) -> None:
        super().__init__()
        self.stem = nn.Sequential(
            nn.Conv2d(channels, width, 3, 2, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True)
        )
        self.stages = nn.Sequential(
            _Block(width, width, 1), _Block(width, 2 * width, 2), _Block(2 * width, 4 * width, 2)
        )
        self.outputs = 4 * width

    def forward(self, pictures: torch.Tensor) -> torch.Tensor:
        """Features (n, 4 width) of ``pictures`` (n, channels, s, s)."""
        features: torch.Tensor = self.stages(self.stem(pictures)).mean((2, 3))
        return features


class _Block(nn.Module):
    """Two convolutions beside a shortcut (He et al. 2016)."""

    def __init__(self, channels: int, out: int, stride: int) -> None:
        super().__init__()
        self.path = nn.Sequential(
            nn.Conv2d(channels, out, 3, stride, 1, bias=False),
            nn.BatchNorm2d(out),
            nn.ReLU(inplace=True),
            nn.Conv2d(out, out, 3, 1, 1, bias=False),
            nn.BatchNorm2d(out),
        )
        same = stride == 1 and channels == out
        self.shortcut = nn.Identity() if same else nn.Conv2d(channels, out, 1, stride, bias=False)

    def forward(self, maps: torch.Tensor) -> torch.Tensor:
        """(n, channels, h, w) to (n, out, h / stride, w / stride)."""
        return nn.functional.relu(self.path(maps) + self.shortcut(maps))


def projection(inputs: int, dimensions: int = 64) -> nn.Sequential:
    """The head that is thrown away after training: features are better before it than behind it."""
    return nn.Sequential(nn.Linear(inputs, inputs), nn.ReLU(inplace=True), nn.Linear(inputs, dimensions))
