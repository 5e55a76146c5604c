"""How many present photos there are of each month, from an index alone."""

from __future__ import annotations

import sqlite3

#: What makes a photo ``p`` one that is shown.
PRESENT = "p.failure IS NULL AND p.state = 'present'"
#: From each month SQLite leaps to the one before it, and counts the entries of the index between the two: five times
#: quicker than to sort all photos into months.
_MONTHS = f"""WITH RECURSIVE months (month, following) AS (
        SELECT substr(max(p.taken), 1, 7), '~' FROM photos p INDEXED BY photos_timeline WHERE {PRESENT}
        UNION ALL
        SELECT (SELECT substr(max(p.taken), 1, 7) FROM photos p INDEXED BY photos_timeline
                WHERE {PRESENT} AND p.taken < month), month
        FROM months WHERE month IS NOT NULL)
    SELECT month, (SELECT count(*) FROM photos p INDEXED BY photos_timeline
                   WHERE {PRESENT} AND p.taken >= month AND p.taken < following)
    FROM months WHERE month IS NOT NULL"""


def present_months(connection: sqlite3.Connection) -> list[tuple[str, int]]:
    """Each month (``YYYY-MM``) that present photos are of, the newest first, with how many."""
    return [(str(month), int(count)) for month, count in connection.execute(_MONTHS)]
