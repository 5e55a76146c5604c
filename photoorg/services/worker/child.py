"""The entry point of the worker process."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from photoorg.core.errors import PhotoorgError
from photoorg.services.worker.isolation import cores, settle
from photoorg.services.worker.messages import Broken, Options, Ready, Reply

if TYPE_CHECKING:
    from photoorg.embed.base import ImageEncoder, TextEncoder
    from photoorg.services.worker.pipeline import Reader
    from photoorg.training.explanation import Explainer

MIN_DECODERS, MAX_DECODERS = 2, 8
#: Decoding a photo costs about this many times as much as embedding it.
_DECODE_TO_ENCODE = 4

EncoderLoader = Callable[[str, int], "ImageEncoder"]


def main(
    connection: Connection,
    options: Options,
    reader: Reader | None = None,
    load_encoder: EncoderLoader | None = None,
) -> None:
    """Serve orders until the other end of ``connection`` is closed.

    ``reader`` and ``load_encoder`` take the place of ``media.reading.read`` and of the encoder's loader.
    """
    # What sees whole libraries, not what a person waits for: one photo, or a few words.
    settle(options.log, steps_back=options.profile is not None and not options.words)
    lock = threading.Lock()

    def send(reply: Reply) -> None:
        try:
            with lock:
                connection.send(reply)
        except OSError:  # nobody is there to hear it
            os._exit(0)

    encoder: ImageEncoder | None = None
    words: TextEncoder | None = None
    explainer: Explainer | None = None
    try:
        if options.explains:
            explainer = _load_explainer()
        elif options.profile and options.words:
            words = _load_words(options.profile, options.device)
        elif options.profile and load_encoder is not None:
            encoder = load_encoder(options.profile, _encoder_threads())
        elif options.profile:
            encoder = _load_encoder(options.profile, _encoder_threads(), options.device)
    except PhotoorgError as error:
        send(Broken(error.message, error.hint))
        return

    # Only now: these import numpy and Pillow, after ``settle`` has set the environment for them.
    from photoorg.media.formats import load_readers, quiet
    from photoorg.media.reading import read
    from photoorg.services.worker.pipeline import Pipeline

    quiet()
    load_readers()  # before the first file's time is counted
    pipeline = Pipeline(send, encoder, min(max(cores(), MIN_DECODERS), MAX_DECODERS), reader or read, words, explainer)
    send(Ready())
    while True:
        try:
            order = connection.recv()
        except (EOFError, OSError):
            os._exit(0)  # threads may still be decoding, for nobody
        pipeline.accept(order)


def _encoder_threads() -> int:
    return max(1, cores() // _DECODE_TO_ENCODE)


def _load_encoder(name: str, threads: int, device: str) -> ImageEncoder:
    from photoorg.embed.profiles import load_image_encoder, profile

    return load_image_encoder(profile(name), threads, device)


def _load_explainer() -> Explainer:
    from photoorg.training.explanation import Explainer

    return Explainer()


def _load_words(name: str, device: str) -> TextEncoder:
    from photoorg.embed.profiles import load_text_encoder, profile

    encoder = load_text_encoder(profile(name), cores(), device)
    encoder.encode(["photo"])  # the first time is slow, and nobody waits for this one
    return encoder
