"""From any pixel format to 8-bit sRGB on an opaque ground, reducing on the way."""

from __future__ import annotations

import io
from functools import lru_cache

import numpy as np
from PIL import Image, ImageCms, ImageStat

#: Opaque content brighter than this (mean luma, 0-255) would vanish on white, and is shown on grey.
BRIGHT_LUMA = 224
_WHITE = (255, 255, 255)
_GREY = (128, 128, 128)

#: Pictures above this many pixels are reduced in bands of about as many.
BAND_PIXELS = 16_000_000

# Their values have no fixed range, so that no part of them can be converted without the rest.
_UNBOUNDED_MODES = ("I", "F")
_SIXTEEN_BIT = ("I;16", "I;16L", "I;16B", "I;16N")
_MODES_WITH_PROFILES = ("L", "RGB", "RGBA", "CMYK", "LAB")


def to_rgb(image: Image.Image, factor: int) -> Image.Image:
    """Reduce ``image`` by the whole ``factor`` (box average) and convert it to sRGB without transparency."""
    profile = image.info.get("icc_profile")
    averaged = _reduced(image, factor)
    if isinstance(profile, bytes):
        averaged = _to_srgb(averaged, profile)
    elif averaged.mode == "LAB":
        averaged = _lab_to_srgb(averaged)
    return _flatten(averaged)


def _reduced(image: Image.Image, factor: int) -> Image.Image:
    """``image`` box-averaged by ``factor``; large ones band by band, since some modes are copied in full on the way."""
    if factor == 1:
        return _averageable(image)
    if image.mode in _UNBOUNDED_MODES or image.width * image.height <= BAND_PIXELS:
        return _averageable(image).reduce(factor)
    width, height = image.size
    rows = max(1, BAND_PIXELS // (width * factor)) * factor
    bands = [
        _averageable(image.crop((0, top, width, min(top + rows, height)))).reduce(factor)
        for top in range(0, height, rows)
    ]
    whole = Image.new(bands[0].mode, (bands[0].width, sum(band.height for band in bands)))
    whole.info = image.info
    top = 0
    for band in bands:
        whole.paste(band, (0, top))
        top += band.height
    return whole


def _averageable(image: Image.Image) -> Image.Image:
    """``image`` in a mode whose pixel values may be averaged."""
    if image.mode in _SIXTEEN_BIT:
        return Image.fromarray((np.asarray(image) >> 8).astype(np.uint8))
    if image.mode in _UNBOUNDED_MODES:
        return _stretched(image)
    if image.mode == "PA" or "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode == "P":
        return image.convert("RGB")
    if image.mode == "1":
        return image.convert("L")
    return image


def _stretched(image: Image.Image) -> Image.Image:
    """A picture of integers or floats without a fixed range, stretched between its extremes."""
    values = np.asarray(image, dtype=np.float32)
    finite = values[np.isfinite(values)]
    if finite.size == 0:
        return Image.new("L", image.size)
    low, high = float(finite.min()), float(finite.max())
    if low >= 0 and high <= 1:
        low, high = 0.0, 1.0
    scaled = np.nan_to_num((values - low) / max(high - low, 1e-12), nan=0.0, posinf=1.0, neginf=0.0)
    return Image.fromarray((scaled.clip(0, 1) * 255).astype(np.uint8))


def _flatten(image: Image.Image) -> Image.Image:
    if image.mode not in ("RGBA", "LA", "RGBa", "La"):
        return image if image.mode == "RGB" else image.convert("RGB")
    image = image.convert("RGBA")
    alpha = image.getchannel("A")
    bright = ImageStat.Stat(image.convert("L"), alpha.point(lambda a: 255 * (a > 127)))
    ground = _GREY if bright.count[0] and bright.mean[0] > BRIGHT_LUMA else _WHITE
    flat = Image.new("RGB", image.size, ground)
    flat.paste(image, mask=alpha)
    return flat


def _to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    if image.mode not in _MODES_WITH_PROFILES:
        return image
    transform = _transform(profile, image.mode)
    if transform is None:
        return image
    return transform.apply(image)


@lru_cache(maxsize=16)
def _transform(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform | None:
    """The way from ``profile`` to sRGB; None where there is nothing to do, or the profile is broken."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        if mode in ("RGB", "RGBA") and "srgb" in ImageCms.getProfileDescription(source).lower():
            return None
        return ImageCms.buildTransform(source, _srgb(), mode, "RGBA" if mode == "RGBA" else "RGB")
    except (ImageCms.PyCMSError, OSError, ValueError):
        return None


def _lab_to_srgb(image: Image.Image) -> Image.Image:
    return _lab_transform().apply(image)


@lru_cache(maxsize=1)
def _lab_transform() -> ImageCms.ImageCmsTransform:
    return ImageCms.buildTransform(ImageCms.createProfile("LAB"), _srgb(), "LAB", "RGB")


@lru_cache(maxsize=1)
def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
