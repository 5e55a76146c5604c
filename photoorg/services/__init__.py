"""Composes the stages. ``services.open(catalog)`` is the one factory; windows and commands call nothing below."""

from photoorg.services.factory import Services, open

__all__ = ["Services", "open"]
