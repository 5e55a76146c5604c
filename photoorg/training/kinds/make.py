"""``photoorg train kinds``: from folders of pictures of known kind to the weights that ship."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from photoorg.core.jobs import Job
from photoorg.media.kinds.classifier import KINDS, PIXELS
from photoorg.training.kinds import fit
from photoorg.training.kinds.samples import SPACE, joined, read


def make(data: Sequence[Path], out: Path) -> Job[dict[str, Any]]:
    """Fit the networks to the pictures of ``data``/KIND/SOURCE and write them to ``out``.

    What is read from the pictures is kept in ``out``.work, to fit again without reading again.

    Raises:
        CannotError: there are no such pictures, or the encoder's weights are missing.
    """
    from safetensors.numpy import save_file

    work = out.with_name(out.name + ".work")
    parts = []
    for folder in data:
        parts.append((yield from read(folder, work)))
    samples = joined(parts)
    # Preferred first: the one that sees most.
    inputs = {SPACE: np.concatenate([samples.pixels, samples.vectors], axis=1), PIXELS: samples.pixels}
    networks, temperatures = {}, {}
    for name, rows in inputs.items():
        networks[name], temperatures[name] = fit.fit(rows, samples.kinds, samples.sources)
    arrays = fit.packed(networks)
    digest = hashlib.blake2b(b"".join(arrays[name].tobytes() for name in sorted(arrays)), digest_size=6).hexdigest()
    out.parent.mkdir(parents=True, exist_ok=True)
    partial = out.with_name(out.name + ".partial")
    save_file(
        arrays, partial, {"networks": json.dumps(list(networks)), "version": digest, "made by": "photoorg train kinds"}
    )
    partial.replace(out)
    return {
        "out": str(out),
        "bytes": out.stat().st_size,
        "version": digest,
        "pictures": {kind.value: int((samples.kinds == number).sum()) for number, kind in enumerate(KINDS)},
        "sources": len(np.unique(samples.sources)),
        "temperatures": temperatures,
    }
