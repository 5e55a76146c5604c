"""What a picture says of itself: EXIF first, then XMP and the text chunks of PNG.

Damage here never costs the picture. Tags as in Exif 2.32 (CIPA DC-008-2019).
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping

from PIL import ExifTags, Image

from photoorg.core.types import Metadata
from photoorg.media.dates import exif_date, iso_date
from photoorg.media.decode import Picture

_Base = ExifTags.Base
_GPS = ExifTags.GPS
_LONGEST_TEXT = 2000

# Cameras and phones that write no description write one of these.
_BLANK_DESCRIPTIONS = frozenset(("default", "oznor", "ozedf", "dig_camera", "sony dsc", "untitled"))
# Words at the end of a maker's name that nobody says.
_LEGAL_FORMS = frozenset(
    "corporation corp co ltd inc company electric electronics computer imaging optical techwin gmbh ag".split()  # noqa: SIM905
)
_XMP_DATE = re.compile(
    rb"(?:exif:DateTimeOriginal|xmp:CreateDate|photoshop:DateCreated)(?:=[\"']|>)\s*"
    rb"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)"
)
# Whole stars: some programs write them as 4.0.
_XMP_RATING = re.compile(rb"xmp:Rating(?:\s*=\s*[\"']|>)\s*(-?\d)(?:\.0*)?\s*[\"'<]")
#: What is larger is nonsense: seconds, f-number, film speed, millimetres.
_LONGEST_EXPOSURE, _SMALLEST_APERTURE, _FASTEST_FILM, _LONGEST_LENS = 86_400, 512, 10_000_000, 20_000
#: The EXIF tag that Windows writes.
_RATING = 0x4746


def metadata(picture: Picture) -> Metadata:
    """The metadata of a decoded picture; what is missing, damaged or out of range is None."""
    base = picture.exif
    detail = _ifd(base, ExifTags.IFD.Exif)
    latitude, longitude = _position(_ifd(base, ExifTags.IFD.GPSInfo))
    return Metadata(
        width=picture.width,
        height=picture.height,
        format=picture.format,
        taken=_taken(base, detail) or _xmp_taken(picture),
        camera=camera_name(_text(base.get(_Base.Make)), _text(base.get(_Base.Model))),
        lens=_text(detail.get(_Base.LensModel)),
        latitude=latitude,
        longitude=longitude,
        software=_software(picture),
        description=_description(picture),
        exposure=_number(detail.get(_Base.ExposureTime), _LONGEST_EXPOSURE),
        aperture=_number(detail.get(_Base.FNumber), _SMALLEST_APERTURE),
        iso=_whole(_number(detail.get(_Base.ISOSpeedRatings), _FASTEST_FILM)),
        focal=_number(detail.get(_Base.FocalLength), _LONGEST_LENS),
        rating=packet_rating(_packet(picture)) or _stars(base.get(_RATING)),
    )


def camera_name(make: str | None, model: str | None) -> str | None:
    """Make and model in one, the make said once: ``Canon EOS 40D``, ``NIKON D70``, ``Apple iPhone 12``."""
    if not make or not model:
        return make or model
    words = make.replace(",", " ").split()
    while len(words) > 1 and words[-1].lower().rstrip(".") in _LEGAL_FORMS:
        words.pop()
    if model.lower().startswith(tuple(word.lower() for word in words)):
        return model
    return " ".join((*words, model))


def _taken(base: Mapping[int, object], detail: Mapping[int, object]) -> str | None:
    for value in (
        detail.get(_Base.DateTimeOriginal),
        detail.get(_Base.DateTimeDigitized),
        base.get(_Base.DateTimeOriginal),
        base.get(_Base.DateTime),
    ):
        taken = exif_date(_text(value) or "")
        if taken:
            return taken
    return None


def packet_rating(packet: bytes) -> int | None:
    """The rating in an XMP packet: stars from 1 to 5, -1 for rejected; None where there is none."""
    found = _XMP_RATING.search(packet)
    return _stars(int(found[1])) if found else None


def _stars(value: object) -> int | None:
    return value if isinstance(value, int) and (value == -1 or 1 <= value <= 5) else None


def _xmp_taken(picture: Picture) -> str | None:
    found = _XMP_DATE.search(_packet(picture))
    return iso_date(found[1].decode("ascii")) if found else None


def _packet(picture: Picture) -> bytes:
    """The XMP packet of a picture; empty where there is none."""
    packet = picture.info.get("xmp")
    if isinstance(packet, str):
        packet = packet.encode("utf-8", "replace")
    return packet if isinstance(packet, bytes) else b""


def _software(picture: Picture) -> str | None:
    if picture.format == "RAW":  # LibRaw signs the previews that it takes out
        return None
    return _text(picture.exif.get(_Base.Software)) or _text(picture.info.get("Software"))


def _description(picture: Picture) -> str | None:
    text = _text(picture.exif.get(_Base.ImageDescription)) or _text(picture.info.get("Description"))
    if text is None or text.lower() in _BLANK_DESCRIPTIONS or text.lower().endswith("digital camera"):
        return None
    of_the_camera = (_text(picture.exif.get(_Base.Make)), _text(picture.exif.get(_Base.Model)))
    return None if text in of_the_camera else text


def _position(gps: Mapping[int, object]) -> tuple[float | None, float | None]:
    latitude = _degrees(gps.get(_GPS.GPSLatitude), gps.get(_GPS.GPSLatitudeRef), "S", 90)
    longitude = _degrees(gps.get(_GPS.GPSLongitude), gps.get(_GPS.GPSLongitudeRef), "W", 180)
    # A receiver without a fix writes zeros, a point in the sea off Africa.
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None, None
    return latitude, longitude


def _degrees(value: object, reference: object, negative: str, limit: float) -> float | None:
    """Signed decimal degrees of up to three numbers: degrees, minutes, seconds."""
    if not isinstance(value, tuple) or not 1 <= len(value) <= 3:
        return None
    try:
        parts = [float(part) for part in value]
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    # Receivers that give decimal minutes write the unused seconds as 0/0.
    if len(parts) == 3 and math.isnan(parts[2]):
        parts[2] = 0.0
    degrees = math.fsum(part / scale for part, scale in zip(parts, (1.0, 60.0, 3600.0), strict=False))
    if not math.isfinite(degrees) or any(part < 0 for part in parts) or degrees > limit:
        return None
    west_or_south = (_text(reference) or "").upper().startswith(negative)
    return round(-degrees if west_or_south else degrees, 7)


def _number(value: object, most: float) -> float | None:
    """A number above 0 and up to ``most``, the first of several; None for anything else."""
    if isinstance(value, tuple) and value:
        value = value[0]
    try:
        number = float(value)  # type: ignore[arg-type]  # a fraction of Pillow's is a number too
    except (TypeError, ValueError, ZeroDivisionError):
        return None
    return round(number, 6) if 0 < number <= most else None


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _ifd(exif: Image.Exif, tag: int) -> Mapping[int, object]:
    try:
        return exif.get_ifd(tag)
    except Exception:  # a damaged directory is one that is not there
        return {}


def _text(value: object) -> str | None:
    """Readable text of an EXIF value up to its first NUL, bytes read as UTF-8 or else Latin-1; None if none is left."""
    if isinstance(value, tuple) and value:
        value = value[0]
    if isinstance(value, bytes):
        value = _decoded(value)
    if not isinstance(value, str):
        return None
    text = "".join(c if c.isprintable() else " " for c in value.split("\0")[0])
    return " ".join(text.split())[:_LONGEST_TEXT] or None


def _decoded(value: bytes) -> str:
    try:
        return value.decode("utf-8")
    except UnicodeDecodeError:
        return value.decode("latin-1")
