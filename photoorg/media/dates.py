"""Dates of photographs: as EXIF writes them, as XMP does, and as programs put them into file names.

All are local wall-clock times, ``YYYY-MM-DDTHH:MM:SS``; zones and fractions of a second are left out.
"""

from __future__ import annotations

import os
import re
from datetime import datetime

_EARLIEST, _LATEST = 1826, 2100  # the first photograph; beyond it a clock was wrong

_EXIF = re.compile(r"(\d{4})[:\-/. ](\d{1,2})[:\-/. ](\d{1,2})(?:[ T]+(\d{1,2})[:.](\d{1,2})(?:[:.](\d{1,2}))?)?")
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)(?::(\d\d))?")
# IMG_20240102_030405, PXL_20240102_030405123, 2024-01-02 03.04.05, Screenshot 2025-03-04 at 10.12.33,
# IMG-20240102-WA0001, signal-2024-01-02-030405. The separator within the day, and within the hour, stays the same.
_NAME = re.compile(
    r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])"
    r"(?:(?: at |[-_., T]{0,3})([01]\d|2[0-3])([-_.: ]?)([0-5]\d)\6([0-5]\d)(?:\d{1,3})?(?!\d))?(?!\d)"
)
_TWELVE_HOURS = re.compile(r"(?<!\d)(\d{1,2})[.:](\d\d)[.:](\d\d)\s*([AP])\.?M", re.I)


def exif_date(text: str) -> str | None:
    """The date in an EXIF value such as ``2024:01:02 03:04:05``; None for zeros, blanks and nonsense."""
    return _checked(_EXIF.match(text.strip()))


def iso_date(text: str) -> str | None:
    """The date in an ISO 8601 value such as ``2024-01-02T03:04:05+01:00``."""
    return _checked(_ISO.match(text))


def date_in_name(path: str) -> str | None:
    """The moment that a camera, phone or screenshot program wrote into a file's name; midnight if only the day."""
    stem = os.path.splitext(os.path.basename(path))[0]
    found = _NAME.search(stem)
    if found is None:
        return None
    twelve = _TWELVE_HOURS.search(stem, found.end(4))
    if twelve:
        hour = int(twelve[1]) % 12 + (12 if twelve[4] in "pP" else 0)
        clock = (str(hour), twelve[2], twelve[3])
    else:
        clock = (found[5] or "0", found[7] or "0", found[8] or "0")
    return _joined(found[1], found[3], found[4], *clock)


def _checked(found: re.Match[str] | None) -> str | None:
    return _joined(*(part or "0" for part in found.groups())) if found else None


def _joined(*parts: str) -> str | None:
    try:
        moment = datetime(*(int(part) for part in parts))  # type: ignore[arg-type]
    except ValueError:
        return None
    return moment.isoformat() if _EARLIEST <= moment.year <= _LATEST else None
