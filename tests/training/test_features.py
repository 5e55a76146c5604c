from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from photoorg.core.jobs import run
from photoorg.embed.backbone import Backbone
from photoorg.training.features import FeatureSet, extract, joined, open_picture, pictures_below


def _set(*names: str) -> FeatureSet:
    return FeatureSet(list(names), np.ones((len(names), 1280), np.float32), np.ones((len(names), 1000), np.float32))


def test_names_begin_with_the_folder_and_come_in_order(tmp_path: Path, draw_photo: Callable[..., Path]) -> None:
    for name in ("b/2.jpg", "b/1.JPEG", "a/3.png"):
        draw_photo(tmp_path / "photos" / name)
    (tmp_path / "photos" / "notes.txt").write_text("no picture")
    names = [name for name, _ in pictures_below(tmp_path / "photos")]
    assert names == ["photos/a/3.png", "photos/b/1.JPEG", "photos/b/2.jpg"]


def test_globs_choose_pictures() -> None:
    pictures = joined([_set("a/x/1", "a/y/2"), _set("b/3")])
    assert pictures.matching("a/y/* b/*").tolist() == [False, True, True]
    assert pictures.matching("").tolist() == [False] * 3


def test_transparent_parts_are_white(tmp_path: Path) -> None:
    Image.new("RGBA", (8, 8), (255, 0, 0, 0)).save(tmp_path / "clear.png")
    assert open_picture(tmp_path / "clear.png").getpixel((4, 4)) == (255, 255, 255)


def test_unreadable_files_are_left_out(tmp_path: Path, draw_photo: Callable[..., Path]) -> None:
    good = draw_photo(tmp_path / "good.jpg")
    bad = tmp_path / "bad.jpg"
    bad.write_bytes(good.read_bytes()[:40])
    backbone = Backbone(threads=2)
    found = run(extract([("bad", bad), ("good", good), ("drawn", Image.new("RGB", (50, 90)))], backbone, "Looking"))
    assert isinstance(found, FeatureSet)
    assert found.names == ["good", "drawn"]
    assert found.features.shape == (2, 1280)
    assert found.features.min() >= 0
    assert found.logits.shape == (2, 1000)


@pytest.mark.photos
def test_a_real_photo_is_seen_for_what_it_is(development_photos: Path) -> None:
    from photoorg.training.vocabulary import class_ids

    file = next((development_photos / "imagenet400").glob("n02123394_*"))
    found = run(extract([("cat", file)], Backbone(threads=2), "Looking"))
    assert isinstance(found, FeatureSet)
    assert class_ids()[found.logits[0].argmax()] == "n02123394"
