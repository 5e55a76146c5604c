"""Which variant of a network is fastest on this machine and still gives the same vectors: measured once, remembered.

Processors differ: bfloat16 doubles the speed of one and halves that of another. The variants take turns on the same
pictures, so that a machine that is busy meanwhile is busy for all of them, and medians are compared.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Mapping

import numpy as np
import torch

from photoorg.core.arrays import Vectors
from photoorg.embed.base import Pixels, unit_rows
from photoorg.embed.engine import Engine
from photoorg.embed.machine_file import Measured, machine_key, recall, remember
from photoorg.embed.variants import FLOAT32, Runner, available, build

#: Least cosine to float32, on every picture, with which a variant may take its place.
FAITHFUL = 0.999
#: Pictures after which a worker takes the time to measure: a library of fewer is done sooner without.
AFTER = 1000
#: Pictures on which vectors are compared.
SAMPLE = 32
ROUNDS = 5
#: Turns while photos wait to be indexed.
_QUICK = 3


def runners(engine: Engine) -> dict[str, Runner]:
    """Every variant that works for the network of ``engine`` on its device, float32 first."""
    built: dict[str, Runner] = {}
    for variant in available(engine.device, engine.module):
        try:
            built[variant] = build(variant, engine.module, engine.device)
        except Exception as error:  # a converter may stumble over a network in any way, and there are others
            print(f"{variant} cannot be made: {error}", file=sys.stderr)
    return built


def measure(engine: Engine, batch: Pixels, built: Mapping[str, Runner], rounds: int = ROUNDS) -> Measured:
    """Time the variants in ``built``, in turns, and hold their vectors of ``batch`` (n, h, w, 3) against float32's.

    As many pictures are timed as go through at once.
    """
    vectors: dict[str, Vectors] = {}
    for variant, runner in built.items():
        try:
            vectors[variant] = unit_rows(engine.run(runner, batch))  # also warms it up
        except Exception as error:  # as above
            print(f"{variant} does not run: {error}", file=sys.stderr)
    timed = batch[: engine.batch_size]
    times: dict[str, list[float]] = {variant: [] for variant in vectors}
    for _ in range(rounds):
        for variant, taken in times.items():
            began = time.perf_counter()
            engine.run(built[variant], timed)
            taken.append(time.perf_counter() - began)
    rates = {variant: round(len(timed) / statistics.median(taken), 2) for variant, taken in times.items()}
    exact = vectors[FLOAT32]
    cosines = {variant: round(float((rows * exact).sum(axis=1).min()), 6) for variant, rows in vectors.items()}
    faithful = [variant for variant, cosine in cosines.items() if cosine >= FAITHFUL]
    return Measured(max(faithful, key=rates.__getitem__), rates, cosines)


class Tuner:
    """Lets an encoder run in the variant that was found fastest, and finds it once enough pictures have come by."""

    def __init__(self, engine: Engine, encoder: str) -> None:
        self._engine = engine
        self._key = machine_key(encoder, device_name(engine.device), torch.get_num_threads())
        self._seen = 0
        self._recent: list[Pixels] = []
        self._settled = False
        known = recall(self._key)
        if known is not None and known.variant in available(engine.device, engine.module):
            engine.use(known.variant)
            self._settled = True

    def watch(self, batch: Pixels) -> None:
        """Note that ``batch`` is to be encoded; measure on it when it is time."""
        if self._settled:
            return
        self._seen += len(batch)
        if self._seen > AFTER - 2 * SAMPLE:
            self._recent.append(batch)
        if self._seen < AFTER:
            return
        self._settled = True
        sample = np.concatenate(self._recent)[-max(SAMPLE, self._engine.batch_size) :]
        self._recent.clear()
        built = runners(self._engine)
        found = measure(self._engine, sample, built, _QUICK)
        self._engine.use(found.variant, built[found.variant])
        remember(self._key, found)


def device_name(device: torch.device) -> str:
    """What the device is called, so that another card is measured anew."""
    return torch.cuda.get_device_name(device) if device.type == "cuda" else device.type
