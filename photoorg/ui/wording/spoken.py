"""Dates and sizes as people read them."""

from __future__ import annotations

import re
from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QTime

from photoorg.core.marks import Mark
from photoorg.core.types import Flag

#: The day of the week in a pattern of dates, with what parts it from the rest.
_WEEKDAY = re.compile(r"\s*dddd[,.]?\s*")


def spoken_date(taken: str) -> str:
    """A local time ``YYYY-MM-DDTHH:MM:SS`` in the words of the system's language; itself where it is no time."""
    try:
        moment = datetime.fromisoformat(taken)
    except ValueError:
        return taken
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat)
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"


def spoken_moment(taken: str) -> str:
    """As ``spoken_date``, but without the day of the week, where many stand below each other."""
    try:
        moment = datetime.fromisoformat(taken)
    except ValueError:
        return taken
    date, time = QDate(moment.year, moment.month, moment.day), QTime(moment.hour, moment.minute)
    pattern = _WEEKDAY.sub("", QLocale().dateFormat(QLocale.FormatType.LongFormat))
    return f"{QLocale().toString(date, pattern)}, {QLocale().toString(time, QLocale.FormatType.ShortFormat)}"


def spoken_day(day: str) -> str:
    """A year, month or day (ISO, such as 2024, 2024-05 or 2024-05-31) in the words of the system's language."""
    try:
        year, month, number = (int(part) for part in f"{day[:10]}-01-01".split("-")[:3])
    except ValueError:
        return day
    if len(day) <= 4:
        return day
    date = QDate(year, month, number)
    return (
        QLocale().toString(date, "MMMM yyyy")
        if len(day) == 7
        else QLocale().toString(date, QLocale.FormatType.LongFormat)
    )


def spoken_span(first: str, last: str) -> str:
    """All time from ``first`` to ``last``, both included, each a year, month or day."""
    return spoken_day(first) if first == last else f"{spoken_day(first)} – {spoken_day(last)}"


def spoken_size(size: int) -> str:
    """A number of bytes with the unit that fits."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


def spoken_mark(mark: Mark) -> str:
    """Stars and flag in words; empty where there are none."""
    translate = QCoreApplication.translate
    if mark.rating == 1:
        stars = translate("Mark", "1 star")
    else:
        stars = translate("Mark", "{n} stars").format(n=mark.rating) if mark.rating else ""
    flags = {Flag.PICK: translate("Mark", "picked"), Flag.REJECT: translate("Mark", "rejected")}
    return ", ".join(filter(None, [stars, flags[mark.flag] if mark.flag is not None else ""]))


def spoken_number(number: int) -> str:
    """A whole number as the language groups its digits."""
    locale = QLocale()
    locale.setNumberOptions(QLocale.NumberOption.DefaultNumberOptions)  # the plain C locale would group nothing
    return locale.toString(number)
