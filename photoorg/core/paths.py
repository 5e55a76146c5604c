"""Where things lie: the person's catalog, and the files that ship with the program."""

from __future__ import annotations

import os
from pathlib import Path

from photoorg.core.errors import CannotError

_PACKAGE = Path(__file__).resolve().parent.parent


def resource(name: str) -> Path:
    """The file or folder ``name`` among the shipped resources.

    In an installed wheel they lie inside the package, in a checkout beside it.

    Raises:
        CannotError: it is not there, so the installation is incomplete.
    """
    for base in (_PACKAGE / "resources", _PACKAGE.parent / "resources"):
        if (base / name).exists():
            return base / name
    raise CannotError(f"The file {name} is missing from this installation.", "Install photoorg again.")


def user_catalog() -> Path:
    """The default catalog folder: ``PHOTOORG_CATALOG``, else the platform's folder for a user's data."""
    named = os.environ.get("PHOTOORG_CATALOG")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("photoorg", appauthor=False) / "catalog"


def user_models() -> Path:
    """Where downloaded encoders lie, shared by all catalogs: ``PHOTOORG_MODELS``, else in the user's data folder."""
    named = os.environ.get("PHOTOORG_MODELS")
    if named:
        return Path(named).expanduser()
    from platformdirs import user_data_path

    return user_data_path("photoorg", appauthor=False) / "models"


def display_path(path: str) -> str:
    """``path`` with bytes that are no text shown as replacement characters: for people, never for opening."""
    return os.fsencode(path).decode("utf-8", "replace")
