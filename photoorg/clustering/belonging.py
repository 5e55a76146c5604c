"""Who belongs to the community it was put into: photos that belong nowhere are left out of themes and groups.

Every photo ends up in some community, a stranger as well. What tells it is that its best links into it are improbable.
How improbable they must be depends on the library: see ``strangeness``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.neighbours import Neighbours
from photoorg.core.arrays import Labels, Mask

Confidence = NDArray[np.float32]

#: A member's confidence is the mean of this many of its best links into its community.
_BEST_LINKS = 3
#: A photo with less confidence has hardly any link.
_HARDLY = 0.2
#: The median confidence to this power says how much such photos mean. Of 2, 3 and 4 it is the one that leaves libraries
#: of small, blurred photos, in which no link is sure, nearly as they are.
_SURENESS = 4
#: The strangeness of galleries of which all photos belong somewhere is at most .021, with a tenth of strangers at
#: least .051, over fourteen of them; photos of well-known kinds give 0 to .013 and .045 to .080.
_USUAL, _STRANGE = 0.025, 0.06
#: A community of which less than this share is of the usual confidence has no core: its photos are strangers to each
#: other too.
_CORE = 0.5


@dataclass(frozen=True, slots=True)
class Belonging:
    """What a member must have: ``usual`` confidence in any library, and among strangers also the share ``of_typical``
    of the median confidence in its community. A kind that is hard to tell is not lost by that as a whole.
    """

    usual: float
    of_typical: float

    def limits(self, labels: Labels, found: Confidence, strange: float) -> Confidence:
        """The least confidence (N,) for each photo to stay in its community of ``labels`` (N,), none of them -1."""
        weight = min(max((strange - _USUAL) / (_STRANGE - _USUAL), 0.0), 1.0)
        strict = np.maximum(self.usual, self.of_typical * _medians(labels, found))[labels]
        limits: Confidence = (self.usual + weight * (strict - self.usual)).astype(np.float32)
        return limits

    def members(
        self, labels: Labels, found: Confidence, strange: float, smallest: int = 1, wanted: Mask | None = None
    ) -> Labels:
        """``labels`` (N,) with -1 for photos below their limit, and for all of a community that then has fewer than
        ``smallest`` photos, or has no core. What is ``wanted`` (N,) stays, whatever its confidence.
        """
        wanted = np.zeros(len(labels), bool) if wanted is None else wanted
        kept = (found >= self.limits(labels, found, strange)) | wanted
        wide = int(labels.max(initial=-1)) + 1
        every, usual, left = (
            np.bincount(labels[rows], minlength=wide) for rows in (slice(None), found >= self.usual, kept)
        )
        dissolved = ((left < smallest) | (usual < _CORE * every))[labels] & ~wanted
        return np.where(kept & ~dissolved, labels, -1).astype(np.int32)


def confidence(neighbours: Neighbours, scores: NDArray[np.float32], labels: Labels) -> Confidence:
    """How probable (N,) a photo's best links into its own community are; 0 where it has none.

    ``scores`` (N, k) are those of its sequence. Strangers are told from members by their best links better than by
    the share of all (AUC .94 against .91).
    """
    same = labels[neighbours.ids] == labels[:, None]
    same[:, 0] = False  # the photo itself
    links = np.where(same, scores, 0)
    best = -np.partition(-links, min(_BEST_LINKS, links.shape[1]) - 1, axis=1)[:, :_BEST_LINKS]
    others = np.clip(same.sum(1), 1, _BEST_LINKS)
    found: Confidence = (best.sum(1) / others).astype(np.float32)
    return found


def strangeness(found: Confidence) -> float:
    """How much a library looks as if photos belonged nowhere in it, of the confidences (N,) of all: 0 to 1.

    It is the share of photos with hardly any link, which means little where the others have no sure links either:
    there the photos are hard to tell apart. Its own labels nobody knows, so that this is all there is to go by.
    """
    if not len(found):
        return 0.0
    return float(np.mean(found < _HARDLY)) * float(np.median(found)) ** _SURENESS


def _medians(labels: Labels, values: Confidence) -> NDArray[np.float64]:
    """The median of ``values`` (N,) in each community (K,) of ``labels`` (N,), which has no empty one."""
    sizes = np.bincount(labels)
    ends = np.cumsum(sizes)
    ordered = values[np.lexsort((values, labels))].astype(np.float64)
    found: NDArray[np.float64] = (ordered[ends - sizes // 2 - 1] + ordered[ends - (sizes + 1) // 2]) / 2
    return found
