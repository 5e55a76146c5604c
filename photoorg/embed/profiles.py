"""Profiles by name, and the encoders that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.core.errors import UsageError
from photoorg.embed.specs import EMBEDDED, LITE0_CONCEPTS, LITE0_VISUAL, EncoderSpec, Profile

if TYPE_CHECKING:
    from photoorg.embed.base import ImageEncoder, TextEncoder

__all__ = [
    "EMBEDDED",
    "LITE0_CONCEPTS",
    "LITE0_VISUAL",
    "Profile",
    "load_image_encoder",
    "load_text_encoder",
    "profile",
    "profiles",
]


def profiles() -> dict[str, Profile]:
    """Every profile by its name: the embedded one, those that ship as data, the person's own.

    Raises:
        CannotError: the list of the person's own is damaged.
    """
    from photoorg.embed import known

    return {EMBEDDED.name: EMBEDDED, **known.listed(), **known.own()}


def profile(name: str) -> Profile:
    """The profile called ``name``.

    Raises:
        UsageError: there is none.
        CannotError: the list of the person's own is damaged.
    """
    if name == EMBEDDED.name:
        return EMBEDDED  # without reading any list: the window opens on this
    found = profiles()
    if name not in found:
        raise UsageError(f"There is no profile {name!r}.", f"Choose one of: {', '.join(found)}.")
    return found[name]


def load_image_encoder(profile: Profile, threads: int | None = None, device: str = "auto") -> ImageEncoder:
    """The image encoder of ``profile``, which gives all of its spaces. Belongs in the worker process: it needs torch.

    Raises:
        CannotError: its weights are missing or damaged, or the device is not there.
        UsageError: the profile names an unknown library.
    """
    encoders = [_image_encoder(spec, threads, device) for spec in profile.encoders]
    if len(encoders) == 1:
        return encoders[0]
    from photoorg.embed.combined import CombinedEncoder

    return CombinedEncoder(encoders, profile.spaces)


def load_text_encoder(profile: Profile, threads: int | None = None, device: str = "auto") -> TextEncoder:
    """The text encoder of ``profile``. Imports torch only where ``profile.text_needs_torch``.

    Raises:
        CannotError: its table or its weights are missing or damaged.
        UsageError: the profile names an unknown library.
    """
    spec = profile.text_encoder
    if spec.library == "lite0":
        from photoorg.embed.words import WordTable

        return WordTable.load()
    if spec.library == "open_clip":
        from photoorg.embed.open_clip_models import load_text

        return load_text(spec, threads, device)
    raise UsageError(f"There is no text encoder in {spec.library!r}.")


def _image_encoder(spec: EncoderSpec, threads: int | None, device: str) -> ImageEncoder:
    if spec.library == "lite0":
        from photoorg.embed.lite0 import Lite0Encoder

        return Lite0Encoder(threads)
    from photoorg.embed.torch_encoder import TorchEncoder

    return TorchEncoder(spec, threads, device)
