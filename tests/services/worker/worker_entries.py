"""What a worker process runs in tests: the real child, with a reader that fails on marked names."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Collection
from multiprocessing.connection import Connection

import numpy as np
from PIL import Image

from photoorg.core.errors import CannotError
from photoorg.media.reading import Reading, read
from photoorg.services.worker import child
from photoorg.services.worker.messages import Options

SPACE = "mean@1/visual"


class MeanColour:
    """Embeds a picture as its mean colour."""

    id = "mean"
    spaces = {SPACE: 3}  # noqa: RUF012
    input_size = 32
    batch_size = 8

    def prepare(self, image: Image.Image) -> np.ndarray:
        return np.asarray(image.resize((32, 32)))

    def encode(self, batch: np.ndarray) -> dict[str, np.ndarray]:
        mean = batch.reshape(len(batch), -1, 3).mean(axis=1).astype(np.float32) + 1
        return {SPACE: mean / np.linalg.norm(mean, axis=1, keepdims=True)}


class Crashing(MeanColour):
    """Dies over any picture that is mostly red."""

    def encode(self, batch: np.ndarray) -> dict[str, np.ndarray]:
        if (batch.reshape(len(batch), -1, 3).mean(axis=1)[:, 0] > 250).any():
            os.abort()
        return super().encode(batch)


class Raising(MeanColour):
    """Never works."""

    def encode(self, batch: np.ndarray) -> dict[str, np.ndarray]:
        raise RuntimeError("no such instruction")


def _read(path: str, *, known: Collection[bytes] = ()) -> Reading:
    name = os.path.basename(path)
    if name.startswith("abort"):
        os.abort()
    if name.startswith("exit"):
        os._exit(3)
    if name.startswith("memory"):
        raise MemoryError
    if name.startswith("bug"):
        raise KeyError("oops")
    if name.startswith("slow"):
        time.sleep(0.5)
    while name.startswith("hang"):
        time.sleep(0.05)
    if name.startswith("stuck"):  # holds the interpreter, so that no other thread of the child runs
        ctypes.PyDLL(None).sleep(1000)
    if name.startswith("noise"):
        print("on standard output")
        os.write(2, b"on descriptor 2\n")
    return read(path, known=known)


def good(connection: Connection, options: Options) -> None:
    child.main(connection, options, _read, lambda profile, threads: MeanColour())


def encoder_crashes(connection: Connection, options: Options) -> None:
    child.main(connection, options, _read, lambda profile, threads: Crashing())


def encoder_raises(connection: Connection, options: Options) -> None:
    child.main(connection, options, _read, lambda profile, threads: Raising())


def _no_weights(profile: str, threads: int) -> MeanColour:
    raise CannotError("The weights are missing.", "Install photoorg again.")


def no_encoder(connection: Connection, options: Options) -> None:
    child.main(connection, options, _read, _no_weights)


def dies_at_once(connection: Connection, options: Options) -> None:
    sys.exit(7)
