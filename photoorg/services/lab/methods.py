"""The methods that ``evaluate clusters`` compares, under the names it takes, each giving one partition or several."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import CancelToken, Job, Progress

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from photoorg.clustering.protocol import Clusterer

#: The product's own method; it comes first wherever methods are listed.
REFINER = "refiner"


@dataclass(frozen=True)
class Partition:
    """What one method made of the photos at one ``level`` (None where it has but one): ``labels`` (n,), -1 for noise.

    ``labels`` is None where the method cannot do it, and ``reason`` says why.
    """

    method: str
    level: str | None
    labels: NDArray[np.int32] | None
    seconds: float
    reason: str = ""


def available(k: int | None = None) -> list[str]:
    """The names of all methods."""
    from photoorg.clustering.baselines import baselines

    return [REFINER, *baselines(k)]


def chosen(wanted: Sequence[str] | None) -> list[str]:
    """The methods meant by ``wanted``: names, or the beginning of several (``leiden``); None for all.

    Raises:
        UsageError: a name fits no method.
    """
    names = available()
    if wanted is None:
        return names
    found: list[str] = []
    for word in wanted:
        fitting = [name for name in names if name == word or name.startswith(f"{word}-")]
        if not fitting:
            raise UsageError(f"There is no clustering method {word!r}.", f"There are: {', '.join(names)}.")
        found += [name for name in fitting if name not in found]
    return found


def partitions(
    vectors: NDArray[np.float32], k: int, names: Iterable[str], cancel: CancelToken | None = None
) -> Job[list[Partition]]:
    """Run the methods ``names`` on unit ``vectors`` (n, d); those that must know the number of clusters are told ``k``.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    from photoorg.clustering.baselines import baselines

    told = baselines(k)
    wanted = list(names)
    found: list[Partition] = []
    for done, name in enumerate(wanted):
        yield Progress("comparing methods", done, len(wanted), name)
        if name == REFINER:
            found += yield from _refined(vectors, cancel)
        else:
            found.append(_fitted(told[name], vectors, cancel))
    yield Progress("comparing methods", len(wanted), len(wanted))
    return found


def _refined(vectors: NDArray[np.float32], cancel: CancelToken | None) -> Job[list[Partition]]:
    """Both levels of the product's own method, exactly as the window's clusters are made."""
    from photoorg.clustering.grouping import group

    began = time.perf_counter()
    made = yield from group(vectors, cancel=cancel)
    seconds = time.perf_counter() - began
    return [Partition(REFINER, "theme", made.themes, seconds), Partition(REFINER, "group", made.groups, seconds)]


def _fitted(method: Clusterer, vectors: NDArray[np.float32], cancel: CancelToken | None) -> Partition:
    family, _, level = method.name.partition("-")
    name, named_level = (family, level) if family == "leiden" else (method.name, None)
    began = time.perf_counter()
    try:
        labels = method.fit(vectors, cancel)
    except CannotError as error:
        return Partition(name, named_level, None, time.perf_counter() - began, error.message)
    return Partition(name, named_level, labels, time.perf_counter() - began)
