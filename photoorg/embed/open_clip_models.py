"""Encoders of open_clip (Ilharco et al. 2021) from files on disk: CLIP (Radford et al. 2021), SigLIP and their kin."""

from __future__ import annotations

import os

# This process never asks a server: whatever is not in the encoder's folder is missing, and said to be.
os.environ["HF_HUB_OFFLINE"] = "1"

import copy
import logging
import warnings
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import open_clip
import torch
from torch import nn

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError
from photoorg.embed import devices
from photoorg.embed.base import unit_rows
from photoorg.embed.models_folder import folder, weights
from photoorg.embed.networks import Network, geometry_of
from photoorg.embed.specs import EncoderSpec
from photoorg.embed.tuning import FAITHFUL
from photoorg.embed.variants import native_dtypes

_CONFIG = "open_clip_config.json"
#: Words on which a rounded text tower is held against the exact one.
_PROBES = ("cat", "two people on a beach at sunset", "a receipt from a restaurant", "snow")
Tokenizer = Callable[[list[str]], torch.Tensor]


def load_network(spec: EncoderSpec) -> Network:
    """The image tower.

    Raises:
        CannotError: it is not installed, damaged, or does not fit the model.
    """
    model, preprocess = load_model(spec)
    cfg = open_clip.get_model_preprocess_cfg(model)
    size = model.visual.image_size
    side = int(size[0] if isinstance(size, (tuple, list)) else size)
    return Network(
        _ImageTower(model.visual),
        geometry_of(preprocess.transforms),
        tuple(cfg["mean"]),
        tuple(cfg["std"]),
        side,
        side,
    )


def load_text(spec: EncoderSpec, threads: int | None = None, device: str = "auto") -> OpenClipText:
    """The text tower with its tokenizer.

    Raises:
        CannotError: it is not installed, damaged, or needs a package that is not there.
    """
    if threads is not None:
        torch.set_num_threads(threads)
    model, _ = load_model(spec)
    model.visual = nn.Identity()  # half of the memory, and not needed for words
    tokenizer, where = _tokenizer(spec), devices.choose(device)
    exact = OpenClipText(spec, model, tokenizer, where)
    if where.type != "cpu" or not native_dtypes()[0]:
        return exact
    # A query of four prompts in 38 ms instead of 96 (ViT-B-32, two cores busy otherwise), where that changes nothing.
    vectors = exact.encode(_PROBES)
    rounded = OpenClipText(spec, copy.deepcopy(model).to(torch.bfloat16), tokenizer, where)
    faithful = float((rounded.encode(_PROBES) * vectors).sum(axis=1).min()) >= FAITHFUL
    return rounded if faithful else exact


def load_model(spec: EncoderSpec) -> tuple[Any, Any]:
    """The whole model in float32 on the processor, and its picture transforms."""
    file = weights(spec)
    here = file.parent
    logging.getLogger().setLevel(logging.WARNING)  # open_clip tells every step to the root logger
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if (here / _CONFIG).is_file():
                model, _, preprocess = open_clip.create_model_and_transforms(f"local-dir:{here}", weights_only=True)
            else:
                model, _, preprocess = open_clip.create_model_and_transforms(
                    spec.model, pretrained=str(file), weights_only=True, pretrained_text=False, **_preprocessing(spec)
                )
    except ImportError as error:
        raise _package_missing(spec) from error
    except Exception as error:  # open_clip and torch have many for a checkpoint that does not fit
        reason = str(error).strip().split("\n")[0].rstrip(".")
        raise CannotError(
            f"The encoder {spec.model} cannot be loaded: {reason}.", f"Its files are in {here}."
        ) from error
    return model.eval(), preprocess


def _preprocessing(spec: EncoderSpec) -> dict[str, Any]:
    """What open_clip knows of how pictures were prepared for these weights; its default for others."""
    cfg = open_clip.get_pretrained_cfg(spec.model, spec.pretrained) if spec.pretrained else {}
    names = {
        "mean": "image_mean",
        "std": "image_std",
        "interpolation": "image_interpolation",
        "resize_mode": "image_resize_mode",
    }
    return {option: cfg[name] for name, option in names.items() if name in cfg}


def _tokenizer(spec: EncoderSpec) -> Tokenizer:
    here = folder(spec)
    try:
        if (here / _CONFIG).is_file():
            found: Tokenizer = open_clip.get_tokenizer(f"local-dir:{here}")
            return found
        text = (open_clip.get_model_config(spec.model) or {}).get("text_cfg", {})
        if not text.get("hf_tokenizer_name"):
            plain: Tokenizer = open_clip.get_tokenizer(spec.model)
            return plain
        from open_clip.tokenizer import HFTokenizer

        own: Tokenizer = HFTokenizer(
            str(here), context_length=text.get("context_length", 77), **text.get("tokenizer_kwargs", {})
        )
        return own
    except ImportError as error:
        raise _package_missing(spec) from error
    except Exception as error:
        raise CannotError(
            f"The tokenizer of {spec.model} cannot be loaded.", "Remove its profile and download it again."
        ) from error


def _package_missing(spec: EncoderSpec) -> CannotError:
    return CannotError(
        f"The encoder {spec.model} needs the package {spec.requires or 'transformers'}.",
        f"Run: pip install 'photoorg[{spec.extra or 'siglip2'}]'",
    )


class _ImageTower(nn.Module):
    """The visual tower alone; some give their patch tokens beside the pooled features."""

    def __init__(self, visual: nn.Module) -> None:
        super().__init__()
        self.visual = visual

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Normalised pixels (n, 3, size, size) to features (n, d)."""
        found = self.visual(pixels)
        pooled: torch.Tensor = found[0] if isinstance(found, tuple) else found
        return pooled


class OpenClipText:
    """Words to unit vectors in the joint space: the mean over the spec's prompts."""

    def __init__(self, spec: EncoderSpec, model: Any, tokenizer: Tokenizer, device: torch.device) -> None:
        self.space = spec.text_space
        self._prompts = spec.prompts
        self._tokenizer = tokenizer
        self._device = device
        self._model = model.to(device)

    @torch.inference_mode()
    def encode(self, texts: Sequence[str]) -> Vectors:
        """Unit vectors (n, d)."""
        lines = [prompt.format(text) if "{}" in prompt else text for text in texts for prompt in self._prompts]
        if not lines:
            return np.zeros((0, 0), np.float32)
        tokens = self._tokenizer(lines).to(self._device)
        features = self._encode_tokens(tokens).float().cpu().numpy()
        each = unit_rows(features).reshape(len(texts), len(self._prompts), -1)
        return unit_rows(each.mean(axis=1))

    def _encode_tokens(self, tokens: torch.Tensor) -> torch.Tensor:
        if not isinstance(self._model, open_clip.CLIP) or self._model.attn_mask is None:
            found: torch.Tensor = self._model.encode_text(tokens)
            return found
        return encode_causal(self._model, tokens)


def encode_causal(model: open_clip.CLIP, tokens: torch.Tensor) -> torch.Tensor:
    """``model.encode_text`` on tokens (n, length) cut behind the last end token: the same, in a third of the time.

    Nothing that stands behind a token reaches it in a causal tower, and the end token is all that is read out.
    """
    ends = tokens.argmax(dim=-1)  # the end token has the highest number
    if model.text_pool_type != "argmax":
        full: torch.Tensor = model.encode_text(tokens)
        return full
    length = int(ends.max()) + 1
    cut = tokens[:, :length]
    x = model.token_embedding(cut).to(model.transformer.get_cast_dtype())
    x = x + model.positional_embedding[:length].to(x.dtype)
    x = model.transformer(x, attn_mask=model.attn_mask[:length, :length])
    x = model.ln_final(x)
    x = x[torch.arange(len(x), device=x.device), ends]
    if isinstance(model.text_projection, nn.Linear):
        x = model.text_projection(x)
    elif model.text_projection is not None:
        x = x @ model.text_projection
    features: torch.Tensor = x
    return features
