"""More for a group: photos that seem to belong there, as a place of the window. Nothing moves unless it is said so."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.clusters import SURE_MORE
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.search.browsing import Wish, without
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.clusters import Proposal
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobHandle, JobRunner
    from photoorg.ui.views.main_window import MainWindow

#: The name of the page.
PAGE = "more"


class MorePlace(QObject):
    """Looks for photos that belong to one group, shows them with the sure ones chosen, and puts the chosen there."""

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window = window
        self._services = services
        self._runner = runner
        self._group: int | None = None
        self._name = ""
        self._found = Showing()
        #: What was found for a group while the person was elsewhere.
        self._waiting: tuple[int, Showing] | None = None
        self._job: JobHandle | None = None
        window.browsing.finders[PAGE] = self._present
        window.page.of_groups.add(PAGE)

    # What commands do and are about

    @property
    def here(self) -> bool:
        """Whether proposals are shown."""
        return self._window.browsing.wish.page == PAGE

    @property
    def looking(self) -> bool:
        """Whether photos are being looked for."""
        return self._job is not None

    def can_look(self) -> bool:
        """Whether there is a group to look for, or the search can be stopped."""
        return self.looking or self._window.cluster_actions.subject() is not None

    def look(self) -> None:
        """Look for more photos of the group that commands are about; once more stops that."""
        group = self._window.cluster_actions.subject()
        if self._job is not None:
            self._job.cancel()
        elif group is not None and self._waiting is not None and self._waiting[0] == group:
            self._open(*self._waiting)
        elif group is not None:
            self._look(group)

    def can_put(self) -> bool:
        """Whether proposals are chosen."""
        return self.here and self._group is not None and self._window.grid.selected_count() > 0

    def put(self) -> None:
        """Put the chosen photos into the group, and show it."""
        if self.can_put() and self._group is not None:
            self._window.clusters.move(list(self._window.grid.selected_ids()), self._group)
            self.leave()

    def refuse(self) -> None:
        """Say that the chosen photos do not belong to the group: they are not proposed again."""
        if self.can_put() and self._group is not None:
            chosen = list(self._window.grid.selected_ids())
            self._window.clusters.refuse(self._group, chosen)
            self._show(without(self._found, chosen))

    def leave(self) -> None:
        """Go to the group itself."""
        if self._group is not None:
            self._window.cluster_actions.open(self._group)

    # Looking

    def _look(self, group: int) -> None:
        def job(cancel: CancelToken) -> Job[tuple[list[Proposal], dict[int, int]]]:
            found = yield from self._services.clusters.more([group], cancel)
            ids = [photo.id for each in found for photo in each.photos]
            return found, {photo.id: photo.content or 0 for photo in self._services.photos.many(ids)}

        self._job = job_handle = self._runner.start(job, self.tr("Looking for more of a group"))
        asked_at = self._window.browsing.wish
        job_handle.finished.connect(lambda answer: self._arrived(asked_at, group, *answer))
        job_handle.failed.connect(self._window.clusters.failed)
        for end in (job_handle.finished, job_handle.failed, job_handle.cancelled):
            end.connect(self._ended)
        text = self.tr("Looking for more photos of this group… “Find more” once more stops it.")
        self._window.page.status_line.show_message(text)
        self._window.command_actions.refresh()

    def _ended(self) -> None:
        self._job = None
        self._window.command_actions.refresh()

    def _arrived(self, asked_at: Wish, group: int, found: Sequence[Proposal], contents: dict[int, int]) -> None:
        self._waiting = None
        photos = [photo for each in found for photo in each.photos if photo.id in contents]
        name = self._title(group)
        if not photos:
            text = self.tr("No other photos seem to belong to “{name}”.").format(name=name)
            self._window.page.status_line.show_message(text)
            return
        showing = Showing(
            array("q", (photo.id for photo in photos)),
            array("q", (contents[photo.id] for photo in photos)),
            tuple(photo.confidence for photo in photos),
        )
        if self._window.browsing.wish == asked_at and not self._window.viewing:
            self._open(group, showing)
            return
        # Photos are chosen there: a key that was meant for what the person looks at now must not reach them.
        self._waiting = group, showing
        text = self.tr("There is more for “{name}”: “Find more” there shows it.").format(name=name)
        self._window.page.status_line.show_message(text)

    def _open(self, group: int, found: Showing) -> None:
        self._waiting = None
        self._group, self._name = group, self._title(group)
        self._show(found)
        self._window.search(Wish(page=PAGE))
        self._window.grid.select_rows(list(range(self._sure)))
        self._window.grid.setFocus()

    def _title(self, group: int) -> str:
        """What the group is called: as its page or its card says."""
        card = self._window.clusters.card(group)
        if card is not None:
            return shown_name(card.name, card.own_name)
        return self._window.browsing.name if self._window.cluster_actions.opened == group else ""

    # Showing

    @property
    def _sure(self) -> int:
        return sum(certainty >= SURE_MORE for certainty in self._found.certainties or ())

    def _show(self, found: Showing) -> None:
        """Keep ``found`` for the page, under two headings, and show it there if that is where the person is."""
        self._found = found
        sure, count = self._sure, len(found.ids)
        parts = (
            (self.tr("Sure"), sure, self.tr("{n}, chosen")),
            (self.tr("Look at these"), count - sure, self.tr("{n}, not chosen until you choose them")),
        )
        sections = tuple(Section(title, n, note.format(n=spoken_number(n))) for title, n, note in parts if n)
        self._found = Showing(found.ids, found.contents, found.certainties, sections)
        if self.here:
            self._present()

    def _present(self) -> None:
        count = len(self._found.ids)
        some = self.tr("{n} photos, surest first").format(n=spoken_number(count)) if count else ""
        note = self.tr("1 photo") if count == 1 else some
        self._window.page.words.pages[PAGE] = self.tr("More for “{name}”").format(name=self._name), note
        self._window.page.empties[PAGE] = (
            "groups",
            self.tr("Nothing left to look at"),
            self.tr("No other photos seem to belong to this group."),
            self.tr("Show all photos"),
        )
        self._window.browsing.present(self._found)
