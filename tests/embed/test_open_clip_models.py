"""Encoders of open_clip: from a folder that it saved, and from a checkpoint of a model that it knows."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import open_clip
import pytest
import torch
from PIL import Image

from photoorg.core.errors import CannotError
from photoorg.embed import adopt, open_clip_models
from photoorg.embed.specs import EncoderSpec
from photoorg.embed.torch_encoder import TorchEncoder
from tests.embed import tiny

TEXTS = ["a cat", "two people on a beach at sunset, laughing", "x", "receipt"]


def adopted(checkpoint: Path, model: str = "open_clip:tiny") -> EncoderSpec:
    spec = adopt.spec_for(model, checkpoint)
    adopt.install_local(spec, checkpoint)
    return spec


@pytest.fixture
def spec(models: Path, clip_folder: Path) -> EncoderSpec:
    return adopted(clip_folder)


def plain_images(folder: Path, pictures: list[Image.Image]) -> np.ndarray:
    """What open_clip used plainly gives."""
    model, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{folder}")
    with torch.inference_mode():
        batch = torch.stack([preprocess(picture) for picture in pictures])
        return model.eval().encode_image(batch, normalize=True).numpy()


def encoded(encoder: TorchEncoder, pictures: list[Image.Image]) -> np.ndarray:
    (vectors,) = encoder.encode(np.stack([encoder.prepare(picture) for picture in pictures])).values()
    return vectors


def test_pictures_as_open_clip_used_plainly(spec: EncoderSpec, clip_folder: Path, pictures: list[Image.Image]) -> None:
    ours, theirs = encoded(TorchEncoder(spec, device="cpu"), pictures), plain_images(clip_folder, pictures)
    assert (ours * theirs).sum(axis=1).min() > 0.99999
    assert abs(theirs @ theirs.T - 1).max() > 0.01, "the pictures differ, or this would show nothing"


@pytest.mark.parametrize("mode", ["shortest", "longest", "squash"])
def test_every_way_of_resizing_is_open_clips(
    models: Path, tmp_path: Path, pictures: list[Image.Image], mode: str
) -> None:
    folder = tiny.save_clip(tmp_path / "saved")
    config = {"model_cfg": tiny.CONFIG, "preprocess_cfg": {**tiny.PREPROCESS, "resize_mode": mode}}
    (folder / "open_clip_config.json").write_text(json.dumps(config), "utf-8")
    ours = encoded(TorchEncoder(adopted(folder), device="cpu"), pictures)
    assert (ours * plain_images(folder, pictures)).sum(axis=1).min() > 0.99999


def test_a_checkpoint_of_a_known_model(models: Path, tmp_path: Path, pictures: list[Image.Image]) -> None:
    config = tmp_path / "tiny-known.json"
    config.write_text(json.dumps(tiny.CONFIG), "utf-8")
    open_clip.add_model_config(config)
    folder = tiny.save_clip(tmp_path / "saved")
    file = folder / "weights.pt"
    torch.save(tiny.clip().state_dict(), file)
    spec = adopted(file, "open_clip:tiny-known")
    ours = encoded(TorchEncoder(spec, device="cpu"), pictures)
    assert (ours * plain_images(folder, pictures)).sum(axis=1).min() > 0.99999


def test_words_as_open_clip_used_plainly(spec: EncoderSpec, clip_folder: Path) -> None:
    ours = open_clip_models.load_text(spec, device="cpu").encode(TEXTS)
    model, _, _ = open_clip.create_model_and_transforms(f"local-dir:{clip_folder}")
    tokenizer = open_clip.get_tokenizer(f"local-dir:{clip_folder}")
    for text, vector in zip(TEXTS, ours, strict=True):
        with torch.inference_mode():
            lines = tokenizer([prompt.format(text) for prompt in spec.prompts])
            mean = model.eval().encode_text(lines, normalize=True).mean(dim=0).numpy()
        assert vector @ mean / np.linalg.norm(mean) > 0.999
    assert ours.shape == (len(TEXTS), tiny.CONFIG["embed_dim"])


def test_words_in_float32_are_open_clips_to_the_digit(
    spec: EncoderSpec, clip_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_clip_models, "native_dtypes", lambda: (False, False))
    ours = open_clip_models.load_text(spec, device="cpu").encode(["a cat"])[0]
    model, _, _ = open_clip.create_model_and_transforms(f"local-dir:{clip_folder}")
    lines = open_clip.get_tokenizer("ViT-B-32")([prompt.format("a cat") for prompt in spec.prompts])
    with torch.inference_mode():
        mean = model.eval().encode_text(lines, normalize=True).mean(dim=0).numpy()
    np.testing.assert_allclose(ours, mean / np.linalg.norm(mean), atol=1e-5)


def test_a_rounded_text_tower_that_is_not_faithful_is_not_used(
    spec: EncoderSpec, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_clip_models, "native_dtypes", lambda: (True, True))
    assert next(open_clip_models.load_text(spec, device="cpu")._model.parameters()).dtype is torch.bfloat16
    monkeypatch.setattr(open_clip_models, "FAITHFUL", 1.1)
    assert next(open_clip_models.load_text(spec, device="cpu")._model.parameters()).dtype is torch.float32


def test_cutting_to_the_end_token_changes_nothing() -> None:
    model = tiny.clip()
    tokens = open_clip.get_tokenizer("ViT-B-32")(TEXTS)
    with torch.inference_mode():
        cut, whole = open_clip_models.encode_causal(model, tokens), model.encode_text(tokens)
    np.testing.assert_allclose(cut.numpy(), whole.numpy(), atol=1e-5)


def test_a_tower_that_looks_both_ways_is_not_cut(models: Path, tmp_path: Path) -> None:
    folder = tmp_path / "both"
    config = json.loads(json.dumps(tiny.CONFIG))
    config["custom_text"] = True
    config["text_cfg"] |= {"no_causal_mask": True, "pool_type": "last"}
    torch.manual_seed(1)
    custom = {name: value for name, value in config.items() if name != "custom_text"}
    model = open_clip.CustomTextCLIP(**json.loads(json.dumps(custom))).eval()
    folder.mkdir()
    torch.save(model.state_dict(), folder / "model.pth")
    (folder / "open_clip_config.json").write_text(json.dumps({"model_cfg": config}), "utf-8")
    ours = open_clip_models.load_text(adopted(folder), device="cpu").encode(["a cat"])
    lines = [prompt.format("a cat") for prompt in EncoderSpec("x", "open_clip", "x").prompts]
    with torch.inference_mode():
        plain = model.encode_text(open_clip.get_tokenizer("ViT-B-32")(lines), normalize=True).mean(dim=0).numpy()
    assert ours[0] @ plain / np.linalg.norm(plain) > 0.999


def test_a_damaged_checkpoint_is_one_sentence(models: Path, clip_folder: Path, tmp_path: Path) -> None:
    folder = tiny.save_clip(tmp_path / "damaged")
    weights = folder / "open_clip_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:2000])
    with pytest.raises(CannotError, match="cannot be loaded"):
        TorchEncoder(adopted(folder), device="cpu")


def test_an_encoder_that_is_not_installed_says_how(models: Path) -> None:
    with pytest.raises(CannotError) as caught:
        TorchEncoder(EncoderSpec("open_clip.nothing@1", "open_clip", "nothing"), device="cpu")
    assert "pull" in caught.value.hint
