"""What themes and groups are called: by a person's own name, else by the suggested one in the reader's language.

Suggested names are kept in English, so that a library is the same to the next run of clustering and to the command
line, whatever its window speaks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from photoorg.catalog.clusters import ClusterRow


class Titles:
    """Says what groups are called in ``language``: "de", or else English. Safe from any thread."""

    def __init__(self) -> None:
        self.language = ""

    def of(self, row: ClusterRow) -> str:
        """What to call a theme or group; may be empty.

        Raises:
            CannotError: the list of names is missing.
        """
        if row.name is not None or self.language != "de":
            return row.title
        from photoorg.services.grouping.german import in_german

        return in_german(row.suggested)
