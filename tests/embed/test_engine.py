"""One network in several variants, batches and processes: the same vectors."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from PIL import Image

from photoorg.core.errors import CannotError, UsageError
from photoorg.embed import adopt, devices, variants
from photoorg.embed.combined import CombinedEncoder
from photoorg.embed.lite0 import Lite0Encoder
from photoorg.embed.specs import LITE0_CONCEPTS
from photoorg.embed.torch_encoder import TorchEncoder
from photoorg.services.worker.host import Worker


@pytest.fixture
def encoder(models: Path, clip_folder: Path) -> TorchEncoder:
    spec = adopt.spec_for("open_clip:tiny", clip_folder)
    adopt.install_local(spec, clip_folder)
    return TorchEncoder(spec, device="cpu")


@pytest.fixture
def batch(encoder: TorchEncoder, pictures: list[Image.Image]) -> np.ndarray:
    return np.stack([encoder.prepare(picture) for picture in (pictures * 4)[:19]])


def vectors(encoder: TorchEncoder, batch: np.ndarray) -> np.ndarray:
    (found,) = encoder.encode(batch).values()
    return found


@pytest.mark.parametrize("size", [1, 2, 7, 8, 9, 19])
def test_the_size_of_a_batch_does_not_matter(encoder: TorchEncoder, batch: np.ndarray, size: int) -> None:
    alone = np.concatenate([vectors(encoder, batch[row : row + 1]) for row in range(size)])
    assert (vectors(encoder, batch[:size]) * alone).sum(axis=1).min() > 0.9999


@pytest.mark.parametrize("variant", variants.available(torch.device("cpu"))[1:])
def test_variants_agree_with_float32(encoder: TorchEncoder, batch: np.ndarray, variant: str) -> None:
    full = vectors(encoder, batch)
    encoder.engine.use(variant)
    assert encoder.engine.variant == variant
    assert (vectors(encoder, batch) * full).sum(axis=1).min() > 0.999


@pytest.mark.parametrize("variant", ["float32-medium", "mixed", "openvino"])
def test_variants_of_the_embedded_encoder_agree(pictures: list[Image.Image], variant: str) -> None:
    encoder = Lite0Encoder(threads=2, variant="float32")
    if variant not in variants.available(torch.device("cpu"), encoder.engine.module):
        pytest.skip(f"{variant} needs a package that is not installed")
    batch = np.stack([encoder.prepare(picture) for picture in pictures[:4]])
    full = encoder.encode(batch)
    encoder.engine.use(variant)
    for space, rows in encoder.encode(batch).items():
        assert (rows * full[space]).sum(axis=1).min() > 0.999


def test_an_unknown_variant_is_refused(encoder: TorchEncoder) -> None:
    with pytest.raises(CannotError, match="no variant"):
        encoder.engine.use("int3")


def test_two_encoders_as_one_give_what_each_gives(encoder: TorchEncoder, pictures: list[Image.Image]) -> None:
    own = Lite0Encoder(threads=2, variant="float32")
    spaces = [*encoder.spaces, LITE0_CONCEPTS]
    both = CombinedEncoder([encoder, own], spaces)
    found = both.encode(np.stack([both.prepare(picture) for picture in pictures[:3]]))
    assert set(found) == set(both.spaces) == set(spaces)
    for single in (encoder, own):
        alone = single.encode(np.stack([single.prepare(picture) for picture in pictures[:3]]))
        for space in set(alone) & set(spaces):
            np.testing.assert_allclose(found[space], alone[space], atol=1e-5)


def test_a_worker_process_gives_the_same_vectors(models: Path, clip_folder: Path, tmp_path: Path) -> None:
    from photoorg.embed import known
    from photoorg.embed.profiles import load_image_encoder, load_text_encoder, profile

    spec = adopt.spec_for("open_clip:tiny", clip_folder)
    adopt.install_local(spec, clip_folder)
    known.remember("tiny", spec, "")
    picture = Image.effect_mandelbrot((300, 280), (-2, -1.5, 1, 1.5), 100).convert("RGB")
    picture.save(tmp_path / "photo.png")
    here = load_image_encoder(profile("tiny"), device="cpu")
    (mine,) = here.encode(here.prepare(picture)[None]).values()
    with Worker("tiny", device="cpu") as worker:
        (theirs,) = worker.embed_file(str(tmp_path / "photo.png")).values()
    assert mine[0] @ theirs / np.linalg.norm(theirs) > 0.999
    with Worker("tiny", words=True, device="cpu") as worker:
        words = worker.embed_words(["a cat", "the sea"])
    mine = load_text_encoder(profile("tiny"), device="cpu").encode(["a cat", "the sea"])
    assert (words * mine).sum(axis=1).min() > 0.999


def test_devices_are_named_or_refused() -> None:
    assert devices.choose("cpu").type == "cpu"
    with pytest.raises(UsageError):
        devices.choose("abacus")
    if not torch.cuda.is_available():
        with pytest.raises(CannotError, match="no cuda"):
            devices.choose("cuda")


def test_a_batch_fits_the_memory_that_is_free(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(devices, "free_bytes", lambda device: 1000)
    card = torch.device("cuda")
    assert devices.batch_size(card, 100) == 4
    assert devices.batch_size(card, 10_000) == 1
    assert devices.batch_size(card, 1) == devices.MOST
    assert devices.batch_size(torch.device("cpu"), 10_000) == devices.CPU_BATCH


@pytest.mark.skipif(not torch.cuda.is_available(), reason="this machine has no CUDA device")
def test_a_graphics_card_gives_the_same_vectors(models: Path, clip_folder: Path, pictures: list[Image.Image]) -> None:
    spec = adopt.spec_for("open_clip:tiny", clip_folder)
    adopt.install_local(spec, clip_folder)
    there, here = TorchEncoder(spec, device="cuda"), TorchEncoder(spec, device="cpu")
    batch = np.stack([here.prepare(picture) for picture in pictures * 20])
    full = vectors(here, batch)
    for variant in variants.available(torch.device("cuda")):
        there.engine.use(variant)
        assert (vectors(there, batch) * full).sum(axis=1).min() > 0.999
    assert there.batch_size > 1


def test_openvino_comes_without_telemetry() -> None:
    pytest.importorskip("openvino", reason="OpenVINO is not installed")
    program = (
        "import sys, torch\n"
        "from photoorg.embed import variants\n"
        "run = variants.build('openvino', torch.nn.Sequential(torch.nn.Flatten(), torch.nn.Linear(12, 2)).eval(),"
        " torch.device('cpu'))\n"
        "run(torch.zeros(1, 3, 2, 2))\n"
        "assert sys.modules['openvino_telemetry'] is None\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True, timeout=120)
