"""Image encoders of timm (Wightman 2019) from files on disk: DINO, DINOv2 and hundreds more."""

from __future__ import annotations

import os

os.environ["HF_HUB_OFFLINE"] = "1"

import warnings
from typing import Any

import timm
import timm.data

from photoorg.core.errors import CannotError
from photoorg.embed.checkpoints import read_state
from photoorg.embed.models_folder import weights
from photoorg.embed.networks import Network, geometry_of
from photoorg.embed.specs import EncoderSpec


def load_network(spec: EncoderSpec) -> Network:
    """The network without its classifier: pooled features.

    Raises:
        CannotError: it is not installed, damaged, or does not fit the model.
    """
    file = weights(spec)
    state = read_state(file)
    size: dict[str, Any] = {"img_size": spec.image_size} if spec.image_size else {}
    library: Any = timm  # not all of it is annotated
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            # timm's own loading: it knows each family's old names, and fits position embeddings to the size.
            model = library.create_model(
                spec.model, pretrained=True, pretrained_cfg_overlay={"state_dict": state}, num_classes=0, **size
            )
    except Exception as error:  # timm and torch have many for a checkpoint that does not fit
        reason = str(error).strip().split("\n")[0].rstrip(".")
        raise CannotError(
            f"The encoder {spec.model} cannot be loaded: {reason}.", f"Its files are in {file.parent}."
        ) from error
    model.pretrained_cfg.pop("state_dict", None)  # or the weights would be held twice
    data = library.data.resolve_model_data_config(model)
    if spec.image_size:
        data["input_size"] = (3, spec.image_size, spec.image_size)
    side = int(data["input_size"][-1])
    return Network(
        model.eval(),
        geometry_of(library.data.create_transform(**data, is_training=False).transforms),
        tuple(data["mean"]),
        tuple(data["std"]),
        side,
        round(side / data.get("crop_pct", 1.0)),
    )
