"""Indexes a folder with the product's own service, as a process of its own, and tells how it goes."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from photoorg import services


def main(catalog: str, folder: str) -> None:
    """Index ``folder`` into a new ``catalog``; prints a JSON line a step, and one for the end.

    A step is ``{"done": photos, "at": seconds of time.monotonic()}``.
    """
    with services.open(Path(catalog)) as opened:
        job = opened.ingest.index([folder])
        while True:
            try:
                progress = next(job)
            except StopIteration as end:
                report = end.value
                break
            if progress.phase == "reading":
                print(json.dumps({"done": progress.done, "at": time.monotonic()}), flush=True)
        print(json.dumps({"embedded": report.embedded, "failed": len(report.failed)}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:3])
