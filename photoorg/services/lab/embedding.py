"""``photoorg embed``: the vectors of a folder's photos in one file, without a catalog."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.paths import display_path
from photoorg.services.factory import DEFAULT_PROFILE
from photoorg.services.lab.reading import read_folder


def embed_folder(
    folder: str, out: Path, profile: str = DEFAULT_PROFILE, cancel: CancelToken | None = None
) -> Job[dict[str, Any]]:
    """Embed every photo below ``folder`` into ``out``, an npz.

    It holds ``paths`` (n,) str and one float32 array (n, d) of unit rows a space under the space's id.
    Files that cannot be read are left out and listed under ``failed``.

    Raises:
        UsageError: there is no such folder, or none to write into.
        CannotError: the encoder cannot be loaded, or there are no photos.
    """
    import numpy as np

    if not out.absolute().parent.is_dir():
        raise UsageError(f"There is no folder {display_path(str(out.absolute().parent))} to write into.")
    reading = yield from read_folder(folder, profile, cancel)
    if not reading.paths and not reading.failed:
        raise CannotError(f"There are no photos in {display_path(folder)}.")
    arrays: dict[str, Any] = {"paths": np.array(reading.paths, dtype=str), **reading.vectors}
    with out.open("wb") as file:  # savez would add a suffix of its own
        np.savez(file, **arrays)
    return {
        "out": str(out),
        "photos": len(reading.paths),
        "spaces": sorted(reading.vectors),
        "failed": reading.failed,
    }
