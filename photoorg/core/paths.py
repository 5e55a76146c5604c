"""Where things lie: the person's catalog, and the files that ship with the program."""

from __future__ import annotations

import os
from pathlib import Path

from photoorg.core.errors import CannotError, UsageError

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


#: Line ends and terminal commands, and marks that turn the direction of text: a name must not pass for another.
_TRICKS = dict.fromkeys((*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd")


def display_path(path: str) -> str:
    """``path`` for people, never for opening: what is no text, or no plain text, is shown as replacement characters."""
    return os.fsencode(path).decode("utf-8", "replace").translate(_TRICKS)


def existing_folder(path: str) -> str:
    """The absolute path of a folder that a person named.

    Raises:
        UsageError: it does not exist or is no folder.
    """
    absolute = os.path.abspath(os.path.expanduser(path))
    if not os.path.isdir(absolute):
        raise UsageError(
            f"There is no folder {display_path(absolute)}.",
            "Check the name; a photo is added with its folder.",
        )
    return absolute
