"""What a person can set. It is kept with the catalog, so that it goes where the catalog goes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from photoorg.catalog.store import Catalog
from photoorg.core.errors import UsageError
from photoorg.services.filing import archive_place


@dataclass(frozen=True, slots=True)
class Setting:
    """A value that can be set. ``says`` is one line for a list of them; an empty value brings the default back."""

    key: str
    default: str
    says: str
    check: Callable[[Catalog, str], str]


def _archive(catalog: Catalog, value: str) -> str:
    folder = archive_place.archive_named(catalog, value)
    catalog.roots.archive_at(folder)
    return folder


def _pattern(_: Catalog, value: str) -> str:
    return archive_place.check_pattern(value)


#: Every setting there is; whoever adds one adds it here, and both the window and the command line have it.
SETTINGS = (
    Setting(archive_place.ARCHIVE, "", "the archive's folder; empty: Archive beside the folder you added", _archive),
    Setting(archive_place.ARCHIVE_PATTERN, archive_place.PATTERN, "the folders in the archive", _pattern),
)
_BY_KEY = {setting.key: setting for setting in SETTINGS}


class SettingsService:
    """Reads and changes settings."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def all(self) -> dict[str, str]:
        """Every setting with its value."""
        return {setting.key: self.get(setting.key) for setting in SETTINGS}

    def says(self, key: str) -> str:
        """What a setting is about, in one line.

        Raises:
            UsageError: there is no such setting.
        """
        return _known(key).says

    def get(self, key: str) -> str:
        """One value.

        Raises:
            UsageError: there is no such setting.
        """
        return self._catalog.setting(key, _known(key).default)

    def set(self, key: str, value: str) -> str:
        """Change a value; an empty one brings the default back. Returns the value as it is from now on.

        Raises:
            UsageError: there is no such setting, or the value makes no sense.
        """
        setting, value = _known(key), value.strip()
        value = setting.check(self._catalog, value) if value else setting.default
        self._catalog.set(key, value)
        return value


def _known(key: str) -> Setting:
    if key not in _BY_KEY:
        raise UsageError(f"There is no setting {key}.", f"There are: {', '.join(_BY_KEY)}")
    return _BY_KEY[key]
