"""Keeps the information panel in step with what is selected, and does what is asked of it there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QCursor

from photoorg.core.conditions import Conditions
from photoorg.core.types import Kind
from photoorg.ui.search.browsing import Wish
from photoorg.ui.wording.photo_facts import Facts, PhotoFacts

if TYPE_CHECKING:
    from photoorg.core.marks import Mark
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.info_panel import InfoPanel
    from photoorg.ui.views.main_window import MainWindow

#: Milliseconds after which what is selected is read: whoever runs through photos waits for none of them.
_PAUSE = 40


class Info(QObject):
    """Made with the window; its panel only when it is first shown."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._words = PhotoFacts(self)
        self._panel: InfoPanel | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._look)
        window.grid.selection_changed.connect(self.refresh)
        window.browsing.shown.connect(self.refresh)
        window.viewer.moved.connect(self.refresh)
        window.library.changed.connect(self.refresh)
        window.theme.changed.connect(lambda colours: self._panel.colour(colours) if self._panel else None)
        window.completed.connect(self._restore)

    @property
    def shown(self) -> bool:
        """Whether the panel can be seen."""
        return self._panel is not None and not self._panel.isHidden()

    @property
    def panel(self) -> InfoPanel | None:
        """The panel; None before it was first shown."""
        return self._panel

    def toggle(self) -> None:
        """Show or hide the panel."""
        self._show(not self.shown)

    def refresh(self) -> None:
        """Read what is selected, in a moment."""
        if self.shown:
            self._timer.start()

    # The panel

    def _restore(self) -> None:
        if self._window.remembered.get("info/shown", False):
            self._show(True)

    def _show(self, shown: bool) -> None:
        if self._panel is None:
            if not shown:
                return
            self._panel = self._make()
        self._panel.setVisible(shown)
        self._window.remembered.put("info/shown", shown)
        self._window.command_actions.refresh()
        self.refresh()

    def _make(self) -> InfoPanel:
        from photoorg.ui.views.info_panel import InfoPanel

        panel = InfoPanel()
        panel.colour(self._window.theme.colours)
        panel.closed.connect(self.toggle)
        panel.followed.connect(self._follow)
        panel.rated.connect(self._window.triage.rate)
        panel.flagged.connect(self._window.triage.flag)
        self._window.panels.add_info(panel)
        return panel

    # What is selected

    def _chosen(self) -> list[int]:
        window = self._window
        if window.viewing:
            return [] if window.viewer.photo_id is None else [window.viewer.photo_id]
        return list(window.grid.selected_ids()) if window.browsing.in_grid else []

    def _look(self) -> None:
        chosen = self._chosen()
        if not chosen:
            self._runner.drop("info")
            self._tell(None)
            return
        # What fails is a photo that has just gone: the library will say so.
        self._runner.call("info", lambda: self._read(chosen), self._tell, lambda _: self._tell(None))

    def _read(self, chosen: list[int]) -> tuple[Facts, Mark]:
        from photoorg.core.marks import Mark

        photos = self._services.photos
        if len(chosen) == 1:
            details = photos.details(chosen[0])
            return self._words.of_photo(details), details.mark
        marks = self._services.marks.of(chosen)
        first = marks.get(chosen[0], Mark())
        common = Mark(
            first.rating if all(marks.get(id, Mark()).rating == first.rating for id in chosen) else 0,
            first.flag if all(marks.get(id, Mark()).flag == first.flag for id in chosen) else None,
        )
        return self._words.of_many(len(chosen), photos.size_of(chosen), *photos.span_of(chosen)), common

    def _tell(self, told: tuple[Facts, Mark] | None) -> None:
        if self._panel is not None:
            self._panel.show_nothing() if told is None else self._panel.show_facts(*told)

    # What is asked

    def _follow(self, link: str) -> None:
        what, _, value = link.partition(":")
        if what == "kind":
            self._ask_for_kind()
        elif what == "group":
            self._window.cluster_actions.open(int(value))
        elif what == "folder":
            self._window.search(Wish(where=Conditions(folder=value)))
        elif what == "camera":
            self._window.search(Wish(where=Conditions(camera=value)))
        elif what == "place":
            self._window.search(Wish(where=Conditions(place=value)))
        elif what == "month":
            self._window.search(Wish(where=Conditions(date_from=value, date_to=value)))

    def _ask_for_kind(self) -> None:
        """Offer the commands that say what the selected photos are: those that the panel tells of."""
        assert self._panel is not None
        menu = self._window.command_actions.menu([f"kind_{kind}" for kind in Kind], self._panel)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(QCursor.pos())
