"""Kinds as they come about: while photos are read, for a library from before, and beside a person's word."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from photoorg import services
from photoorg.core.errors import CannotError
from photoorg.core.types import Kind
from photoorg.media.kinds import classifier
from photoorg.media.thumbnails import SIDES
from photoorg.services import Services
from photoorg.training.drawn import draw


@pytest.fixture(scope="module")
def indexed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A catalog over three screens, three papers and three photos."""
    from PIL import Image, ImageFilter

    home = tmp_path_factory.mktemp("judging")
    photos = home / "photos"
    photos.mkdir()
    for number, kind in enumerate(("editor", "chat", "browser", "letter", "receipt", "form")):
        draw(kind, 77_000 + number, (800, 800)).save(photos / f"{number}-{kind}.png")
    chance = np.random.default_rng(5)
    for number in range(3):
        grain = Image.fromarray(chance.integers(0, 256, (40, 60, 3), dtype=np.uint8)).resize((900, 600))
        grain.filter(ImageFilter.GaussianBlur(9)).effect_spread(3).save(photos / f"view{number}.jpg", quality=90)
    with services.open(home / "catalog") as opened:
        list(opened.ingest.index([str(photos)]))
    return home / "catalog"


@pytest.fixture
def library(indexed: Path, tmp_path: Path) -> Services:
    import shutil

    shutil.copytree(indexed, tmp_path / "catalog")
    return services.open(tmp_path / "catalog")


def kinds(library: Services) -> dict[str, Kind]:
    photos = library.photos.many(library.photos.timeline().ids)
    told = library.kinds.of([photo.content for photo in photos if photo.content is not None])
    return {Path(photo.path).name: told[photo.content].kind for photo in photos if photo.content in told}


def test_kinds_are_told_as_photos_are_read(library: Services) -> None:
    with library:
        told = kinds(library)
        assert len(told) == 9
        assert {told["0-editor.png"], told["1-chat.png"], told["2-browser.png"]} == {Kind.SCREENSHOT}
        assert {told["3-letter.png"], told["4-receipt.png"], told["5-form.png"]} == {Kind.DOCUMENT}


def test_an_older_library_is_judged_by_its_thumbnails_and_nothing_is_read_again(
    library: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    with library:
        before = kinds(library)
        with library._catalog.database.write() as connection:
            connection.execute("DELETE FROM kinds")
        monkeypatch.setattr(library, "_worker", lambda *_: pytest.fail("no file need be read"))
        list(library.ingest.index())
        assert kinds(library) == before


def test_a_damaged_thumbnail_costs_its_own_photo_the_kind_and_nothing_else(library: Services) -> None:
    with library:
        before = kinds(library)
        lost = library.photos.many(library.photos.timeline().ids)[0]
        assert lost.content is not None
        with library._catalog.database.write() as connection:
            connection.execute("DELETE FROM kinds")
        library._catalog.thumbnails.put({lost.content: {SIDES[0]: b"no picture"}})
        list(library.ingest.index())
        assert kinds(library) == {name: kind for name, kind in before.items() if name != Path(lost.path).name}


def test_other_weights_judge_anew_but_a_persons_word_stays(library: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    with library:
        ids = {Path(photo.path).name: photo.id for photo in library.photos.many(library.photos.timeline().ids)}
        library.kinds.set([ids["0-editor.png"]], Kind.DRAWING)
        shipped = classifier.shipped()

        class Other:
            version, spaces = "another", shipped.spaces

            def __call__(self, pictures: list[classifier.Signs]) -> list[classifier.Verdict]:
                return [classifier.Verdict(Kind.PHOTO, 0.6) for _ in pictures]

        monkeypatch.setattr(classifier, "shipped", Other)
        list(library.ingest.index())
        told = kinds(library)
        assert told.pop("0-editor.png") is Kind.DRAWING
        assert set(told.values()) == {Kind.PHOTO}


def test_without_weights_photos_come_in_all_the_same(
    tmp_path: Path, draw_photo: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def missing() -> classifier.Classifier:
        raise CannotError("The weights in kinds.safetensors cannot be read.")

    monkeypatch.setattr(classifier, "shipped", missing)
    draw_photo(tmp_path / "photos" / "a.jpg")
    with services.open(tmp_path / "catalog") as library:
        list(library.ingest.index([str(tmp_path / "photos")]))
        assert len(library.photos.timeline().ids) == 1
        assert kinds(library) == {}
    assert "cannot be read" in caplog.text
