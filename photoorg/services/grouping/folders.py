"""Folders that say what a group shows: where a person sorted photos by hand, their word is better than a guess."""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable, Iterable

#: So large a share of a group must lie in one folder, and be so large a share of what lies there.
_TOGETHER = 0.7
#: What cameras, phones and programs call folders; these say nothing of what is in them.
_USUAL = re.compile(
    r"""\d{3}[ _]?[a-z]{2,5}\d*|dcim|cameras?|camera\ (roll|uploads?)|pictures?|photos?|images?|img|fotos?|bilder|kamera
    |(my|meine|all|alle|new|neue|old|alte|saved|gespeicherte|other|more)\ .*|downloads?|desktop|documents?|dokumente
    |(whatsapp|telegram|signal|facebook|instagram|google)\b.*|untitled.*|unbenannt.*|unsorted.*|unsortiert.*|misc.*
    |sonstiges|various|verschiedenes|temp|tmp|test|export(s|ed|iert)?\b.*|imports?(ed)?\b.*|backups?\b.*|inbox|eingang
    |album|albums|alben|gallery|galerie|media|medien|data|daten|sd\ ?card|sd\ ?karte|phone|handy|iphone.*|pixel.*
    |uploads?|folder.*|ordner.*|sets?|batch.*|part.*|teil.*|group.*|gruppe.*""",
    re.IGNORECASE | re.VERBOSE,
)
_DATE = re.compile(r"^(19|20)\d\d([-_. ]?\d\d){0,2}\b[-_. ]*")
_WORD = re.compile(r"[^\W\d_]{3,}")


def spoken_folder(path: str) -> str:
    """The name of a folder as a title, less a date before it; empty where it says nothing of what is in it."""
    name = " ".join(_DATE.sub("", os.path.basename(path)).replace("_", " ").split())
    return "" if _USUAL.fullmatch(name) or not _WORD.search(name) else name


def telling_folder(folders: Iterable[str], size: int, count: Callable[[str], int]) -> str:
    """The name of the folder that a group of ``size`` photos is, by and large; empty where it is none.

    ``folders`` are those of some of its photos; ``count`` tells how many photos lie in one.
    """
    counted = Counter(folders)
    if not counted:
        return ""
    folder, here = counted.most_common(1)[0]
    share = here / counted.total()
    name = spoken_folder(folder)
    if not name or share < _TOGETHER or share * size < _TOGETHER * count(folder):
        return ""
    return name
