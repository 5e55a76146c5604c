"""Buttons at the end of a bar. What a narrow window has no room for is in a menu behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton, QWidget

from photoorg.ui.views.styled import styled

_SPACING = 8
#: Between icons, and more between groups of them.
_ICON_SPACING, _GAP = 2, 10


class ActionRow(QWidget):
    """Takes the room that its buttons need, or less: then the last of them give way, and never what is beside it.

    The buttons show what actions are called, or with ``icons`` their icons.
    """

    def __init__(self, parent: QWidget | None = None, *, icons: bool = False) -> None:
        super().__init__(parent)
        self._icons = icons
        self._spacing = _ICON_SPACING if icons else _SPACING
        self._gaps: dict[QToolButton, int] = {}
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._buttons: list[QToolButton] = []
        self._rest = self._button()
        self._rest.setText("…")
        self._rest.setAccessibleName(self.tr("More"))
        self._rest.setToolTip(self.tr("More"))
        self._rest.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(self)
        self._rest.setMenu(self._menu)

    def show_actions(self, actions: Sequence[QAction | None]) -> None:
        """Offer ``actions``, the most important first, in place of those before; None leaves a gap."""
        for button in self._buttons:
            button.hide()
            button.deleteLater()
        self._buttons, self._gaps, gap = [], {}, 0
        for action in actions:
            if action is None:
                gap = _GAP
                continue
            self._buttons.append(self._button(action))
            self._gaps[self._buttons[-1]], gap = gap, 0
        self.updateGeometry()
        self._arrange()

    @property
    def buttons(self) -> list[QToolButton]:
        """The buttons that there is room for."""
        return [button for button in self._buttons if not button.isHidden()]

    @property
    def in_menu(self) -> list[QAction]:
        """What there was no room for."""
        return self._menu.actions()

    def sizeHint(self) -> QSize:
        return QSize(self._width(self._buttons), self._height())

    def minimumSizeHint(self) -> QSize:
        hint = self._rest.sizeHint().width() if len(self._buttons) > 1 else self._width(self._buttons)
        return QSize(hint, self._height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()  # only now the style sheet has said how large the letters are
        self._arrange()

    def _button(self, action: QAction | None = None) -> QToolButton:
        button = QToolButton(self)
        if self._icons:
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        else:
            styled(button, "labelled").setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        button.hide()
        if action is not None:
            button.setDefaultAction(action)
            if self._icons:
                button.setAccessibleName(action.text())
        return button

    def _width(self, buttons: Sequence[QToolButton]) -> int:
        wide = (self._gaps.get(button, 0) + button.sizeHint().width() + self._spacing for button in buttons)
        return sum(wide) - self._spacing if buttons else 0

    def _height(self) -> int:
        return max((button.sizeHint().height() for button in self._buttons), default=0)

    def _arrange(self) -> None:
        """Give each button its place, from the right end on, and put the rest into the menu."""
        shown = list(self._buttons)
        while len(shown) > 1 and self._width(self._with_rest(shown)) > self.width():
            shown.pop()
        if len(shown) == 1 < len(self._buttons) and self._width([*shown, self._rest]) > self.width():
            shown = []
        placed = self._with_rest(shown)
        left = self.width() - self._width(placed)
        for button in (*self._buttons, self._rest):
            button.setVisible(button in placed)
        for button in placed:
            hint = button.sizeHint()
            left += self._gaps.get(button, 0)
            button.setGeometry(left, (self.height() - hint.height()) // 2, hint.width(), hint.height())
            left += hint.width() + self._spacing
        for action in self._menu.actions():  # clear() would have PySide let go of actions that others use
            self._menu.removeAction(action)
        self._menu.addActions([button.defaultAction() for button in self._buttons if button not in shown])

    def _with_rest(self, shown: Sequence[QToolButton]) -> list[QToolButton]:
        return [*shown] if len(shown) == len(self._buttons) else [*shown, self._rest]
