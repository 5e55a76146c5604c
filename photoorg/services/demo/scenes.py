"""Pictures for the demonstration that nobody took: a cut-out before a painted backdrop, and bursts."""

from __future__ import annotations

import random

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from photoorg.training.drawn.surfaces import camera, smooth_noise, table

FRAME = (1200, 900)
"""Width and height in pixels of a made-up photo."""

_PAINTED = (FRAME[0] // 2, FRAME[1] // 2)  # a backdrop is out of focus: half the size looks the same

_Colour = tuple[int, int, int]
_MEADOWS: tuple[tuple[_Colour, _Colour, _Colour, _Colour], ...] = (
    ((38, 62, 40), (140, 168, 110), (64, 96, 38), (150, 172, 84)),  # grass before trees
    ((96, 120, 84), (196, 208, 160), (78, 112, 50), (168, 188, 104)),  # a lighter one
    ((150, 140, 110), (214, 210, 196), (140, 110, 66), (206, 178, 120)),  # dry grass in haze
    ((70, 58, 44), (196, 140, 70), (92, 78, 46), (160, 130, 70)),  # autumn
    ((96, 116, 140), (206, 220, 232), (110, 104, 96), (170, 164, 152)),  # a path before the sky
)
"""Dark and light of what lies far behind, dark and light of the ground."""

_Tone = NDArray[np.float32]


def _clouds(rng: random.Random, grain: int) -> _Tone:
    """Noise of several sizes at once, 0 to 1, of `_PAINTED` size."""
    layers = [smooth_noise(rng, *_PAINTED, grain * 2**at, grain * 2**at) / 2**at for at in range(5)]
    total = np.sum(layers, axis=0)
    return np.asarray((total - total.min()) / (np.ptp(total) + 1e-6), np.float32)


def _blend(low: _Colour, high: _Colour, tone: _Tone) -> Image.Image:
    pixels = np.asarray(low) + (np.asarray(high) - np.asarray(low)) * tone[:, :, None]
    return Image.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


def _sky(rng: random.Random) -> Image.Image:
    tone = np.clip(_clouds(rng, 3) * 1.8 - 0.7, 0, 1)
    return _blend((86, 142, 206), (244, 247, 250), tone)


def _ground(rng: random.Random, far: tuple[_Colour, _Colour], near: tuple[_Colour, _Colour]) -> Image.Image:
    """Something far out of focus, and the ground in front of it, each from dark to light."""
    width, height = _PAINTED
    behind = _blend(*far, _clouds(rng, 6)).filter(ImageFilter.GaussianBlur(8))
    ground = _blend(*near, _clouds(rng, 25)).filter(ImageFilter.GaussianBlur(0.7))
    horizon = round(height * rng.uniform(0.42, 0.55))
    ramp = np.clip((np.arange(height) - horizon) / 30, 0, 1) * 255
    mask = Image.fromarray(np.repeat(ramp.astype(np.uint8)[:, None], width, axis=1))
    return Image.composite(ground, behind, mask)


def backdrop(kind: str, rng: random.Random) -> Image.Image:
    """A place for a cut-out: ``meadow``, ``road``, ``sky`` or ``table``, of `FRAME` size."""
    if kind == "table":
        return table(rng, *FRAME)
    if kind == "sky":
        scene = _sky(rng)
    elif kind == "road":
        scene = _ground(rng, rng.choice(_MEADOWS)[:2], ((84, 86, 90), (142, 143, 146)))
    else:
        meadow = rng.choice(_MEADOWS)
        scene = _ground(rng, meadow[:2], meadow[2:])
    return scene.resize(FRAME, Image.Resampling.BICUBIC)


def compose(cutout: Image.Image, kind: str, rng: random.Random) -> Image.Image:
    """The RGBA cut-out standing (or lying, or flying) before its backdrop, with a soft shadow."""
    scene = backdrop(kind, rng)
    share = 0.5 if kind == "sky" else rng.uniform(0.6, 0.78)
    scale = min(FRAME[0] / cutout.width, FRAME[1] / cutout.height) * share
    thing = cutout.resize((round(cutout.width * scale), round(cutout.height * scale)), Image.Resampling.LANCZOS)
    left = round((FRAME[0] - thing.width) * rng.uniform(0.35, 0.65))
    top = round((FRAME[1] - thing.height) * (0.5 if kind in ("table", "sky") else 0.82))
    if kind != "sky":
        flat = 1.0 if kind == "table" else 0.16
        cast = thing.getchannel("A").resize((thing.width, max(1, round(thing.height * flat))))
        shadow = Image.new("L", FRAME)
        foot = top + 14 if kind == "table" else top + thing.height - cast.height // 2
        shadow.paste(cast, (left + 10, foot))
        shadow = shadow.filter(ImageFilter.GaussianBlur(14)).point(lambda value: value * 0.6)
        scene = Image.composite(Image.new("RGB", FRAME), scene, shadow)
    scene.paste(thing, (left, top), thing)
    return camera(scene, rng)


def burst_frame(picture: Image.Image, frame: int, rng: random.Random) -> Image.Image:
    """The `frame`-th picture of a burst: the hand moves a little, the light changes; frame 0 is as it was."""
    if frame == 0:
        return picture
    width, height = picture.size
    zoom = 1 - 0.02 * frame - rng.uniform(0, 0.03)
    crop_w, crop_h = round(width * zoom), round(height * zoom)
    left, top = round((width - crop_w) * rng.random()), round((height - crop_h) * rng.random())
    moved = picture.resize(picture.size, Image.Resampling.BICUBIC, (left, top, left + crop_w, top + crop_h))
    light = rng.uniform(0.92, 1.08)
    return moved.point(lambda value: value * light)
