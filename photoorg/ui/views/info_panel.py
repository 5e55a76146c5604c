"""The panel at the right: all that is known of what is selected, to read, to copy and to correct."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.core.marks import STARS, Mark
from photoorg.core.types import Flag
from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.fact_label import FactLabel
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.photo_facts import Fact, Facts

#: How wide it is at first, at least and at most.
USUAL, NARROWEST, WIDEST = 292, 220, 560
_LABELS = 86


class InfoPanel(QFrame):
    """``followed`` carries the link of a fact that was pressed, ``rated`` so many stars, ``flagged`` a flag or None.

    ``closed`` says that the person wants it to go.
    """

    followed = Signal(str)
    rated = Signal(int)
    flagged = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("info_panel")
        self.setAccessibleName(self.tr("Information"))
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.resize(USUAL, self.height())
        self._colours: Colours | None = None
        self._mark = Mark()
        self._title = styled(FactLabel(), "title")
        self._hint = styled(QLabel(self.tr("Select a photo to see what is known of it."), wordWrap=True), "subtitle")
        self._close = QToolButton()
        self._close.setAccessibleName(self.tr("Close the information"))
        self._close.setToolTip(self.tr("Close (I)"))
        self._close.clicked.connect(self.closed)
        self._stars = [self._star(number) for number in range(1, STARS + 1)]
        self._pick = self._flag(Flag.PICK, self.tr("Pick", "verb"))
        self._reject = self._flag(Flag.REJECT, self.tr("Reject"))
        self._marks = QWidget()
        self._rows = QWidget()
        self._lay_out()
        self.show_nothing()

    def show_facts(self, facts: Facts, mark: Mark) -> None:
        """Show what is known of one photo or of several, and their marks as far as they have them in common."""
        self._title.show_fact(facts.title)
        self._show_mark(mark)
        self._fill(facts)
        self._show(True)

    def show_nothing(self) -> None:
        """Say that nothing is selected."""
        self._show(False)

    @property
    def text(self) -> str:
        """Everything it says, a line a fact."""
        if not self._hint.isHidden():
            return self._hint.text()
        facts = (label.accessibleName() for label in self._rows.findChildren(FactLabel))
        return "\n".join([self._title.fact, *facts])

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        self._close.setIcon(icon("close", colours.muted))
        self._pick.setIcon(icon("pick", colours.text))
        self._reject.setIcon(icon("reject", colours.text))
        self._show_mark(self._mark)

    # Helpers

    def _lay_out(self) -> None:
        line = QHBoxLayout(self._marks)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for button in (*self._stars, self._pick, self._reject):
            line.addWidget(button)
        line.insertStretch(STARS, 1)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
        inside = styled(QWidget(), "info_inside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(16, 12, 12, 16)
        column.setSpacing(6)
        column.addLayout(head)
        for part in (self._hint, self._marks, self._rows):
            column.addWidget(part)
        column.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
        self._column = column

    def _show(self, any_facts: bool) -> None:
        self._hint.setVisible(not any_facts)
        for part in (self._title, self._marks, self._rows):
            part.setVisible(any_facts)

    def _fill(self, facts: Facts) -> None:
        """Put the rows in place of those that were there."""
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 6, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnMinimumWidth(0, _LABELS)
        grid.setColumnStretch(1, 1)
        at = 0
        for title, group in facts.groups:
            if title:
                heading = styled(QLabel(title), "section")
                heading.setIndent(0)  # with a style of its own it would stand in a little
                grid.addWidget(heading, at, 0, 1, 2)
                at += 1
            for fact in group:
                label = styled(QLabel(fact.label, wordWrap=True), "fact_label")
                grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
                grid.addWidget(self._value(fact), at, 1)
                at += 1
        self._column.replaceWidget(self._rows, rows)
        self._rows.deleteLater()
        self._rows = rows

    def _value(self, fact: Fact) -> FactLabel:
        label = styled(FactLabel(), "fact")
        label.setAccessibleName(f"{fact.label}: {fact.text}")
        label.show_fact(fact.text, fact.link)
        label.linkActivated.connect(self.followed)
        return label

    def _star(self, number: int) -> QToolButton:
        button = styled(QToolButton(), "mark")
        name = self.tr("1 star") if number == 1 else self.tr("{n} stars").format(n=number)
        button.setAccessibleName(name)
        button.setToolTip(f"{name} ({number})")
        button.clicked.connect(lambda: self.rated.emit(0 if self._mark.rating == number else number))
        return button

    def _flag(self, flag: Flag, name: str) -> QToolButton:
        button = styled(QToolButton(), "mark")
        button.setCheckable(True)
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.clicked.connect(lambda: self.flagged.emit(None if self._mark.flag is flag else flag))
        return button

    def _show_mark(self, mark: Mark) -> None:
        self._mark = mark
        self._pick.setChecked(mark.flag is Flag.PICK)
        self._reject.setChecked(mark.flag is Flag.REJECT)
        if self._colours is None:
            return
        for number, button in enumerate(self._stars, 1):
            full = number <= mark.rating
            button.setIcon(
                icon("star" if full else "star-empty", self._colours.accent if full else self._colours.muted)
            )
