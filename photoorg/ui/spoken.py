"""Dates and sizes as people read them."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QDate, QLocale, QTime


def spoken_date(taken: str) -> str:
    """A local time ``YYYY-MM-DDTHH:MM:SS`` in the words of the system's language; itself where it is no time."""
    try:
        moment = datetime.fromisoformat(taken)
    except ValueError:
        return taken
    day = QLocale().toString(QDate(moment.year, moment.month, moment.day), QLocale.FormatType.LongFormat)
    time = QLocale().toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)
    return f"{day}, {time}"


def spoken_size(size: int) -> str:
    """A number of bytes with the unit that fits."""
    return QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
