"""From cosines with a query to a ranking: support from photos that look alike, and a certainty for each hit.

Pure arrays. The words pick candidates; every candidate then shares its score with the candidates that look most like
it (smoothing over the visual neighbour graph, as in manifold ranking: Zhou et al. 2004, one step). Kinds of photos
that the library holds many of come out whole; a photo that met the words by chance finds no support among its likes.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from photoorg.core.arrays import Mask, Rows, Vectors
from photoorg.core.middle import median
from photoorg.core.products import among

#: How many of the best by words are compared with each other; the work grows with its square.
_CANDIDATES = 512
#: Mean average precision of 28, 90 and, on photos that nothing was learnt from, 43 queries: 0.842, 0.739 and 0.559 with
#: 10 neighbours, 0.845, 0.763 and 0.571 with 40. A second step gains as little again and loses what there are few of.
_NEIGHBOURS = 40
#: The weight of the neighbours' mean score beside a photo's own.
_SUPPORT = 2.0
#: Likeness that every photo has with an average one, which keeps odd ones from borrowing from near nothing.
_PRIOR = 1.0
#: Rows that median and deviation are taken from.
_SAMPLE = 8192
#: Log odds of a hit by its distance from the library's median: in robust deviations (log1p), as such, and as a share
#: of the best hit's. The mean of two logistic regressions, with and without the share, on labelled hits of 80 queries,
#: 20 of them for what was not there (area under the curve 0.92 and 0.91); the share alone would trust any best hit.
_BY_DEVIATIONS, _BY_DISTANCE, _BY_SHARE, _ODDS = 0.75, 6.5, 1.7, -5.0


#: Photos, the best by words, at which a query is held against the background words.
FITTING = 20
#: Log odds that a query has anything to find: by how far its best photo stands out among the library's (log1p of
#: robust deviations), by how far the query stands out among background words at its best photos (in deviations, the
#: median), and by its best cosine as a share of what it can reach, less what it loses where it is not known at all or
#: only by far resemblance. Fitted on 3,710 searches of 41 libraries drawn from development photos, for what is there,
#: what is not, and nonsense. On 1,209 photos that nothing was learnt from, 4 in 5 of 43 everyday queries for what is
#: there are now told to fit something; without the share, which asks less of broad words, it was 1 in 2.
_BY_STANDING, _BY_BACKGROUND, _BY_REACHED, _BY_TRUST, _FITTING_ODDS = 0.39, 0.22, 5.28, 7.2, -5.2
#: The same where an encoder does not say what can be reached: by the background at the best photo. Neither term depends
#: on the scale of its cosines. Fitted on 95 queries for what is there, 120 of abstract words and 60 for what is not
#: there, over two libraries of 3,426 and 400 photos.
_ALONE_BY_BACKGROUND, _ALONE_BY_STANDING, _ALONE_ODDS, _ALONE_BY_TRUST = 0.36, 1.03, -5.97, 2.7


def fitting(
    scores: NDArray[np.floating],
    best: NDArray[np.floating],
    background: NDArray[np.floating],
    trust: float = 1.0,
    reach: float | None = None,
) -> float:
    """How likely a query has anything to find in a library, 0-1, and less by how broad it is.

    ``scores`` (n,) are its cosines with the photos, ``best`` (m,) the highest of those that may be found, and
    ``background`` (m, b) the cosines of these with words that were not asked for. ``trust`` says how well the
    words are known, 0-1; ``reach`` the highest cosine that one photo can have with them, where that is known.
    """
    if not len(scores) or not background.size:
        return 1.0
    middle, spread = _middle_and_spread(np.asarray(scores))
    highest = float(np.max(best))
    standing = np.log1p(max(highest - middle, 0.0) / spread)
    beyond = (best - background.mean(axis=1)) / (background.std(axis=1) + 1e-6)
    if reach is None:
        odds = _ALONE_BY_BACKGROUND * beyond.max() + _ALONE_BY_STANDING * standing
        return _share(odds + _ALONE_ODDS - _ALONE_BY_TRUST * (1 - trust))
    odds = _BY_STANDING * standing + _BY_BACKGROUND * median(beyond) + _BY_REACHED * highest / reach
    # A broad word's hits are less sure: what the encoder sees of forests it sees of hills too.
    return _share(odds + _FITTING_ODDS - _BY_TRUST * (1 - trust)) * reach


def _share(odds: float) -> float:
    """The probability of log ``odds``."""
    return float(1 / (1 + np.exp(-np.clip(odds, -30, 30))))


def rank(
    text_scores: Vectors, visual: Vectors, allowed: Mask | None = None, library: Mask | None = None
) -> tuple[Vectors, Vectors]:
    """Scores (n,) to sort by, and certainties (n,) in 0-1, of a library's photos for one query.

    ``text_scores`` (n,) are the cosines with the query, ``visual`` (n, d) the photos' unit vectors for likeness. Scores
    keep the scale of cosines; photos that are not ``allowed`` (n,) take no part and score minus infinity. What is usual
    the ``library`` (n,) says, by default those allowed: a folder of nothing but cats has no photo that stands out.
    """
    text_scores = np.asarray(text_scores, dtype=np.float32)
    own: Vectors = text_scores if allowed is None else np.where(allowed, text_scores, np.float32(-np.inf))
    best = _best(own, _CANDIDATES)
    best = best[np.isfinite(own[best])]
    if not len(best):
        return own, np.zeros(len(own), np.float32)
    library = allowed if library is None else library
    usual = text_scores if library is None else text_scores[library]
    middle, _ = _middle_and_spread(usual)
    supported = _smooth(own[best] - middle, visual[best]) + middle
    # The others follow in their own order, below every candidate.
    scores = own - np.float32(max(0.0, float(own.max() - supported.min())))
    scores[best] = supported
    return scores, certainty(scores, usual)


def certainty(scores: NDArray[np.floating], library: NDArray[np.floating] | None = None) -> Vectors:
    """How likely each photo with one of ``scores`` (n,) shows what was asked for, 0-1; minus infinity gives 0.

    Judged by how far it stands out from the scores of the whole ``library`` (m,), by default the finite ones given.
    """
    if library is None:
        library = scores[np.isfinite(scores)]
    sure = np.zeros(len(scores), np.float32)
    if not len(library):
        return sure
    middle, spread = _middle_and_spread(library)
    above = np.flatnonzero(scores > middle)  # half of the library, which saves half of the time
    if not len(above):
        return sure
    distance = scores[above] - middle
    odds = _BY_DEVIATIONS * np.log(1 + distance / spread) + _ODDS  # log1p takes three times as long
    odds += (_BY_DISTANCE + _BY_SHARE / float(distance.max())) * distance
    sure[above] = 1 / (1 + np.exp(-odds))
    return sure


def _smooth(own: Vectors, vectors: Vectors) -> Vectors:
    """Scores (m,) averaged with those of the visually nearest among ``vectors`` (m, d)."""
    likeness = among(vectors)
    np.maximum(likeness, 0, out=likeness)
    np.fill_diagonal(likeness, 0)
    np.square(likeness, out=likeness)
    if len(own) > _NEIGHBOURS:
        nearest = np.partition(likeness, len(own) - _NEIGHBOURS, axis=1)[:, len(own) - _NEIGHBOURS]
        likeness *= likeness >= nearest[:, None]
    support = np.vecdot(likeness, own) / (likeness.sum(axis=1) + _PRIOR)
    smoothed: Vectors = (own + _SUPPORT * support) / (1 + _SUPPORT)
    return smoothed


def _best(scores: Vectors, count: int) -> Rows:
    """Positions of the ``count`` highest scores, in no order; the first among equals at the border."""
    if len(scores) <= count:
        return np.arange(len(scores))
    border = np.partition(scores, len(scores) - count)[len(scores) - count]
    above = np.flatnonzero(scores > border)
    return np.concatenate([above, np.flatnonzero(scores == border)[: count - len(above)]])


def _middle_and_spread(scores: NDArray[np.floating]) -> tuple[float, float]:
    """Median and robust deviation of an even sample of ``scores``."""
    sample = scores[:: -(-len(scores) // _SAMPLE)]
    middle = median(sample)
    return middle, 1.4826 * median(np.abs(sample - middle)) + 1e-6
