"""What an encoder and a profile are, as plain data. Importing this costs nothing."""

from __future__ import annotations

from dataclasses import dataclass

LITE0 = "lite0@1"
LITE0_VISUAL = "lite0@1/visual"
#: The second table: probes for scenes.
LITE0_CONCEPTS = "lite0@1/concepts-2"
#: Prompts that a query is put into where an encoder names none; their vectors are averaged (Radford et al. 2021).
PROMPTS = ("{}", "a photo of {}.", "a picture showing {}.")


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file to download: ``path`` below the address of ``source``, or a whole address where that is empty.

    ``sha256`` may be a beginning, or empty. An ``optional`` file need not be on the server; ``instead`` is another in
    the same folder that will do where it is not.
    """

    name: str
    source: str
    path: str
    sha256: str = ""
    optional: bool = False
    instead: str = ""


@dataclass(frozen=True, slots=True)
class EncoderSpec:
    """One encoder: which ``library`` builds which ``model``, and the files with its weights.

    ``id`` names the weights and the version of our preprocessing, ``lite0@1``. ``pretrained`` is the library's name
    for the weights, which decides how pictures are prepared. ``image_size`` is the side in pixels to which the
    position embeddings are fitted, 0 for the model's own. ``requires`` is a package that ``extra`` installs.
    """

    id: str
    library: str
    model: str
    pretrained: str = ""
    text: bool = False
    prompts: tuple[str, ...] = PROMPTS
    image_size: int = 0
    bytes: int = 0
    licence: str = ""
    requires: str = ""
    extra: str = ""
    files: tuple[RemoteFile, ...] = ()

    @property
    def visual_space(self) -> str:
        """The space of its vectors for likeness; with a text tower the same as that for words."""
        if self.id == LITE0:
            return LITE0_VISUAL
        return f"{self.id}/joint" if self.text else f"{self.id}/visual"

    @property
    def text_space(self) -> str:
        """The space in which words find pictures; empty without a text tower."""
        if self.id == LITE0:
            return LITE0_CONCEPTS
        return f"{self.id}/joint" if self.text else ""


LITE0_SPEC = EncoderSpec(
    id=LITE0,
    library="lite0",
    model="tf_efficientnet_lite0",
    text=True,
    licence="Apache-2.0",
)


@dataclass(frozen=True, slots=True)
class Profile:
    """A choice of encoders. ``visual`` and ``text`` are the spaces for likeness and for words.

    ``languages`` are codes, or ``multilingual``; ``own`` marks one that the person added.
    """

    name: str
    visual: str
    text: str
    encoders: tuple[EncoderSpec, ...]
    summary: str = ""
    languages: tuple[str, ...] = ("en",)
    own: bool = False

    @property
    def spaces(self) -> tuple[str, ...]:
        """The spaces in which every photo needs a vector."""
        return tuple(dict.fromkeys((self.visual, self.text)))

    @property
    def text_encoder(self) -> EncoderSpec:
        """The encoder that turns words into vectors."""
        with_words = [spec for spec in self.encoders if spec.text]
        return next((spec for spec in with_words if spec.text_space == self.text), with_words[0])

    @property
    def text_needs_torch(self) -> bool:
        """Whether a query must be embedded in a worker process."""
        return self.text_encoder.library != "lite0"

    @property
    def download(self) -> int:
        """Roughly how many bytes are to be fetched before first use."""
        return sum(spec.bytes for spec in self.encoders)

    @property
    def licence(self) -> str:
        """The licences of its weights."""
        return "; ".join(dict.fromkeys(spec.licence for spec in self.encoders if spec.licence))


EMBEDDED = Profile(
    name="embedded",
    visual=LITE0_VISUAL,
    text=LITE0_CONCEPTS,
    encoders=(LITE0_SPEC,),
    summary="Nothing to download. Finds everyday things by a single word.",
)
