"""The menu of conditions to narrow by: what there is in the library, each with how many photos have it."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from photoorg.core.conditions import ALL, Conditions
from photoorg.core.paths import display_path
from photoorg.core.types import Flag, State
from photoorg.ui.wording.spoken import spoken_number

if TYPE_CHECKING:
    from photoorg.core.facets import Facets
    from photoorg.core.named_places import Names
    from photoorg.ui.wording.wish_words import WishWords

#: The most entries of one sub-menu: more are quicker typed than looked through.
MOST = 24


@dataclass(frozen=True, slots=True)
class Known:
    """What the library can be narrowed by."""

    facets: Facets
    names: Names


class FilterMenu(QObject):
    """``chosen`` carries the conditions that hold from then on; ``dates_wanted`` asks for two dates, ``not_wanted``
    for something to leave out.
    """

    chosen = Signal(object)
    dates_wanted = Signal()
    not_wanted = Signal()

    def __init__(self, words: WishWords, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def menu(self, known: Known, where: Conditions, parent: QWidget) -> QMenu:
        """The menu for photos that meet ``where`` so far; what holds already is ticked, and choosing it ends that."""
        menu, facets = QMenu(parent), known.facets
        self._kinds(menu, facets, where)
        self._dates(menu, facets, where)
        self._folders(menu, known, where)
        groups = [
            (self._words.group(group.id), group.size, Conditions(cluster=group.id)) for group in known.names.groups
        ]
        self._listed(self._sub(menu, self.tr("Group")), groups, where)
        self._places(menu, facets, where)
        cameras = [(camera, count, Conditions(camera=camera)) for camera, count in facets.cameras]
        self._listed(self._sub(menu, self.tr("Camera")), cameras, where)
        menu.addSeparator()
        self._marks(menu, facets, where)
        self._add(menu, self.tr("Only archived"), 0, Conditions(state=State.ARCHIVED), where)
        menu.addSeparator()
        self._left_out(menu, facets, where)
        return menu

    def _kinds(self, menu: QMenu, facets: Facets, where: Conditions) -> None:
        kinds = [(self._words.kind(kind), count, Conditions(kind=kind)) for kind, count in facets.kinds]
        self._listed(self._sub(menu, self.tr("Kind")), kinds, where)

    def _left_out(self, menu: QMenu, facets: Facets, where: Conditions) -> None:
        leave_out = self._sub(menu, self.tr("Leave out"))
        kinds = [
            (self._words.kind(kind), count, Conditions(outside=(Conditions(kind=kind),)))
            for kind, count in facets.kinds
        ]
        self._listed(leave_out, kinds, where)
        leave_out.addSeparator()
        leave_out.addAction(self.tr("Something else…"), self.not_wanted.emit)
        leave_out.setEnabled(True)

    def _dates(self, menu: QMenu, facets: Facets, where: Conditions) -> None:
        dates = self._sub(menu, self.tr("Date"))
        years: dict[str, int] = {}
        for month, count in facets.months:
            years[month[:4]] = years.get(month[:4], 0) + count
        this = date.today().year
        for text, year in ((self.tr("This year"), f"{this}"), (self.tr("Last year"), f"{this - 1}")):
            self._add(dates, text, years.get(year, 0), Conditions(date_from=year, date_to=year), where)
        dates.addSeparator()
        dates.addAction(self.tr("Between two dates…"), self.dates_wanted.emit)
        dates.addSeparator()
        listed = [(year, count, Conditions(date_from=year, date_to=year)) for year, count in years.items()]
        self._listed(dates, listed, where)

    def _folders(self, menu: QMenu, known: Known, where: Conditions) -> None:
        totals = below(known.facets.folders, known.names.folders)
        most = sorted(sorted(totals, key=lambda path: -totals[path])[:MOST])
        depths = {path: sum(path.startswith(above + os.sep) for above in most) for path in most}
        listed = [("    " * depths[path] + _last(path), totals[path], Conditions(folder=path)) for path in most]
        self._listed(self._sub(menu, self.tr("Folder")), listed, where)

    def _places(self, menu: QMenu, facets: Facets, where: Conditions) -> None:
        places = self._sub(menu, self.tr("Place"))
        self._add(places, self.tr("With a place"), facets.placed, Conditions(has_place=True), where)
        unplaced = facets.photos - facets.placed
        self._add(places, self.tr("Without a place"), unplaced, Conditions(has_place=False), where)
        places.addSeparator()
        for country, _ in facets.countries[:MOST]:
            towns = self._sub(places, country)
            known = [(town, count) for land, town, count in facets.towns if land == country]
            self._add(towns, self.tr("All of it"), sum(count for _, count in known), Conditions(place=country), where)
            towns.addSeparator()
            self._listed(towns, [(town, count, Conditions(place=town)) for town, count in known], where)

    def _marks(self, menu: QMenu, facets: Facets, where: Conditions) -> None:
        stars = self._sub(menu, self.tr("Stars"))
        rated = dict(facets.ratings)
        for least in range(5, 0, -1):
            count = sum(count for rating, count in rated.items() if rating >= least)
            text = "★" * least if least == 5 else self.tr("{stars} or more").format(stars="★" * least)
            self._add(stars, text, count, Conditions(rating=least), where)
        flags = dict(facets.flags)
        self._add(menu, self.tr("Picked"), flags.get(Flag.PICK, 0), Conditions(flag=Flag.PICK), where)
        self._add(menu, self.tr("Rejected"), flags.get(Flag.REJECT, 0), Conditions(flag=Flag.REJECT), where)

    def _sub(self, menu: QMenu, title: str) -> QMenu:
        sub: QMenu = menu.addMenu(title)
        return sub

    def _listed(self, menu: QMenu, entries: Sequence[tuple[str, int, Conditions]], where: Conditions) -> None:
        """Add entries; a menu that stays empty cannot be opened."""
        for text, count, condition in entries[:MOST]:
            self._add(menu, text, count, condition, where)
        menu.setEnabled(not menu.isEmpty())

    def _add(self, menu: QMenu, text: str, count: int, condition: Conditions, where: Conditions) -> None:
        action = QAction(text.replace("&", "&&"), menu)
        if count:
            action.setText(f"{action.text()}\t{spoken_number(count)}")
        action.setCheckable(True)
        on = toggled(where, condition)
        action.setChecked(on.already)
        action.triggered.connect(_telling(self.chosen, on.then))
        menu.addAction(action)


@dataclass(frozen=True, slots=True)
class Toggled:
    """Whether conditions hold ``already``, and what holds after choosing them (once more)."""

    already: bool
    then: Conditions


def toggled(where: Conditions, condition: Conditions) -> Toggled:
    """What choosing ``condition`` in a menu does to ``where``: it holds, in place of another of its kind, or ends."""
    if condition.outside:
        others = tuple(each for each in where.outside if each not in condition.outside)
        already = len(others) < len(where.outside)
        return Toggled(already, replace(where, outside=others if already else others + condition.outside))
    names = [name for name in Conditions.__slots__ if getattr(condition, name) != getattr(ALL, name)]
    already = all(getattr(where, name) == getattr(condition, name) for name in names)
    other = ALL if already else condition
    changes = {name: getattr(other, name) for name in names}
    if condition.date_from or condition.date_to:
        changes |= {"date_from": other.date_from, "date_to": other.date_to}
    return Toggled(already, replace(where, **changes))


def _telling(signal: object, where: Conditions) -> Callable[[], None]:
    return lambda: signal.emit(where)  # type: ignore[attr-defined]  # a bound signal


def below(folders: Sequence[tuple[str, int]], known: Sequence[str]) -> dict[str, int]:
    """How many photos lie in and below each ``known`` folder, by the numbers that lie in ``folders`` themselves."""
    totals = dict.fromkeys(known, 0)
    for folder, count in folders:
        path = folder
        while path in totals:
            totals[path] += count
            path = os.path.dirname(path)
    return {path: count for path, count in totals.items() if count}


def _last(path: str) -> str:
    """The last part of a path, for people."""
    return os.path.basename(display_path(path).rstrip(os.sep)) or display_path(path)
