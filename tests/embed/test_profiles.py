from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from photoorg.core.errors import CannotError, UsageError
from photoorg.embed import known
from photoorg.embed.profiles import EMBEDDED, load_image_encoder, load_text_encoder, profile, profiles
from photoorg.embed.specs import EncoderSpec


def test_profiles_go_by_their_names() -> None:
    assert all(profile(name).name == name for name in profiles())
    assert profile("embedded") is EMBEDDED


def test_the_embedded_profile_needs_nothing_else() -> None:
    assert EMBEDDED.download == 0
    assert not EMBEDDED.text_needs_torch


def test_what_ships_as_data_is_whole() -> None:
    found = profiles()
    assert {"embedded", "clip", "siglip2", "imantics", "dinov2", "vgg16"} <= set(found)
    for made in found.values():
        given = {space for spec in made.encoders for space in (spec.visual_space, spec.text_space)}
        assert set(made.spaces) <= given
        assert made.summary
        assert made.languages
        assert made.licence
        for spec in made.encoders:
            assert spec.library == "lite0" or (spec.files and spec.bytes)
            assert all(known.address(file).startswith("https://") for file in spec.files)


def test_imantics_sees_by_one_encoder_and_reads_by_another() -> None:
    made = profile("imantics")
    assert made.visual.startswith("timm.vit_small_patch16_224.dino")
    assert made.text.startswith("open_clip.ViT-B-32")
    assert made.text_encoder.prompts == ("This is a photo of a {}",)


def test_a_mirror_takes_the_place_of_every_source(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(known.MIRROR, "http://localhost:1/")
    for made in profiles().values():
        for spec in made.encoders:
            assert all(known.address(file).startswith("http://localhost:1/") for file in spec.files)


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        profile("nonsense")
    assert "embedded" in caught.value.hint


def test_a_profile_with_an_unknown_encoder_is_refused() -> None:
    strange = dataclasses.replace(EMBEDDED.encoders[0], library="nothing")
    broken = dataclasses.replace(EMBEDDED, encoders=(strange,))
    with pytest.raises(UsageError):
        load_image_encoder(broken)
    with pytest.raises(UsageError):
        load_text_encoder(broken)


def test_a_profile_of_ones_own_is_remembered_and_forgotten(models: Path) -> None:
    spec = EncoderSpec("timm.mine@1", "timm", "mine", licence="own")
    made = known.remember("mine", spec, "My own.")
    assert profile("mine") == made
    assert made.own
    assert made.visual == "timm.mine@1/visual"
    assert made.text == EMBEDDED.text, "words as in the embedded profile"
    with pytest.raises(UsageError, match="already"):
        known.remember("mine", spec, "")
    with pytest.raises(UsageError, match="already"):
        known.remember("clip", spec, "")
    known.forget("mine")
    assert "mine" not in profiles()


def test_a_damaged_list_is_said_and_costs_only_ones_own(models: Path) -> None:
    models.mkdir()
    (models / "profiles.json").write_text("{ torn")
    assert profile("embedded") is EMBEDDED
    with pytest.raises(CannotError, match="cannot be read"):
        profile("clip")
