"""What goes on in the background, in words."""

from __future__ import annotations

from PySide6.QtCore import QObject

from photoorg.core.jobs import Progress
from photoorg.ui.wording.spoken import spoken_number, spoken_size

#: The phase whose numbers are bytes.
_BYTES = "downloading"


class JobWords(QObject):
    """Says how far a job is."""

    def phase(self, phase: str) -> str:
        """What a job is doing."""
        known = {
            "scanning": self.tr("Looking for photos"),
            "reading": self.tr("Reading photos"),
            "embedding": self.tr("Looking at the photos anew"),
            "grouping": self.tr("Grouping photos"),
            "comparing": self.tr("Comparing photos"),
            "moving": self.tr("Moving photos"),
            "deleting": self.tr("Deleting photos"),
            "downloading": self.tr("Downloading"),
            "search graph": self.tr("Preparing the search"),
        }
        return known.get(phase, phase[:1].upper() + phase[1:])

    def numbers(self, progress: Progress) -> str:
        """How much of it is done; empty where that is not known."""
        spoken = spoken_size if progress.phase == _BYTES else spoken_number
        if progress.total:
            return self.tr("{done} of {total}").format(done=spoken(progress.done), total=spoken(progress.total))
        return spoken(progress.done) if progress.done else ""

    def left(self, progress: Progress) -> str:
        """How long it will take; empty where that is not known."""
        seconds = progress.seconds_left
        if seconds is None or progress.done >= (progress.total or 0):
            return ""
        return self.duration(seconds)

    def duration(self, seconds: float) -> str:
        """A time span as people say it, rounded so that it does not flicker."""
        if seconds < 60:
            return self.tr("less than a minute left")
        minutes = round(seconds / 60)
        if minutes < 60:
            return self.tr("about {n} min left").format(n=minutes)
        return self.tr("about {n} h {m} min left").format(n=minutes // 60, m=minutes % 60)

    def all(self, progress: Progress) -> str:
        """Everything in one line."""
        return "  ·  ".join(filter(None, [self.phase(progress.phase), self.numbers(progress), self.left(progress)]))
