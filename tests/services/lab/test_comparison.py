"""Comparison and report over photos that are drawn, read by the real worker."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import run
from photoorg.services.lab import comparison, methods, tables
from photoorg.services.lab.reading import Reading

Draw = Callable[..., Path]


class _Page(HTMLParser):
    """Checks that tags are closed in order; collects what a test looks for."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.classes: list[str] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "line", "rect", "polyline", "br"):
            self.open.append(tag)
        self.classes += dict(attrs).get("class", "").split() if dict(attrs).get("class") else []

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        pass

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@pytest.fixture
def labelled(tmp_path: Path, draw_photo: Draw) -> Path:
    for seed in range(16):
        draw_photo(tmp_path / "photos" / f"kind {seed % 2}" / "below" / f"{seed}.jpg", 40 * (seed % 2) + seed // 8)
    draw_photo(tmp_path / "photos" / "stray <1>.jpg", 99)
    (tmp_path / "photos" / "kind 0" / "torn.jpg").write_bytes(b"\xff\xd8")
    return tmp_path / "photos"


def _reading(truth: list[int]) -> tuple[Reading, np.ndarray]:
    rng = np.random.default_rng(0)
    vectors = (np.eye(8)[truth] + rng.normal(0, 0.1, (len(truth), 8))).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    paths = [f"/base/{'abcdefgh'[kind]}/{place}.jpg" for place, kind in enumerate(truth)]
    return Reading("/base", paths, {"s": vectors}, [], []), vectors


def test_every_method_and_level_has_a_row(labelled: Path, tmp_path: Path) -> None:
    html = tmp_path / "report.html"
    rows: Any = run(comparison.evaluate_clusters(str(labelled), ["refiner", "leiden", "ward"], html))
    names = [(row["method"], row["level"]) for row in rows]
    assert names == [
        ("refiner", "theme"), ("refiner", "group"), ("refiner", "better"),
        ("leiden", "0.5"), ("leiden", "0.7"), ("leiden", "3"), ("leiden", "better"), ("ward", None),
    ]  # fmt: skip
    ward = rows[-1]
    assert ward["clusters"] == 2  # told the number of folders
    assert len(ward["bcubed"]) == len(ward["pairwise"]) == 3
    assert set(ward) == {
        "method", "level", "clusters", "noise", "bcubed", "bcubed_macro", "pairwise", "nmi", "ami", "ari", "acc",
        "seconds",
    }  # fmt: skip
    page = _Page()
    page.feed(html.read_text("utf-8"))
    assert page.open == []
    assert page.classes.count("chart") == 3
    assert "data:image/jpeg;base64," in "".join(page.text)
    assert 'title="stray &lt;1&gt;.jpg"' in html.read_text("utf-8")
    assert "http" not in html.read_text("utf-8")


def test_the_table_has_both_spaces_and_networks_of_ones_own(labelled: Path, tmp_path: Path) -> None:
    backbone, html = tmp_path / "own.safetensors", tmp_path / "table.html"
    made: Any = run(tables.train("simclr", [str(labelled)], backbone, epochs=1))
    assert (made["epochs"], made["pictures"]) == (1, 17)
    rows: Any = run(comparison.evaluate_encoders(str(labelled), ["k-means++", "scan"], html, [backbone]))
    known = [(row["encoder"], row["method"]) for row in rows if row["bcubed"]]
    assert known == [
        (encoder, method) for encoder in ("embedded", "embedded text", "own") for method in ("k-means++", "scan")
    ]
    assert all(row["clusters"] == 2 for row in rows if row["bcubed"])
    assert all("not installed" in row["reason"] for row in rows if not row["bcubed"])
    page = _Page()
    page.feed(html.read_text("utf-8"))
    assert page.open == []
    with pytest.raises(CannotError, match="cannot be read"):
        run(comparison.evaluate_encoders(str(labelled), ["k-means++"], backbones=[html]))


def test_the_first_sub_folder_is_the_label() -> None:
    reading = Reading("/base", ["/base/b/x/1.jpg", "/base/a/2.jpg", "/base/3.jpg"], {}, [], [])
    truth, names = reading.labels()
    assert (truth.tolist(), names) == ([1, 0, -1], ["a", "b"])


def test_better_is_the_better_of_the_coarsest_and_the_finest_level() -> None:
    reading, vectors = _reading([0] * 30 + [1] * 30 + [2] * 30)
    compared: Any = run(comparison.compare(reading, vectors, ["leiden-0.5", "leiden-0.7", "leiden-3", "k-means++"]))
    half, _, fine, better, told = compared.rows
    assert better["level"] == "better"
    assert better["better"] == ("0.5" if half["bcubed"][2] >= fine["bcubed"][2] else "3")
    assert better["bcubed"] == max((half["bcubed"], fine["bcubed"]), key=lambda b: float(b[2]))
    assert told["clusters"] == 3
    assert told["ari"] == 1


def test_a_method_that_cannot_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("photoorg.clustering.baselines.density._MOST", 10)
    reading, vectors = _reading([0, 1] * 20)
    compared: Any = run(comparison.compare(reading, vectors, ["hdbscan", "infomap"]))
    refused, done = compared.rows
    assert refused["bcubed"] is None
    assert "all pairs" in refused["reason"]
    assert done["clusters"] >= 2


def test_wrong_names_and_missing_labels_are_told_in_sentences(tmp_path: Path, draw_photo: Draw) -> None:
    def first(job: Iterator[object]) -> None:
        next(job)

    with pytest.raises(UsageError, match="no clustering method 'kmeans'"):
        first(comparison.evaluate_clusters(str(tmp_path), ["kmeans"]))
    assert methods.chosen(["leiden", "k-means"]) == ["leiden-0.5", "leiden-0.7", "leiden-3", "k-means"]
    assert methods.chosen(None)[0] == methods.REFINER
    draw_photo(tmp_path / "flat" / "1.jpg", 1)
    with pytest.raises(UsageError, match="no labels"):
        run(comparison.evaluate_clusters(str(tmp_path / "flat"), ["ward"]))


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    from photoorg.services.lab import report

    reading, vectors = _reading([0, 1] * 6)
    compared: Any = run(comparison.compare(Reading(**{**vars(reading), "thumbs": [b"x"] * 12}), vectors, ["ward"]))
    with pytest.raises(CannotError, match="cannot be written"):
        run(report.write([("", compared, vectors)], compared.rows, tmp_path / "no" / "report.html"))


def test_the_table_of_encoders_names_those_that_are_not_here(
    labelled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("photoorg.services.lab.methods.IMANTICS", ("k-means", "agglomerative"))
    html = tmp_path / "table.html"
    rows: Any = run(comparison.evaluate_encoders(str(labelled), None, html))
    here = [row for row in rows if row["encoder"] == "embedded"]
    assert [row["method"] for row in here] == ["k-means", "agglomerative-1.2", "agglomerative-1.5", "agglomerative-2"]
    missing = {row["encoder"]: row["reason"] for row in rows if row["bcubed"] is None}
    assert "photoorg profiles pull vgg16" in missing["vgg16"]
    assert {"clip", "imantics"} <= set(missing)
    page = _Page()
    page.feed(html.read_text("utf-8"))
    assert page.open == []
    assert "Contact sheets: embedded" in page.text
    assert "p0-0" in page.classes
