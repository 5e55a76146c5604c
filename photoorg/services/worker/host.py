"""What services ask of the worker process: read files for the catalog, show one, embed one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from photoorg.core.errors import UnreadableError
from photoorg.core.jobs import CancelToken
from photoorg.media.crop import WHOLE, Crop
from photoorg.services.worker.child import main
from photoorg.services.worker.dispatch import Dispatcher
from photoorg.services.worker.messages import (
    Embedded,
    EmbedTask,
    Explained,
    ExplainTask,
    Options,
    Preview,
    PreviewTask,
    ReadResult,
    ReadTask,
    Refused,
    Result,
    Task,
    TextEmbedded,
    TextTask,
)
from photoorg.services.worker.process import Entry

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


#: Texts embedded in one order: the limit of time is one file's.
_TEXTS = 32


class Worker:
    """A worker process, started at its first use. One caller at a time; not safe from several threads at once.

    Args:
        profile: the encoders to load; None for a worker that only decodes, and starts without torch.
        entry: what the process runs, importable by its name; takes a connection and ``Options``.
        file_limit_s: how many seconds one file may be in hand.
        log: file for the process's standard error.
        words: load the text encoder of the profile instead of the one for pictures.
        explains: load what lays the embedded encoder open, for ``explain``.
        device: where encoders run: ``auto``, ``cpu``, ``cuda`` or ``mps``.
    """

    def __init__(
        self,
        profile: str | None,
        *,
        entry: Entry = main,
        file_limit_s: float = 30.0,
        log: Path | None = None,
        words: bool = False,
        device: str = "auto",
        explains: bool = False,
    ) -> None:
        options = Options(profile, str(log) if log else None, words, device, explains)
        self._dispatcher = Dispatcher(entry, options, file_limit_s)

    @property
    def pid(self) -> int | None:
        """The id of the process, for measuring it; None while none runs."""
        return self._dispatcher.pid

    def read(self, tasks: Iterable[ReadTask], cancel: CancelToken | None = None) -> Iterator[ReadResult]:
        """Every file exactly once, as they are done; ``tasks`` is drawn from a little ahead of what is taken.

        A file that crashes the process or exceeds the limit comes back with that as its ``failure``.

        Raises:
            CannotError: the process cannot start or cannot go on, whatever the file.
            Cancelled: ``cancel`` asked for it. It is looked at between results, and pauses there too.
        """
        for result in self._dispatcher.run(tasks, cancel):
            assert isinstance(result, ReadResult)
            yield result

    def preview(self, path: str, max_side: int, crop: Crop = WHOLE) -> Preview:
        """The picture at ``path``, or a crop of it, its long side at most ``max_side`` pixels.

        Raises:
            UnreadableError: it cannot be read; the message says why.
            CannotError: the process cannot start.
        """
        result = self._one(PreviewTask(path, max_side, crop))
        assert isinstance(result, Preview)
        return result

    def embed_file(self, path: str, crop: Crop = WHOLE) -> dict[str, NDArray[np.float32]]:
        """The unit vector (d,) of a picture, or of a crop of it, in each space of the profile.

        Raises:
            UnreadableError: it cannot be read; the message says why.
            CannotError: the process cannot start.
        """
        import numpy as np

        result = self._one(EmbedTask(path, crop))
        assert isinstance(result, Embedded)
        return {space: np.frombuffer(data, "<f2").astype(np.float32) for space, data in result.vectors.items()}

    def embed_words(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """The unit vectors (n, d) of texts; for a worker with ``words``.

        Raises:
            UnreadableError: the encoder refused them; the message says why.
            CannotError: the process cannot start.
        """
        import numpy as np

        rows = []
        for start in range(0, len(texts), _TEXTS):
            result = self._one(TextTask(tuple(texts[start : start + _TEXTS])))
            assert isinstance(result, TextEmbedded)
            rows += [np.frombuffer(data, "<f4") for data in result.vectors]
        return np.stack(rows) if rows else np.zeros((0, 0), np.float32)

    def explain(self, path: str, towards: bytes = b"") -> Explained:
        """What makes a picture lie in the direction ``towards`` (float32 as bytes); for a worker that ``explains``.

        Raises:
            UnreadableError: it cannot be read; the message says why.
            CannotError: the process cannot start, or has no weights.
        """
        result = self._one(ExplainTask(path, towards))
        assert isinstance(result, Explained)
        return result

    def close(self) -> None:
        """End the process; a later use starts another."""
        self._dispatcher.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _one(self, task: Task) -> Result:
        (result,) = self._dispatcher.run([task])
        if isinstance(result, Refused):
            raise UnreadableError(result.reason)
        return result
