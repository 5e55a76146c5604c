"""Where the person has been, as browsers of the web keep it: back, forward, and the place one left each time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from photoorg.ui.search.browsing import Wish

if TYPE_CHECKING:
    from photoorg.ui.views.grid import Place

#: Steps kept.
LONGEST = 100


@dataclass(slots=True)
class Stop:
    """One thing that was seen, and the place in it where the person left. ``stay`` counts stays in the search field.

    A stop made by other means than typing has the stay 0.
    """

    wish: Wish
    stay: int = 0
    place: Place | None = None


class Trail:
    """A line of stops, on one of which the person is."""

    def __init__(self) -> None:
        self._stops = [Stop(Wish())]
        self._at = 0

    @property
    def here(self) -> Stop:
        """The stop that is seen."""
        return self._stops[self._at]

    def arrive(self, wish: Wish, stay: int = 0) -> None:
        """Something else is seen: the stop after this one, and what lay ahead is forgotten.

        Words that go on from those before, typed in one stay, take their stop: nobody wants to go back by letters.
        """
        here = self.here
        if wish == here.wish:
            return
        del self._stops[self._at + 1 :]
        if stay and here.stay == stay and _goes_on(here.wish, wish):
            self._stops[self._at] = Stop(wish, stay)
            return
        self._stops.append(Stop(wish, stay))
        del self._stops[:-LONGEST]
        self._at = len(self._stops) - 1

    def step(self, by: int) -> Stop | None:
        """Go to the stop ``by`` steps ahead (behind, if negative); None, and no step, where there is none."""
        if not 0 <= self._at + by < len(self._stops):
            return None
        self._at += by
        return self.here

    def has(self, by: int) -> bool:
        """Whether there is a stop ``by`` steps ahead."""
        return 0 <= self._at + by < len(self._stops)


def _goes_on(before: Wish, after: Wish) -> bool:
    """Whether the two differ in nothing but the end of their words."""
    if _wordless(before) != _wordless(after):
        return False
    return before.text.startswith(after.text) or after.text.startswith(before.text)


def _wordless(wish: Wish) -> Wish:
    return replace(wish, text="", without="", unknown=())
