"""A library of made-up vectors that is as hard to search as a real one.

Each photo shows a thing that has a word, belongs to an occasion of some twenty photos, and differs from its
neighbours in directions of its own, whose variance falls like that of the encoder's features. On 14,000 real photos
the visual space of the embedded profile has a best match of 0.56 and a fiftieth of 0.31, and a graph with 100
candidates finds 0.987 of the 50 nearest; this library has 0.55, 0.26 and 0.984.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

_WORDS = """
    airplane apartment apple autumn baby backpack balloon balcony banana beach bear bed bee bench bicycle birthday
    boat book bottle bowl bread bridge building bus bush butterfly cake camera campfire candle car carpet castle cat
    chair cheese cherry child christmas church city clock cloud coat coffee computer concert cow crowd cup dance
    deer desert desk dinner document dog door dress drum duck elephant engine face farm fence field fire fireworks
    fish flag flower fog food football forest fountain fox fruit furniture game garden gate giraffe glass goat grass
    guitar hammer harbour hat hen hill holiday horse hotel house ice invoice island jacket jellyfish keyboard
    kitchen kite knife ladder lake lamp leaf letter library lighthouse lion lizard market meadow meal menu
    microphone mirror monkey moon motorcycle mountain museum mushroom office orange owl painting paper park parrot
    party pasta people piano picnic pig pizza plant plate playground portrait poster rabbit rain receipt restaurant
    river road rocket roof room rose sailing sandwich school screenshot sculpture sea sheep shelf ship shirt shoe
    sky snake snow sofa spider squirrel stadium stairs station strawberry street sun sunglasses sunset suit swan
    swimming table tea teapot temple tent tiger tomato tower town toy tractor train tree truck tulip turtle umbrella
    vase vegetable village violin wall watch waterfall wedding whale whiteboard window wine winter wolf zebra
"""
#: Things that photos show; their vectors are the centres that occasions lie around.
WORDS = tuple(_WORDS.split())
_OCCASION = 20
_OWN = 1.5
_FALL = -0.22
_BATCH = 20_000


class MadeLibrary:
    """``count`` vectors in one space, made anew by each reading; stands in for the catalog's table of them."""

    def __init__(self, words: NDArray[np.floating], count: int, seed: int = 0) -> None:
        """``words`` (w, d) are unit vectors of what there is to see."""
        self._words = words.astype(np.float32)
        self.count = count
        rng = np.random.default_rng(seed)
        spectrum = np.arange(1, words.shape[1] + 1) ** _FALL
        self._spectrum = (spectrum / np.linalg.norm(spectrum)).astype(np.float32)
        occasions = max(1, count // _OCCASION)
        self._occasions = self._words[rng.integers(0, len(words), occasions)] + self._noise(rng, occasions)

    def dim(self, space: str) -> int:
        """The dimension of the vectors."""
        return len(self._spectrum)

    def stamp(self, space: str) -> tuple[int, int]:
        """``(newest vector id, number of vectors)``."""
        return self.count, self.count

    def rows(self, space: str, after: int = 0) -> Iterator[tuple[int, NDArray[np.int64], NDArray[np.float16]]]:
        """The vectors after the first ``after``, in batches: ``(newest id, content ids, vectors)``."""
        for start in range(max(after, 0) // _BATCH * _BATCH, self.count, _BATCH):
            stop = min(start + _BATCH, self.count)
            vectors = self._photos(np.random.default_rng(start + 1), stop - start)
            skip = max(0, after - start)
            yield stop, np.arange(start + skip + 1, stop + 1), vectors[skip:].astype(np.float16)

    def more(self, count: int) -> NDArray[np.float32]:
        """``count`` vectors of the same kinds that are not in the library: examples to search by."""
        return self._photos(np.random.default_rng(0), count)

    def _photos(self, rng: np.random.Generator, count: int) -> NDArray[np.float32]:
        chosen = self._occasions[rng.integers(0, len(self._occasions), count)]
        rows = chosen + _OWN * self._noise(rng, count)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)

    def _noise(self, rng: np.random.Generator, count: int) -> NDArray[np.float32]:
        drawn: NDArray[np.float32] = rng.standard_normal((count, len(self._spectrum)), dtype=np.float32)
        return drawn * self._spectrum
