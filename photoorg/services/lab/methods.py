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
#: The methods of the Imantics report, the product's own, and SCAN's successor beside them.
IMANTICS = (REFINER, "k-means", "k-means++", "agglomerative", "dbscan", "optics", "scan", "temi")


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


def _quick(k: int | None = None) -> dict[str, Clusterer]:
    """The methods of seconds: those that the product's own is compared with unless others are asked for."""
    from photoorg.clustering.baselines import baselines
    from photoorg.clustering.ensemble import ensembles
    from photoorg.clustering.published import published

    return {**baselines(k), **ensembles(k), **published()}


def _all(k: int | None = None) -> dict[str, Clusterer]:
    """The quick ones and those that are trained on the photos, which takes up to minutes and imports torch."""
    from photoorg.training.deep import trained

    return {**_quick(k), **trained(k)}


def chosen(wanted: Sequence[str] | None) -> list[str]:
    """The methods meant by ``wanted``: names, the beginning of several (``leiden``), or ``all``; None for the quick.

    Raises:
        UsageError: a name fits no method.
    """
    if wanted is None:
        return [REFINER, *_quick()]
    names = [REFINER, *_all()]
    found: list[str] = []
    for word in wanted:
        fitting = [name for name in names if word in (name, "all") or name.startswith(f"{word}-")]
        if not fitting:
            raise UsageError(f"There is no clustering method {word!r}.", f"There are: {', '.join(names)}, or all.")
        found += [name for name in fitting if name not in found]
    return found


def partitions(
    vectors: NDArray[np.float32],
    k: int,
    names: Iterable[str],
    cancel: CancelToken | None = None,
    own: NDArray[np.float32] | None = None,
) -> Job[list[Partition]]:
    """Run the methods ``names`` on unit ``vectors`` (n, d); those that must know the number of clusters are told ``k``.

    The product's own method, and the published ways from the same answers, work on ``own`` (n, e) where it is given.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    from photoorg.clustering.published import published

    wanted = list(names)
    own = vectors if own is None else own
    refined = published()
    quick = _quick(k)
    told = quick if all(name in quick or name == REFINER for name in wanted) else _all(k)
    found: list[Partition] = []
    for done, name in enumerate(wanted):
        yield Progress("comparing methods", done, len(wanted), name)
        if name == REFINER:
            found += yield from _refined(own, cancel)
        else:
            found.append(_fitted(told[name], own if name in refined else vectors, cancel))
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
