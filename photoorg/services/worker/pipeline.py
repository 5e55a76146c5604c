"""The child's work: several threads decode while one embeds, in batches of what has gathered meanwhile."""

from __future__ import annotations

import os
import sys
import threading
import time
import traceback
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

import numpy as np

from photoorg.core.errors import PhotoorgError, UnreadableError
from photoorg.media.reading import INDEXING, Reading, preview, read, read_region
from photoorg.media.sidecars import with_rating
from photoorg.services.worker.messages import (
    Began,
    Broken,
    Decoded,
    Embedded,
    EmbedTask,
    Explained,
    ExplainTask,
    Finished,
    Order,
    Preview,
    PreviewTask,
    ReadResult,
    ReadTask,
    Reply,
    Result,
    TextEmbedded,
    TextTask,
    failed,
)

if TYPE_CHECKING:
    from PIL.Image import Image

    from photoorg.embed.base import ImageEncoder, Pixels, TextEncoder
    from photoorg.training.explanation import Explainer

#: How long (s) the first of a batch waits for others while some are still being decoded.
BATCH_WAIT = 0.2

Reader = Callable[..., Reading]
Vectors = dict[str, bytes]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """A picture on its way to the encoder, and what becomes of its vectors."""

    number: int
    pixels: Pixels
    finish: Callable[[Vectors], Result]


class Pipeline:
    """Carries out orders in ``decoders`` threads plus one for the encoder, and sends replies from any of them."""

    def __init__(
        self,
        send: Callable[[Reply], None],
        encoder: ImageEncoder | None,
        decoders: int,
        reader: Reader = read,
        words: TextEncoder | None = None,
        explainer: Explainer | None = None,
    ) -> None:
        self._send = send
        self._encoder = encoder
        self._words = words
        self._one_text = threading.Lock()
        self._explainer = explainer
        self._short_side = max(INDEXING.short_side, encoder.input_size if encoder else 0)
        self._reader = partial(reader, short_side=self._short_side) if reader is read else reader
        self._changed = threading.Condition()
        self._orders: deque[Order] = deque()
        self._prepared: deque[_Prepared] = deque()
        self._decoding = 0
        for _ in range(decoders):
            threading.Thread(target=self._decode_all, daemon=True).start()
        if encoder is not None:
            threading.Thread(target=self._encode_all, args=(encoder,), daemon=True).start()

    def accept(self, order: Order) -> None:
        """Take an order on."""
        with self._changed:
            self._orders.append(order)
            self._changed.notify_all()

    def _decode_all(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._orders)
                order = self._orders.popleft()
                self._decoding += 1
            self._send(Began(order.number))
            outcome = self._attempt(order)
            self._send(Decoded(order.number))
            with self._changed:
                self._decoding -= 1
                if isinstance(outcome, _Prepared):
                    self._prepared.append(outcome)
                self._changed.notify_all()
            if not isinstance(outcome, _Prepared):
                self._send(Finished(order.number, outcome))

    def _attempt(self, order: Order) -> _Prepared | Result:
        """Decode for ``order``; whatever goes wrong is the file's, and told in one sentence."""
        try:
            return self._decode(order)
        except PhotoorgError as error:
            reason = error.message
        except MemoryError:
            reason = "There was not enough memory to open this picture."
        except Exception as error:  # a bug of ours or of a decoder must cost one file only
            traceback.print_exc(file=sys.stderr)
            reason = f"The picture could not be read ({type(error).__name__}: {error})."
        return failed(order.task, reason)

    def _decode(self, order: Order) -> _Prepared | Result:
        match order.task:
            case ReadTask(key, path, known, vectors_only):
                reading = self._reader(path, known=known, **({"with_thumbs": False} if vectors_only else {}))
                result = _result(key, reading)
                if reading.image is None or self._encoder is None:
                    return result
                # Keeps the result, not the reading: its picture would wait for the encoder in memory.
                return self._prepare(order, reading.image, lambda vectors: replace(result, vectors=vectors))
            case PreviewTask(path, max_side, crop):
                return Preview(*preview(path, max_side, crop))
            case EmbedTask(path, crop):
                return self._prepare(order, read_region(path, crop, self._short_side), Embedded)
            case TextTask(texts):
                return self._embed_words(texts)
            case ExplainTask(path, towards):
                return self._explain(read_region(path, short_side=self._short_side), towards)

    def _prepare(self, order: Order, image: Image, finish: Callable[[Vectors], Result]) -> _Prepared:
        if self._encoder is None:
            raise UnreadableError("This worker was started without an encoder.")
        return _Prepared(order.number, self._encoder.prepare(image), finish)

    def _embed_words(self, texts: tuple[str, ...]) -> TextEmbedded:
        if self._words is None:
            raise UnreadableError("This worker was started without a text encoder.")
        with self._one_text:
            return TextEmbedded(tuple(row.astype("<f4").tobytes() for row in self._words.encode(texts)))

    def _explain(self, image: Image, towards: bytes) -> Explained:
        if self._explainer is None:
            raise UnreadableError("This worker was started without what explains.")
        found = self._explainer.explain(image, np.frombuffer(towards, "<f4") if towards else None)
        height, width = found.heat.shape
        return Explained(width, height, found.heat.tobytes(), found.outline, found.lacking)

    def _encode_all(self, encoder: ImageEncoder) -> None:
        try:
            while True:
                batch = self._next_batch(encoder.batch_size)
                vectors = encoder.encode(np.stack([picture.pixels for picture in batch]))
                rows = {space: matrix.astype("<f2") for space, matrix in vectors.items()}
                for index, picture in enumerate(batch):
                    own = {space: matrix[index].tobytes() for space, matrix in rows.items()}
                    self._send(Finished(picture.number, picture.finish(own)))
        except PhotoorgError as error:
            self._send(Broken(error.message, error.hint))
            os._exit(1)
        except Exception as error:  # no file's fault: without its encoder this process is of no use
            traceback.print_exc(file=sys.stderr)
            self._send(Broken(f"The encoder stopped working ({type(error).__name__}: {error})."))
            os._exit(1)

    def _next_batch(self, most: int) -> list[_Prepared]:
        """Up to ``most`` pictures: at once when no more are coming, else after a short wait for company."""
        with self._changed:
            self._changed.wait_for(lambda: self._prepared)
            until = time.monotonic() + BATCH_WAIT
            self._changed.wait_for(lambda: self._complete(most), timeout=max(0.0, until - time.monotonic()))
            return [self._prepared.popleft() for _ in range(min(most, len(self._prepared)))]

    def _complete(self, most: int) -> bool:
        return len(self._prepared) >= most or not (self._orders or self._decoding)


def _result(key: int, reading: Reading) -> ReadResult:
    return ReadResult(
        key=key,
        path=reading.path,
        content=reading.content,
        size=reading.size,
        mtime_ns=reading.mtime_ns,
        metadata=with_rating(reading.path, reading.metadata),
        thumbs=reading.thumbs,
        evidence=reading.evidence,
        failure=reading.failure,
    )
