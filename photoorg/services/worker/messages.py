"""What passes between the program and its worker process. Plain data only; importing this costs nothing."""

from __future__ import annotations

import os
from dataclasses import dataclass, field

from photoorg.core.types import Metadata
from photoorg.media.crop import WHOLE, Crop


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Read one file for the catalog.

    ``key`` is the caller's own. A file whose content is among the (few) ``known`` ones is hashed, not decoded.
    ``vectors_only`` leaves thumbnails out.
    """

    key: int
    path: str
    known: tuple[bytes, ...] = ()
    vectors_only: bool = False


@dataclass(frozen=True, slots=True)
class ReadResult:
    """One file as it was read, or the ``failure`` in one sentence.

    ``content`` is the blake2b-128 of the file (None if its bytes could not be read), ``thumbs`` maps the long side
    in px to a JPEG, ``vectors`` the space to a unit vector as little-endian float16, ``evidence`` is what the pixels
    say of the kind (float32). A known content has only ``content``, ``size`` (bytes) and ``mtime_ns``.
    """

    key: int
    path: str
    content: bytes | None
    size: int
    mtime_ns: int
    metadata: Metadata | None = None
    thumbs: dict[int, bytes] = field(default_factory=dict)
    vectors: dict[str, bytes] = field(default_factory=dict)
    evidence: bytes = b""
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """Decode a picture, or the ``crop`` of it, to show it large."""

    path: str
    max_side: int
    crop: Crop = WHOLE


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture to show: ``rgb`` holds ``height`` rows of ``width`` packed 8-bit RGB pixels."""

    width: int
    height: int
    rgb: bytes


@dataclass(frozen=True, slots=True)
class EmbedTask:
    """Embed a picture, or the ``crop`` of it, as an example to search by."""

    path: str
    crop: Crop = WHOLE


@dataclass(frozen=True, slots=True)
class Embedded:
    """Unit vectors as little-endian float16, by space."""

    vectors: dict[str, bytes]


@dataclass(frozen=True, slots=True)
class TextTask:
    """Embed words to search by, with their encoder's prompts."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TextEmbedded:
    """Unit vectors as little-endian float32, one a text."""

    vectors: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class ExplainTask:
    """Say what makes a picture lie in the direction ``towards`` (float32 as bytes); empty: where it lies itself."""

    path: str
    towards: bytes = b""


@dataclass(frozen=True, slots=True)
class Explained:
    """``heat`` holds ``height`` rows of ``width`` bytes over the whole picture; ``outline`` is of its subject.

    Points are fractions of the picture. ``lacking`` says in sentences why there is no outline, where something is not
    installed.
    """

    width: int
    height: int
    heat: bytes
    outline: tuple[tuple[tuple[float, float], ...], ...]
    lacking: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """What cannot be shown or embedded, and why."""

    reason: str


Task = ReadTask | PreviewTask | EmbedTask | TextTask | ExplainTask
Result = ReadResult | Preview | Embedded | TextEmbedded | Explained | Refused


def failed(task: Task, reason: str) -> Result:
    """The result of ``task`` when its file cannot be read."""
    if not isinstance(task, ReadTask):
        return Refused(reason)
    try:
        status = os.stat(task.path)
    except OSError:
        return ReadResult(task.key, task.path, None, 0, 0, failure=reason)
    return ReadResult(task.key, task.path, None, status.st_size, status.st_mtime_ns, failure=reason)


@dataclass(frozen=True, slots=True)
class Order:
    """To the child: carry out ``task``. ``number`` is unique in the life of a worker."""

    number: int
    task: Task


@dataclass(frozen=True, slots=True)
class Options:
    """How a child is to be set up; ``log`` is the file for its standard error, None for nowhere.

    ``words`` asks for the text encoder of the profile instead of the image encoder, which need not share a process;
    ``explains`` for what lays the embedded encoder open.
    """

    profile: str | None
    log: str | None
    words: bool = False
    device: str = "auto"
    explains: bool = False


@dataclass(frozen=True, slots=True)
class Ready:
    """From the child: it is set up, its encoder is loaded."""


@dataclass(frozen=True, slots=True)
class Broken:
    """From the child, its last words: it can do no work at all, whatever the file."""

    message: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Began:
    """From the child: this file is in hand from now on, and to blame for what happens."""

    number: int


@dataclass(frozen=True, slots=True)
class Decoded:
    """From the child: the file itself is done with; its pixels may wait to be embedded."""

    number: int


@dataclass(frozen=True, slots=True)
class Finished:
    """From the child: an order carried out."""

    number: int
    result: Result


Reply = Ready | Broken | Began | Decoded | Finished
