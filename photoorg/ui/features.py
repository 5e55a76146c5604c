"""All that a person can do in the window: its features, their commands, and where menus and buttons offer these.

Made when photos are in sight, in slices, so that these can be scrolled meanwhile: no module that is named here is
imported before, and each is imported by the slice that needs it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow


def add_features(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """Give ``window`` its features, each of which may use those before it, then their commands.

    Events may be heard wherever it yields, some 20 ms after it did the last time.
    """
    for group in (_library, _viewer, _page, _places, _groups, _files, _looks, _words):
        yield from group(window, services, runner)
    yield from _commands(window)


def _library(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """What reads the library, and takes back what was done to it."""
    from photoorg.ui.filing.undoing import Undoing
    from photoorg.ui.groups.clusters import Clusters
    from photoorg.ui.library.encoders import Encoders
    from photoorg.ui.library.indexing import Indexing

    window.indexing = Indexing(services, runner, window)
    window.encoders = Encoders(services, runner, window.indexing, window)
    window.clusters = Clusters(services, runner, window)
    window.undoing = Undoing(services, runner, window)
    yield


def _viewer(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """The large view."""
    from photoorg.ui.photos.viewing import Viewing

    yield
    window.viewing_mode = Viewing(window, services, runner)
    window.viewer = window.viewing_mode.viewer
    yield


def _page(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """The rest of the page, and the panel beside it."""
    from photoorg.ui.library.folder_drop import FolderDrop
    from photoorg.ui.photos.info import Info
    from photoorg.ui.views.cluster_page import ClusterPage

    window.page.complete(ClusterPage(window.clusters.model))
    FolderDrop(window)
    window.info = Info(window, services, runner)
    yield


def _places(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """Where one can go, and what the library is made of."""
    from photoorg.ui.library.places import Places
    from photoorg.ui.library.setting_up import SettingUp
    from photoorg.ui.photos.locating import Locating

    window.places = Places(window, services, runner)
    window.locating = Locating(window)
    window.setting_up = SettingUp(window, services, runner)
    yield


def _groups(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """What is done with groups and with files, and the way back."""
    from photoorg.ui.filing.file_actions import FileActions
    from photoorg.ui.groups.cluster_actions import ClusterActions
    from photoorg.ui.library.jobs import Jobs
    from photoorg.ui.search.travel import Travel

    window.cluster_actions = ClusterActions(window, services, runner)
    window.file_actions = FileActions(window, services, runner)
    window.travel = Travel(window)
    window.jobs = Jobs(window, runner)
    yield


def _files(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """What is done with many photos at once."""
    from photoorg.ui.filing.choice import Choice
    from photoorg.ui.filing.dragging import Dragging
    from photoorg.ui.filing.duplicates import DuplicatesPlace
    from photoorg.ui.filing.history import HistoryPlace
    from photoorg.ui.groups.reviewing import Reviewing

    window.choice = Choice(window)
    window.reviewing = Reviewing(window, services, runner)
    window.duplicates = DuplicatesPlace(window, services, runner)
    window.history = HistoryPlace(window, services, runner)
    window.dragging = Dragging(window, services, runner)
    yield


def _looks(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """What is done with one photo after the other, and what explains the window."""
    from photoorg.ui.groups.explaining import Explaining
    from photoorg.ui.guides import Guides
    from photoorg.ui.photos.triage import Triage

    window.triage = Triage(window, services, runner)
    window.explaining = Explaining(window, services, runner)
    window.guides = Guides(window)
    yield


def _words(window: MainWindow, services: Services, runner: JobRunner) -> Iterator[None]:
    """What is typed."""
    from photoorg.ui.filing.filing_under import FilingUnder
    from photoorg.ui.search.renewing import Renewing
    from photoorg.ui.search.saved import SavedSearches
    from photoorg.ui.search.searching import Searching

    window.searching = Searching(window, services, runner)
    Renewing(window)
    window.saved = SavedSearches(window, services, runner)
    window.filing_under = FilingUnder(window, services, runner)
    yield


def _commands(window: MainWindow) -> Iterator[None]:
    """Make the commands and put them where they are offered."""
    from photoorg.ui.actions import Actions
    from photoorg.ui.command_sets import window_commands
    from photoorg.ui.command_sets.menus import BARS, MAIN_MENU, OVERVIEW_BAR
    from photoorg.ui.commands import Scope
    from photoorg.ui.filing.selected import SelectedPhotos

    yield
    window.commands = window_commands(window)
    yield
    scopes = {
        Scope.WINDOW: window,
        Scope.GRID: window.grid,
        Scope.VIEWER: window.viewer,
        Scope.CLUSTERS: window.page.clusters,
    }
    actions = window.command_actions = Actions(window.commands, scopes, window)
    yield
    window.panels.changed.connect(actions.refresh)
    header = window.page.header
    header.set_travel(actions["go_back"], actions["go_forward"])
    window.searching.place_actions()
    header.add_folder.setDefaultAction(actions["add_folder"])
    header.info.setDefaultAction(actions["info"])
    header.sidebar.setDefaultAction(actions["sidebar"])
    header.set_menu(actions.menu(MAIN_MENU, window))
    yield
    for mode, names in BARS.items():
        window.page.cluster_bar.set_actions(mode, [actions[name] for name in names])
    window.page.clusters.set_actions([actions[name] for name in OVERVIEW_BAR])
    window.viewing_mode.place_actions()
    SelectedPhotos(window)
    yield
