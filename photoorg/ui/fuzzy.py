"""How well a few typed letters fit a name: what the palette of commands, and any list to type into, orders by."""

from __future__ import annotations

from dataclasses import dataclass

#: What a letter is worth where it follows the one before, and where it begins a word. Each letter passed over costs
#: one, so that short names come first.
_FOLLOWS, _BEGINS = 12, 16


@dataclass(frozen=True)
class Fit:
    """How well a name fits (more is better), and which of its letters were typed, in order."""

    score: int
    places: tuple[int, ...]


def fit(typed: str, name: str) -> Fit | None:
    """How ``typed`` fits ``name``: every letter of it, blanks aside, must occur in this order; None where one does not.

    Of all ways to find the letters the best is taken, by the recurrence of Smith and Waterman (1981) for local
    alignment without substitutions: O(letters typed x letters of the name).
    """
    wanted, folded = _folded("".join(typed.split())), _folded(name)
    # best[j]: the score and the places of the letters so far, where the last of them is letter j of the name.
    best: dict[int, Fit] = {}
    for number, letter in enumerate(wanted):
        further: dict[int, Fit] = {}
        for at, other in enumerate(folded):
            if other != letter:
                continue
            worth = _BEGINS if at == 0 or not folded[at - 1].isalnum() else 0
            if number == 0:
                further[at] = Fit(worth - at, (at,))
                continue
            before = [
                Fit(known.score + worth + (_FOLLOWS if at == last + 1 else last + 1 - at), (*known.places, at))
                for last, known in best.items()
                if last < at
            ]
            if before:
                further[at] = max(before, key=lambda each: each.score)
        best = further
        if not best:
            return None
    if not wanted:
        return Fit(0, ())
    found = max(best.values(), key=lambda each: each.score)
    return Fit(found.score - (len(folded) - len(found.places)) // 4, found.places)


def _folded(name: str) -> str:
    """``name`` in letters to compare by, one for each of its own: ``casefold`` alone would make two of a ß."""
    return "".join(letter.casefold()[:1] or letter for letter in name)
