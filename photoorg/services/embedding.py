"""``photoorg embed``: the vectors of a folder's photos in one file, without a catalog."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.core.types import Failure, FoundFile, Root
from photoorg.library.walk import existing_folder, walk
from photoorg.services.factory import DEFAULT_PROFILE


def embed_folder(
    folder: str, out: Path, profile: str = DEFAULT_PROFILE, cancel: CancelToken | None = None
) -> Job[dict[str, Any]]:
    """Embed every photo below ``folder`` into ``out``, an npz.

    It holds ``paths`` (n,) str and one float32 array (n, d) of unit rows a space under the space's id.
    Files that cannot be read are left out and listed under ``failed``.

    Raises:
        UsageError: there is no such folder.
        CannotError: the encoder cannot be loaded.
    """
    import numpy as np

    from photoorg.services.worker.host import Worker
    from photoorg.services.worker.messages import ReadTask

    base = existing_folder(folder)
    files = [file for file in walk(Root(0, base)) if isinstance(file, FoundFile)]
    pace = Pace("embedding", len(files))
    paths: dict[int, str] = {}
    vectors: dict[str, dict[int, bytes]] = {}
    failed: list[Failure] = []
    with Worker(profile) as worker:
        tasks = (ReadTask(key, os.path.join(base, file.rel)) for key, file in enumerate(files))
        for done, result in enumerate(worker.read(tasks, cancel), start=1):
            if result.failure is not None:
                failed.append(Failure(result.path, result.failure))
            else:
                paths[result.key] = result.path
                for space, data in result.vectors.items():
                    vectors.setdefault(space, {})[result.key] = data
            yield pace.at(done, result.path)
    order = sorted(paths)
    arrays = {space: _matrix([found[key] for key in order]) for space, found in vectors.items()}
    with out.open("wb") as file:  # savez would add a suffix of its own
        np.savez(file, paths=np.array([paths[key] for key in order], dtype=str), **arrays)
    return {"out": str(out), "photos": len(order), "spaces": sorted(arrays), "failed": failed}


def _matrix(rows: list[bytes]) -> Any:
    import numpy as np

    matrix = np.frombuffer(b"".join(rows), dtype="<f2").astype(np.float32).reshape(len(rows), -1)
    return matrix / np.linalg.norm(matrix, axis=1, keepdims=True).clip(1e-12)
