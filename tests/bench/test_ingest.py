from __future__ import annotations

import json
from pathlib import Path

import pytest

from photoorg.bench import ingest, pictures
from photoorg.bench.indexing import Indexed, index
from photoorg.core.errors import CannotError


def test_measures_the_product_against_the_naive_loop(tmp_path, monkeypatch):
    monkeypatch.setattr(pictures, "SIZE", (400, 300))
    monkeypatch.setattr(pictures.make, "__kwdefaults__", {"size": (400, 300), "quality": 85, "seed": 0})
    result = json.loads(json.dumps(ingest.run(photos=6, naive=2, files=20, folder=str(tmp_path))))
    assert (result["photos"], result["failed"]) == (6, 0)
    assert result["ratio"] == pytest.approx(result["per_s"] / result["naive_per_s"], abs=0.01)  # two decimals
    assert 50 < result["peak_mb"] < 3000
    assert (result["memory"]["files"], result["memory"]["failed"]) == (20, 0)
    text = ingest.describe(result)
    assert f"{result['ratio']:.2f}" in text
    assert "memory over 20 files" in text
    assert not list(tmp_path.iterdir())


def test_a_run_in_figures():
    steps = [(0, 12.0), (100, 15.0), (200, 16.0), (300, 20.0)]
    memory = [(11.0, 10_000_000), (14.5, 300_000_000), (15.5, 400_000_000), (19.0, 350_000_000), (20.1, 9_000_000)]
    indexed = Indexed(began=10.0, ended=21.0, steps=steps, memory=memory, failed=0)
    assert indexed.seconds == 11
    assert indexed.start == 5
    assert indexed.warm_rate == 40
    assert indexed.peak == 400_000_000
    assert indexed.series(100) == [{"files": 100, "mb": 300}, {"files": 200, "mb": 400}, {"files": 300, "mb": 350}]


@pytest.mark.parametrize(("growth", "verdict"), [(0, "flat"), (50, "growing")])
def test_growing_memory_is_told_from_flat(growth, verdict):
    series = [{"files": 1000 * n, "mb": 600 + (-1) ** n + growth * n} for n in range(1, 11)]
    slope = ingest._slope(series)
    assert slope == pytest.approx(growth, abs=0.5)
    memory = {"files": 10_000, "per_s": 30, "peak_mb": 900, "series": series, "mb_per_1000": slope, "failed": 0}
    assert f"{verdict}: {slope} MB" in ingest.describe(figures(memory=memory))


@pytest.mark.parametrize(("ratio", "verdict"), [(3.9, "bar 4: missed"), (4.1, "bar 4: met, reach 8: missed")])
def test_the_bar_is_told(ratio, verdict):
    assert verdict in ingest.describe(figures(ratio=ratio))


def test_a_run_that_fails_is_an_error(tmp_path, capfd):
    with pytest.raises(CannotError, match="ended with code"):
        index(tmp_path / "catalog", Path(tmp_path / "no such folder"))
    assert "no such folder" in capfd.readouterr().err


def figures(**changed):
    machine = {"cpu": "any", "cores": 2, "memory_gb": 8, "system": "any", "python": "3", "load": None}
    plain = {
        "machine": machine,
        "photos": 9,
        "megapixels": 12,
        "mean_mb": 4,
        "failed": 0,
        "naive_per_s": 1,
        "naive_runs_per_s": [1, 0.9],
        "naive_cpu_ms": 300,
        "cpu_ms": 60,
        "per_s": 5,
        "start_s": 2,
        "warm_per_s": 6,
        "ratio": 5,
        "warm_ratio": 6,
        "peak_mb": 900,
    }
    return plain | changed
