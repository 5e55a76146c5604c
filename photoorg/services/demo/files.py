"""Writes a shot to its file: pixels, EXIF and file time, all or nothing."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path

from PIL import Image, ImageOps

from photoorg.services.demo.plan import Shot
from photoorg.services.demo.scenes import burst_frame, compose
from photoorg.services.demo.sources import Sources
from photoorg.training import drawn

_LONGEST = 1600
_SIDEWAYS = 6  # EXIF orientation: turn a quarter clockwise to see it upright


def render(shot: Shot, sources: Sources) -> Image.Image | None:
    """The upright RGB picture of a shot, or None where its source is not installed."""
    scheme, name = shot.source.split(":", 1)
    rng = random.Random(f"{shot.source}#{shot.frame}")
    if scheme == "drawn":
        kind, seed = name.split("/")
        return drawn.draw(kind, int(seed))
    found = sources.find(f"stamps:{name}" if scheme == "cutout" else shot.source)
    if found is None:
        return None
    with Image.open(found) as picture:
        if scheme == "cutout":
            scene = compose(picture.convert("RGBA"), shot.backdrop, random.Random(shot.source))
            return burst_frame(scene, shot.frame, rng)
        picture.thumbnail((_LONGEST, _LONGEST), Image.Resampling.BICUBIC, reducing_gap=2)
        whole = ImageOps.exif_transpose(picture).convert("RGB")
    return burst_frame(whole, shot.frame, rng)


def exif(shot: Shot) -> Image.Exif:
    """What the camera would have noted: make, model, date, exposure, orientation, place."""
    notes = Image.Exif()
    if not shot.camera.make:
        return notes
    stamp = shot.taken.strftime("%Y:%m:%d %H:%M:%S")
    notes[0x010F], notes[0x0110], notes[0x0132] = shot.camera.make, shot.camera.model, stamp
    notes[0x0112] = _SIDEWAYS if shot.turned else 1
    rng = random.Random(shot.path)
    inner = notes.get_ifd(0x8769)
    inner[0x9003] = inner[0x9004] = stamp
    inner[0x829A] = 1 / rng.choice((30, 60, 125, 250, 500))  # exposure in seconds
    inner[0x829D] = rng.choice((1.8, 2.8, 4.0, 5.6))  # f-number
    inner[0x8827] = rng.choice((50, 100, 200, 400, 800))  # ISO speed
    inner[0x920A] = rng.choice((4.4, 26.0, 35.0, 50.0))  # focal length in mm
    if shot.place is not None:
        place = notes.get_ifd(0x8825)
        for tag, value, signs in ((1, shot.place[0], "NS"), (3, shot.place[1], "EW")):
            place[tag], place[tag + 1] = signs[value < 0], _sexagesimal(abs(value) + rng.uniform(0, 0.002))
    return notes


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    minutes = degrees % 1 * 60
    return float(int(degrees)), float(int(minutes)), round(minutes % 1 * 60, 2)


def write(picture: Image.Image, shot: Shot, target: Path) -> None:
    """Save under a hidden name, then rename, so that an indexer never meets half a file."""
    target.parent.mkdir(parents=True, exist_ok=True)
    waiting = target.with_name(f".{target.name}.part")
    if shot.turned:
        picture = picture.transpose(Image.Transpose.ROTATE_90)
    if target.suffix == ".png":
        picture.save(waiting, "PNG")
    else:
        picture.save(waiting, "JPEG", quality=88, exif=exif(shot))
    seconds = time.mktime(shot.taken.timetuple())
    os.utime(waiting, (seconds, seconds))
    os.replace(waiting, target)
