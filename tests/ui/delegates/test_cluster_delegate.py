"""What stands below the cover of a group."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication

from photoorg.ui.delegates.cluster_delegate import fitting

FACTS = ("Lisbon, 2024", "17 photos", "74% sure")


@pytest.mark.parametrize("whole", [3, 2, 1])
def test_only_whole_facts_are_told(qapp: QApplication, whole: int) -> None:
    metrics = QFontMetrics(QFont())
    expected = "  ·  ".join(FACTS[:whole])
    assert fitting(FACTS, metrics, metrics.horizontalAdvance(expected)) == expected


def test_the_first_may_be_cut_short(qapp: QApplication) -> None:
    metrics = QFontMetrics(QFont())
    told = fitting(FACTS, metrics, metrics.horizontalAdvance(FACTS[0]) - 1)
    assert told.startswith("Lis")
    assert told.endswith("…")
