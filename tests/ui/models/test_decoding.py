from __future__ import annotations

import io

from PIL import Image

from photoorg.ui.models.decoding import tile, whole


def striped() -> bytes:
    """A JPEG of 400 x 200 pixels: red, then a blue square in the middle, then red."""
    picture = Image.new("RGB", (400, 200), "red")
    picture.paste("blue", (100, 0, 300, 200))
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=95)
    return data.getvalue()


def test_a_tile_is_the_middle_square_with_rounded_corners() -> None:
    made = tile(striped(), 40, 6.0)
    assert made is not None
    assert (made.width(), made.height()) == (40, 40)
    assert made.pixelColor(0, 0).alpha() == 0
    for x, y in ((20, 20), (2, 20), (37, 20), (20, 2), (20, 37)):
        colour = made.pixelColor(x, y)
        assert (colour.alpha(), colour.red() < 40, colour.blue() > 200) == (255, True, True)


def test_a_white_tile_has_a_faint_edge() -> None:
    data = io.BytesIO()
    Image.new("RGB", (200, 200), "white").save(data, "JPEG")
    made = tile(data.getvalue(), 40, 6.0)
    assert made is not None
    assert made.pixelColor(20, 20).lightness() == 255
    assert 180 < made.pixelColor(20, 0).lightness() < 250


def test_the_whole_picture_keeps_its_size_and_place() -> None:
    made = whole(striped())
    assert made is not None
    assert (made.width(), made.height()) == (400, 200)
    assert made.pixelColor(50, 100).red() > 200
    assert made.pixelColor(200, 100).blue() > 200


def test_what_is_no_picture_gives_none() -> None:
    assert tile(b"not a picture", 40, 6.0) is None
    assert whole(b"not a picture") is None
