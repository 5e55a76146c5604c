"""Profiles as data: which encoder gives the vectors for similarity and which those for text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from photoorg.core.errors import UsageError

if TYPE_CHECKING:
    from photoorg.embed.base import ImageEncoder, TextEncoder

LITE0_VISUAL = "lite0@1/visual"
LITE0_CONCEPTS = "lite0@1/concepts"


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of encoders. ``visual`` and ``text`` are space ids; ``images`` and ``words`` name the loaders.

    ``text_needs_torch`` says whether a query must be embedded in the worker process. ``download`` is the
    number of bytes to fetch before first use.
    """

    name: str
    visual: str
    text: str
    images: str
    words: str
    text_needs_torch: bool
    download: int
    licence: str
    summary: str

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spaces in which every photo needs a vector."""
        return tuple(dict.fromkeys((self.visual, self.text)))


EMBEDDED = Profile(
    name="embedded",
    visual=LITE0_VISUAL,
    text=LITE0_CONCEPTS,
    images="lite0",
    words="table",
    text_needs_torch=False,
    download=0,
    licence="Apache-2.0 (weights), GPL-3.0-or-later (tables)",
    summary="Ships with the program: EfficientNet-Lite0, and text search by the concepts that it sees.",
)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (EMBEDDED,)}


def profile(name: str) -> Profile:
    """The profile called ``name``.

    Raises:
        UsageError: there is none.
    """
    try:
        return PROFILES[name]
    except KeyError:
        raise UsageError(f"There is no profile {name!r}.", f"Choose one of: {', '.join(PROFILES)}.") from None


def load_image_encoder(profile: Profile, threads: int | None = None) -> ImageEncoder:
    """The image encoder of ``profile``. Imports torch, so it belongs in the worker process.

    Raises:
        CannotError: its weights are missing or damaged.
        UsageError: the profile names an unknown encoder.
    """
    if profile.images == "lite0":
        from photoorg.embed.lite0 import Lite0Encoder

        return Lite0Encoder(threads)
    raise UsageError(f"There is no image encoder {profile.images!r}.")


def load_text_encoder(profile: Profile) -> TextEncoder:
    """The text encoder of ``profile``. Imports torch only where ``profile.text_needs_torch``.

    Raises:
        CannotError: its table is missing or damaged.
        UsageError: the profile names an unknown encoder.
    """
    if profile.words == "table":
        from photoorg.embed.words import WordTable

        return WordTable.load()
    raise UsageError(f"There is no text encoder {profile.words!r}.")
