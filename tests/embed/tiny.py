"""Tiny networks with random weights, saved as their libraries save real ones."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import open_clip
import torch
from safetensors.torch import save_file

CONFIG: dict[str, Any] = {
    "embed_dim": 24,
    "vision_cfg": {"image_size": 64, "layers": 2, "width": 48, "head_width": 16, "patch_size": 16},
    "text_cfg": {"context_length": 77, "vocab_size": 49408, "width": 32, "heads": 2, "layers": 2},
}
PREPROCESS = {
    "mean": [0.48145466, 0.4578275, 0.40821073],
    "std": [0.26862954, 0.26130258, 0.27577711],
    "interpolation": "bicubic",
    "resize_mode": "shortest",
}


def clip(seed: int = 0) -> open_clip.CLIP:
    """A CLIP of about two million parameters, nearly all of them the words' vectors."""
    torch.manual_seed(seed)
    model = open_clip.CLIP(**json.loads(json.dumps(CONFIG)))
    with torch.no_grad():  # as it is made, every picture gives nearly the same vector
        for parameter in model.visual.parameters():
            parameter.mul_(2)
    return model.eval()


def save_clip(folder: Path, seed: int = 0) -> Path:
    """A folder as open_clip saves one: configuration and weights."""
    folder.mkdir(parents=True, exist_ok=True)
    state = {name: value.contiguous().clone() for name, value in clip(seed).state_dict().items()}
    save_file(state, folder / "open_clip_model.safetensors")
    config = {"model_cfg": CONFIG, "preprocess_cfg": PREPROCESS}
    (folder / "open_clip_config.json").write_text(json.dumps(config), "utf-8")
    return folder
