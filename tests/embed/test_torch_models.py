"""Encoders of timm and torchvision from files: the libraries' own formats, and self-supervised checkpoints."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
import timm
import torch
import torchvision
from PIL import Image
from safetensors.torch import save_file

from photoorg.core.errors import CannotError, UsageError
from photoorg.embed import adopt
from photoorg.embed.checkpoints import read_state
from photoorg.embed.specs import EncoderSpec
from photoorg.embed.torch_encoder import TorchEncoder

_VIT = "vit_tiny_patch16_224.augreg_in21k"


def adopted(model: str, checkpoint: Path) -> EncoderSpec:
    spec = adopt.spec_for(model, checkpoint)
    adopt.install_local(spec, checkpoint)
    return spec


def encoded(encoder: TorchEncoder, pictures: list[Image.Image]) -> np.ndarray:
    (vectors,) = encoder.encode(np.stack([encoder.prepare(picture) for picture in pictures])).values()
    return vectors


def unit(features: torch.Tensor) -> np.ndarray:
    return torch.nn.functional.normalize(features.flatten(1), dim=1).numpy()


def test_a_vision_transformer_as_timm_used_plainly(models: Path, tmp_path: Path, pictures: list[Image.Image]) -> None:
    torch.manual_seed(0)
    whole = timm.create_model(_VIT, pretrained=False, num_classes=7)
    save_file(whole.state_dict(), tmp_path / "model.safetensors")
    plain = timm.create_model(_VIT, pretrained=False, num_classes=0).eval()
    plain.load_state_dict({name: value for name, value in whole.state_dict().items() if not name.startswith("head.")})
    transform = timm.data.create_transform(**timm.data.resolve_model_data_config(plain), is_training=False)
    with torch.inference_mode():
        theirs = unit(plain(torch.stack([transform(picture.convert("RGB")) for picture in pictures])))
    ours = encoded(TorchEncoder(adopted(f"timm:{_VIT}", tmp_path / "model.safetensors"), device="cpu"), pictures)
    assert (ours * theirs).sum(axis=1).min() > 0.99999


@pytest.fixture(scope="module")
def resnet() -> torch.nn.Module:
    torch.manual_seed(0)
    return torchvision.models.resnet18().eval()


@pytest.mark.parametrize(
    ("prefix", "wrapper"),
    [("", None), ("module.encoder_q.", "state_dict"), ("encoder.", "model"), ("module.backbone.", "state_dict")],
    ids=["torchvision", "moco", "simclr", "wrapped"],
)
def test_a_resnet_however_it_was_trained(
    models: Path, tmp_path: Path, pictures: list[Image.Image], resnet: torch.nn.Module, prefix: str, wrapper: str | None
) -> None:
    state = {prefix + name: value for name, value in resnet.state_dict().items() if not name.startswith("fc.")}
    state |= {f"{prefix}fc.0.weight": torch.zeros(128, 512), "module.queue": torch.zeros(2, 2)}
    torch.save({wrapper: state, "epoch": 200} if wrapper else state, tmp_path / "checkpoint.pth.tar")
    encoder = TorchEncoder(adopted("torchvision:resnet18", tmp_path / "checkpoint.pth.tar"), device="cpu")
    transform = torchvision.models.ResNet18_Weights.IMAGENET1K_V1.transforms()
    plain = torch.nn.Sequential(*list(resnet.children())[:-1])
    with torch.inference_mode():
        theirs = unit(plain(torch.stack([transform(picture.convert("RGB")) for picture in pictures])))
    assert (encoded(encoder, pictures) * theirs).sum(axis=1).min() > 0.9999
    assert encoder.spaces == {f"{encoder.id}/visual": 512}


def test_vgg_gives_the_features_before_its_classes(models: Path, tmp_path: Path, pictures: list[Image.Image]) -> None:
    torch.manual_seed(0)
    vgg = torchvision.models.vgg11()
    vgg.classifier = torch.nn.Sequential(torch.nn.Linear(25088, 4096), *list(vgg.classifier)[1:])
    torch.save(vgg.half().state_dict(), tmp_path / "vgg.pth")
    encoder = TorchEncoder(adopted("torchvision:vgg11", tmp_path / "vgg.pth"), device="cpu")
    assert encoder.spaces == {f"{encoder.id}/visual": 4096}


def test_weights_of_another_network_are_refused(models: Path, tmp_path: Path) -> None:
    torch.save({"conv1.weight": torch.zeros(3, 3)}, tmp_path / "other.pth")
    with pytest.raises(CannotError, match="do not fit"):
        TorchEncoder(adopted("torchvision:resnet18", tmp_path / "other.pth"), device="cpu")


class Exploit:
    """Would create a file when it is unpickled."""

    def __init__(self, file: Path) -> None:
        self.file = file

    def __reduce__(self) -> tuple[object, tuple[object, ...]]:
        return open, (str(self.file), "w")


def test_a_checkpoint_with_code_in_it_is_refused(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    torch.save({"state_dict": Exploit(tmp_path / "pwned")}, buffer)
    (tmp_path / "evil.pth").write_bytes(buffer.getvalue())
    with pytest.raises(CannotError, match="not plain tensors"):
        read_state(tmp_path / "evil.pth")
    assert not (tmp_path / "pwned").exists()


def test_what_is_no_model_is_said() -> None:
    for model in ("ViT-B-32", "keras:thing", "open_clip:", "open_clip:No-Such-Model/x", "timm:vit_small_nothing"):
        with pytest.raises(UsageError):
            adopt.spec_for(model)


def test_a_pair_that_open_clip_knows_becomes_files_to_download() -> None:
    spec = adopt.spec_for("open_clip:ViT-B-16/laion2b_s34b_b88k")
    assert spec.id == "open_clip.ViT-B-16.laion2b_s34b_b88k@1"
    assert [file.name for file in spec.files] == ["open_clip_model.safetensors"]
    multilingual = adopt.spec_for("open_clip:ViT-B-32-SigLIP2-256/webli")
    assert multilingual.requires == "transformers"
    assert "tokenizer.json" in {file.name for file in multilingual.files}
