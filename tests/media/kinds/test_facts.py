"""What a file says of itself."""

from __future__ import annotations

import numpy as np
import pytest

from photoorg.core.types import Kind, Metadata
from photoorg.media.kinds import facts

KINDS = list(Kind)


def likelier(metadata: Metadata, name: str = "x.jpg") -> dict[Kind, float]:
    return dict(zip(KINDS, facts.weigh(facts.weights(), metadata, name).tolist(), strict=True))


def test_every_fact_is_in_the_table_and_every_line_is_a_fact() -> None:
    table = facts.weights()
    seen: set[str] = set()
    for format in ("PNG", "GIF", "BMP", "WEBP", "HEIF", "RAW", "JPEG"):
        seen |= set(facts.facts(Metadata(1920, 1080, format, camera="C", lens="L", latitude=1.0, longitude=1.0), ""))
        seen |= set(facts.facts(Metadata(1920, 1080, format), "IMG_1234.jpg"))
    seen |= set(facts.facts(Metadata(3840 * 2, 2160 * 2, "JPEG"), ""))
    for word in ("gnome-screenshot", "EPSON Scan", "Inkscape"):
        seen |= set(facts.facts(Metadata(1, 1, "PNG", software=word), word))
    assert seen == set(table)
    assert all(values.shape == (len(KINDS),) and np.isfinite(values).all() for _, values in table.values())


def test_a_camera_speaks_against_a_screenshot() -> None:
    told = likelier(Metadata(4000, 3000, "JPEG", camera="Canon EOS 40D", lens="50mm"))
    assert told[Kind.SCREENSHOT] <= told[Kind.PHOTO] - 5
    assert told[Kind.DOCUMENT] > told[Kind.SCREENSHOT], "papers are photographed"


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920), (1080, 2340), (2560, 1600)])
def test_sizes_of_screens_are_known_either_way_up(size: tuple[int, int]) -> None:
    assert "screen" in set(facts.facts(Metadata(*size, "PNG"), ""))
    assert "screen" not in set(facts.facts(Metadata(size[0] - 1, size[1], "PNG"), ""))
    assert "screen" not in set(facts.facts(Metadata(*size, "JPEG", camera="Nikon"), "")), "cameras have such sizes too"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Screenshot from 2024-05-01 10-00-00.png", Kind.SCREENSHOT),
        ("Bildschirmfoto 2024-05-01 um 10.00.png", Kind.SCREENSHOT),
        ("Capture d’écran.png", Kind.SCREENSHOT),
        ("Screen Shot 2020.png", Kind.SCREENSHOT),
        ("receipt_03.jpg", Kind.DOCUMENT),
        ("scan0001.jpg", Kind.DOCUMENT),
        ("clipart-cat.png", Kind.DRAWING),
        ("IMG_2034.jpg", Kind.PHOTO),
    ],
)
def test_names_hint_but_weakly(name: str, kind: Kind) -> None:
    told = likelier(Metadata(100, 100, "JPEG"), name)
    assert max(told, key=lambda each: told[each]) is kind
    assert max(told.values()) - min(told.values()) <= 2


@pytest.mark.parametrize("name", ["scandinavia.jpg", "belegschaft-fest.jpg", "iconic view.jpg"])
def test_words_within_words_are_no_hints(name: str) -> None:
    assert set(facts.facts(Metadata(100, 100, "JPEG"), name)) == set()


def test_the_program_that_wrote_it_counts_much() -> None:
    told = likelier(Metadata(777, 555, "PNG", software="gnome-screenshot"))
    assert told[Kind.SCREENSHOT] > told[Kind.PHOTO] + 5
    once = likelier(Metadata(777, 555, "JPEG", software="Flameshot"))
    twice = likelier(Metadata(777, 555, "JPEG", software="Flameshot", description="Screenshot"))
    assert once == twice, "the same thing said twice counts once"
