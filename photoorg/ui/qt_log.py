"""What Qt has to say goes to Python's log, like everything else."""

from __future__ import annotations

import logging

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_log = logging.getLogger("photoorg.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
#: Said by the offscreen platform for every window that has a smallest size, which is no concern of anybody's.
_NOISE = "This plugin does not support propagateSizeHints()"


def _pass_on(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    if message != _NOISE:
        _log.log(_LEVELS[kind], "%s", message)


def install() -> None:
    """Send Qt's messages to the logger ``photoorg.qt`` from now on."""
    qInstallMessageHandler(_pass_on)
