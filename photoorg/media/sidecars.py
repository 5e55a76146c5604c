"""What lies beside a picture: ratings that other programs keep in XMP sidecars. Read only, never written."""

from __future__ import annotations

import os
from dataclasses import replace

from photoorg.core.types import Metadata
from photoorg.media.metadata import packet_rating

#: A sidecar is read so far: its properties come first, histories of edits and previews after.
_MOST = 1 << 20


def with_rating(path: str, metadata: Metadata | None) -> Metadata | None:
    """``metadata`` of the picture at ``path`` with the rating of its sidecar, which says more than the picture's own.

    Both ways to name one are known: ``IMG_1.jpg.xmp`` and ``IMG_1.xmp``, which a RAW file and its picture share.
    """
    if metadata is None:
        return None
    for sidecar in (f"{path}.xmp", f"{os.path.splitext(path)[0]}.xmp"):
        try:
            with open(sidecar, "rb") as file:
                rating = packet_rating(file.read(_MOST))
        except OSError:  # not there, which is the rule
            continue
        if rating is not None:
            return replace(metadata, rating=rating)
    return metadata
