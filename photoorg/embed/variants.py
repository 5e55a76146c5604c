"""The ways in which one network can be run, which differ in speed by the machine and in the last digits of vectors."""

from __future__ import annotations

import copy
import sys
import warnings
from collections.abc import Callable
from contextlib import suppress
from typing import Any, Protocol, runtime_checkable

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
#: The first parts in more digits than the others, for networks that say where to part.
MIXED = "mixed"
OPENVINO = "openvino"
OPENVINO_BFLOAT16 = "openvino-bfloat16"


#: Where EfficientNet-Lite0 is parted. On a processor with both types, 1.7 times as fast as float32 with a cosine of
#: at least 0.9996; all in bfloat16 is twice as fast with 0.996 (48 photos, medians of interleaved rounds).
_BORDER_FLOAT16, _BORDER_FLOAT32 = 9, 6


@runtime_checkable
class Mixable(Protocol):
    """A network that knows where it can be parted."""

    def mixed(self, early: torch.dtype, late: torch.dtype, border: int) -> Runner:
        """A copy with two precisions."""


def available(device: torch.device, module: nn.Module | None = None) -> tuple[str, ...]:
    """The variants of ``module`` that can be tried on ``device``; the others are held against the first, float32."""
    if device.type == "cuda":
        return (FLOAT32, MEDIUM, BFLOAT16, FLOAT16)
    if device.type == "mps":
        return (FLOAT32, FLOAT16)
    mixed = (MIXED,) if isinstance(module, Mixable) else ()
    return (FLOAT32, MEDIUM, BFLOAT16, *mixed, *((OPENVINO, OPENVINO_BFLOAT16) if _has_openvino() else ()))


def native_dtypes() -> tuple[bool, bool]:
    """Whether this processor multiplies bfloat16, and float16, in hardware."""
    abilities = torch.cpu.get_capabilities() if hasattr(torch.cpu, "get_capabilities") else {}
    return bool(abilities.get("avx512_bf16") or abilities.get("amx_bf16")), bool(abilities.get("avx512_fp16"))


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
    if variant == MIXED and isinstance(module, Mixable):
        placed = _placed(module, device)
        assert isinstance(placed, Mixable)
        _, half_in_hardware = native_dtypes()
        if half_in_hardware:
            return placed.mixed(torch.float16, torch.bfloat16, _BORDER_FLOAT16)
        return placed.mixed(torch.float32, torch.bfloat16, _BORDER_FLOAT32)
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
        _import_openvino()
        return True
    return False


def _import_openvino() -> Any:
    """OpenVINO without its telemetry: it falls back to a stub where that package cannot be imported."""
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]  # None is what refuses an import
    import openvino

    return openvino


def _openvino(module: nn.Module, precision: str) -> Runner:
    try:
        openvino = _import_openvino()
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
