"""What a photo was grouped by, over it in the large view: asked for once, then for every photo until it is put away."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.services import Services
    from photoorg.services.grouping.attention import Explanation
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.views.heat_legend import HeatLegend
    from photoorg.ui.views.main_window import MainWindow

_LANE = "attention"


class Explaining(QObject):
    """Shows heat, outline and a sentence over the photo that is open."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._asked: int | None = None
        self._waiting = False
        self.wanted = False
        window.viewer.changed.connect(self._follow)

    @cached_property
    def legend(self) -> HeatLegend:
        """Where it is said; made when there is something to say."""
        from photoorg.ui.views.heat_legend import HeatLegend

        return HeatLegend(self._window.viewer.pane.canvas)

    # What commands do

    def toggle(self) -> None:
        """Show what photos were grouped by, or put it away."""
        self.wanted = not self.wanted
        self._asked = None
        self._follow()
        if not self.wanted:
            self._runner.call(_LANE, self._services.attention.rest, lambda _: None)
        self._window.command_actions.refresh()

    def can_explain(self) -> bool:
        """Whether one photo is open."""
        viewer = self._window.viewer
        return self._window.viewing and not viewer.comparing and viewer.photo_id is not None

    # Wiring

    def _follow(self) -> None:
        """Ask about the photo that is open now."""
        viewer = self._window.viewer
        photo = viewer.photo_id if self.wanted and self.can_explain() else None
        if photo == self._asked and photo is not None and (self._waiting or viewer.pane.canvas.veiled):
            return
        self._asked, self._waiting = photo, photo is not None
        viewer.pane.canvas.veil(QImage())
        if "legend" in self.__dict__:
            self.legend.hide()
        if photo is None:
            self._runner.drop(_LANE)
            return
        self.legend.tell(self.tr("Finding what the model goes by…"), scale=False)
        self._runner.call(
            _LANE,
            lambda: self._services.attention.explain(photo),
            self._show,
            self._fail,
        )

    def _fail(self, message: str) -> None:
        self._waiting = False
        self.legend.tell(message, scale=False)

    def _show(self, found: Explanation) -> None:
        from photoorg.ui.models.heat import heat_image, outline_path

        viewer, self._waiting = self._window.viewer, False
        if not self.wanted or viewer.comparing or viewer.photo_id != found.photo:
            return
        heat = heat_image(found.heat, found.width, found.height)
        viewer.pane.canvas.veil(heat, outline_path(found.outline))
        self.legend.tell(" ".join([self._sentence(found), *map(told, found.lacking)]))

    def _sentence(self, found: Explanation) -> str:
        if found.group is not None:
            name = shown_name(found.group.name, found.group.own_name)
            told = self.tr("What puts this photo into the group “{name}”.").format(name=name)
        else:
            told = self.tr("What the built-in model knows this photo by.")
        return f"{told} {self.tr('The line is around what was taken for its subject.')}" if found.outline else told
