"""The bench of conditions asks what it says, of a library that has something of everything."""

from __future__ import annotations

import json

from photoorg.bench import conditions


def test_every_question_has_an_answer() -> None:
    result = json.loads(json.dumps(conditions.run(photos=600, times=1)))
    found = {row["asked"]: row["photos"] for row in result["rows"]}
    assert found["everything"] == found["facets"] == 600
    assert all(0 < count < 600 for asked, count in found.items() if asked not in ("everything", "facets"))
    table = conditions.describe(result).splitlines()
    assert len(table) == 3 + len(result["rows"])
    assert all(line.endswith(("met", "missed")) for line in table[4:])
