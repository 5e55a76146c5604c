from __future__ import annotations

import shutil

import numpy as np
import pytest
from PIL import Image

from photoorg.bench import pictures
from photoorg.core.errors import CannotError


def pixels(path):
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"))


def test_a_photo_weighs_what_phones_make(tmp_path):
    assert pictures.make(tmp_path, 1) == pytest.approx(4e6, rel=0.25)
    (path,) = tmp_path.rglob("*.jpg")
    assert pixels(path).shape == (3000, 4000, 3)


def test_no_two_photos_are_alike(tmp_path):
    total = pictures.make(tmp_path, 30, size=(160, 120))
    paths = sorted(tmp_path.rglob("*.jpg"))
    assert sum(path.stat().st_size for path in paths) == total
    assert len({path.read_bytes() for path in paths}) == 30
    assert pixels(paths[0]).std() > 20


def test_copies_are_other_contents_of_the_same_picture(tmp_path):
    pictures.make(tmp_path / "originals", 3, size=(160, 120))
    pictures.multiply(tmp_path / "originals", tmp_path / "many", 250)
    paths = sorted((tmp_path / "many").rglob("*.jpg"))
    assert len({path.read_bytes() for path in paths}) == 250
    assert np.array_equal(pixels(paths[0]), pixels(paths[3]))
    assert not np.array_equal(pixels(paths[0]), pixels(paths[1]))


def test_a_full_disk_is_told_before_it_is_full(tmp_path, monkeypatch):
    pictures.make(tmp_path / "originals", 1, size=(160, 120))
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**6, 10**6, 1000))
    with pytest.raises(CannotError, match="need"):
        pictures.multiply(tmp_path / "originals", tmp_path / "many", 100)
    assert not list((tmp_path / "many").rglob("*.jpg"))
