"""The groups as the window knows them: the covers of all, and the edits, each on a thread of its own."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from photoorg.core.jobs import Job, Progress
from photoorg.ui.job_runner import JobHandle, JobRunner
from photoorg.ui.models.cluster_model import ClusterModel
from photoorg.ui.wording import language
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.clusters import Card, Shelf
    from photoorg.core.jobs import CancelToken
    from photoorg.core.named_places import NamedGroup
    from photoorg.services import Services

#: Milliseconds between two looks at all groups, however often the library changes.
_REST = 1_000


class Clusters(QObject):
    """``changed`` says that ``model`` is new, ``listed`` which groups there are, ``edited`` what was done, with
    the ids of the groups concerned, ``splitting`` whether a group is being split further.
    """

    changed = Signal()
    listed = Signal(list)
    edited = Signal(str, list)
    failed = Signal(str)
    splitting = Signal(bool)

    def __init__(self, services: Services, runner: JobRunner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._services = services
        services.titles.language = language.current()
        self._runner = runner
        self.model = ClusterModel(self)
        #: Whether the groups have been read once.
        self.known = False
        self._timer = QTimer(self, singleShot=True, interval=_REST)
        self._timer.timeout.connect(self._rested)
        self._again = False
        self._covers = False
        self._splitting: JobHandle | None = None

    def refresh(self, *, covers: bool) -> None:
        """Read the groups anew, or only their names: now, or when the last look is long enough ago."""
        self._covers = self._covers or covers
        if self._timer.isActive() and not (covers and not self.known):
            self._again = True
            return
        self._timer.start()
        # The service is asked for over there: at a start its modules are not imported yet.
        if self._covers:
            self._runner.call("clusters", self._shelves, self._read, self.failed.emit)
        else:
            self._runner.call("clusters", self._names, self.listed.emit, self.failed.emit)
        self._covers = False

    def _shelves(self) -> list[Shelf]:
        return self._services.clusters.shelves()

    def _names(self) -> list[NamedGroup]:
        return self._services.clusters.named()

    def title(self, cluster: int) -> str:
        """The name of a group; empty where it is not known."""
        card = self.card(cluster)
        return card.name if card is not None else ""

    def card(self, cluster: int) -> Card | None:
        """The card of a group; None where it is not known."""
        return next((card for card in self.model.cards if card.id == cluster), None)

    # Edits

    def rename(self, cluster: int, name: str) -> None:
        """Give a group a name of the person's own."""
        self._edit(lambda: self._services.clusters.rename(cluster, name))

    def merge(self, clusters: Sequence[int]) -> None:
        """Make one group of several, the first of them."""
        self._edit(lambda: self._services.clusters.merge(clusters))

    def split(self, cluster: int, photos: Sequence[int]) -> None:
        """Make a group of its own of some photos of a group."""
        self._edit(lambda: self._services.clusters.split(cluster, photos))

    def split_further(self, cluster: int) -> None:
        """Look for different kinds of photos within a group and make groups of them; takes seconds."""

        def job(cancel: CancelToken) -> Job[tuple[str, list[int]]]:
            concerned = yield from self._services.clusters.split_further(cluster, cancel=cancel)
            done = self._services.history.next_undo
            return (told(done.what) if done else ""), [each.id for each in concerned]

        if self._splitting is None:
            self._splitting = handle = self._runner.start(job, self.tr("Splitting a group"))
            handle.finished.connect(self._parted)
            handle.failed.connect(self.failed)
            for end in (handle.finished, handle.failed, handle.cancelled):
                end.connect(self._split)
            self.splitting.emit(True)

    def stop_splitting(self) -> None:
        """Give the search for different kinds up; nothing has changed yet."""
        if self._splitting is not None:
            self._splitting.cancel()

    @property
    def is_splitting(self) -> bool:
        """Whether a group is being split further."""
        return self._splitting is not None

    def _parted(self, answer: tuple[str, list[int]]) -> None:
        what, concerned = answer
        if len(concerned) > 1:
            self.edited.emit(what, concerned)
        else:
            self.failed.emit(self.tr("These photos are all of one kind."))

    def _split(self) -> None:
        self._splitting = None
        self.splitting.emit(False)

    def remove(self, cluster: int, photos: Sequence[int]) -> None:
        """Say that photos do not belong to a group."""
        self._edit(lambda: self._services.clusters.remove(cluster, photos))

    def refuse(self, cluster: int, photos: Sequence[int]) -> None:
        """Say that photos, which are not in a group, do not belong there."""
        self._edit(lambda: self._services.clusters.refuse(cluster, photos))

    def move(self, photos: Sequence[int], to: int) -> None:
        """Put photos, wherever they are, into a group."""
        self._edit(lambda: self._services.clusters.move(photos, to))

    def make(self, photos: Sequence[int]) -> None:
        """Make a new group of photos."""
        self._edit(lambda: self._services.clusters.make(photos))

    def _edit(self, work: Callable[[], Sequence[object]]) -> None:
        def job(cancel: CancelToken) -> Job[tuple[str, list[int]]]:
            yield Progress("editing", 0)
            concerned = [each.id for each in work()]  # type: ignore[attr-defined]  # clusters or themes
            done = self._services.history.next_undo
            return (told(done.what) if done else ""), concerned

        # Not a call: a newer call would replace one that waits, and no edit may be lost.
        handle = self._runner.start(job)
        handle.finished.connect(lambda answer: self.edited.emit(*answer))
        handle.failed.connect(self.failed)

    def _read(self, shelves: list[Shelf]) -> None:
        self.known = True
        if tuple(shelves) != self.model.shelves:
            self.model.show(shelves)
        from photoorg.core.named_places import NamedGroup

        cards = sorted(self.model.cards, key=lambda card: (-card.size, card.id))
        self.listed.emit([NamedGroup(card.id, card.name, card.size, card.own_name) for card in cards])
        self.changed.emit()

    def _rested(self) -> None:
        if self._again:
            self._again = False
            self.refresh(covers=self._covers)
