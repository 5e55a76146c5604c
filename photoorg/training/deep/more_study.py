"""``photoorg evaluate more FOLDER``: how many photos of a kind are found when some of each are in a group."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from photoorg.core.arrays import Ids, Labels, Vectors
from photoorg.core.clusters import SURE_MORE
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.training.deep.proposals import Proposed, propose
from photoorg.training.deep.semisupervised import Settings

#: Kinds of which a group is kept: every second one, but no more than this; and photos in each of these groups.
_KINDS, _EACH = 10, 8


def study(
    vectors: Vectors, truth: Labels, groups: Labels, draws: Sequence[int] = range(5), cancel: CancelToken | None = None
) -> Job[list[dict[str, Any]]]:
    """Precision, recall and F of sure proposals, mean and spread over ``draws`` of kinds and of their photos.

    ``groups`` (n,) are those that the program makes of ``vectors`` (n, d) of kinds ``truth`` (n,). Eight photos of each
    drawn kind are taken out of them into a group that a person keeps; what is left of the kind is to be found.

    Raises:
        Cancelled: ``cancel`` asked for it.
    """
    alone = Settings(alone=Settings.epochs)
    cases: dict[str, tuple[bool, bool, Settings]] = {
        "nearest mean": (True, False, Settings()),
        "the groups kept, and the rest": (False, True, Settings()),
        "all groups": (True, True, alone),
        "all groups, and the rest": (True, True, Settings()),
    }
    found: dict[str, list[tuple[float, float, float]]] = {name: [] for name in cases}
    pace = Pace("looking for the rest of a kind", len(draws) * len(cases))
    for at, draw in enumerate(draws):
        kinds, kept = _kept(truth, groups, np.random.default_rng(draw))
        wanted = np.arange(len(kinds)) + int(groups.max()) + 1
        for number, (name, (others, learnt, settings)) in enumerate(cases.items()):
            told = kept if others else np.where(np.isin(kept, wanted), kept, -1).astype(np.int32)
            if learnt:
                proposed = yield from propose(vectors, told, wanted, settings=settings, cancel=cancel)
            else:
                proposed = _nearest_mean(vectors, told, wanted)
            right = np.append(wanted, -1)[_place(kinds, truth)]
            found[name].append(_figures(proposed, kept, wanted, right))
            yield pace.at(at * len(cases) + number + 1)
    rows = []
    for name, values in found.items():
        mean, spread = np.mean(values, axis=0), np.std(values, axis=0)
        figures = zip(("precision", "recall", "f"), mean, spread, strict=True)
        rows.append({"learnt_from": name, **{key: [round(float(m), 4), round(float(s), 4)] for key, m, s in figures}})
    return rows


def _kept(truth: Labels, groups: Labels, rng: np.random.Generator) -> tuple[Ids, Labels]:
    """The drawn kinds, and the group of every photo when some of each are in one of their own."""
    known = np.unique(truth[truth >= 0])
    kinds = rng.choice(known, min(_KINDS, max(2, len(known) // 2)), replace=False)
    kept = groups.copy()
    for number, kind in enumerate(kinds):
        rows = np.flatnonzero(truth == kind)
        kept[rng.choice(rows, min(_EACH, len(rows) // 2), replace=False)] = int(groups.max()) + 1 + number
    return kinds.astype(np.int64), kept


def _place(kinds: Ids, truth: Labels) -> Ids:
    """The place among ``kinds`` of every photo's kind, -1 (the last) for other kinds."""
    same = truth[:, None] == kinds
    return np.where(same.any(1), same.argmax(1), -1)


def _nearest_mean(vectors: Vectors, groups: Labels, wanted: Ids) -> Proposed:
    """Every photo to the group whose mean is nearest, for comparison."""
    numbers = np.unique(groups[groups >= 0])
    means = np.stack([vectors[groups == number].mean(0) for number in numbers])
    nearest = numbers[(vectors @ (means / np.linalg.norm(means, axis=1, keepdims=True)).T).argmax(1)]
    return Proposed(np.where(np.isin(nearest, wanted), nearest, -1).astype(np.int32), np.ones(len(vectors), np.float32))


def _figures(proposed: Proposed, kept: Labels, wanted: Ids, right: Ids) -> tuple[float, float, float]:
    """Precision, recall and F over the photos that are in none of the ``wanted`` groups yet."""
    rest = ~np.isin(kept, wanted)
    sure = rest & (proposed.groups >= 0) & (proposed.certainty >= SURE_MORE)
    hits = int((sure & (proposed.groups == right)).sum())
    precision, recall = hits / max(int(sure.sum()), 1), hits / max(int((rest & (right >= 0)).sum()), 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)
