"""Suggested names of groups in German.

What is said of time is made of few parts (see dates.py); words have a list of our own.
"""

from __future__ import annotations

import re
from functools import lru_cache

from photoorg.core.clusters import BREAK
from photoorg.core.errors import CannotError
from photoorg.core.paths import resource
from photoorg.services.grouping.dates import MONTHS

_FILE = "names/german.txt"
_OTHER_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
_TIMES = {**dict(zip(MONTHS, _OTHER_MONTHS, strict=True)), "Christmas": "Weihnachten", "New Year": "Neujahr"}
_TIME = re.compile("|".join(_TIMES))
#: ``14–17 May 2019``, ``May–June 2019``, ``December 2019 – January 2020``, ``Christmas 2019``.
_SPAN = re.compile(
    rf"(?:[\d–]+ )?(?:{_TIME.pattern})(?:–(?:{_TIME.pattern}))? \d{{4}}(?: – (?:{_TIME.pattern}) \d{{4}})?"
)
_DAY = re.compile(r"\b\d{1,2}\b")
#: A number tells two groups of one name apart, and is all there is to say of one without.
_NUMBERED, _GROUP = re.compile(r"(.*\S) (\d{1,3})"), re.compile(r"group (\d+)")


def in_german(name: str) -> str:
    """A suggested name in German; folders and places in it stay as they are.

    Raises:
        CannotError: the list of names is missing.
    """
    return BREAK.join(", ".join(map(_part, parts.split(", "))) for parts in name.split(BREAK))


def _part(part: str) -> str:
    if _SPAN.fullmatch(part):
        return _TIME.sub(lambda found: _TIMES[found[0]], _DAY.sub(r"\g<0>.", part))
    words = _words()
    if part in words:
        return words[part]
    if found := _GROUP.fullmatch(part):
        return f"Gruppe {found[1]}"
    if found := _NUMBERED.fullmatch(part):
        return f"{_part(found[1])} {found[2]}"
    return part


@lru_cache(maxsize=1)
def _words() -> dict[str, str]:
    """English names with their German ones.

    Raises:
        CannotError: the list is missing or damaged.
    """
    try:
        lines = resource(_FILE).read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotError("The list of names for groups is missing.", "Install photoorg again.") from error
    listed = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {english: german for english, _, german in listed}
