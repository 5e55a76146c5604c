"""The weights that ship, and networks made by hand."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoorg.core.errors import CannotError
from photoorg.core.types import Kind, Metadata
from photoorg.media.kinds.classifier import KINDS, PIXELS, Classifier, Network, Signs, load, shipped
from photoorg.media.kinds.evidence import NAMES, evidence
from photoorg.media.kinds.facts import weights
from photoorg.training.drawn import draw

PLAIN = Metadata(1000, 700, "JPEG")


def leaning(towards: Kind, inputs: int) -> Network:
    """A network that always answers the same."""
    bias = np.where(np.arange(len(KINDS)) == KINDS.index(towards), 2.0, 0.0).astype(np.float32)
    zeros = np.zeros(inputs, np.float32)
    return Network(zeros, zeros + 1, np.zeros((inputs, 3), np.float32), zeros[:3], np.zeros((3, 4), np.float32), bias)


def test_a_vector_is_used_where_there_is_one_and_not_needed_where_there_is_none() -> None:
    networks = {"a/visual": leaning(Kind.DRAWING, len(NAMES) + 2), PIXELS: leaning(Kind.DOCUMENT, len(NAMES))}
    judge = Classifier(networks, weights(), "1")
    pixels = np.zeros(len(NAMES), np.float32)
    seen = Signs(pixels, PLAIN, {"a/visual": np.ones(2, np.float32)})
    other = Signs(pixels, PLAIN, {"b/visual": np.ones(5, np.float32)})
    assert [verdict.kind for verdict in judge([other, seen, other])] == [Kind.DOCUMENT, Kind.DRAWING, Kind.DOCUMENT]
    assert judge([]) == []


def test_facts_can_turn_the_verdict_and_certainty_says_so() -> None:
    judge = Classifier({PIXELS: leaning(Kind.SCREENSHOT, len(NAMES))}, weights(), "1")
    pixels = np.zeros(len(NAMES), np.float32)
    plain, camera = judge([Signs(pixels, PLAIN, {}), Signs(pixels, Metadata(1, 1, "JPEG", camera="Canon"), {})])
    assert plain.kind is Kind.SCREENSHOT
    assert plain.certainty == pytest.approx(np.exp(2) / (np.exp(2) + 3), abs=1e-3)
    assert camera.kind is not Kind.SCREENSHOT
    assert judge.probabilities([Signs(pixels, PLAIN, {})]).sum() == pytest.approx(1)


def test_the_shipped_weights_know_drawn_pages_by_their_pixels_alone() -> None:
    """Seeds that nothing was learnt from; the network without vectors is the weaker one."""
    judge = shipped()
    wanted, signs = [], []
    pages = {
        Kind.SCREENSHOT: ("editor", "terminal", "spreadsheet", "dashboard"),
        Kind.DOCUMENT: ("receipt", "receipt-photo", "letter", "invoice", "form", "book-page"),
    }
    for kind, names in pages.items():
        for page in names:
            image = draw(page, 90_001, (900, 900))
            signs.append(Signs(evidence(image), Metadata(*image.size, "JPEG"), {}))
            wanted.append(kind)
    told = [verdict.kind for verdict in judge(signs)]
    assert sum(a is b for a, b in zip(told, wanted, strict=True)) >= 0.8 * len(wanted), told


def test_damaged_weights_are_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "kinds.safetensors").write_bytes(b"nothing of the sort")
    for name in ("kinds.safetensors", "missing"):
        with pytest.raises(CannotError, match="cannot be read"):
            load(tmp_path / name)
