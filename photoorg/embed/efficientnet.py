"""EfficientNet-Lite0 (Tan and Le 2019; the Lite variant drops swish and squeeze-excitation) in plain torch.

The same layers in the same order as timm's ``tf_efficientnet_lite0``, so that its weights load by position; a test
holds the two side by side. Written out because importing timm brings torchvision and torch's compiler along, which
doubles the time to the first photo, and the worker starts anew whenever a file kills it.
"""

from __future__ import annotations

import copy
from collections.abc import Callable

import torch
from torch import nn

#: (expansion, kernel, stride of the first block, channels, blocks), as in table 1 of the paper.
_STAGES = (
    (1, 3, 1, 16, 1),
    (6, 3, 2, 24, 2),
    (6, 5, 2, 40, 2),
    (6, 3, 2, 80, 3),
    (6, 5, 1, 112, 3),
    (6, 5, 2, 192, 4),
    (6, 3, 1, 320, 1),
)
_STEM, _HEAD, _CLASSES = 32, 1280, 1000


class Layer(nn.Sequential):
    """Convolution, batch norm, and ReLU6 where ``active``; padded as TensorFlow does for even sizes."""

    def __init__(
        self, channels: int, out: int, kernel: int = 1, stride: int = 1, *, deep: bool = False, active: bool = True
    ) -> None:
        total = kernel - stride
        before = total // 2
        parts: list[nn.Module] = []
        if stride > 1:  # unequal on the two sides
            parts.append(nn.ZeroPad2d((before, total - before, before, total - before)))
        padding = 0 if stride > 1 else before
        parts.append(nn.Conv2d(channels, out, kernel, stride, padding, groups=channels if deep else 1, bias=False))
        parts.append(nn.BatchNorm2d(out, eps=1e-3))
        if active:
            parts.append(nn.ReLU6(inplace=True))
        super().__init__(*parts)


class Block(nn.Module):
    """An inverted residual: expand, filter each channel, project; added to its input where shapes allow."""

    def __init__(self, channels: int, out: int, expansion: int, kernel: int, stride: int) -> None:
        super().__init__()
        inner = channels * expansion
        layers = [Layer(channels, inner)] if expansion > 1 else []
        layers += [Layer(inner, inner, kernel, stride, deep=True), Layer(inner, out, active=False)]
        self.layers = nn.Sequential(*layers)
        self.residual = stride == 1 and channels == out

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """(n, channels, h, w) to (n, out, h / stride, w / stride)."""
        made: torch.Tensor = self.layers(pixels)
        return made + pixels if self.residual else made


class EfficientNetLite0(nn.Module):
    """Pictures (n, 3, 224, 224) to class logits (n, 1000)."""

    def __init__(self) -> None:
        super().__init__()
        parts: list[nn.Module] = [Layer(3, _STEM, 3, 2)]
        channels = _STEM
        for expansion, kernel, stride, out, blocks in _STAGES:
            for number in range(blocks):
                parts.append(Block(channels, out, expansion, kernel, stride if number == 0 else 1))
                channels = out
        parts.append(Layer(channels, _HEAD))
        self.features = nn.Sequential(*parts)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.classifier: nn.Module = nn.Linear(_HEAD, _CLASSES)

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Class logits; the pooled features where ``classifier`` is replaced by the identity."""
        logits: torch.Tensor = self.classifier(self.pool(self.features(pixels)).flatten(1))
        return logits

    def mixed(self, early: torch.dtype, late: torch.dtype, border: int) -> Callable[[torch.Tensor], torch.Tensor]:
        """A copy whose first ``border`` parts run in ``early`` and the others in ``late``; pooled in float32.

        The first blocks squeeze the whole picture through 16 channels, where bfloat16's eight bits cost most: all in
        bfloat16 the cosine of the final vectors to float32 falls to 0.994 on one photo in a hundred.
        """
        first = copy.deepcopy(self.features[:border]).to(early)
        rest = copy.deepcopy(self.features[border:]).to(late)
        classifier = copy.deepcopy(self.classifier)

        def run(pixels: torch.Tensor) -> torch.Tensor:
            pooled = self.pool(rest(first(pixels.to(early)).to(late)).float()).flatten(1)
            made: torch.Tensor = classifier(pooled)
            return made

        return run
