"""Says which photos belong to groups that a person keeps: the semi-supervised head among groups that nobody named."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.fresh import fits
from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken, Job
from photoorg.training.deep.semisupervised import Settings, fit

#: Photos that are looked at for each wanted group, the nearest ones, and for all of them together.
_AROUND, _MOST = 500, 10_000
#: Steps of training: more do not help, and a large library should not take minutes.
_STEPS = 2_500
#: A group is of a wanted one's kind where so large a share of the likeness within is found between the two.
_ALIKE = 0.9
#: What a head's probability is worth: right answers lie on a logistic curve of this slope and height over its logit. A
#: head that learns from its own sure answers is surer of them than it may be (Platt scaling, over the proposals for
#: groups of eight photos in six sets of kinds, each set weighing the same; resources/help/semisupervised.md).
_SLOPE, _HEIGHT = 0.286, -0.625
#: Members of a group that say what is near it.
_SPEAKERS = 24


@dataclass(frozen=True)
class Proposed:
    """The likeliest of the wanted groups (n,) for every photo, -1 where another is likelier, and how probably (n,)."""

    groups: Labels
    certainty: NDArray[np.float32]


def propose(
    vectors: Vectors,
    groups: Labels,
    wanted: NDArray[np.integer],
    held: NDArray[np.integer] | None = None,
    settings: Settings | None = None,
    cancel: CancelToken | None = None,
) -> Job[Proposed]:
    """Look for photos that belong to the groups ``wanted`` (w,), among unit ``vectors`` (n, d) in ``groups`` (n,).

    ``groups`` are numbers from 0, -1 for photos in none, which are the unlabelled rest. The groups that are not
    wanted are classes like the others: what a photo may be instead must be known, or the head takes every photo of
    another kind for one of the wanted groups (measured: resources/help/semisupervised.md). But one that is not
    ``held`` by a person and is of the same kind as a wanted group, as what is left of the group it was taken from, is
    unlabelled too. The photos of all are proposed where the head contradicts their group. A photo in none must also
    be about as near to the members as those are to each other: nothing else says that it is of any kind.

    Raises:
        CannotError: there are photos of one group alone.
        Cancelled: ``cancel`` asked for it.
    """
    found = Proposed(np.full(len(vectors), -1, np.int32), np.zeros(len(vectors), np.float32))
    members = [np.flatnonzero(groups == group) for group in wanted.tolist()]
    rows = _around(vectors, members)
    told = groups.copy()
    kept = wanted if held is None else np.union1d(wanted, held)
    told[np.isin(groups, _same_kind(vectors[rows], groups[rows], wanted, kept))] = -1
    numbers, classes = np.unique(told[rows], return_inverse=True)
    if len(numbers) and numbers[0] < 0:
        numbers, classes = numbers[1:], classes - 1
    settings = settings or Settings()
    epochs = max(2, min(settings.epochs, _STEPS * settings.batch // len(rows)))
    alone = settings.alone * epochs // settings.epochs
    fitted = yield from fit(
        vectors[rows], classes.astype(np.int32), replace(settings, epochs=epochs, alone=alone), cancel
    )
    likeliest = fitted.probabilities.argmax(1)
    found.certainty[rows] = _worth(fitted.probabilities.max(1))
    found.groups[rows] = np.where(np.isin(numbers[likeliest], wanted), numbers[likeliest], -1)
    for group, own in zip(wanted.tolist(), members, strict=True):
        for row in np.flatnonzero((found.groups == group) & (groups < 0)):
            nearest = own[np.argsort(-(vectors[own] @ vectors[row]), kind="stable")]
            if not fits(vectors[row], vectors[nearest]):
                found.groups[row] = -1
    return found


def _worth(probabilities: NDArray[np.float32]) -> NDArray[np.float32]:
    """How often (n,) answers are right that a head gives these ``probabilities`` (n,)."""
    sure = np.clip(probabilities.astype(np.float64), 1e-7, 1 - 1e-7)
    found: NDArray[np.float32] = (1 / (1 + np.exp(-_SLOPE * np.log(sure / (1 - sure)) - _HEIGHT))).astype(np.float32)
    return found


def _same_kind(
    vectors: Vectors, groups: Labels, wanted: NDArray[np.integer], kept: NDArray[np.integer]
) -> NDArray[np.integer]:
    """The groups, none of ``kept``, whose photos are as like those of one of ``wanted`` as either's are to each other.

    That is so where the mean cosine between the two is nearly the smaller of the mean cosines within them.
    """
    numbers, classes, sizes = np.unique(groups, return_inverse=True, return_counts=True)
    means = np.zeros((len(numbers), vectors.shape[1]), np.float32)
    np.add.at(means, classes, vectors)
    means /= sizes[:, None]
    # Of the s^2 pairs that a mean's square counts, s are photos with themselves. One photo alone says nothing.
    within = np.where(sizes > 1, (sizes * (means**2).sum(1) - 1) / np.maximum(sizes - 1, 1), np.inf)
    own = np.isin(numbers, wanted)
    others = (numbers >= 0) & ~np.isin(numbers, kept)
    smaller = np.minimum(within[others][:, None], within[own])
    alike = means[others] @ means[own].T >= _ALIKE * smaller
    return numbers[others][alike.any(1)]


def _around(vectors: Vectors, members: list[NDArray[np.intp]]) -> NDArray[np.intp]:
    """The rows, ascending, that come into question: all ``members`` of the wanted groups and what is nearest to them.

    A group may have many members; some, evenly drawn from them, speak for all.
    """
    count = min(len(vectors), _MOST, _AROUND * len(members))
    near = np.full(len(vectors), -1, np.float32)
    for rows in members:
        speakers = rows[np.linspace(0, len(rows) - 1, min(_SPEAKERS, len(rows))).astype(int)]
        if len(speakers):
            np.maximum(near, (vectors @ vectors[speakers].T).max(1), out=near)
            near[rows] = 2  # above every cosine: its own photos are what is learnt from
    return np.sort(np.argpartition(-near, count - 1)[:count])
