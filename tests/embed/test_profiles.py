from __future__ import annotations

import dataclasses

import pytest

from photoorg.core.errors import UsageError
from photoorg.embed.profiles import EMBEDDED, PROFILES, load_image_encoder, load_text_encoder, profile


def test_profiles_go_by_their_names() -> None:
    assert all(profile(name).name == name for name in PROFILES)
    assert profile("embedded") is EMBEDDED


def test_the_embedded_profile_needs_nothing_else() -> None:
    assert EMBEDDED.download == 0
    assert not EMBEDDED.text_needs_torch


def test_an_unknown_profile_names_the_known_ones() -> None:
    with pytest.raises(UsageError) as caught:
        profile("nonsense")
    assert "embedded" in caught.value.hint


def test_a_profile_with_an_unknown_encoder_is_refused() -> None:
    broken = dataclasses.replace(EMBEDDED, images="nothing", words="nothing")
    with pytest.raises(UsageError):
        load_image_encoder(broken)
    with pytest.raises(UsageError):
        load_text_encoder(broken)
