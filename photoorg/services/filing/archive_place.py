"""Where the archive lies, and how its photos are laid out in it: two settings, checked before they are kept."""

from __future__ import annotations

import os
import re

from photoorg.catalog.roots import is_within
from photoorg.catalog.store import Catalog
from photoorg.core.errors import UsageError
from photoorg.core.paths import display_path
from photoorg.services.filing.planner import TRASH_FOLDER

#: The settings: the archive's folder (empty for ``Archive`` beside the folder that was added), and the pattern of the
#: folders in it.
ARCHIVE, ARCHIVE_PATTERN = "archive", "archive_pattern"
#: The pattern where the person chose none.
PATTERN = "{year}/{month}"
_FIELDS = ("year", "month", "day", "folder")


def archive_named(catalog: Catalog, named: str) -> str:
    """The absolute folder that ``named`` means as the archive.

    Raises:
        UsageError: the archive cannot be there.
    """
    folder = os.path.abspath(os.path.expanduser(named))
    if is_within(folder, str(catalog.folder.absolute())) or TRASH_FOLDER in folder.split(os.sep):
        raise UsageError(f"The archive cannot be {display_path(folder)}.", "Choose a folder of your own.")
    return folder


def check_pattern(pattern: str) -> str:
    """The pattern, if it makes a folder below the archive.

    Raises:
        UsageError: it does not.
    """
    unknown = [name for name in re.findall(r"\{(.*?)\}", pattern) if name not in _FIELDS]
    parts = pattern.replace("\\", "/").split("/")
    if unknown or os.path.isabs(pattern) or os.pardir in parts:
        raise UsageError(
            f"The pattern {pattern} makes no folder below the archive.",
            f"It may name {', '.join(f'{{{name}}}' for name in _FIELDS)}.",
        )
    return pattern
