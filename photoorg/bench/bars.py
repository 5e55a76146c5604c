"""What a figure is told beside: its bar, and whether it is met."""

from __future__ import annotations


def met(holds: bool) -> str:
    """The one word for it."""
    return "met" if holds else "missed"


def beside(value: float, bar: float | None) -> str:
    """``bar`` and whether ``value`` is below it; empty where there is none."""
    return "" if bar is None else f"{bar:.0f}: {met(value < bar)}"
