"""A wish in words: as the title over what is shown, and as chips that can be taken out one by one."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.paths import display_path
from photoorg.core.types import APART, FITS, SURE, Flag, Kind, State
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.photo_model import file_name
from photoorg.ui.wording.spoken import spoken_day, spoken_number, spoken_span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from photoorg.core.conditions import Conditions
    from photoorg.core.named_places import NamedGroup
    from photoorg.ui.models.photo_model import Showing
    from photoorg.ui.search.browsing import Wish


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a wish that is not its text. ``rest`` is the wish without it; ``tip`` says more than ``text``."""

    text: str
    rest: Wish
    tip: str = ""
    example: bool = False


class WishWords(QObject):
    """Knows how to name wishes. ``groups`` are the groups by id, as far as they are known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.groups: dict[int, NamedGroup] = {}
        #: The title of each page that shows photos in the grid, and what is said below it.
        self.pages: dict[str, tuple[str, str]] = {}
        #: Whether screenshots and documents are left out of all photos.
        self.photos_only = False

    def parts(self, wish: Wish) -> list[Part]:
        """What can be taken out of ``wish``, in the order to show it: the example, the conditions, NOT."""
        found = []
        if wish.by_example:
            rest = replace(wish, example=None, example_path="", crop=None)
            path = wish.example.path if wish.example is not None else wish.example_path
            found.append(Part(self.example(wish), rest, display_path(path), example=True))
        if wish.cluster is not None and not wish.place:
            name = self.group(wish.cluster)
            found.append(Part(name, replace(wish, cluster=None), self.tr("In the group {name}").format(name=name)))
        if wish.put_away is not None and not wish.place:
            found.append(Part(self._state(wish.put_away), replace(wish, put_away=None)))
        found += [Part(text, replace(wish, where=rest), tip) for text, rest, tip in self._conditions(wish.where)]
        if wish.without:
            things = wish.without.split(APART)
            for at, thing in enumerate(things):
                others = APART.join(things[:at] + things[at + 1 :])
                found.append(Part(self.tr("not {thing}").format(thing=thing), replace(wish, without=others)))
        return found

    def title(self, wish: Wish) -> str:
        """What the person asked for, in one line."""
        if wish.text:
            return self.tr("“{text}”").format(text=wish.text)
        return " · ".join(part.text for part in self.parts(wish))

    def heading(self, wish: Wish, showing: Showing, name: str = "") -> tuple[str, str]:
        """What is shown and how much of it; an open group is called ``name``."""
        count = len(showing.ids)
        number = self.tr("1 photo") if count == 1 else self.tr("{n} photos").format(n=spoken_number(count))
        if wish.everything:
            if self.photos_only:
                number = self.tr("{photos}, without screenshots and documents").format(photos=number)
            return self.tr("All photos"), self.unknown(wish) or (number if count or self.photos_only else "")
        if wish.page in self.pages:
            return self.pages[wish.page]
        if wish.place and wish.cluster is not None:
            return name, number if count == 1 else self.tr("{n} photos, surest first").format(n=spoken_number(count))
        if wish.place and wish.put_away is not None:
            return self._state(wish.put_away), number if count else ""
        if not wish.searched:
            return self.title(wish), self.unknown(wish) or (number if count else "")
        said = (self._understood(wish, showing), self._certainty(wish, showing.certainties or ()))
        return self.title(wish), self.unknown(wish) or " · ".join(filter(None, said))

    def _understood(self, wish: Wish, showing: Showing) -> str:
        """Says what was searched where that is not what was typed, and which words are not known."""
        read = showing.understood
        if read is None:
            return ""
        said = []
        if read.text != wish.text:
            said.append(self.tr("Showing results for “{text}”").format(text=read.text))
        if read.unknown:
            said.append(self.tr("Not known: {words}").format(words=", ".join(read.unknown)))
        return " · ".join(said)

    def _certainty(self, wish: Wish, certainties: Sequence[float]) -> str:
        """How many results are sure (best first), and how many may be wrong."""
        if not certainties:
            return ""
        if wish.text and not wish.by_example and certainties[0] < FITS:
            return self.tr("Nothing fits well. Nearest first")
        sure = sum(certainty >= SURE for certainty in certainties)
        possible = len(certainties) - sure
        if not possible:
            return self.tr("{n} sure").format(n=spoken_number(sure))
        if not sure:
            return self.tr("{n} possible, best first").format(n=spoken_number(possible))
        return self.tr("{sure} sure, {possible} possible").format(
            sure=spoken_number(sure), possible=spoken_number(possible)
        )

    def example(self, wish: Wish) -> str:
        """What the example is."""
        name = file_name(wish.example) if wish.example else os.path.basename(display_path(wish.example_path))
        if wish.crop is not None:
            return self.tr("Like a part of {name}").format(name=name)
        return self.tr("More like {name}").format(name=name)

    def unknown(self, wish: Wish) -> str:
        """Says which typed conditions name nothing here; empty where all do."""
        if not wish.unknown:
            return ""
        return self.tr("Nothing here is called {names}.").format(names=", ".join(wish.unknown))

    def _conditions(self, where: Conditions) -> list[tuple[str, Conditions, str]]:
        """Each condition in words, what is left without it, and more about it."""
        found = []
        if where.kind is not None:
            found.append((self.kind(where.kind), replace(where, kind=None), ""))
        if where.date_from or where.date_to:
            found.append((self.span(where), replace(where, date_from=None, date_to=None), ""))
        if where.folder is not None:
            path = display_path(where.folder)
            found.append((os.path.basename(path) or path, replace(where, folder=None), path))
        if where.cluster is not None:
            name = self.group(where.cluster)
            tip = self.tr("In the group {name}").format(name=name)
            found.append((name, replace(where, cluster=None), tip))
        if where.camera is not None:
            tip = self.tr("Taken with {camera}").format(camera=where.camera)
            found.append((where.camera, replace(where, camera=None), tip))
        if where.rating:
            stars = self.tr("At least 1 star") if where.rating == 1 else self.tr("At least {n} stars")
            tip = stars.format(n=where.rating)
            found.append(("★" * where.rating, replace(where, rating=0), tip))
        if where.flag is not None:
            text = self.tr("Picked") if where.flag is Flag.PICK else self.tr("Rejected")
            found.append((text, replace(where, flag=None), ""))
        if where.place is not None:
            tip = self.tr("Taken in {place}").format(place=where.place)
            found.append((where.place, replace(where, place=None), tip))
        if where.has_place is not None:
            text = self.tr("With a place") if where.has_place else self.tr("Without a place")
            found.append((text, replace(where, has_place=None), self.tr("Whether the file knows where it was taken")))
        if where.state is not None:
            found.append((self._state(where.state), replace(where, state=None), ""))
        for at, each in enumerate(where.outside):
            rest = replace(where, outside=where.outside[:at] + where.outside[at + 1 :])
            told = self._conditions(each)
            text = self.tr("not {thing}").format(thing=", ".join(text for text, _, _ in told))
            found.append((text, rest, " · ".join(tip for _, _, tip in told if tip)))
        return found

    def kind(self, kind: Kind) -> str:
        """Many pictures of a kind."""
        return {
            Kind.PHOTO: self.tr("Photos"),
            Kind.SCREENSHOT: self.tr("Screenshots"),
            Kind.DOCUMENT: self.tr("Documents"),
            Kind.DRAWING: self.tr("Drawings"),
        }[kind]

    def span(self, where: Conditions) -> str:
        """The dates that are looked between."""
        if where.date_from and where.date_to:
            return spoken_span(where.date_from, where.date_to)
        if where.date_from:
            return self.tr("since {date}").format(date=spoken_day(where.date_from))
        return self.tr("until {date}").format(date=spoken_day(where.date_to or ""))

    def _state(self, state: State) -> str:
        return {
            State.PRESENT: self.tr("Not put away"),
            State.ARCHIVED: self.tr("Archive"),
            State.TRASHED: self.tr("Trash"),
            State.MISSING: self.tr("Missing"),
            State.OFFLINE: self.tr("On a drive that is not there"),
        }[state]

    def group(self, cluster: int) -> str:
        """The name of a group or theme; its number where the name is not known."""
        known = self.groups.get(cluster)
        return shown_name(known.name, known.own) if known is not None else self.tr("Group {n}").format(n=cluster)
