"""Pictures drawn by our own code: what people keep beside photos, without anyone's private papers.

They train the probes for concepts that ImageNet's classes lack (screenshot, receipt, document, whiteboard,
handwriting, birthday card) and fill the demonstration library. Everything on them is invented.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from importlib import import_module

from PIL import Image

_DRAWERS: dict[str, tuple[str, str]] = {
    "editor": ("editors", "editor"),
    "terminal": ("editors", "terminal"),
    "spreadsheet": ("offices", "spreadsheet"),
    "dashboard": ("offices", "dashboard"),
    "email": ("offices", "email"),
    "files": ("offices", "files"),
    "chat": ("offices", "chat"),
    "browser": ("browsers", "browser"),
    "phone": ("phones", "phone"),
    "receipt": ("receipts", "receipt"),
    "receipt-photo": ("receipts", "receipt_photo"),
    "letter": ("letters", "letter"),
    "invoice": ("letters", "invoice"),
    "form": ("letters", "form"),
    "book-page": ("letters", "book_page"),
    "slide": ("slides", "slide"),
    "whiteboard": ("whiteboards", "whiteboard"),
    "note": ("notes", "note"),
    "birthday-card": ("cards", "birthday_card"),
}

KINDS: tuple[str, ...] = tuple(_DRAWERS)


def draw(kind: str, seed: int, size: tuple[int, int] | None = None) -> Image.Image:
    """An RGB picture of that kind; the same kind and seed give the same picture on the same machine.

    Args:
        kind: one of `KINDS`.
        seed: which of the endless variants.
        size: width and height in pixels of the box to scale the picture down into, aspect kept;
            the kind's own size (about a megapixel) without it.

    Raises:
        KeyError: no such kind.
    """
    module, function = _DRAWERS[kind]
    drawer: Callable[[random.Random], Image.Image] = getattr(import_module(f"{__name__}.{module}"), function)
    picture = drawer(random.Random(f"{kind}:{seed}"))
    if size is not None:
        picture.thumbnail(size, Image.Resampling.LANCZOS)
    return picture
