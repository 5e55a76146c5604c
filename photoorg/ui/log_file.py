"""What the window logs, in a file beside the catalog that never grows large."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

import photoorg

#: The file's name, the size at which a new one is begun, and how many older ones are kept.
NAME = "photoorg.log"
_BYTES, _KEPT = 1_000_000, 2

_log = logging.getLogger(__name__)


def keep(folder: Path) -> Callable[[], None]:
    """Write what is logged into ``folder`` from now on, and what ends in nobody's hands. Gives what stops that."""
    # Not at the top: the module costs some milliseconds, which the first paint need not wait for.
    from logging.handlers import RotatingFileHandler

    handler = RotatingFileHandler(folder / NAME, maxBytes=_BYTES, backupCount=_KEPT, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger = logging.getLogger("photoorg")
    level, hook = logger.level, sys.excepthook
    logger.addHandler(handler)
    logger.setLevel(min(level or logging.INFO, logging.INFO))

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _log.error("Not caught", exc_info=(kind, error, trace))
        hook(kind, error, trace)

    def stop() -> None:
        logger.removeHandler(handler)
        logger.setLevel(level)
        handler.close()
        sys.excepthook = hook

    sys.excepthook = note
    _log.info("photoorg %s, Python %s, %s", photoorg.__version__, sys.version.split()[0], sys.platform)
    return stop
