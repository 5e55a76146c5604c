"""``photoorg train refiner``: from folders of labelled photos to the weights that ship."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from photoorg.clustering.configs import UNIVERSAL
from photoorg.core.errors import UsageError
from photoorg.core.jobs import Job
from photoorg.training.refiner import loop
from photoorg.training.refiner.episodes import Simulator
from photoorg.training.refiner.families import families
from photoorg.training.refiner.sources import Source, read, split
from photoorg.training.wordnet import WordNet

#: Libraries to learn from, and sequences taken from each.
STEPS, ROWS = 1200, 64
SEED = 0


def make(data: Sequence[Path], out: Path, *, held_out: Sequence[str] = (), steps: int = STEPS) -> Job[dict[str, Any]]:
    """Train on the class sub-folders of ``data``, and write the weights to ``out``.

    A folder whose photos lie in no sub-folders gives photos of which no two show the same. ``held_out`` names classes
    that are only validated with: ``tiny140:111-140`` by their place in the alphabet. What is read from the photos and
    the last checkpoint are kept in ``out``.work until the weights are written.

    Raises:
        UsageError: there is nothing to learn from, or ``held_out`` names what is not there.
        CannotError: WordNet or the backbone's weights are missing, or the work folder is of another run.
    """
    work = out.with_name(out.name + ".work")
    sources = yield from read_all(data, work)
    strangers = [source for source in sources if not any(source.classes)]
    labelled = [source for source in sources if any(source.classes)]
    if not labelled or not strangers:
        raise UsageError(
            "Labelled folders are needed, and one of single photos.", "Give for instance --data caltech60 imagenet400"
        )
    learn, validate = split(labelled, held_out_classes(labelled, held_out))
    kinds = families([name for source in labelled for name in source.classes if name], WordNet())
    simulator = Simulator(learn, strangers, kinds)
    network = yield from loop.train(UNIVERSAL, simulator, work / "checkpoint.pt", steps=steps, rows=ROWS, seed=SEED)
    judged = Simulator(validate or learn, strangers, kinds)
    temperature = loop.temperatures(network, judged, SEED)
    note = {"made by": f"photoorg train refiner, {steps} libraries, seed {SEED}"}
    loop.write(network, temperature, note, out)
    shutil.rmtree(work)
    return {
        "out": str(out),
        "bytes": out.stat().st_size,
        "parameters": sum(values.numel() for values in network.parameters()),
        "learnt from": {source.name: len(set(source.classes)) for source in learn},
        "calibrated on": {source.name: len(set(source.classes)) for source in validate or learn},
        "temperatures": temperature.tolist(),
    }


def read_all(data: Sequence[Path], work: Path) -> Job[list[Source]]:
    """The photos of the folders ``data``, kept in the folder ``work`` until they are no longer needed.

    Raises:
        CannotError: a folder has no photos, or the backbone's weights are missing.
    """
    work.mkdir(parents=True, exist_ok=True)
    sources = []
    for folder in data:
        sources.append((yield from read(folder, work)))
    return sources


def held_out_classes(sources: Sequence[Source], held_out: Sequence[str]) -> dict[str, set[str]]:
    """The classes that ``held_out`` names, by source."""
    found: dict[str, set[str]] = {}
    by_name = {source.name: source for source in sources}
    for each in held_out:
        name, _, span = each.partition(":")
        first, _, last = span.partition("-")
        if name not in by_name or not first.isdigit() or not (last or first).isdigit():
            raise UsageError(f"Not a part of the data: {each}", "Write for instance --held-out caltech60:46-60")
        classes = sorted(set(by_name[name].classes) - {""})[int(first) - 1 : int(last or first)]
        if not classes:
            raise UsageError(f"{name} has no classes {span}.")
        found.setdefault(name, set()).update(classes)
    return found
