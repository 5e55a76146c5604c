"""What the last full run of clustering looked at. Importing this costs nothing."""

from __future__ import annotations

import logging
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photoorg.catalog.store import Catalog

_log = logging.getLogger(__name__)

#: The version of what a run does: raised when a new release should look at every library again.
METHOD = 5


@dataclass(frozen=True, slots=True)
class LastRun:
    """A full run over ``seen`` contents in ``space``, and how many contents were ``grown`` on since, one by one."""

    space: str = ""
    method: int = 0
    seen: int = 0
    grown: int = 0

    @classmethod
    def of(cls, catalog: Catalog) -> LastRun:
        """The last run of a catalog; before the first one, one of nothing."""
        found = catalog.clusters.last_run()
        try:
            return cls(**found)
        except TypeError:
            _log.warning("What the catalog says of the last run of clustering is not known: %s", found)
            return cls()

    def remember(self, catalog: Catalog) -> None:
        """Keep it with the catalog, as part of the caller's transaction."""
        catalog.clusters.remember_run(asdict(self))

    def fits(self, space: str) -> bool:
        """Whether it was made in ``space`` as runs are made now."""
        return (self.space, self.method) == (space, METHOD)
