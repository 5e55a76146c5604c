"""Weights from files that anybody may have made: safetensors, or torch's format without code in it."""

from __future__ import annotations

import pickle
import re
from collections.abc import Mapping
from pathlib import Path

import torch

from photoorg.core.errors import CannotError

#: Under which keys training programs keep the weights beside optimisers and epochs.
_WRAPPERS = ("state_dict", "model_state_dict", "model", "teacher")


def read_state(file: Path) -> dict[str, torch.Tensor]:
    """The tensors of a checkpoint by name, on the processor.

    Raises:
        CannotError: it is damaged, or holds more than tensors and plain values.
    """
    try:
        if file.suffix == ".safetensors":
            from safetensors.torch import load_file

            return dict(load_file(file))
        found = torch.load(file, map_location="cpu", weights_only=True)
    except pickle.UnpicklingError as error:
        raise CannotError(
            f"The weights in {file.name} are not plain tensors, and loading anything else could run foreign code.",
            "Save them as safetensors where they come from.",
        ) from error
    except Exception as error:  # each library has errors of its own for a damaged file
        raise CannotError(f"The weights in {file.name} cannot be read: {_first_line(error)}.") from error
    for key in _WRAPPERS:
        if isinstance(found, Mapping) and isinstance(found.get(key), Mapping):
            found = found[key]
    if not isinstance(found, Mapping):
        raise CannotError(f"There are no weights in {file.name}.")
    return {name: value for name, value in found.items() if isinstance(value, torch.Tensor)}


def backbone_state(
    state: Mapping[str, torch.Tensor], wanted: Mapping[str, torch.Tensor], file: Path
) -> dict[str, torch.Tensor]:
    """The tensors of ``state`` that a network with the tensors ``wanted`` needs, without their common prefix.

    Self-supervised training wraps the network (``module.encoder_q.`` in MoCo, ``encoder.`` or ``backbone.`` in
    SimCLR) and puts a projection head of its own behind it, which is left out.

    Raises:
        CannotError: some are missing or have other shapes.
    """
    first = next(iter(wanted))
    prefixes = sorted((name[: -len(first)] for name in state if name.endswith(first)), key=len)
    for prefix in prefixes:
        found = {name: state.get(prefix + name) for name in wanted}
        if all(
            value is not None and value.shape == wanted[name].shape
            for name, value in found.items()
            if not re.search(r"num_batches_tracked$", name)
        ):
            return {name: value for name, value in found.items() if value is not None}
    raise CannotError(f"The weights in {file.name} do not fit the network.")


def _first_line(error: Exception) -> str:
    return str(error).strip().split("\n")[0].rstrip(".") or type(error).__name__
