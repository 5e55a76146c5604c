"""Our EfficientNet-Lite0 beside timm's."""

from __future__ import annotations

import subprocess
import sys

import timm
import torch

from photoorg.embed.backbone import load_network


def test_it_is_timms_network() -> None:
    ours = load_network()
    theirs = timm.create_model("tf_efficientnet_lite0", pretrained=False).eval()
    theirs.load_state_dict(dict(zip(theirs.state_dict(), ours.state_dict().values(), strict=True)))
    pictures = torch.randn(2, 3, 224, 224, generator=torch.Generator().manual_seed(0))
    with torch.inference_mode():
        assert torch.allclose(ours(pictures), theirs(pictures), atol=1e-4)


def test_loading_it_brings_neither_timm_nor_torchvision_along() -> None:
    code = (
        "import sys, photoorg.embed.backbone as b; b.load_network();"
        "print(sorted({'timm', 'torchvision', 'torch._dynamo'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
