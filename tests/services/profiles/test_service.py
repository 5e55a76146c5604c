"""Profiles as a person meets them: listed, added from a checkpoint, used in search, removed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from photoorg import services
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import run
from photoorg.core.types import ProfileInfo, Query
from tests.embed import tiny


@pytest.fixture(scope="module")
def checkpoint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny.save_clip(tmp_path_factory.mktemp("clip"))


@pytest.fixture
def library(tmp_path: Path, draw_photo: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> services.Services:
    monkeypatch.setenv("PHOTOORG_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("CUDA_VISIBLE_DEVICES", "")
    for seed in range(4):
        draw_photo(tmp_path / "photos" / f"{seed}.jpg", seed)
    return services.open(tmp_path / "catalog")


def by_name(found: list[ProfileInfo]) -> dict[str, ProfileInfo]:
    return {info.name: info for info in found}


def test_the_list_says_what_is_installed_and_in_use(library: services.Services) -> None:
    with library:
        found = by_name(library.profiles.list())
        assert found["embedded"].installed
        assert found["embedded"].active
        assert not found["clip"].installed
        assert found["clip"].bytes > 500e6


def test_a_checkpoint_becomes_a_profile_and_goes_again(
    library: services.Services, checkpoint: Path, tmp_path: Path
) -> None:
    with library:
        info = library.profiles.add("mine", "open_clip:tiny", checkpoint)
        assert info.installed
        assert info.own
        assert info.bytes > 1e6
        assert library.profiles.get("mine").installed
        assert list((tmp_path / "models").rglob("background.npy")), "the first search need not wait for it"
        library.profiles.remove("mine")
        with pytest.raises(UsageError):
            library.profiles.get("mine")
    assert not list((tmp_path / "models").rglob("*.safetensors"))


def test_a_checkpoint_that_does_not_load_leaves_nothing(
    library: services.Services, checkpoint: Path, tmp_path: Path
) -> None:
    broken = tiny.save_clip(tmp_path / "broken")
    weights = broken / "open_clip_model.safetensors"
    weights.write_bytes(weights.read_bytes()[:1000])
    with library:
        with pytest.raises(CannotError, match="cannot be loaded"):
            library.profiles.add("broken", "open_clip:tiny", broken)
        assert "broken" not in by_name(library.profiles.list())
    assert not list((tmp_path / "models").rglob("*.safetensors"))


def test_the_embedded_profile_and_the_one_in_use_stay(library: services.Services) -> None:
    with library:
        with pytest.raises(UsageError, match="part of the program"):
            library.profiles.remove("embedded")
        with pytest.raises(UsageError, match="no name"):
            library.profiles.add("two words", "open_clip:tiny")


def test_an_example_may_be_any_file(library: services.Services, tmp_path: Path) -> None:
    with library:
        run(library.ingest.index([str(tmp_path / "photos")]))
        hits = library.search.search(Query(like=str(tmp_path / "photos" / "2.jpg"), crop=(0.0, 0.0, 1.0, 1.0)))
        assert len(hits) == 3
