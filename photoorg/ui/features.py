"""All that a person can do in the window: its features, their commands, and where menus and buttons offer these.

Made in one go when the window was painted first: no module here is imported before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from photoorg.ui.actions import Actions
from photoorg.ui.command_sets import window_commands
from photoorg.ui.command_sets.menus import BARS, CONTEXT_MENU, MAIN_MENU, OVERVIEW_BAR
from photoorg.ui.commands import Scope
from photoorg.ui.filing.choice import Choice
from photoorg.ui.filing.dragging import Dragging
from photoorg.ui.filing.duplicates import DuplicatesPlace
from photoorg.ui.filing.file_actions import FileActions
from photoorg.ui.filing.filing_under import FilingUnder
from photoorg.ui.filing.history import HistoryPlace
from photoorg.ui.filing.undoing import Undoing
from photoorg.ui.groups.cluster_actions import ClusterActions
from photoorg.ui.groups.clusters import Clusters
from photoorg.ui.groups.explaining import Explaining
from photoorg.ui.groups.reviewing import Reviewing
from photoorg.ui.guides import Guides
from photoorg.ui.library.encoders import Encoders
from photoorg.ui.library.folder_drop import FolderDrop
from photoorg.ui.library.indexing import Indexing
from photoorg.ui.library.jobs import Jobs
from photoorg.ui.library.places import Places
from photoorg.ui.library.setting_up import SettingUp
from photoorg.ui.photos.info import Info
from photoorg.ui.photos.locating import Locating
from photoorg.ui.photos.triage import Triage
from photoorg.ui.photos.viewing import Viewing
from photoorg.ui.search.saved import SavedSearches
from photoorg.ui.search.searching import Searching
from photoorg.ui.search.travel import Travel
from photoorg.ui.views.cluster_page import ClusterPage

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.main_window import MainWindow


def add_features(window: MainWindow, services: Services, runner: JobRunner) -> None:
    """Give ``window`` its features, each of which may use those before it, then their commands."""
    window.indexing = Indexing(services, runner, window)
    window.encoders = Encoders(services, runner, window.indexing, window)
    window.clusters = Clusters(services, runner, window)
    window.undoing = Undoing(services, runner, window)
    window.viewing_mode = Viewing(window, services, runner)
    window.viewer = window.viewing_mode.viewer
    window.page.complete(ClusterPage(window.clusters.model))
    FolderDrop(window)
    window.info = Info(window, services, runner)
    window.places = Places(window, services, runner)
    window.locating = Locating(window)
    window.setting_up = SettingUp(window, services, runner)
    window.cluster_actions = ClusterActions(window, services, runner)
    window.file_actions = FileActions(window, services, runner)
    window.travel = Travel(window)
    window.jobs = Jobs(window, runner)
    window.choice = Choice(window)
    window.reviewing = Reviewing(window, services, runner)
    window.duplicates = DuplicatesPlace(window, services, runner)
    window.history = HistoryPlace(window, services, runner)
    window.dragging = Dragging(window, services, runner)
    window.triage = Triage(window, services, runner)
    window.explaining = Explaining(window, services, runner)
    window.guides = Guides(window)
    window.searching = Searching(window, services, runner)
    window.saved = SavedSearches(window, services, runner)
    window.filing_under = FilingUnder(window, services, runner)
    _add_commands(window)


def _add_commands(window: MainWindow) -> None:
    """Make the commands and put them where they are offered."""
    window.commands = window_commands(window)
    scopes = {
        Scope.WINDOW: window,
        Scope.GRID: window.grid,
        Scope.VIEWER: window.viewer,
        Scope.CLUSTERS: window.page.clusters,
    }
    actions = window.command_actions = Actions(window.commands, scopes, window)
    window.panels.changed.connect(actions.refresh)
    header = window.page.header
    header.set_travel([actions[name] for name in ("go_back", "go_forward")])
    window.searching.place_actions()
    header.add_folder.setDefaultAction(actions["add_folder"])
    header.info.setDefaultAction(actions["info"])
    header.sidebar.setDefaultAction(actions["sidebar"])
    header.set_menu(actions.menu(MAIN_MENU, window))
    for mode, names in BARS.items():
        window.page.cluster_bar.set_actions(mode, [actions[name] for name in names])
    window.page.clusters.set_actions([actions[name] for name in OVERVIEW_BAR])
    window.context_menu = actions.menu(CONTEXT_MENU, window)
    window.viewing_mode.place_actions()
