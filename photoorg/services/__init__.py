"""Composes the stages. ``services.open(catalog)`` is the one factory; windows and commands call nothing below.

One package a purpose; where it has one door, that is its module ``service``. Beside them lies what all of them use.
"""

from photoorg.services.factory import Services, open

__all__ = ["Services", "open"]
