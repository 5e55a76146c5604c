"""The words that searches are held against, and where their vectors are kept."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from photoorg.embed import models_folder
from photoorg.embed.profiles import load_text_encoder
from photoorg.embed.specs import EMBEDDED, EncoderSpec
from photoorg.services.lab.search_evaluation import nonsense
from photoorg.services.search.background_words import background, words


def test_the_embedded_encoder_knows_every_background_word() -> None:
    found = background(EMBEDDED.text_encoder, load_text_encoder(EMBEDDED).encode)
    assert len(found) == len(words()) == len(set(words())) == 128


def test_nonsense_shares_no_word_with_what_searches_are_held_against() -> None:
    asked = {word for query in nonsense() for word in query.split()}
    assert len(nonsense()) == len(set(nonsense())) == 100
    assert not asked & set(words())


def test_vectors_of_a_downloaded_encoder_are_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PHOTOORG_MODELS", str(tmp_path))
    spec = EncoderSpec("open_clip.some@1", "open_clip", "some", text=True)
    models_folder.folder(spec).mkdir()
    calls = []

    def encode(texts: Sequence[str]) -> np.ndarray:
        calls.append(len(texts))
        return np.eye(len(texts), dtype=np.float32)

    first = background(spec, encode)
    np.testing.assert_array_equal(background(spec, encode), first)
    assert calls == [128]
    (models_folder.folder(spec) / "background.npy").write_bytes(b"torn")
    background(spec, encode)
    assert len(calls) == 2
