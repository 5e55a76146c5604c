"""What a file says of itself about its kind: camera, format, size of a screen, program, name.

Collections of pictures for learning have lost most of this, so that its weight cannot be learnt from them: it is
written down in ``resources/kinds/facts.tsv``, as logarithms of how much likelier a fact is for one kind than for
another. Only what is there counts. That something is missing says little: many programs strip it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from photoorg.core.paths import resource
from photoorg.core.types import Kind, Metadata

FACTS_FILE = "kinds/facts.tsv"

#: Facts of one family say the same thing twice: the strongest counts for each kind. Names are weak, whatever they say.
Weights = Mapping[str, tuple[str, NDArray[np.float32]]]

#: Width and height of common screens in landscape, in pixels: desks, notebooks, tablets, phones.
_SCREENS = frozenset(
    [
        (640, 480), (800, 600), (1024, 600), (1024, 768), (1152, 864), (1280, 720), (1280, 768), (1280, 800),
        (1280, 960), (1280, 1024), (1360, 768), (1366, 768), (1400, 1050), (1440, 900), (1440, 960), (1536, 864),
        (1600, 900), (1600, 1024), (1600, 1200), (1680, 1050), (1920, 1080), (1920, 1200), (1920, 1280), (2048, 1152),
        (2160, 1440), (2240, 1400), (2256, 1504), (2304, 1440), (2496, 1664), (2560, 1080), (2560, 1440), (2560, 1600),
        (2736, 1824), (2880, 1620), (2880, 1800), (2880, 1920), (3000, 2000), (3024, 1964), (3072, 1920), (3200, 1800),
        (3240, 2160), (3440, 1440), (3456, 2234), (3840, 1080), (3840, 1600), (3840, 2160), (3840, 2400), (4480, 2520),
        (5120, 1440), (5120, 2880), (6016, 3384),
        (1136, 640), (1334, 750), (1792, 828), (2208, 1242), (2340, 1080), (2400, 1080), (2436, 1125), (2532, 1170),
        (2556, 1179), (2622, 1206), (2688, 1242), (2778, 1284), (2796, 1290), (2868, 1320), (1480, 720), (1520, 720),
        (1560, 720), (1600, 720), (2160, 1080), (2220, 1080), (2244, 1080), (2280, 1080), (2310, 1080), (2316, 1080),
        (2408, 1080), (2412, 1080), (2424, 1080), (2640, 1080), (2712, 1220), (2772, 1240), (2856, 1280), (2880, 1440),
        (2960, 1440), (2992, 1344), (3040, 1440), (3088, 1440), (3120, 1440), (3168, 1440), (3200, 1440),
        (2048, 1536), (2160, 1620), (2224, 1668), (2266, 1488), (2360, 1640), (2388, 1668), (2732, 2048), (2000, 1200),
        (2304, 1728), (2800, 1752), (2960, 1848),
    ]
)  # fmt: skip
#: Beyond these factors no enlarged screen is known.
_MULTIPLES = (2, 3)

_SCREENSHOT = re.compile(
    r"screen[ _-]?(shot|grab|cap|clip)|scrn?shot|bildschirm(foto|aufnahme)"
    r"|capture d.?.?[eé]cran|captura de (pantalla|ecr)"
    r"|schermafbeelding|sk[aä]rm(avbild|bild)|zrzut ekranu|снимок экрана|スクリーンショット"
    r"|截图|截屏|istantanea|schermata|snipping|greenshot|flameshot|shutter|ksnip|spectacle|sharex|lightshot|snagit|gyazo|cleanshot|shottr|monosnap|scrot",
    re.IGNORECASE,
)
_SCAN = re.compile(
    r"(?<![a-z])(scan(ned|ner)?|receipts?|invoice|rechnung|quittung|beleg|facture|factura|fattura|letter|document|contract)"
    r"(?![a-z])|camscanner|adobe scan|epson|canoscan|scansnap|vuescan|xsane|paperport|office lens|genius scan|doxie",
    re.IGNORECASE,
)
_PAINTED = re.compile(
    r"(?<![a-z])(drawing|sketch|clip ?art|cartoon|logo|icon|wallpaper|chart|plot|diagram|painting)s?(?![a-z])"
    r"|inkscape|illustrator|krita|mypaint|tux ?paint|matplotlib|gnuplot|ibis ?paint|procreate|clip studio|graphviz",
    re.IGNORECASE,
)
_CAMERA_NAME = re.compile(r"^(img|dsc|dscn|dscf|pxl|mvi|p|imgp|sam|dji|gopr|cimg|mg|100)_?\d{4,}", re.IGNORECASE)
#: Formats that stand for themselves in the table.
_FORMATS = frozenset(("PNG", "GIF", "BMP", "WEBP", "HEIF", "RAW"))


def weights() -> Weights:
    """The table: fact -> (family, log-likelihoods (kinds,) in the order of ``Kind``).

    Raises:
        ValueError: a line of the table is no fact.
    """
    found: dict[str, tuple[str, NDArray[np.float32]]] = {}
    for line in resource(FACTS_FILE).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            fact, family, *numbers = line.split("\t")[: 2 + len(Kind)]
            found[fact] = family, np.array([float(number) for number in numbers], dtype=np.float32)
    return found


def weigh(table: Weights, metadata: Metadata, name: str) -> NDArray[np.float32]:
    """What all facts of a file called ``name`` say together: log-likelihoods (kinds,) up to a constant."""
    strongest: dict[str, NDArray[np.float32]] = {}
    for fact in facts(metadata, name):
        family, values = table[fact]
        before = strongest.get(family)
        larger = values if before is None else np.where(np.abs(values) > np.abs(before), values, before)
        strongest[family] = larger
    total = np.zeros(len(Kind), dtype=np.float32)
    for values in strongest.values():
        total += values
    return total


def facts(metadata: Metadata, name: str) -> Iterator[str]:
    """The facts that hold, by their names in the table."""
    if metadata.camera:
        yield "camera"
    if metadata.lens:
        yield "lens"
    if metadata.latitude is not None:
        yield "place"
    if metadata.format in _FORMATS:
        yield metadata.format.lower()
    if not metadata.camera and _is_screen(metadata.width, metadata.height):
        yield "screen"
    elif not metadata.camera and _is_enlarged_screen(metadata.width, metadata.height):
        yield "enlarged screen"
    made_with = f"{metadata.software or ''} {metadata.description or ''}"
    yield from (f"said {kind}" for kind in _hints(made_with))
    yield from (f"named {kind}" for kind in _hints(name))
    if _CAMERA_NAME.match(name):
        yield "named photo"


def _hints(text: str) -> Iterator[str]:
    for kind, pattern in ((Kind.SCREENSHOT, _SCREENSHOT), (Kind.DOCUMENT, _SCAN), (Kind.DRAWING, _PAINTED)):
        if pattern.search(text):
            yield kind.value


def _is_screen(width: int, height: int) -> bool:
    return (max(width, height), min(width, height)) in _SCREENS


def _is_enlarged_screen(width: int, height: int) -> bool:
    return any(
        width % factor == 0 and height % factor == 0 and _is_screen(width // factor, height // factor)
        for factor in _MULTIPLES
    )
