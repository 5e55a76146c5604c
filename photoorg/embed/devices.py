"""Where a network runs, and how many pictures it takes at once there."""

from __future__ import annotations

import sys

import torch

from photoorg.core.errors import CannotError, UsageError

#: Larger batches are no faster on a processor and cost memory.
CPU_BATCH = 8
#: The most pictures that are sent to a graphics card at once; beyond it the gain is nil.
MOST = 128
#: The share of the free memory that a batch may take: other programs want some, and fragments are lost.
_SHARE = 0.4


def choose(wanted: str = "auto") -> torch.device:
    """The device called ``wanted``: ``auto``, ``cpu``, ``cuda`` or ``mps``.

    Raises:
        UsageError: there is no such kind of device.
        CannotError: this machine has none of it.
    """
    if wanted not in ("auto", "cpu", "cuda", "mps"):
        raise UsageError(f"There is no device {wanted!r}.", "Choose one of: auto, cpu, cuda, mps.")
    here = {"cuda": torch.cuda.is_available(), "mps": torch.backends.mps.is_available()}
    if wanted == "auto":
        wanted = next((name for name, there in here.items() if there), "cpu")
    if not here.get(wanted, True):
        raise CannotError(f"This machine has no {wanted} device that torch can use.", "Choose --device cpu.")
    return torch.device(wanted)


def batch_size(device: torch.device, bytes_each: int) -> int:
    """How many pictures fit into the memory that is free now, at ``bytes_each`` a picture on its way through."""
    if device.type == "cpu":
        return CPU_BATCH
    return max(1, min(MOST, int(_SHARE * free_bytes(device)) // max(bytes_each, 1)))


def free_bytes(device: torch.device) -> int:
    """Memory of a graphics device that is free."""
    if device.type == "cuda":
        free, _ = torch.cuda.mem_get_info(device)
        held = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return int(free + held)
    if sys.platform == "darwin" and device.type == "mps":
        return int(torch.mps.recommended_max_memory() - torch.mps.driver_allocated_memory())
    return 0
