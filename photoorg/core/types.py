"""The plain types that stages exchange. A path is a ``str`` as ``os.fsdecode`` makes it: any byte can occur."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from photoorg.core.conditions import ALL, Conditions

#: Suffixes (lower case) of the picture formats that Pillow and pillow-heif read.
PICTURE_SUFFIXES = frozenset(
    [
        ".jpg",
        ".jpeg",
        ".jpe",
        ".jfif",
        ".png",
        ".webp",
        ".gif",
        ".tif",
        ".tiff",
        ".bmp",
        ".heic",
        ".heif",
        ".hif",
        ".avif",
    ]
)
#: Suffixes of camera RAW files, read through their embedded preview.
RAW_SUFFIXES = frozenset(
    [
        ".3fr",
        ".arw",
        ".cr2",
        ".cr3",
        ".crw",
        ".dcr",
        ".dng",
        ".erf",
        ".iiq",
        ".kdc",
        ".mef",
        ".mos",
        ".mrw",
        ".nef",
        ".nrw",
        ".orf",
        ".pef",
        ".raf",
        ".rw2",
        ".sr2",
        ".srf",
        ".srw",
        ".x3f",
    ]
)
#: Suffixes of files that belong to a photo of the same name and go where it goes.
SIDECAR_SUFFIXES = frozenset([".xmp", ".aae", ".thm"])
VIDEO_SUFFIXES = frozenset([".mov", ".mp4", ".m4v"])


class State(StrEnum):
    """Where a photo is; see CONTRACTS: only ``present`` ones are counted and shown in the timeline."""

    PRESENT = "present"
    ARCHIVED = "archived"
    TRASHED = "trashed"
    MISSING = "missing"
    OFFLINE = "offline"


class Kind(StrEnum):
    """What a picture is. A receipt is a ``document``, and so is a photo of one; ``drawing`` takes in clip art."""

    PHOTO = "photo"
    SCREENSHOT = "screenshot"
    DOCUMENT = "document"
    DRAWING = "drawing"


class Flag(StrEnum):
    """What a person decided about a photo while looking through them; most have none."""

    PICK = "pick"
    REJECT = "reject"


@dataclass(frozen=True, slots=True)
class Root:
    """A folder the person added, or one of the archive. ``exclude`` holds glob patterns relative to it."""

    id: int
    path: str
    exclude: tuple[str, ...] = ()
    archive: bool = False

    @property
    def home(self) -> State:
        """The state of the photos that lie below it."""
        return State.ARCHIVED if self.archive else State.PRESENT


@dataclass(frozen=True, slots=True)
class FoundFile:
    """A picture file met on a walk, with the files that belong to it. ``rel`` is relative to its root."""

    root: int
    rel: str
    size: int
    mtime_ns: int
    companions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a file says of itself. ``taken`` is local wall-clock time as ``YYYY-MM-DDTHH:MM:SS``.

    ``exposure`` is in seconds, ``aperture`` the f-number, ``focal`` the focal length in millimetres.
    ``rating`` is what another program gave it: stars from 1 to 5, or -1 for rejected. It becomes a mark when the photo
    is first read; the catalog keeps it nowhere else.
    """

    width: int
    height: int
    format: str
    taken: str | None = None
    camera: str | None = None
    lens: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    software: str | None = None
    description: str | None = None
    exposure: float | None = None
    aperture: float | None = None
    iso: int | None = None
    focal: float | None = None
    rating: int | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """One image file of the library, as lists show it."""

    id: int
    path: str
    state: State
    content: int | None
    size: int
    taken: str | None = None
    width: int | None = None
    height: int | None = None
    failure: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be read, and why, in one sentence."""

    path: str
    reason: str


#: The certainty that the best hit of a query in words needs, or nothing fits: of queries made of words for what no
#: photo shows, one in a hundred reaches it at most, and of those for what is there three in four to nineteen in
#: twenty, by how well the encoder knows such things (`photoorg evaluate search`).
FITS = 0.3
#: From this certainty on a hit is rather right than wrong: it is told apart from those that are only possible.
SURE = 0.5


@dataclass(frozen=True, slots=True)
class Hit:
    """One search result. ``score`` is the cosine, ``certainty`` lies in 0-1 and is calibrated for this query."""

    id: int
    path: str
    score: float
    certainty: float
    state: State


@dataclass(frozen=True, slots=True)
class Understood:
    """How a query was read: its ``text`` as it was searched, misspelt words mended, and the ``unknown`` words."""

    text: str
    unknown: tuple[str, ...] = ()


#: Between two things that should not be seen, in ``Query.without``.
APART = ", "


@dataclass(frozen=True, slots=True)
class Query:
    """What to search for; every part may be combined. ``crop`` is x, y, width, height in fractions.

    ``without`` names what should not be seen, several things apart by ``APART``.
    With conditions alone, ``where``, a search gives the photos that meet them, newest first.
    """

    text: str = ""
    like: str | int | None = None
    crop: tuple[float, float, float, float] | None = None
    without: str = ""
    where: Conditions = ALL
    limit: int = 50

    @property
    def ranked(self) -> bool:
        """Whether there is anything to be more or less like: words, an example, or NOT."""
        return bool(self.text.strip() or self.without.strip()) or self.like is not None


@dataclass(slots=True)
class IndexReport:
    """What one run of indexing did."""

    roots: list[str] = field(default_factory=list)
    added: int = 0
    changed: int = 0
    moved: int = 0
    missing: int = 0
    offline: int = 0
    embedded: int = 0
    failed: list[Failure] = field(default_factory=list)
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """The library in numbers. ``pending`` photos wait for their vectors; ``bytes`` is the size of the catalog.

    ``next_profile`` is the one that is being switched to, empty while none is.
    """

    photos: dict[str, int]
    profile: str
    pending: int
    failed: list[Failure]
    clusters: int
    catalog: str
    bytes: int
    next_profile: str = ""


@dataclass(frozen=True, slots=True)
class ProfileInfo:
    """A profile as lists show it.

    ``bytes`` are those on disk where it is ``installed``, else roughly those to download. ``active`` marks the one
    that searches use, ``switching`` the one that its photos are being embedded for, ``vectors`` how many contents of
    this catalog have vectors in all of its spaces. ``own`` marks one that the person added, ``variants`` names how each
    encoder runs fastest on this machine, where that has been measured.
    """

    name: str
    spaces: tuple[str, ...]
    installed: bool
    bytes: int
    licence: str
    summary: str = ""
    languages: tuple[str, ...] = ()
    active: bool = False
    switching: bool = False
    vectors: int = 0
    own: bool = False
    variants: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding of the doctor: ``state`` is ``ok``, ``wrong`` or ``unknown``."""

    check: str
    state: str
    detail: str
    repaired: bool = False
