"""A calm question over the window's lower edge: what is about to happen, before it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.ui.views.styled import styled

#: Pixels between it and the lower edge: the status line stays in sight.
_ABOVE = 52


class QuestionBar(QFrame):
    """Asks one question at a time over ``window``. Enter says yes, Escape no, and so does going anywhere else."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._then: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self.setObjectName("question_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._question, self._detail = styled(QLabel(), "question"), styled(QLabel(), "question_detail")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._question, self._detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
            words.addWidget(label)
        self.no = QPushButton(self.tr("Cancel"))
        self.yes = styled(QPushButton(), "primary")
        line = QHBoxLayout(self)
        line.setContentsMargins(20, 12, 12, 12)
        line.setSpacing(10)
        line.addLayout(words)
        line.addSpacing(20)
        for button, answer in ((self.no, self.refuse), (self.yes, self.agree)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and Escape are theirs wherever the bar has the focus
            button.clicked.connect(answer)
            line.addWidget(button)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=32.0, xOffset=0.0, yOffset=6.0)
        shadow.setColor(QColor(0, 0, 0, 110))
        self.setGraphicsEffect(shadow)
        window.installEventFilter(self)
        self.hide()

    def ask(self, question: str, detail: str, button: str, then: Callable[[], None]) -> None:
        """Ask; ``then`` is called if the person presses ``button`` or Enter."""
        self._before = QApplication.focusWidget()
        self._then = then
        self._question.setText(question)
        self.yes.setText(self.tr("{what}  ↵").format(what=button))
        self.say(detail)
        self.show()
        self.raise_()
        self.setFocus()

    def say(self, detail: str) -> None:
        """Say more of what it is about."""
        self._detail.setText(detail)
        self.setAccessibleName(f"{self._question.text()} {detail}")
        layout = self.layout()
        assert layout is not None
        layout.activate()  # else a bar in sight would keep the width of what it said before
        self.adjustSize()
        self._place()

    @property
    def text(self) -> str:
        """What it asks, and says of it; empty while it is hidden."""
        return "" if self.isHidden() else f"{self._question.text()} {self._detail.text()}"

    def agree(self) -> None:
        """Say yes."""
        then = self._then
        self.refuse()
        if then is not None:
            then()

    def refuse(self) -> None:
        """Say no: it goes, and the keyboard is where it was."""
        if self._then is None:
            return
        self._then = None
        had_focus = self.hasFocus()
        self.hide()
        if had_focus and self._before is not None:
            self._before.setFocus()

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.agree()
        elif event.key() == Qt.Key.Key_Escape:
            self.refuse()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:  # another program may come to the front
            self.refuse()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        self.move((self._window.width() - self.width()) // 2, self._window.height() - self.height() - _ABOVE)
