"""What the demonstration library holds: albums as a family would have them, file by file.

A source is ``scheme:name`` (see `sources`), ``cutout:name`` for a cut-out to be set before the album's
backdrop, or ``drawn:kind/seed`` for a page of our own drawing. A number beside it makes a burst of so many.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

VERSION = 1
"""Raised whenever the plan changes, so that a library built from an older one can be told."""

Place = tuple[float, float]
Item = str | tuple[str, int]


@dataclass(frozen=True)
class Camera:
    """Who took it: EXIF make and model, and how it names files (``{n}`` counts, the rest is strftime's)."""

    make: str
    model: str
    pattern: str
    first: int = 1


@dataclass(frozen=True)
class Shot:
    """One file to make: where, from what, and what its EXIF shall say; `frame` counts within a burst."""

    path: str
    source: str
    backdrop: str
    taken: datetime
    camera: Camera
    place: Place | None
    frame: int = 0
    turned: bool = False


@dataclass(frozen=True)
class Album:
    """A folder of shots, `step` minutes apart."""

    folder: str
    start: str
    camera: Camera
    items: tuple[Item, ...]
    place: Place | None = None
    step: int = 4
    backdrop: str = "meadow"
    turned: tuple[int, ...] = ()


_PHONE = Camera("Google", "Pixel 7", "PXL_%Y%m%d_%H%M%S.jpg")
_IPHONE = Camera("Apple", "iPhone 13", "IMG_{n:04d}.jpg", 2041)
_REFLEX = Camera("NIKON CORPORATION", "NIKON D5600", "DSC_{n:04d}.JPG", 611)
_COMPACT = Camera("Canon", "Canon PowerShot SX540 HS", "IMG_{n:04d}.JPG", 318)
_SCANNER = Camera("EPSON", "Perfection V39", "scan{n:04d}.jpg", 12)
_DESKTOP = Camera("", "", "Screenshot %Y-%m-%d at %H.%M.%S.png")
_MOBILE = Camera("", "", "Screenshot_%Y%m%d-%H%M%S.png")
_MESSENGER = Camera("", "", "IMG-%Y%m%d-WA{n:04d}.jpg", 3)
_EXPORT = Camera("", "", "Slide{n}.png", 1)
_BIRDS = "cutout:animals/birds/"
_MAMMALS = "cutout:animals/mammals/"
_WALLS = "wallpapers:"


def _drawn(*kinds: str, seed: int = 100) -> tuple[Item, ...]:
    return tuple(f"drawn:{kind}/{seed + at}" for at, kind in enumerate(kinds))


ALBUMS: tuple[Album, ...] = (
    Album("2022/Beijing", "2022-08-21 10:14", _REFLEX, (("sklearn:china.jpg", 4),), (39.9990, 116.2755)),
    Album(
        "2023/Picos de Europa",
        "2023-07-14 09:12",
        _REFLEX,
        (
            (_WALLS + "picosdeeuropa_by_Aitzol_Berasategi.jpg", 3),
            _WALLS + "aitzgorri_by_Aitzol_Berasategi.jpg",
            (_WALLS + "life_by_Aitzol_Berasategi.jpg", 2),
            _WALLS + "Bridge_by_Sander_Klootwijk.jpg",
            (_WALLS + "sunset_by_Aitzol_Berasategi.jpg", 2),
        ),
        (43.1920, -4.8330),
        47,
    ),
    Album(
        "2023/Loire",
        "2023-09-02 11:30",
        _PHONE,
        (("puzzles:castle-maintenon.jpg", 3),),
        (48.5850, 1.5760),
        31,
        turned=(1,),
    ),
    Album(
        "2024/Garden",
        "2024-05-11 15:02",
        _COMPACT,
        (
            ("sklearn:flower.jpg", 3),
            ("puzzles:european-honey-bee.jpg", 2),
            _WALLS + "seeding_by_Clements_Engelhardt.jpg",
            _WALLS + "Dragonfly_by_Bolly.jpg",
            "cutout:plants/flowers/anemone_red.png",
            "cutout:plants/flowers/daffodil.png",
            "cutout:animals/insects/hoverfly.png",
        ),
        step=3,
    ),
    Album(
        "2024/Chelsea",
        "2024-06-03 19:40",
        _IPHONE,
        (("skimage:chelsea.png", 5), (_WALLS + "friends_by_Aitzol_Berasategi.jpg", 2), _MAMMALS + "dogs/dog.png"),
        step=2,
        turned=(3,),
    ),
    Album(
        "2024/Zoo",
        "2024-06-15 13:05",
        _REFLEX,
        (
            (_MAMMALS + "giraffe.png", 2),
            _MAMMALS + "rhino_black.png",
            (_MAMMALS + "bears/european-bear.png", 2),
            _MAMMALS + "cats/tiger_sumatran.png",
            _MAMMALS + "bovines/gnu-stand.png",
            _MAMMALS + "deer/doe.png",
            _MAMMALS + "dogs/fox.png",
            _MAMMALS + "aquatic/otter.png",
            (_BIRDS + "pink_flamingo.png", 2),
            _BIRDS + "pelican.png",
            _BIRDS + "crowned_crane.png",
            _BIRDS + "owl.png",
            "puzzles:panther-chameleon-female.jpg",
        ),
        (48.8316, 2.3570),
        6,
    ),
    Album(
        "2024/Kitchen",
        "2024-10-05 18:22",
        _PHONE,
        (
            ("skimage:coffee.png", 3),
            "puzzles:citrus-fruits.jpg",
            _WALLS + "Picture_0B_by_freespace.jpg",
            "cutout:food/fruit/Apricot_whole.png",
            "cutout:food/fruit/Cherry_Stella.png",
            "cutout:food/fruit/Strawberry2.png",
            "cutout:food/fruit/avocado.png",
            "cutout:animals/fish/lobster.png",
            "cutout:seasonal/christmas/Roast_turkey.png",
            "cutout:seasonal/christmas/Mince_Pie.png",
        ),
        step=9,
        backdrop="table",
    ),
    Album(
        "2024/Garage",
        "2024-11-09 10:44",
        _IPHONE,
        (
            ("skimage:motorcycle_left.png", 3),
            "cutout:vehicles/emergency/firetruck.png",
            "cutout:vehicles/garbagetruck.png",
            "cutout:vehicles/race/indycar.png",
        ),
        step=5,
        backdrop="road",
    ),
    Album(
        "2025/Air show",
        "2025-04-26 14:10",
        _REFLEX,
        (
            "skimage:rocket.jpg",
            "cutout:vehicles/flight/planes/747.png",
            ("cutout:vehicles/flight/balloon360.png", 3),
            "skimage:astronaut.png",
        ),
        step=11,
        backdrop="sky",
    ),
    Album("2025/Night sky", "2025-02-12 23:05", _REFLEX, (("skimage:moon.png", 2), "skimage:hubble_deep_field.jpg")),
    Album(
        "2025/Birthday Ella",
        "2025-03-08 15:30",
        _IPHONE,
        (*_drawn(*["birthday-card"] * 6, seed=40), _WALLS + "Wine_by_Jakkub_Mede.jpg"),
        step=7,
    ),
    Album("Old prints", "1998-04-12 12:00", _SCANNER, ("skimage:camera.png", "skimage:coins.png")),
    Album(
        "Screenshots",
        "2025-03-03 09:12",
        _DESKTOP,
        _drawn(*["editor", "browser", "chat", "terminal", "spreadsheet", "email", "dashboard", "files", "editor"] * 2),
        step=1451,
    ),
    Album("Screenshots/Phone", "2025-03-04 08:01", _MOBILE, _drawn(*["phone"] * 8), step=1609),
    Album("Receipts", "2025-01-07 18:12", _PHONE, _drawn(*["receipt-photo"] * 9), step=4317),
    Album("Receipts/Scans", "2025-02-01 20:15", _SCANNER, (*_drawn(*["receipt"] * 4), "skimage:page.png"), step=2),
    Album(
        "Papers",
        "2025-01-18 10:03",
        _SCANNER,
        (*_drawn("letter", "invoice", "invoice", "form", "book-page", "letter", "note", "note"), "skimage:text.png"),
        step=2,
    ),
    Album(
        "Work",
        "2025-02-19 16:48",
        _IPHONE,
        _drawn(*["whiteboard"] * 6),
        step=3,
    ),
    Album("Work/Roadmap talk", "2025-02-20 11:00", _EXPORT, _drawn(*["slide"] * 6), step=1),
    Album(
        "Messenger",
        "2025-03-14 12:00",
        _MESSENGER,
        (
            _WALLS + "Picture_1A_by_freespace.jpg",
            _WALLS + "greentock_by_Peter_Nerlich.jpg",
            "puzzles:cincinnati-bridge.jpg",
            *_drawn("note", "phone", seed=7),
        ),
    ),
)

COPIES: tuple[tuple[str, str], ...] = (
    ("2024/Chelsea/IMG_2041.jpg", "Messenger/cat.jpg"),
    ("2024/Chelsea/IMG_2043.jpg", "2024/Chelsea/IMG_2043 (1).jpg"),
    ("2022/Beijing/DSC_0611.JPG", "Messenger/Copy of DSC_0611.JPG"),
    ("2024/Garden/IMG_0318.JPG", "Messenger/IMG_0318.JPG"),
)
"""Exact copies, as people make them: (original, copy)."""


def shots() -> Iterator[Shot]:
    """Every shot, album by album as time went; a camera goes on counting from one album to the next."""
    counters: dict[Camera, int] = {}
    for album in sorted(ALBUMS, key=lambda album: album.start):
        number = counters.get(album.camera, album.camera.first)
        for shot in _album_shots(album, number):
            yield shot
            number += 1
        counters[album.camera] = number


def _album_shots(album: Album, number: int) -> Iterator[Shot]:
    taken = datetime.fromisoformat(album.start)
    at = 0
    for item in album.items:
        source, frames = (item, 1) if isinstance(item, str) else item
        for frame in range(frames):
            name = taken.strftime(album.camera.pattern).format(n=number + at)
            yield Shot(
                path=f"{album.folder}/{name}",
                source=source,
                backdrop=album.backdrop,
                taken=taken,
                camera=album.camera,
                place=album.place,
                frame=frame,
                turned=at in album.turned,
            )
            at += 1
            taken += timedelta(seconds=1 + frame)
        taken += timedelta(minutes=album.step, seconds=at * 17 % 60)
