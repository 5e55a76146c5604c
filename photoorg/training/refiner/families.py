"""Which classes of the labelled sets are kinds of one thing: what a theme should hold together.

tiny140's classes are WordNet nouns, and their families its hypernyms; those of the other sets are written down.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from photoorg.training.wordnet import WordNet

#: Hypernyms that hold together what does not look alike; their classes stay families of their own.
_TOO_WIDE = frozenset(
    ("device", "structure", "implement", "instrument", "covering", "equipment", "conveyance", "vehicle", "container")
) | {"placental", "mammal", "invertebrate"}
#: A family is the nearest hypernym that at least this many of the classes share, and at most this share of them.
_LEAST, _MOST = 4, 0.2

_WRITTEN = {
    "boat": "anchor ferry schooner",
    "small animal": "ant dragonfly crab lobster mayfly scorpion tick trilobite",
    "grazing animal": "kangaroo gerenuk okapi",
    "cat": "cougar_body cougar_face wild_cat",
    "bird": "emu flamingo_head ibis pigeon rooster",
    "cartoon": "garfield snoopy",
    "music": "euphonium gramophone grand_piano",
    "building": "minaret pagoda pyramid",
    "plant": "bonsai joshua_tree lotus strawberry water_lilly",
    "sea animal": "nautilus octopus sea_horse hawksbill",
    "gadget": "camera cellphone headphone",
    "stationery": "scissors stapler",
    "tops": "longsleeve shirt t-shirt outwear",
    "bottoms": "pants shorts skirt",
    "sport": "badminton baseball basketball boxing chess cricket",
}


def families(classes: Iterable[str], wordnet: WordNet) -> dict[str, str]:
    """The family of each class; a class without one is its own."""
    names = sorted(set(classes))
    written = {name: family for family, members in _WRITTEN.items() for name in members.split()}
    nouns = [name for name in names if name in wordnet.synsets]
    above = {name: wordnet.ancestors(name) for name in nouns}
    shared = Counter(ancestor for name in nouns for ancestor in above[name])
    found = {}
    for name in names:
        choices = [
            (steps, shared[ancestor], ancestor)
            for ancestor, steps in above.get(name, {}).items()
            if ancestor != name and _LEAST <= shared[ancestor] <= _MOST * len(nouns)
        ]
        nearest = min(choices)[2] if choices else None
        wide = nearest is None or wordnet.synsets[nearest].lemmas[0] in _TOO_WIDE
        found[name] = written.get(name, name if wide or nearest is None else nearest)
    return found
