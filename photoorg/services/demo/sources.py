"""Where the real photos of the demonstration lie: in installed packages, never on the network.

A source is written ``scheme:name``. Each scheme is a folder that some package installs; Debian's may also lie
unpacked below a folder of one's own, which `packaging/demo-pictures.sh` fills without installing anything.
"""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

_PACKAGED = {
    "skimage": ("skimage", "data"),
    "sklearn": ("sklearn", "datasets/images"),
}
_DEBIAN = {
    "stamps": "usr/share/tuxpaint/stamps",
    "wallpapers": "usr/share/backgrounds",
    "puzzles": "usr/share/palapeli/collection",
}


class Sources:
    """Finds source pictures; what no installed package holds is simply not there.

    ``unpacked``: a folder below which Debian's packages were unpacked, looked in before the system's own;
    ``PHOTOORG_DEMO_PICTURES`` names one where the caller does not.
    """

    def __init__(self, unpacked: Path | None = None) -> None:
        named = os.environ.get("PHOTOORG_DEMO_PICTURES")
        if unpacked is None and named:
            unpacked = Path(named)
        roots = [unpacked, Path("/")] if unpacked else [Path("/")]
        self._folders = {scheme: [root / below for root in roots] for scheme, below in _DEBIAN.items()}
        for scheme, (package, below) in _PACKAGED.items():
            spec = importlib.util.find_spec(package)  # finds the package without importing it
            places = (spec.submodule_search_locations if spec else None) or []
            self._folders[scheme] = [Path(place) / below for place in places]

    def find(self, source: str) -> Path | None:
        """The file of ``scheme:name``, or None where its package is not installed.

        Raises:
            KeyError: no such scheme.
        """
        scheme, name = source.split(":", 1)
        for folder in self._folders[scheme]:
            if (folder / name).is_file():
                return folder / name
        return None
