"""Asks for two dates between which photos were taken."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QDialog, QFormLayout, QWidget

from photoorg.core.conditions import Conditions
from photoorg.ui.dialogs.asking import ask_below

_WIDTH = 320


class DatesDialog(QDialog):
    """``chosen`` carries the first and the last day, ISO, in this order whichever was entered first."""

    chosen = Signal(str, str)

    def __init__(self, where: Conditions, months: Sequence[str], parent: QWidget | None = None) -> None:
        """Begin with the dates of ``where``, else with the first and the last of ``months`` (YYYY-MM, newest first)."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Between two dates"))
        self.setMinimumWidth(_WIDTH)
        today = QDate.currentDate()
        oldest, newest = (months[-1], months[0]) if months else ("", "")
        self.first = self._edit(self.tr("From"), _day(where.date_from or oldest, last=False) or today)
        self.last = self._edit(self.tr("To"), _day(where.date_to or newest, last=True) or today)
        form = QFormLayout()
        form.addRow(self.tr("From"), self.first)
        form.addRow(self.tr("To"), self.last)
        ask_below(self, form)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        first, last = sorted((self.first.date(), self.last.date()), key=lambda day: day.toJulianDay())
        self.chosen.emit(first.toString("yyyy-MM-dd"), last.toString("yyyy-MM-dd"))

    def _edit(self, name: str, day: QDate) -> QDateEdit:
        edit = QDateEdit(day)
        edit.setCalendarPopup(True)
        edit.setAccessibleName(name)
        return edit


def _day(iso: str, *, last: bool) -> QDate | None:
    """The first or last day of a year, a month or a day (ISO); None if it is none."""
    numbers = [int(part) for part in iso[:10].split("-") if part.isdigit()]
    if not numbers:
        return None
    month = numbers[1] if len(numbers) > 1 else 12 if last else 1
    day = QDate(numbers[0], month, numbers[2] if len(numbers) > 2 else 1)
    if last and len(numbers) < 3:
        day = QDate(day.year(), day.month(), day.daysInMonth())
    return day if day.isValid() else None
