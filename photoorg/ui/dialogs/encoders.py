"""The page of models: what each is good at, what it costs, and how to get and use it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from photoorg.core.jobs import Progress
from photoorg.core.types import ProfileInfo
from photoorg.ui.dialogs.confirm import confirm
from photoorg.ui.library.encoders import Encoders
from photoorg.ui.views.styled import styled
from photoorg.ui.wording.spoken import spoken_size
from photoorg.ui.wording.told import told

_SIZE = (720, 620)
#: What the profiles that ship are called for people; one's own goes by its own name.
_TITLES = {
    "embedded": str(QT_TRANSLATE_NOOP("Encoders", "Built in")),
    "clip": "CLIP",
    "siglip2": "SigLIP 2",
    "imantics": "DINO and CLIP",
    "dinov2": "DINOv2",
    "vgg16": "VGG16",
}


def title_of_name(name: str) -> str:
    """The name of a profile for people."""
    return QCoreApplication.translate("Encoders", _TITLES.get(name, name))


def title_of(info: ProfileInfo) -> str:
    """The profile's name for people."""
    return title_of_name(info.name)


class ProfileCard(QFrame):
    """One profile with the buttons that make sense now; its signals carry the profile's name."""

    pull_wanted = Signal(str)
    stop_wanted = Signal(str)
    use_wanted = Signal(str)
    remove_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("profile_card")
        self._name = ""
        self._title = styled(QLabel(), "title")
        self._summary = QLabel(wordWrap=True)
        self._facts = styled(QLabel(wordWrap=True), "subtitle")
        self._problem = styled(QLabel(wordWrap=True), "problem")
        self._state = styled(QLabel(), "subtitle")
        for label in (self._title, self._summary, self._facts, self._problem, self._state):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress of the download"))
        self.pull, self.stop, self.use, self.remove = QPushButton(), QPushButton(), QPushButton(), QPushButton()
        self.stop.setText(self.tr("Stop"))
        self.use.setText(self.tr("Use"))
        self.remove.setText(self.tr("Remove…"))
        for button, signal in (
            (self.pull, self.pull_wanted),
            (self.stop, self.stop_wanted),
            (self.use, self.use_wanted),
            (self.remove, self.remove_wanted),
        ):
            button.clicked.connect(lambda _=False, signal=signal: signal.emit(self._name))
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for part in (self._title, self._summary, self._facts, self._bar, self._problem):
            texts.addWidget(part)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 12, 16, 12)
        line.setSpacing(12)
        line.addLayout(texts, 1)
        line.addWidget(self._state)
        for button in (self.remove, self.use, self.stop, self.pull):
            line.addWidget(button)
        self.show_problem("")

    def show_profile(self, info: ProfileInfo, pulling: str) -> None:
        """Show ``info``; ``pulling`` is the profile that is being downloaded, empty for none."""
        self._name = info.name
        title = title_of(info)
        self._title.setText(title)
        self._summary.setText(told(info.summary))
        size = spoken_size(info.bytes) if info.bytes else ""
        facts = [
            size,
            self._languages(info),
            info.licence,
            *(map(told, info.variants.values()) if info.installed else ()),
        ]
        self._facts.setText("   ·   ".join(fact for fact in facts if fact))
        busy = pulling == info.name
        self._bar.setVisible(busy)
        if not busy:
            self._bar.setRange(0, 0)
        self._state.setText(self.tr("In use") if info.active else self.tr("Switching…") if info.switching else "")
        self._state.setVisible(info.active or info.switching)
        self.pull.setText(self.tr("Download"))
        self.pull.setVisible(not info.installed and not busy)
        self.pull.setEnabled(not pulling)
        self.stop.setVisible(busy)
        idle = info.installed and not info.active and not info.switching
        self.use.setVisible(idle)
        self.remove.setVisible(idle and info.name != "embedded")
        for button in (self.pull, self.stop, self.use, self.remove):
            button.setAccessibleName(f"{button.text()} {title}")

    def show_progress(self, progress: Progress) -> None:
        """Show how far the download is."""
        if progress.total:
            self._bar.setRange(0, 1000)
            self._bar.setValue(1000 * progress.done // progress.total)
            self._bar.setToolTip(f"{spoken_size(progress.done)} / {spoken_size(progress.total)}")

    def show_problem(self, sentence: str) -> None:
        """Say what went wrong; nothing when it is empty."""
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    @property
    def problem(self) -> str:
        """What it says went wrong."""
        return self._problem.text()

    def _languages(self, info: ProfileInfo) -> str:
        known = {"en": self.tr("searches in English"), "multilingual": self.tr("searches in many languages")}
        return ", ".join(known.get(language, language) for language in info.languages)


class EncodersDialog(QDialog):
    """Shows ``encoders``, and hands on what the person wants."""

    def __init__(self, encoders: Encoders, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.resize(*_SIZE)
        self.cards: dict[str, ProfileCard] = {}
        self._encoders = encoders
        self._profiles: list[ProfileInfo] = []
        explanation = QLabel(
            self.tr(
                "A model looks at your photos, on this computer, so that they can be found and grouped. When you "
                "choose another, all photos are looked at anew in the background; until then everything works as "
                "before."
            ),
            wordWrap=True,
        )
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self._list.setContentsMargins(0, 0, 8, 0)
        self._list.addStretch(1)
        inside = styled(QWidget(), "profile_list")
        inside.setLayout(self._list)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        self._problem = styled(QLabel(wordWrap=True), "problem")
        self._problem.hide()
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 16)
        column.setSpacing(12)
        for part in (explanation, area, self._problem, buttons):
            column.addWidget(part, 1 if part is area else 0)
        encoders.listed.connect(self._show)
        encoders.changed.connect(self._refresh)
        encoders.progressed.connect(self._report)
        encoders.failed.connect(self._fail)
        encoders.look()

    def _show(self, profiles: Sequence[ProfileInfo]) -> None:
        self._profiles = list(profiles)
        self._refresh()

    def _refresh(self) -> None:
        names = [info.name for info in self._profiles]
        for gone in set(self.cards) - set(names):
            card = self.cards.pop(gone)
            self._list.removeWidget(card)
            card.deleteLater()
        for place, info in enumerate(self._profiles):
            if info.name not in self.cards:
                self.cards[info.name] = self._card()
                self._list.insertWidget(place, self.cards[info.name])
            self.cards[info.name].show_profile(info, self._encoders.pulling)

    def _card(self) -> ProfileCard:
        card = ProfileCard()
        card.pull_wanted.connect(self._pull)
        card.stop_wanted.connect(lambda _: self._encoders.stop())
        card.use_wanted.connect(self._encoders.use)
        card.remove_wanted.connect(self._remove)
        return card

    def _pull(self, name: str) -> None:
        self.cards[name].show_problem("")
        self._encoders.pull(name)

    def _remove(self, name: str) -> None:
        confirm(
            self,
            self.tr("Remove the model {name}?").format(name=title_of(self._info(name))),
            self.tr(
                "The download is deleted, and what it saw in your photos. To use it again, it is downloaded again and "
                "looks at all of them anew. The photos themselves are not touched."
            ),
            self.tr("Remove"),
            lambda: self._encoders.remove(name),
        )

    def _info(self, name: str) -> ProfileInfo:
        return next(info for info in self._profiles if info.name == name)

    def _report(self, name: str, progress: Progress) -> None:
        if name in self.cards:
            self.cards[name].show_progress(progress)

    def _fail(self, name: str, message: str) -> None:
        if name in self.cards:
            self.cards[name].show_problem(message)
        else:
            self._problem.setText(message)
            self._problem.show()
