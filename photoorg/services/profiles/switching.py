"""Which profile a catalog is seen by, and the one that it is on its way to.

Two settings, each changed in one transaction: ``profile`` is what searches and clusters use, ``next_profile`` what
photos are being embedded for in the background. When nothing is left to embed, the second takes the first's place.
"""

from __future__ import annotations

from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError, PhotoorgError
from photoorg.embed.profiles import EMBEDDED, Profile, profile

_ACTIVE, _NEXT = "profile", "next_profile"


class Switching:
    """Reads and changes a catalog's profile. Safe from any thread."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @property
    def active(self) -> Profile:
        """The profile that searches and clusters use: the embedded one where that of the catalog is not known here."""
        try:
            return profile(self._catalog.setting(_ACTIVE, EMBEDDED.name))
        except PhotoorgError:  # a catalog from another machine, or a profile that was removed
            return EMBEDDED

    @property
    def next_name(self) -> str:
        """The name of the profile that is being switched to; empty while none is that is known here."""
        name = self._catalog.setting(_NEXT, "")
        try:
            return profile(name).name if name else ""
        except PhotoorgError:
            return ""

    def begin(self, name: str) -> None:
        """Switch to the profile ``name`` from the next indexing on; to the active one calls a switch off.

        A catalog that no photo has been read into yet has nothing to wait for: the profile is active at once.

        Raises:
            UsageError: there is no such profile.
            CannotError: its encoders are not installed.
        """
        from photoorg.embed.models_folder import profile_installed

        wanted = profile(name)
        if not profile_installed(wanted):
            raise CannotError(
                f"The profile {name} is not installed.", f"Download it first: photoorg profiles pull {name}"
            )
        if self._catalog.photos.any_read():
            self._catalog.set(_NEXT, "" if name == self._catalog.setting(_ACTIVE, EMBEDDED.name) else name)
        else:
            self._catalog.set(_ACTIVE, name)
            self._catalog.set(_NEXT, "")

    def complete(self, name: str) -> bool:
        """Let searches and clusters use the profile ``name`` from now on, if it is still the one switched to."""
        with self._catalog.database.write() as connection:
            row = connection.execute("SELECT value FROM settings WHERE key = ?", (_NEXT,)).fetchone()
            if row is None or row[0] != name:
                return False  # the person chose another meanwhile
            connection.execute("INSERT OR REPLACE INTO settings VALUES (?, ?)", (_ACTIVE, name))
            connection.execute("DELETE FROM settings WHERE key = ?", (_NEXT,))
        return True
