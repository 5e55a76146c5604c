"""Time spans in words: ``Christmas 2019``, ``14 May 2019``, ``May 2019``, ``summer 2019``, ``2019``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
#: So large a share of photos must have a date for the span to speak for all.
_DATED = 0.6
#: A span is worth saying if it is so much shorter than the library's.
_SHORTER = 3.0
_DAY = 86_400.0


@dataclass(frozen=True, slots=True)
class When:
    """The time between the 5th and 95th percentile of some dates."""

    first: datetime
    last: datetime

    @property
    def days(self) -> float:
        """How long it is."""
        return (self.last - self.first).total_seconds() / _DAY


def library_span(dates: Sequence[str | None]) -> When | None:
    """The span of a whole library, of those photos that have a date; None where none has."""
    return _span([moment for date in dates if (moment := _moment(date)) is not None])


def spoken_span(dates: Sequence[str | None], library: When | None) -> str:
    """When photos with these dates (ISO, None where unknown) were taken; empty where that is not worth saying."""
    moments = [moment for date in dates if (moment := _moment(date)) is not None]
    span = _span(moments)
    if span is None or library is None or len(moments) < _DATED * len(dates):
        return ""
    if max(span.days, 1.0) * _SHORTER > library.days:
        return ""
    return _spoken(span)


def _spoken(span: When) -> str:
    first, last = span.first, span.last
    feast = _feast(first, last)
    if feast:
        return feast
    if first.date() == last.date():
        return f"{first.day} {MONTHS[first.month - 1]} {first.year}"
    same_month = (first.year, first.month) == (last.year, last.month)
    if same_month and span.days <= 10:
        return f"{first.day}–{last.day} {MONTHS[first.month - 1]} {first.year}"
    if same_month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if span.days <= 31:
        if first.year == last.year:
            return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.year}"
        return f"{MONTHS[first.month - 1]} {first.year} – {MONTHS[last.month - 1]} {last.year}"
    return str(first.year) if first.year == last.year else ""


def _feast(first: datetime, last: datetime) -> str:
    """The feast that a short span lies around, which people name rather than its dates."""
    if (last - first).days > 3:
        return ""
    if first.month == last.month == 12 and first.day >= 23 and last.day <= 27:
        return f"Christmas {first.year}"
    evening, morning = (first.month, first.day) == (12, 31), (last.month, last.day) == (1, 1)
    if morning and (evening or first.date() == last.date()):
        return f"New Year {last.year}"
    return ""


def _span(moments: Sequence[datetime]) -> When | None:
    if not moments:
        return None
    ordered = sorted(moments)
    edge = len(ordered) // 20
    return When(ordered[edge], ordered[len(ordered) - 1 - edge])


def _moment(date: str | None) -> datetime | None:
    if date is None:
        return None
    try:
        return datetime.fromisoformat(date)
    except ValueError:
        return None
