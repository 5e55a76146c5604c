"""``photoorg train``: makes the tables and weights that ship with the program. Nothing of it runs in daily use."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from photoorg.core.errors import UsageError
from photoorg.core.jobs import Job


def train(
    what: str,
    data: Sequence[str],
    out: Path,
    *,
    held_out: Sequence[str] = (),
    steps: int | None = None,
    epochs: int | None = None,
) -> Job[dict[str, Any]]:
    """Make what is called ``what`` from the photos below the folders ``data`` and write it to ``out``.

    ``held_out`` is the refiner's and the kinship table's, ``steps`` the refiner's, ``epochs`` that of what
    is trained on a person's own photos: see there.

    Raises:
        UsageError: there is no such table.
        CannotError: something it is made from is not installed.
    """
    if what == "words":
        from photoorg.training import words

        return (yield from words.train(out))
    if what == "german":
        from photoorg.training import german

        return (yield from german.train(out))
    if what == "concepts":
        from photoorg.training import concepts

        return (yield from concepts.train([Path(folder) for folder in data], out))
    if what == "gatcluster":
        from photoorg.training.deep import gatcluster, gatcluster_command

        longer = gatcluster.Settings(epochs=epochs or gatcluster.Settings.epochs)
        return (yield from gatcluster_command.command([Path(folder) for folder in data], out, settings=longer))
    if what in ("simclr", "moco"):
        from photoorg.training.deep import contrastive, contrastive_command

        method: contrastive.Method = "simclr" if what == "simclr" else "moco"
        settings = contrastive.Settings(method, epochs=epochs or contrastive.Settings.epochs)
        return (yield from contrastive_command.command([Path(folder) for folder in data], out, settings))
    if what == "kinship":
        from photoorg.training import kinship

        return (yield from kinship.make([Path(folder) for folder in data], out, held_out=held_out))
    if what == "refiner":
        from photoorg.training.refiner import make

        folders = [Path(folder) for folder in data]
        return (yield from make.make(folders, out, held_out=held_out, steps=steps or make.STEPS))
    if what == "kinds":
        from photoorg.training.kinds import make as kinds

        return (yield from kinds.make([Path(folder) for folder in data], out))
    raise UsageError(f"There is no table {what}.")
