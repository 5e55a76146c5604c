from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from photoorg.core.jobs import run
from photoorg.core.paths import resource
from photoorg.embed.tables import CONCEPTS_FILE, ConceptTable
from photoorg.training.concepts import PROBES_FILE
from photoorg.training.features import FeatureSet
from photoorg.training.probes import Probe, ProbeLabels, fit_logistic, fit_probes, probe_inputs, read_labels


@pytest.fixture
def pictures() -> FeatureSet:
    """60 things with five strong features among 600 pictures of features that mean nothing."""
    rng = np.random.default_rng(3)
    features = rng.exponential(0.3, (600, 1280)).astype(np.float32)
    features[:60, :5] += 3
    names = [f"things/{i}" if i < 60 else f"others/{i}" for i in range(600)]
    return FeatureSet(names, features, np.zeros((600, 1000), np.float32))


def test_logistic_regression_separates_what_can_be_separated() -> None:
    rng = np.random.default_rng(0)
    x = rng.normal(size=(400, 5)).astype(np.float32)
    y = x[:, 1] - x[:, 3] > 0.3
    w, b = fit_logistic(x, y)
    assert ((x @ w + b > 0) == y).mean() > 0.95
    assert np.abs(w).argsort()[-2:].tolist() in ([1, 3], [3, 1])


def test_a_probe_finds_its_thing_and_keeps_still_otherwise(pictures: FeatureSet) -> None:
    probes = run(fit_probes(pictures, [ProbeLabels("thing", "things/*", "", "")]))
    assert isinstance(probes, list)
    (probe,) = probes
    assert isinstance(probe, Probe)
    odds = probe_inputs(pictures.features) @ probe.weights + probe.bias
    assert (odds[:60] > 0).mean() > 0.95
    assert (odds[60:] > 0).mean() <= 0.01
    assert probe.found > 0.9
    assert probe.false_alarms <= 0.01


def test_ignored_pictures_are_no_examples_against(pictures: FeatureSet) -> None:
    names = [name if i < 30 or i >= 60 else f"unsure/{i}" for i, name in enumerate(pictures.names)]
    unsure = FeatureSet(names, pictures.features, pictures.logits)
    (probe,) = run(fit_probes(unsure, [ProbeLabels("thing", "things/*", "unsure/*", "")]))  # type: ignore[misc]
    odds = probe_inputs(pictures.features) @ probe.weights + probe.bias
    assert (odds[30:60] > 0).mean() > 0.9


def test_labels_are_read_as_written(tmp_path: Path) -> None:
    file = tmp_path / "probes.tsv"
    file.write_text("# remark\n\nthing\ta/* b/1\tc/*\ta/9\n", encoding="utf-8")
    assert read_labels(file) == [ProbeLabels("thing", "a/* b/1", "c/*", "a/9")]


def test_the_shipped_probes_are_those_of_the_shipped_labels() -> None:
    table = ConceptTable.load(resource(CONCEPTS_FILE))
    assert [label.name for label in read_labels(resource(PROBES_FILE))] == list(table.probes)


def test_scenes_that_resemble_a_thing_keep_its_probe_quieter(pictures: FeatureSet) -> None:
    near = pictures.features.copy()
    near[60:160, :5] += 2
    label = ProbeLabels("thing", "things/*", "", "")
    shares = []
    for folder in ("others", "scenes/+other+"):
        names = [name if not 60 <= i < 160 else f"{folder}/{i}" for i, name in enumerate(pictures.names)]
        (probe,) = run(fit_probes(FeatureSet(names, near, pictures.logits), [label]))  # type: ignore[misc]
        odds = probe_inputs(near[60:160]) @ probe.weights + probe.bias
        shares.append(float((1 / (1 + np.exp(-odds))).mean()))
    assert shares[1] <= shares[0]
    assert (odds > 0).mean() <= 0.05


def test_every_scene_that_a_probe_asks_for_is_in_the_table_of_scenes() -> None:
    table = Path(__file__).parents[2] / "packaging/scenes/scenes.tsv"
    if not table.is_file():
        pytest.skip("an installed package has no packaging/scenes/scenes.tsv")
    rows = [line.split("\t") for line in table.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    shown = {f"+{labels}+" for _, _, labels in rows}
    asked = [
        glob for label in read_labels(resource(PROBES_FILE)) for glob in f"{label.positive} {label.ignored}".split()
    ]
    wanted = {glob.removeprefix("scenes/*").removesuffix("*") for glob in asked if glob.startswith("scenes/")}
    assert len(wanted) > 20
    assert {label for label in wanted if not any(label in all_of_it for all_of_it in shown)} == set()
