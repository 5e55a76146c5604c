"""What goes on in the background, job by job: how far each is, pausing and stopping it, and the files that failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.styled import styled

_WIDTH = 420
#: Pixels between the panel and the window's lower right corner: the status line stays in sight.
_RIGHT, _ABOVE = 12, 44


@dataclass(frozen=True, slots=True)
class JobFace:
    """A job as the panel shows it. ``key`` tells it from others, ``total`` is 0 where it is not known."""

    key: int
    title: str
    detail: str
    item: str
    done: int
    total: int
    paused: bool


class JobRow(QFrame):
    """One job. ``pause_wanted`` and ``stop_wanted`` carry its key; the first also means to go on."""

    pause_wanted = Signal(int)
    stop_wanted = Signal(int)

    def __init__(self, key: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("job_row")
        self.key = key
        self.title, self.detail = styled(QLabel(), "job_title"), styled(QLabel(), "job_detail")
        for label in (self.title, self.detail):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self.pause, self.stop = QToolButton(), QToolButton()
        self.pause.clicked.connect(lambda: self.pause_wanted.emit(self.key))
        self.stop.clicked.connect(lambda: self.stop_wanted.emit(self.key))
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        for button in (self.pause, self.stop):
            head.addWidget(button)
        column.setContentsMargins(0, 4, 0, 8)
        column.setSpacing(5)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(self.detail)

    def show_job(self, job: JobFace, colours: Colours) -> None:
        """Show how far it is."""
        self.title.setText(job.title)
        self.detail.setText(job.detail)
        self.setToolTip(job.item)
        self._bar.setRange(0, job.total)
        self._bar.setValue(job.done)
        self._bar.setAccessibleName(self.tr("Progress of: {job}").format(job=job.title))
        texts = (self.tr("Go on") if job.paused else self.tr("Pause"), self.tr("Stop"))
        names = ("resume" if job.paused else "pause", "close")
        for button, text, name in zip((self.pause, self.stop), texts, names, strict=True):
            button.setToolTip(text)
            button.setAccessibleName(f"{text}: {job.title}")
            button.setIcon(icon(name, colours.text))


class JobsPanel(QFrame):
    """Lies over the lower right corner of ``window``; Escape closes it, and so does going anywhere else."""

    pause_wanted = Signal(int)
    stop_wanted = Signal(int)
    failed_wanted = Signal()

    def __init__(self, window: QWidget, colours: Colours) -> None:
        super().__init__(window)
        self._window = window
        self._colours = colours
        self._before: QWidget | None = None
        self._rows: list[JobRow] = []
        self.setObjectName("jobs_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("What goes on in the background"))
        self.setFixedWidth(_WIDTH)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=32.0, xOffset=0.0, yOffset=6.0)
        shadow.setColor(QColor(0, 0, 0, 110))
        self.setGraphicsEffect(shadow)
        self._jobs = QVBoxLayout()
        self._idle = styled(QLabel(self.tr("Nothing goes on in the background.")), "job_detail")
        self._failures = styled(QLabel(wordWrap=True), "job_detail")
        self.which = QPushButton(self.tr("Which?"))
        self.which.setAutoDefault(True)  # outside of dialogs Enter would not press it
        self.which.clicked.connect(self.failed_wanted)
        foot = QHBoxLayout()
        foot.addWidget(self._failures, 1)
        foot.addWidget(self.which)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 14, 14, 14)
        column.setSpacing(6)
        column.addLayout(self._jobs)
        column.addWidget(self._idle)
        column.addLayout(foot)
        window.installEventFilter(self)
        self.hide()

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme from the next job on."""
        self._colours = colours

    def open(self) -> None:
        """Show it, with the keyboard in it."""
        self._before = self._window.focusWidget()
        self.show()
        self.raise_()
        self.setFocus()

    def close_panel(self) -> None:
        """Put it away; the keyboard goes back to where it was."""
        within = self.isAncestorOf(self._window.focusWidget()) or self.hasFocus()
        self.hide()
        if within and self._before is not None:
            self._before.setFocus()

    def show_jobs(self, jobs: Sequence[JobFace], failures: str) -> None:
        """Show ``jobs``, and say how many files failed, if any did."""
        while len(self._rows) > len(jobs):
            self._rows.pop().deleteLater()
        for place, job in enumerate(jobs):
            if place == len(self._rows):
                row = JobRow(job.key)
                row.pause_wanted.connect(self.pause_wanted)
                row.stop_wanted.connect(self.stop_wanted)
                self._rows.append(row)
                self._jobs.addWidget(row)
            self._rows[place].key = job.key
            self._rows[place].show_job(job, self._colours)
        self._idle.setVisible(not jobs)
        self._failures.setText(failures)
        for part in (self._failures, self.which):
            part.setVisible(bool(failures))
        self._fit()

    @property
    def rows(self) -> list[JobRow]:
        """The jobs that are shown."""
        return list(self._rows)

    # Events

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_panel()
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.MouseFocusReason and not self.underMouse():
            self.close_panel()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        self.adjustSize()
        self.move(self._window.width() - self.width() - _RIGHT, self._window.height() - self.height() - _ABOVE)
