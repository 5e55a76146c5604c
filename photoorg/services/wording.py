"""Words for the history, in which every action tells what it did."""

from __future__ import annotations


def photo_count(count: int) -> str:
    """So many photos."""
    return "1 photo" if count == 1 else f"{count:,} photos"
