"""Who belongs to the community it was put into: photos that belong nowhere are left out of themes and groups.

Every photo ends up in some community, a stranger as well. What tells it is that its best links into it are improbable.
How improbable they must be depends on the library: see ``strangeness``.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from photoorg.clustering.neighbours import Neighbours
from photoorg.core.arrays import Labels

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
_USUAL, _STRANGE = 0.02, 0.06
#: A community of which less than this share stays has no core: what is left of it are strangers to each other too.
_CORE = 0.5


@dataclass(frozen=True, slots=True)
class Threshold:
    """The least confidence of a member: in a library of which every photo has its like, and in one with strangers."""

    usual: float
    among_strangers: float

    def at(self, strangeness: float) -> float:
        """The threshold of a library, between the two."""
        share = (strangeness - _USUAL) / (_STRANGE - _USUAL)
        return self.usual + min(max(share, 0.0), 1.0) * (self.among_strangers - self.usual)


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


def members(
    labels: Labels, found: Confidence, least: float, smallest: int = 1, wanted: NDArray[np.bool_] | None = None
) -> Labels:
    """``labels`` (N,) with -1 for members of less confidence than ``least``, and for all of a community that then has
    fewer than ``smallest`` photos or no core. What is ``wanted`` (N,) stays, whatever its confidence.
    """
    kept = found >= least
    if wanted is not None:
        kept |= wanted
    wide = int(labels.max(initial=-1)) + 1
    before, after = (np.bincount(labels[rows], minlength=wide) for rows in (labels >= 0, kept & (labels >= 0)))
    dissolved = ((after < smallest) | (after < _CORE * before))[labels] if wide else np.zeros(len(labels), bool)
    if wanted is not None:
        dissolved &= ~wanted
    return np.where(kept & ~dissolved, labels, -1).astype(np.int32)
