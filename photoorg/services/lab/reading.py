"""The photos of a folder read into memory: paths, vectors and thumbnails, without a catalog."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.core.paths import existing_folder
from photoorg.core.types import Failure, FoundFile, Root
from photoorg.library.walk import walk

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


@dataclass(frozen=True)
class Reading:
    """What was read below ``base``, in the order of the walk; files that could not be read are in ``failed`` alone.

    ``vectors`` maps each space to unit float32 rows (n, d), ``thumbs`` (n,) are small JPEGs where they were asked for.
    """

    base: str
    paths: list[str]
    vectors: dict[str, NDArray[np.float32]]
    thumbs: list[bytes]
    failed: list[Failure]

    def relative(self, photo: int) -> str:
        """The path of the photo in row ``photo``, below the folder."""
        return os.path.relpath(self.paths[photo], self.base).replace(os.sep, "/")

    def labels(self) -> tuple[NDArray[np.int32], list[str]]:
        """The class (n,) of every photo, -1 for those directly in the folder, and the classes' names.

        The first sub-folder below ``base`` names the class.
        """
        import numpy as np

        first = [self.relative(photo).split("/") for photo in range(len(self.paths))]
        names = sorted({parts[0] for parts in first if len(parts) > 1})
        number = {name: place for place, name in enumerate(names)}
        return np.array([number[p[0]] if len(p) > 1 else -1 for p in first], np.int32), names


def read_folder(folder: str, profile: str, cancel: CancelToken | None = None, *, thumbs: bool = False) -> Job[Reading]:
    """Read and embed every photo below ``folder`` in a worker process.

    Raises:
        UsageError: there is no such folder.
        CannotError: the encoder cannot be loaded.
        Cancelled: ``cancel`` asked for it.
    """
    from photoorg.services.worker.host import Worker
    from photoorg.services.worker.messages import ReadResult, ReadTask

    base = existing_folder(folder)
    files = [file for file in walk(Root(0, base)) if isinstance(file, FoundFile)]
    pace = Pace("embedding", len(files))
    read: dict[int, ReadResult] = {}
    failed: list[Failure] = []
    with Worker(profile) as worker:
        tasks = (ReadTask(key, os.path.join(base, file.rel)) for key, file in enumerate(files))
        for done, result in enumerate(worker.read(tasks, cancel), start=1):
            if result.failure is not None:
                failed.append(Failure(result.path, result.failure))
            else:
                read[result.key] = result
            yield pace.at(done, result.path)
    order = sorted(read)
    spaces = sorted({space for result in read.values() for space in result.vectors})
    return Reading(
        base,
        [read[key].path for key in order],
        {space: _matrix([read[key].vectors[space] for key in order]) for space in spaces},
        [read[key].thumbs[min(read[key].thumbs)] for key in order] if thumbs else [],
        failed,
    )


def read_with_backbone(
    folder: str, file: Path, cancel: CancelToken | None = None, *, thumbs: bool = False
) -> Job[tuple[Reading, NDArray[np.float32]]]:
    """Read every photo below ``folder``, small as the backbone in ``file`` sees it, and its unit vector (n, d).

    Raises:
        UsageError: there is no such folder.
        CannotError: ``file`` is no backbone of ``photoorg train simclr`` or ``moco``.
        Cancelled: ``cancel`` asked for it.
    """
    import numpy as np
    from PIL import Image

    from photoorg.media.thumbnails import SIDES, thumbnails
    from photoorg.training.deep.contrastive import embed, load
    from photoorg.training.deep.contrastive_command import SIZE
    from photoorg.training.deep.pictures import load_pictures

    backbone = load(file)
    base = existing_folder(folder)
    found = yield from load_pictures([Path(base)], SIZE, cancel)
    vectors = embed(backbone, found.pictures) if found.names else np.zeros((0, 1), np.float32)
    small = [thumbnails(Image.fromarray(each))[SIDES[-1]] for each in found.pictures] if thumbs else []
    return Reading(base, [str(path) for path in found.files], {}, small, []), vectors


def _matrix(rows: list[bytes]) -> NDArray[np.float32]:
    """Unit rows (n, d) of half-precision bytes."""
    import numpy as np

    from photoorg.embed.base import unit_rows

    return unit_rows(np.frombuffer(b"".join(rows), dtype="<f2").astype(np.float32).reshape(len(rows), -1))
