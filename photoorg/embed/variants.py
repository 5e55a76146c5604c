"""The ways in which one network can be run, which differ in speed by the machine and in the last digits of vectors."""

from __future__ import annotations

import copy
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import torch
from torch import nn

from photoorg.core.errors import CannotError

#: Normalised pixels (n, 3, h, w) in float32, on the device, to features (n, d).
Runner = Callable[[torch.Tensor], torch.Tensor]

FLOAT32 = "float32"
BFLOAT16 = "bfloat16"
FLOAT16 = "float16"
#: float32 whose matrix products may be rounded to bfloat16 inside.
MEDIUM = "float32-medium"
OPENVINO = "openvino"
OPENVINO_BFLOAT16 = "openvino-bfloat16"


def available(device: torch.device) -> tuple[str, ...]:
    """The variants that can be tried on ``device``; float32 is the first, and what the others are held against."""
    if device.type == "cuda":
        return (FLOAT32, MEDIUM, BFLOAT16, FLOAT16)
    if device.type == "mps":
        return (FLOAT32, FLOAT16)
    return (FLOAT32, MEDIUM, BFLOAT16, *((OPENVINO, OPENVINO_BFLOAT16) if _has_openvino() else ()))


def build(variant: str, module: nn.Module, device: torch.device) -> Runner:
    """``module`` (float32, on the processor, in evaluation mode) as ``variant`` on ``device``.

    Raises:
        CannotError: there is no such variant, or it needs a package that is not there.
    """
    if variant in (OPENVINO, OPENVINO_BFLOAT16):
        return _openvino(module, "bf16" if variant == OPENVINO_BFLOAT16 else "f32")
    if variant in (FLOAT32, MEDIUM):
        placed = _placed(module, device)
        return placed if variant == FLOAT32 else _medium(placed)
    if variant not in (BFLOAT16, FLOAT16):
        raise CannotError(f"There is no variant {variant!r}.")
    dtype = torch.bfloat16 if variant == BFLOAT16 else torch.float16
    half = _placed(copy.deepcopy(module).to(dtype), device)
    return lambda pixels: half(pixels.to(dtype))


def _placed(module: nn.Module, device: torch.device) -> nn.Module:
    if device.type != "cpu":
        module = copy.deepcopy(module).to(device)
    return module.to(memory_format=torch.channels_last).eval()


def _medium(module: nn.Module) -> Runner:
    def run(pixels: torch.Tensor) -> torch.Tensor:
        before = torch.get_float32_matmul_precision()
        torch.set_float32_matmul_precision("medium")
        try:
            features: torch.Tensor = module(pixels)
        finally:
            torch.set_float32_matmul_precision(before)
        return features

    return run


def _has_openvino() -> bool:
    with suppress(ImportError):
        import openvino  # noqa: F401

        return True
    return False


def _openvino(module: nn.Module, precision: str) -> Runner:
    try:
        import openvino
    except ImportError as error:
        raise CannotError("OpenVINO is not installed.", "Run: pip install 'photoorg[openvino]'") from error
    compiled: list[Any] = []

    def run(pixels: torch.Tensor) -> torch.Tensor:
        if not compiled:
            shape = openvino.PartialShape([-1, *pixels.shape[1:]])
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # of the tracer, about sizes that are constants here
                model = openvino.convert_model(module, example_input=torch.zeros_like(pixels), input=[shape])
            options = {
                "INFERENCE_PRECISION_HINT": precision,
                "INFERENCE_NUM_THREADS": torch.get_num_threads(),
                "PERFORMANCE_HINT": "LATENCY",
            }
            compiled.append(openvino.compile_model(model, "CPU", options))
        features = compiled[0](pixels.contiguous().numpy())[0]
        return torch.from_numpy(features.copy())  # the next call writes over it

    return run
