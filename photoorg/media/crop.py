"""A part of a picture, named so that it means the same at any resolution."""

from __future__ import annotations

#: x, y, width, height in fractions (0-1) of the upright picture.
Crop = tuple[float, float, float, float]
WHOLE: Crop = (0.0, 0.0, 1.0, 1.0)
