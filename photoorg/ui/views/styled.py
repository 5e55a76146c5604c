"""Names by which the style sheet knows widgets."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

Widget = TypeVar("Widget", bound=QWidget)


def styled(widget: Widget, name: str) -> Widget:
    """Give ``widget`` the name that a rule of the style sheet selects, and give it back."""
    widget.setObjectName(name)
    return widget
