"""What the dialogs that ask one thing have in common: one column, with OK and Cancel at its end."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLayout, QVBoxLayout, QWidget


def ask_below(dialog: QDialog, *parts: QWidget | QLayout) -> QDialogButtonBox:
    """Put ``parts`` under each other into ``dialog``, and below them buttons that accept and reject it."""
    buttons = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=dialog
    )
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    column = QVBoxLayout(dialog)
    column.setContentsMargins(20, 18, 20, 16)
    column.setSpacing(12)
    for part in parts:
        column.addLayout(part) if isinstance(part, QLayout) else column.addWidget(part)
    column.addWidget(buttons)
    return buttons
