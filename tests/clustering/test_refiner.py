from __future__ import annotations

import numpy as np
import pytest
import torch

from photoorg.clustering.configs import OFFICIAL, UNIVERSAL
from photoorg.clustering.models.refiner import Refiner
from photoorg.clustering.neighbours import nearest
from photoorg.clustering.network import Network, load, shipped
from photoorg.clustering.refine import refined, score
from photoorg.clustering.sequences import SCALARS, Statistics, tokens, widths
from photoorg.core.errors import CannotError
from photoorg.core.jobs import run
from photoorg.training.refiner.loop import write


def weights(network: Refiner) -> dict[str, np.ndarray]:
    return {name: values.detach().numpy() for name, values in network.state_dict().items()}


@pytest.fixture(scope="module")
def untrained() -> Refiner:
    torch.manual_seed(0)
    return Refiner(UNIVERSAL).eval()


def test_numpy_computes_what_torch_computes(untrained):
    inputs = np.random.default_rng(0).standard_normal((5, UNIVERSAL.k, UNIVERSAL.inputs)).astype(np.float32)
    with torch.inference_mode():
        wanted = untrained(torch.from_numpy(inputs)).numpy()
    found = Network(UNIVERSAL, weights(untrained), np.ones(2, np.float32)).logits(inputs)
    assert np.abs(found - wanted).max() < 1e-4


def test_the_published_configuration_has_its_published_size():
    network = Refiner(OFFICIAL)
    assert network.ranks.shape == (80, 336)
    assert len(network.encoder.layers) == len(network.decoder.layers) == 6
    assert network.encoder.layers[0].self_attn.num_heads == 6
    assert sum(values.numel() for values in network.parameters()) == pytest.approx(24.7e6, rel=0.01)


def test_weights_are_written_and_read(untrained, tmp_path):
    file = tmp_path / "refiner.safetensors"
    write(untrained, np.array([0.5, 2.0], np.float32), {"made by": "a test"}, file)
    network = load(file)
    assert network.config == UNIVERSAL
    inputs = np.random.default_rng(0).standard_normal((2, UNIVERSAL.k, UNIVERSAL.inputs)).astype(np.float32)
    with torch.inference_mode():
        logits = untrained(torch.from_numpy(inputs)).numpy() / [0.5, 2.0]
    assert np.abs(network.probabilities(inputs) - 1 / (1 + np.exp(-logits))).max() < 5e-3


def test_a_damaged_file_is_said_to_be_one(tmp_path):
    file = tmp_path / "refiner.safetensors"
    with pytest.raises(CannotError, match="cannot be read"):
        load(file)
    file.write_bytes(b"nonsense" * 9)
    with pytest.raises(CannotError, match="cannot be read"):
        load(file)


def test_tokens_hold_what_they_say(blobs):
    vectors, _ = blobs([30, 30], spread=0.1)
    neighbours = run(nearest(vectors, 10))
    statistics = Statistics.of(vectors, neighbours)
    found = tokens(vectors, neighbours, statistics, np.array([4]))[0]
    assert found.shape == (10, widths(10)) == (10, 20 + SCALARS)
    ids = neighbours.ids[4]
    cosines = vectors[ids] @ vectors[ids].T
    assert found[:, :10] == pytest.approx(
        np.clip((cosines - statistics.near_mean) / statistics.near_std, -6, 6), abs=1e-3
    )
    among = [[float(other in neighbours.ids[one]) for other in ids] for one in ids]
    assert found[:, 10:20].tolist() == among
    scalars = found[:, 20:]
    assert scalars[:, 4].tolist() == [float(4 in neighbours.ids[one]) for one in ids]
    assert scalars[:, 6] == pytest.approx(np.mean(among, 1))
    assert scalars[0, 3] >= scalars[-1, 3]


def test_tokens_do_not_see_the_encoder_turned(blobs):
    vectors, _ = blobs([30, 30], spread=0.1)
    turn = np.linalg.qr(np.random.default_rng(0).standard_normal((32, 32)))[0].astype(np.float32)
    found = []
    for each in (vectors, vectors @ turn):
        neighbours = run(nearest(each, 10))
        found.append(tokens(each, neighbours, Statistics.of(each, neighbours), np.arange(5)))
    assert np.abs(found[0] - found[1]).max() < 0.05


def test_the_shipped_refiner_knows_blobs_from_their_neighbours(blobs):
    vectors, labels = blobs([25] * 8, spread=0.16)
    neighbours = run(nearest(vectors, UNIVERSAL.k))
    found = run(refined(vectors, neighbours, shipped()))
    same = labels[neighbours.ids] == labels[:, None]
    assert found.shape == (*neighbours.ids.shape, 2)
    assert found[same].mean() > 0.7
    assert found[~same].mean() < 0.3


def test_one_photo_alone_scores_as_among_all(blobs):
    vectors, _ = blobs([25] * 8, spread=0.16)
    neighbours = run(nearest(vectors, UNIVERSAL.k))
    everything = run(refined(vectors, neighbours, shipped()))
    alone = score(vectors, neighbours, Statistics.of(vectors, neighbours), shipped(), np.array([7]))
    assert alone[0] == pytest.approx(everything[7], abs=1e-4)


@pytest.mark.parametrize("count", [1, 2, 7])
def test_libraries_smaller_than_a_sequence(count):
    vectors = np.eye(16, dtype=np.float32)[:count]
    neighbours = run(nearest(vectors, UNIVERSAL.k))
    found = run(refined(vectors, neighbours, shipped()))
    assert found.shape == (count, count, 2)
    assert np.isfinite(found).all()
