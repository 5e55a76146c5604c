"""The quiet line at the bottom: what is chosen and can be done with it, what goes on, and which files failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QSizePolicy, QToolButton, QWidget

from photoorg.core.jobs import Progress
from photoorg.ui.icons import icon
from photoorg.ui.theme import Colours
from photoorg.ui.views.elided import ElidedLabel
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.job_words import JobWords
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from PySide6.QtGui import QAction

    from photoorg.ui.views.action_row import ActionRow

_MESSAGE_MILLISECONDS = 8_000


class StatusLine(QFrame):
    """Shows, and says by signals that the person wants to pause, go on, see the failed files, or all jobs."""

    pause_wanted = Signal()
    resume_wanted = Signal()
    failed_wanted = Signal()
    jobs_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("status_line")
        self._info = ElidedLabel()
        self._message = QTimer(self, singleShot=True, interval=_MESSAGE_MILLISECONDS)
        self._quiet = ""
        self._message.timeout.connect(lambda: self._info.setText(self._quiet))
        self._work = ElidedLabel()
        self._work.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the background work"))
        self._bar.setFixedWidth(120)
        self._pause = QToolButton()
        self._pause.clicked.connect(self._toggle)
        self._jobs = QToolButton()
        self._jobs.setToolTip(self.tr("What goes on in the background"))
        self._jobs.setAccessibleName(self._jobs.toolTip())
        self._jobs.clicked.connect(self.jobs_wanted)
        self._words = JobWords(self)
        self._failed = styled(QPushButton(), "failed")
        self._failed.setCursor(Qt.CursorShape.PointingHandCursor)
        self._failed.setAutoDefault(True)  # outside of dialogs Enter would not press it
        self._failed.clicked.connect(self.failed_wanted)
        self._paused = False
        self._colours: Colours | None = None
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 4, 12, 4)
        line.setSpacing(10)
        line.addWidget(self._info, 1)
        self._line = line
        self._offers: ActionRow | None = None
        for part in (self._failed, self._work, self._bar, self._pause, self._jobs):
            line.addWidget(part)
        self.setFixedHeight(36)
        self.show_failures(0)
        self.show_idle()

    def offer(self, actions: Sequence[QAction]) -> None:
        """Show buttons for what can be done with what is chosen."""
        if self._offers is None:
            from photoorg.ui.views.action_row import ActionRow

            self._offers = ActionRow()
            self._line.insertWidget(1, self._offers)
        self._offers.show_actions(actions)
        self._offers.setVisible(bool(actions))
        self._keep_info()

    @property
    def offered(self) -> list[QAction]:
        """What it shows buttons for, or has in a menu where there is no room."""
        if self._offers is None:
            return []
        return [*(button.defaultAction() for button in self._offers.buttons), *self._offers.in_menu]

    def show_info(self, text: str) -> None:
        """Show what is chosen; a message that is being read stays until its time is over."""
        self._quiet = text
        if not self._message.isActive():
            self._info.setText(text)
        self._keep_info()

    @property
    def info(self) -> str:
        """What it says at the left."""
        return self._info.text()

    def show_message(self, text: str) -> None:
        """Show a sentence for some seconds."""
        self._info.setText(text)
        self._message.start()

    def show_progress(self, progress: Progress, others: int = 0) -> None:
        """Show how far the background work is; ``others`` go on beside it."""
        self._bar.setRange(0, progress.total or 0)
        self._bar.setValue(progress.done)
        text = self.tr("Paused") if self._paused else self._words.all(progress)
        self._work.setText(self.tr("{text}  ·  and {n} more").format(text=text, n=others) if others else text)
        self._work.setToolTip(progress.item)
        self._show_work(True)

    def show_paused(self, paused: bool) -> None:
        """Show that the work is held, or goes on."""
        self._paused = paused
        if paused:
            self._work.setText(self.tr("Paused"))
        self._pause.setToolTip(self.tr("Go on") if paused else self.tr("Pause"))
        self._pause.setAccessibleName(self._pause.toolTip())
        self._draw_icon()

    def show_idle(self) -> None:
        """Show that nothing goes on in the background."""
        self.show_paused(False)
        self._show_work(False)

    def show_failures(self, count: int) -> None:
        """Show how many files could not be read; nothing when there are none."""
        self._failed.setVisible(count > 0)
        if count == 1:
            self._failed.setText(self.tr("1 file could not be read"))
        else:
            self._failed.setText(self.tr("{n} files could not be read").format(n=spoken_number(count)))

    def colour(self, colours: Colours) -> None:
        """Use the colours of a theme."""
        self._colours = colours
        self._failed.setIcon(icon("warning", colours.warning))
        self._draw_icon()

    def _keep_info(self) -> None:
        """Have the buttons give way to what they are about: how many photos are chosen."""
        offering = self._offers is not None and not self._offers.isHidden()
        self._info.setMinimumWidth(self._info.fontMetrics().horizontalAdvance(self._quiet) + 2 if offering else 0)

    def _show_work(self, visible: bool) -> None:
        for part in (self._work, self._bar, self._pause, self._jobs):
            part.setVisible(visible)

    def _toggle(self) -> None:
        (self.resume_wanted if self._paused else self.pause_wanted).emit()

    def _draw_icon(self) -> None:
        if self._colours is not None:
            self._jobs.setIcon(icon("above", self._colours.muted))
            self._pause.setIcon(icon("resume" if self._paused else "pause", self._colours.muted))
