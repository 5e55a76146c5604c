"""All photos as the window showed them last, in a file beside the catalog: what the next window shows first.

To read 100,000 photos from the catalog takes longer than all else until the window is in sight, and gets in its way;
this takes 2 ms. It is no cache of the library, which is always read: it stands in until then, a moment later.
"""

from __future__ import annotations

import json
import logging
import os
import sys
from array import array
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLocale

from photoorg.ui.models.photo_model import Section, Showing
from photoorg.ui.wording import language

_log = logging.getLogger(__name__)

#: Changes with what is written.
_FORMAT = 1


class LastSeen:
    """One timeline in ``file``; without a file, none is kept.

    A file that is missing or damaged, or was written by another version or in another language, counts as none.
    """

    def __init__(self, file: Path | None = None) -> None:
        self._file = file

    @property
    def there(self) -> bool:
        """Whether anything may have been kept."""
        return self._file is not None and self._file.exists()

    def load(self, *, photos_only: bool) -> Showing | None:
        """What was kept last, if the same was to be left out of it."""
        if self._file is None:
            return None
        try:
            with self._file.open("rb") as reading:
                head = json.loads(reading.readline())
                if head["made"] != _made(photos_only):
                    return None
                ids, contents, count = array("q"), array("q"), int(head["count"])
                ids.fromfile(reading, count)
                contents.fromfile(reading, count)
            sections = tuple(
                Section(str(title), int(n), str(note), str(month)) for title, n, note, month in head["sections"]
            )
        except (OSError, EOFError, ValueError, KeyError, TypeError):
            return None
        whole = 0 < count == sum(section.count for section in sections) and all(
            section.count > 0 for section in sections
        )
        return Showing(ids, contents, None, sections) if whole else None

    def keep(self, timeline: Showing, *, photos_only: bool) -> None:
        """Write ``timeline``: whole, or not at all. That it cannot be written stops nobody."""
        if self._file is None:
            return
        head = {
            "made": _made(photos_only),
            "count": len(timeline.ids),
            "sections": [[each.title, each.count, each.note, each.month] for each in timeline.sections],
        }
        part = self._file.with_name(f"{self._file.name}.{os.getpid()}.part")
        try:
            with part.open("wb") as writing:
                writing.write(json.dumps(head).encode("ascii") + b"\n")
                timeline.ids.tofile(writing)
                timeline.contents.tofile(writing)
            os.replace(part, self._file)
        except OSError as error:
            _log.warning("Which photos were shown last could not be kept: %s", error)
            with suppress(OSError):
                part.unlink()


def _made(photos_only: bool) -> list[object]:
    """What a file depends on beside the library: its form, and the words of its headings."""
    return [_FORMAT, sys.byteorder, language.current(), QLocale().name(), photos_only]
