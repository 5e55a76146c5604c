"""The two families of errors: what a person can mend (here), and bugs (everything else)."""

from __future__ import annotations


class PhotoorgError(Exception):
    """An expected failure, told to the person in one clear sentence.

    ``kind`` is a stable word for programs, ``message`` the sentence, ``hint`` what to do about it.
    """

    kind = "error"
    exit_code = 3

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(PhotoorgError):
    """The command was asked for in a way that makes no sense."""

    kind = "usage"
    exit_code = 2


class CannotError(PhotoorgError):
    """The request is sound, and cannot be done here and now."""

    kind = "cannot"


class CatalogError(CannotError):
    """The catalog cannot be opened: too new, damaged, or held by another program."""

    kind = "catalog"


class BusyError(CatalogError):
    """Another process is at work on the catalog."""

    kind = "busy"


class UnreadableError(PhotoorgError):
    """One file cannot be read as a picture; the reason is the message."""

    kind = "unreadable"


class Cancelled(PhotoorgError):  # noqa: N818 - a state, not a fault
    """The person stopped the job; everything committed so far stays."""

    kind = "cancelled"


def is_damage(error: BaseException) -> bool:
    """Whether SQLite says that a database file is damaged, which opening a large one may not find.

    By names, so that neither the window nor the command line imports it for this.
    """
    kind = type(error)
    return kind.__module__ == "sqlite3" and (kind.__name__ == "DatabaseError" or "disk I/O error" in str(error))
