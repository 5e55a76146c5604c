"""Probes: linear detectors on frozen features for what the 1,000 classes lack (person, receipt, screenshot, ...).

Logistic regression on square roots of features scaled to length one. Its log odds are then shifted and scaled on
cross-validated scores: even odds where one unrelated photo in 200 would be taken for the thing, so that a probe
keeps still on photos that it was not made for.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from photoorg.core.arrays import Vectors
from photoorg.core.jobs import Job, Pace
from photoorg.embed.base import unit_rows
from photoorg.training.features import FeatureSet

_DECAY = 3e-4
_FOLDS = 3
#: The share of unrelated photos that may reach even odds.
_FALSE_ALARMS = 0.005
#: The same of the scenes, which are labelled throughout and resemble each other.
_FALSE_SCENES = 0.02
_SCENES = "scenes/"
#: The log odds of the middle one of the photos that do show the thing. Scenes blend into each other: the order among
#: those that are far beyond even odds counts.
_MIDDLE_ODDS, _MIDDLE_ODDS_OF_SCENES = 3.0, 2.0


@dataclass(frozen=True)
class ProbeLabels:
    """Globs over picture names: what shows the thing, what may, and exceptions to the first."""

    name: str
    positive: str
    ignored: str
    negative: str


@dataclass(frozen=True)
class Probe:
    """A detector: ``weights`` (1280,) and ``bias`` give log odds on ``probe_inputs``."""

    name: str
    weights: Vectors
    bias: float
    #: Share of labelled photos found, and of others taken for them, at even odds in cross-validation.
    found: float
    false_alarms: float


def read_labels(file: Path) -> list[ProbeLabels]:
    """The table of resources/embedded/probes.tsv."""
    lines = file.read_text(encoding="utf-8").splitlines()
    return [ProbeLabels(*line.split("\t")) for line in lines if line.strip() and not line.startswith("#")]


def probe_inputs(features: Vectors) -> Vectors:
    """What a probe sees of features (n, 1280)."""
    return unit_rows(np.sqrt(features))


def is_scene(name: str) -> bool:
    """Whether the picture called ``name`` is of the scenes, each of whose folders is called by all that it shows."""
    return name.startswith(_SCENES)


def fit_probes(pictures: FeatureSet, labels: list[ProbeLabels]) -> Job[list[Probe]]:
    """One probe for each of ``labels``, from the features of ``pictures``."""
    inputs = probe_inputs(pictures.features)
    pace = Pace("Fitting probes", len(labels))
    probes = []
    for number, label in enumerate(labels):
        probes.append(_fit_probe(pictures, inputs, label))
        yield pace.at(number + 1, label.name)
    return probes


def _fit_probe(pictures: FeatureSet, inputs: Vectors, label: ProbeLabels) -> Probe:
    exceptions = pictures.matching(label.negative)
    positive = pictures.matching(label.positive) & ~exceptions
    used = positive | exceptions | ~pictures.matching(label.ignored)
    weights = _source_weights([name for name, u in zip(pictures.names, used, strict=True) if u], positive[used])
    x, y = inputs[used], positive[used]
    scores = np.zeros(len(x), np.float32)
    folds = np.random.default_rng(0).integers(_FOLDS, size=len(x))
    for fold in range(_FOLDS):
        rest = folds != fold
        w, b = fit_logistic(x[rest], y[rest], weights[rest])
        scores[~rest] = x[~rest] @ w + b
    near = np.array([is_scene(name) for name, u in zip(pictures.names, used, strict=True) if u], dtype=bool)
    scale, shift = _calibration(scores, y, near)
    w, b = fit_logistic(x, y, weights)
    sure = scale * scores + shift > 0
    return Probe(label.name, w * scale, b * scale + shift, float(sure[y].mean()), float(sure[~y].mean()))


def _source_weights(names: list[str], positive: NDArray[np.bool_]) -> Vectors:
    """A source (the first folder) counts with the square root of its pictures, for and against apart."""
    sources = np.array([f"{p}{name.partition('/')[0]}" for name, p in zip(names, positive, strict=True)])
    _, inverse, counts = np.unique(sources, return_inverse=True, return_counts=True)
    return np.asarray(1 / np.sqrt(counts)[inverse], dtype=np.float32)


def _calibration(scores: Vectors, positive: NDArray[np.bool_], near: NDArray[np.bool_]) -> tuple[float, float]:
    """Scale and shift that put even odds and the middle positive where they belong; ``near`` (n,) are scenes."""
    even = float(np.quantile(scores[~positive], 1 - _FALSE_ALARMS))
    if (near & ~positive).any():
        even = max(even, float(np.quantile(scores[near & ~positive], 1 - _FALSE_SCENES)))
    middle = float(np.median(scores[positive]))
    # A thing that unrelated photos resemble as much as its own (hardly learnt) stays below even odds.
    odds = _MIDDLE_ODDS_OF_SCENES if near[positive].mean() > 0.5 else _MIDDLE_ODDS
    scale = odds / max(middle - even, 0.5)
    return scale, -even * scale


@torch.enable_grad()
def fit_logistic(
    inputs: Vectors, labels: NDArray[np.bool_], weights: NDArray[np.floating] | None = None, decay: float = _DECAY
) -> tuple[Vectors, float]:
    """Weights (d,) and bias of a logistic regression of ``labels`` (n,) on ``inputs`` (n, d), classes balanced."""
    x, y = torch.from_numpy(inputs), torch.from_numpy(labels.astype(np.float32))
    w = torch.ones_like(y) if weights is None else torch.from_numpy(np.asarray(weights, np.float32))
    w = torch.where(y > 0, w / (w * y).sum(), w / (w * (1 - y)).sum()) / 2
    beta = torch.zeros(inputs.shape[1] + 1, requires_grad=True)
    optimiser = torch.optim.LBFGS([beta], max_iter=200, line_search_fn="strong_wolfe")

    def loss() -> torch.Tensor:
        optimiser.zero_grad()
        odds = x @ beta[:-1] + beta[-1]
        value = torch.nn.functional.binary_cross_entropy_with_logits(odds, y, w, reduction="sum")
        value = value + decay * beta[:-1].square().sum()
        value.backward()  # type: ignore[no-untyped-call]
        return value

    optimiser.step(loss)  # type: ignore[no-untyped-call]
    fitted = beta.detach().numpy()
    return fitted[:-1].copy(), float(fitted[-1])
