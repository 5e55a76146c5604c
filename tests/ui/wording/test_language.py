from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from photoorg.core.errors import CannotError
from photoorg.core.jobs import Progress
from photoorg.core.types import State
from photoorg.ui.job_runner import JobRunner, sentence
from photoorg.ui.search.browsing import Wish
from photoorg.ui.views.main_window import MainWindow
from photoorg.ui.wording import language
from photoorg.ui.wording.spoken import spoken_number
from photoorg.ui.wording.told import told
from tests.ui.fake_services import FakeServices


@pytest.fixture
def german(qtbot: QtBot) -> Iterator[None]:
    """The window speaks German, and English again afterwards."""
    before = QLocale()
    assert language.use("de") == "de"
    yield
    language.use("en")
    QLocale.setDefault(before)


@pytest.mark.usefixtures("german")
def test_the_window_speaks_german(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    qtbot.waitUntil(lambda: not runner.busy)
    assert window.page.header.title == "Alle Fotos"
    assert window.command_actions["select_all"].text() == "Alles auswählen"
    assert window.command_actions["archive"].text() == "Archivieren"
    assert window.command_actions["show_archive"].text() == "Archiv"


@pytest.mark.usefixtures("german")
def test_a_small_window_stays_small_wherever_one_goes(
    qtbot: QtBot, open_window: Callable[[FakeServices], MainWindow], runner: JobRunner
) -> None:
    window = open_window(FakeServices(40))
    window.commands.run("info")
    window.open_viewer(0)
    window.close_viewer()
    window.resize(720, 600)
    for go in (
        lambda: window.open_viewer(0),
        window.cluster_actions.show_overview,
        lambda: window.cluster_actions.open(1),
        lambda: window.commands.run("review"),
        lambda: window.search(Wish(page="history")),
        lambda: window.search(Wish(page="duplicates")),
        lambda: window.search(Wish(put_away=State.TRASHED)),
        lambda: window.page.status_line.show_progress(Progress("embedding", 3, 40_000, seconds_left=9_000)),
    ):
        go()
        qtbot.waitUntil(lambda: not runner.busy)
        qtbot.wait(1)  # sizes are settled in the event loop
        assert window.width() == 720
        assert window.minimumSizeHint().width() <= 720


@pytest.mark.usefixtures("german")
def test_so_do_the_parts_that_qt_brings(qtbot: QtBot) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Abbrechen"


@pytest.mark.usefixtures("german")
def test_numbers_are_grouped_as_the_language_does() -> None:
    assert spoken_number(1234567) == "1.234.567"


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("Archived 3 photos", "3 Fotos archiviert"),
        ("Moved 1 photo to the trash", "1 Foto in den Papierkorb gelegt"),
        ("Gave 12 photos 4 stars", "4 Sterne für 12 Fotos"),
        ("Renamed “Holiday photos” to “Cats and dogs”", "„Holiday photos“ in „Cats and dogs“ umbenannt"),
        ("Moved 2 photos to “Cats and dogs”", "2 Fotos in „Cats and dogs“ gelegt"),
        ("Renamed group 7 to “Cats and dogs”", "group 7 in „Cats and dogs“ umbenannt"),
        ("Saved the search “Sea”", "Suche „Sea“ gespeichert"),
        ("Kept 1 photo out of “photos”", "1 Foto aus „photos“ herausgehalten"),
        ("Split 2 photos off Cats and dogs", "2 Fotos von Cats and dogs abgetrennt"),
        (
            "It has the sharpest picture and the oldest file.",
            "Es hat das schärfste Bild und die älteste Datei.",
        ),
        (
            "This is not a picture that photoorg can read (it looks like a video).",
            "Das ist kein Bild, das photoorg lesen kann (es sieht aus wie ein Video).",
        ),
        ("The picture ends early: only 40% of it is there.", "Das Bild bricht ab: Nur 40% davon sind da."),
        ("openvino, 51 pictures/s", "openvino, 51 Bilder/s"),
        ("Nobody ever said this.", "Nobody ever said this."),
        ("", ""),
    ],
)
def test_what_services_say_is_translated_by_its_template(said: str, wanted: str) -> None:
    assert told(said) == wanted


@pytest.mark.usefixtures("german")
def test_errors_too_with_their_hints() -> None:
    error = CannotError("There is no folder /photos/2024.", "Check the name; a photo is added with its folder.")
    told = "Es gibt keinen Ordner /photos/2024. Bitte den Namen prüfen; ein Foto wird mit seinem Ordner hinzugefügt."
    assert sentence(error) == told


def test_english_is_left_alone(qtbot: QtBot) -> None:
    assert told("Archived 3 photos") == "Archived 3 photos"
    assert language.use("en") == "en"


def test_a_language_that_is_not_there_gives_way_to_the_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    class Vienna:
        def uiLanguages(self) -> list[str]:
            return ["fr-AT", "de-AT", "en-GB"]

    monkeypatch.setattr(language.QLocale, "system", Vienna)
    assert language.wanted("tlh") == "de"
    assert language.wanted("en") == "en"
    assert language.wanted() == "de"


def test_every_language_has_its_file() -> None:
    from photoorg.core.paths import resource

    for code in language.LANGUAGES:
        if code != language.OWN:
            assert resource(f"translations/photoorg_{code}.qm").stat().st_size > 10_000
