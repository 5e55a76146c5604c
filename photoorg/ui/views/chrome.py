"""The bar above and the filmstrip below a large photo: beside it, or over it while it has all of the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from photoorg.ui.views.filmstrip import Filmstrip

#: How near (pixels) to an edge the mouse brings them back.
_NEAR = 72


class Chrome:
    """Places ``bar`` and a filmstrip, once there is one, in ``owner``, whose ``column`` they share with the photo."""

    def __init__(self, owner: QWidget, column: QVBoxLayout, bar: QWidget) -> None:
        self._owner = owner
        self._column = column
        self._bar = bar
        self._strip: Filmstrip | None = None
        self._strip_shown = False
        self.alone = False

    def add(self, strip: Filmstrip) -> None:
        """Place ``strip`` too."""
        self._strip = strip
        if not self.alone:
            self._column.addWidget(strip)

    def show_strip(self, shown: bool) -> None:
        """Show the filmstrip, or do not."""
        self._strip_shown = shown
        if self._strip is not None:
            self._strip.setVisible(shown and not self.alone)
            self.float()

    def leave_alone(self, alone: bool) -> None:
        """Let the photo have all of the room; both come when the mouse is near."""
        self.alone = alone
        for part in (self._bar, self._strip):
            if part is not None:
                self._column.removeWidget(part)
        if not alone:
            self._column.insertWidget(0, self._bar)
            if self._strip is not None:
                self._column.addWidget(self._strip)
        self._bar.setVisible(not alone)
        self.show_strip(self._strip_shown)

    def reveal(self, down: float) -> None:
        """Lay the bar, or the filmstrip, over the photo while the mouse, so far ``down``, is near it."""
        if not self.alone:
            return
        self._bar.setVisible(down < max(_NEAR, self._bar.height() if self._bar.isVisible() else 0))
        if self._strip is not None:
            self._strip.setVisible(self._strip_shown and down > self._owner.height() - self._strip.height())
        self.float()

    def float(self) -> None:
        """Follow the size of the room while they lie over the photo."""
        if not self.alone:
            return
        width, height = self._owner.width(), self._owner.height()
        self._bar.setGeometry(0, 0, width, self._bar.sizeHint().height())
        self._bar.raise_()
        if self._strip is not None:
            self._strip.setGeometry(0, height - self._strip.height(), width, self._strip.height())
            self._strip.raise_()
