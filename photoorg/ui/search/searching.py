"""Searching in the window: what is typed, the chips below it, the filters, a file as example, and what to loosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.conditions import ALL
from photoorg.core.types import APART
from photoorg.ui.command_sets.menus import CHIP_LINE
from photoorg.ui.search.browsing import Wish
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from photoorg.core.conditions import Conditions
    from photoorg.core.named_places import Names
    from photoorg.core.typed_query import Piece
    from photoorg.services import Services
    from photoorg.ui.job_runner import JobRunner
    from photoorg.ui.search.filter_menu import FilterMenu, Known
    from photoorg.ui.views.main_window import MainWindow
    from photoorg.ui.wording.wish_words import Part


class Searching(QObject):
    """Goes between the search field, the chips, and what the window shows.

    What is asked for is the base, which the chips show, together with what is typed at this moment.
    """

    def __init__(self, window: MainWindow, services: Services, runner: JobRunner) -> None:
        super().__init__(window)
        self._window, self._services, self._runner = window, services, runner
        self._field, self._line, self._words = window.page.header.search, window.page.chip_line, window.page.words
        self._base = Wish()
        self._known: Known | None = None
        self._stale = True
        self._asked_for_names = self._asked_for_menu = self._failed = False
        self._menu: FilterMenu | None = None
        self._pictured = Wish()
        self._picture: QImage | None = None
        self._field.searched.connect(self._typed)
        self._field.finished.connect(self._finished)
        self._field.erased.connect(self._line.remove_last)
        self._field.file_dropped.connect(lambda path: window.search(Wish(example_path=path)))
        self._field.photo_dropped.connect(self._by_photo)
        self._field.word_typed.connect(self._suggest)
        self._field.entered.connect(self._get_ready)
        self._line.removed.connect(self._take_out)
        self._line.left.connect(window.grid.setFocus)
        window.library.changed.connect(self._outdated)
        window.browsing.shown.connect(self._show_chips)
        window.browsing.failed.connect(self._note_failure)
        window.theme.changed.connect(lambda: self._show_chips(anew=True))

    def place_actions(self) -> None:
        """Put the commands into the field and the line of chips."""
        actions = self._window.command_actions
        self._field.set_filter(actions["filter"])
        self._line.set_actions(actions["filter"], [actions[name] for name in CHIP_LINE])

    # What the person asks for

    def show(self, wish: Wish) -> None:
        """Show in the field and the chips that ``wish`` is asked for from now on."""
        self._base = Wish() if wish.overview or wish.page else replace(wish, text="", unknown=())
        self._field.set_text(wish.text)
        self._show_chips()

    def type(self, text: str) -> None:
        """Search for ``text``, and nothing else, as if it had been typed to its end."""
        self._window.close_viewer()
        self._base = Wish()
        self._field.set_text(text)
        self._finished()

    def narrow(self, where: Conditions) -> None:
        """Ask for the same under other conditions."""
        self._window.close_viewer()
        self._base = replace(self._base, where=where)
        self._ask(self._field.text, finished=False)

    def _typed(self, text: str) -> None:
        self._ask(text, finished=False)

    def _finished(self) -> None:
        self._ask(self._field.text, finished=True)

    def _take_out(self, rest: Wish) -> None:
        self._base = rest
        self._ask(self._field.text, finished=False)

    def _by_photo(self, photo_id: int) -> None:
        photo = self._window.photos.get(photo_id)
        if photo is not None:
            self._window.search(Wish(example=photo))

    def _ask(self, text: str, *, finished: bool) -> None:
        """Ask for the base and ``text``. What of it is known, and typed to its end, becomes a part of the base."""
        # Not before somebody types: the window is painted first.
        from photoorg.core.typed_query import cut, read, settled

        typed = f"{text} " if finished else self._field.typed
        found = settled(typed, self._names)
        if found:
            self._base = _with(self._base, found)
            typed = cut(typed, found)
            self._field.replace_text(typed.rstrip() if finished else typed)
        reading = read(typed, self._names, unfinished=not finished)
        wish = _joined(self._base, reading.without, reading.where)
        # While names are on their way nobody knows what names nothing.
        wish = replace(wish, text=reading.text, unknown=() if self._asked_for_names else reading.unknown)
        if wish != self._window.browsing.wish or self._failed:
            self._failed = False
            self._window.browsing.search(wish)
        self._show_chips()

    def _note_failure(self) -> None:
        self._failed = True  # so that asking for the same once more is no idle wish
        wish = self._window.browsing.wish
        if wish.searched and not self._window.browsing.answered:
            self._window.page.header.show_title(self._words.title(wish), "")  # it is no longer searched

    def _names(self) -> Names:
        if self._known is None:
            from photoorg.core.named_places import Names

            self._asked_for_names = True
            self._learn()
            return Names()
        return self._known.names

    def _suggest(self, word: str) -> None:
        """Offer what the condition that is being typed may be completed to."""
        if ":" not in word or self._known is None:
            self._field.suggest(())
            return
        from photoorg.core.typed_query import completions

        facets = self._known.facets
        years = list(dict.fromkeys(month[:4] for month, _ in facets.months))
        cameras = [camera for camera, _ in facets.cameras]
        self._field.suggest(completions(word, self._known.names, cameras, years))

    # Chips

    def _show_chips(self, *, anew: bool = False) -> None:
        wish = self._window.browsing.wish
        if wish.overview or wish.page:
            self._base = Wish()  # also where the window went there by itself: the open group is no more
        parts = self._words.parts(self._base)
        self._line.setVisible(bool(parts) or wish.searched or wish.narrowed)
        if anew or parts != self._line.parts:
            self._line.show_parts(parts, self._window.theme.colours)
            self._show_example()
        groups = {self._base.cluster, self._base.where.cluster} - {None, *self._words.groups}
        if groups and parts and self._known is None:
            self._learn()

    def _show_example(self) -> None:
        """Show the example's picture in its chip."""
        base = self._base
        wanted = Wish(example=base.example, example_path=base.example_path, crop=base.crop)
        if not wanted.by_example:
            return
        if wanted == self._pictured and self._picture is not None:
            self._line.show_picture(self._picture)
            return
        from photoorg.ui.search.example_picture import example_picture

        side = round(22 * self._window.devicePixelRatioF())
        self._pictured, self._picture = wanted, None
        self._runner.call(
            "example", lambda: example_picture(self._services, wanted, side), self._example_shown, lambda _: None
        )

    def _example_shown(self, picture: QImage | None) -> None:
        if picture is not None:
            picture.setDevicePixelRatio(self._window.devicePixelRatioF())
            self._picture = picture
            self._line.show_picture(picture)

    # Filters

    def open_filters(self) -> None:
        """Open the menu of conditions, read anew."""
        self._asked_for_menu = True
        self._learn()

    def _popup(self) -> None:
        from photoorg.ui.search.filter_menu import FilterMenu

        if self._known is None:
            return
        if self._menu is None:
            self._menu = FilterMenu(self._words, self)
            self._menu.chosen.connect(self.narrow)
            self._menu.dates_wanted.connect(self.ask_for_dates)
            self._menu.not_wanted.connect(self._ask_for_not)
        menu = self._menu.menu(self._known, self._base.where, self._window)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._line.menu_point() if self._line.isVisible() else self._field.menu_point())

    def ask_for_dates(self) -> None:
        """Let the person choose two dates."""
        from PySide6.QtCore import Qt

        from photoorg.ui.dialogs.dates import DatesDialog

        months = [month for month, _ in self._known.facets.months] if self._known is not None else []
        dialog = DatesDialog(self._base.where, months, self._window)
        dialog.chosen.connect(lambda first, last: self.narrow(replace(self._base.where, date_from=first, date_to=last)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _ask_for_not(self) -> None:
        """Let the person type what should not be seen."""
        self._field.setFocus()
        self._field.replace_text(f"{self._field.text} -".lstrip())

    def _get_ready(self) -> None:
        if self._stale:
            self._learn()

    def _outdated(self) -> None:
        self._stale = True

    def _learn(self) -> None:
        """Read what the library can be narrowed by."""
        from photoorg.ui.search.filter_menu import Known

        self._runner.call(
            "known",
            lambda: Known(self._services.facets.all(), self._services.typed.names()),
            self._learnt,
            self._window.browsing.failed.emit,
        )

    def _learnt(self, known: Known) -> None:
        self._known, self._stale = known, False
        self._words.groups = {group.id: group for group in known.names.groups}
        browsing = self._window.browsing
        if browsing.wish.narrowed and browsing.wish.conditions.cluster is not None:
            self._window.page.header.show_title(*self._words.heading(browsing.wish, browsing.showing))
        if self._asked_for_names:
            self._asked_for_names = False
            self._ask(self._field.text, finished=not self._field.typing)
        self._show_chips(anew=True)
        if self._asked_for_menu:
            self._asked_for_menu = False
            self._popup()

    # Nothing found

    def explain_empty(self, wish: Wish) -> bool:
        """Say which condition keeps everything out, if conditions do; whether there are any."""
        parts = [part for part in self._words.parts(wish) if part.rest.where != wish.where]
        if not parts:
            return False
        timeline = self._services.photos.timeline

        def count() -> list[int]:
            return [len(timeline(each.conditions).ids) for each in (wish, *(part.rest for part in parts))]

        def told(counts: list[int]) -> None:
            if self._window.browsing.wish == wish and not self._window.browsing.showing.ids:
                self._window.page.explain_narrow(*self._advice(wish, parts, counts))

        self._runner.call("loosen", count, told, self._window.browsing.failed.emit)
        return True

    def _advice(self, wish: Wish, parts: Sequence[Part], counts: Sequence[int]) -> tuple[str, str, Wish]:
        """What to say when nothing was found, what the button does in words, and the wish that it asks for."""
        met, *without = counts
        found, part = max(zip(without, parts, strict=True), key=lambda pair: pair[0])
        if met:
            text = self.tr("No photo fits these words here. Take out what matters least, or try other words.")
            return text, "", Wish()
        if not found:
            text = self.tr("No photo meets these conditions, and taking out one of them is not enough.")
            button = self.tr("Take out all conditions") if wish.searched else ""
            return text, button, replace(wish, where=ALL)
        each = [
            self.tr("Without “{part}” there would be {n}.").format(part=part.text, n=spoken_number(count))
            for count, part in zip(without, parts, strict=True)
            if count
        ]
        text = " ".join([self.tr("No photo meets all of these conditions."), *each])
        return text, self.tr("Take out “{part}”").format(part=part.text), replace(part.rest, text=wish.text)


def _with(base: Wish, found: Sequence[Piece]) -> Wish:
    """``base`` and what the pieces of a typed query ask for."""
    for piece in found:
        base = _joined(base, piece.without, piece.where)
    return base


def _joined(base: Wish, without: str, where: Conditions) -> Wish:
    from photoorg.core.typed_query import merged

    things = APART.join(filter(None, (base.without, without)))
    return replace(base, without=things, where=merged(base.where, where))
