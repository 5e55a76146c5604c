"""Finding photos by words, by example, and by what they should not be."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from photoorg.catalog.store import Catalog
from photoorg.core.arrays import Ids, Mask, Vector, Vectors
from photoorg.core.errors import CannotError, UsageError
from photoorg.core.types import APART, Hit, Photo, Query, Understood
from photoorg.embed.asked import Asked
from photoorg.embed.profiles import Profile, load_text_encoder
from photoorg.embed.words import WordTable
from photoorg.index import exact
from photoorg.index.ranking import FITTING, certainty, fitting, rank
from photoorg.services.search.background_words import background
from photoorg.services.search.folder_names import CERTAINTY, FolderNames
from photoorg.services.search.library_vectors import LibraryVectors, Snapshot
from photoorg.services.selection import checked

if TYPE_CHECKING:
    from photoorg.core.jobs import CancelToken
    from photoorg.embed.base import TextEncoder
    from photoorg.services.worker.host import Worker


@dataclass(frozen=True, slots=True)
class _Example:
    """An example photo: its unit vector (d,), and its id where the library has it."""

    vector: Vector
    id: int | None


class Search:
    """Answers queries over one catalog. Safe from any thread."""

    def __init__(
        self,
        catalog: Catalog,
        profile: Profile,
        vectors: LibraryVectors,
        worker: Callable[[], Worker],
        speaker: Callable[[], Worker] | None = None,
    ) -> None:
        self._catalog = catalog
        self._profile = profile
        self._vectors = vectors
        self._start_worker = worker
        self._start_speaker = speaker
        self._worker: Worker | None = None
        self._speaker: Worker | None = None
        self._words: TextEncoder | None = None
        self._background: Vectors | None = None
        self._lock = threading.Lock()
        #: Tells photos in folders that are called what is asked for; None where only what photos show counts.
        self.folder_names: FolderNames | None = FolderNames(catalog)
        #: The language of words that mean one thing in it and another in English; empty for none.
        self.language = ""

    def search(self, query: Query, cancel: CancelToken | None = None) -> list[Hit]:
        """The photos that fit best, best first, at most ``query.limit``.

        The score is the cosine in the space searched, or the sum of the cosines where words, an example and
        NOT are combined; of several things to leave out the one counts that a photo is most like. Archived photos
        are found too, marked by their state; the example is left out.
        Conditions alone give the newest photos that meet them, with a score of 0 and a certainty of 1.

        Raises:
            UsageError: nothing is asked for, or a condition makes no sense.
            CannotError: the library has no folder yet, or the example cannot be found or read.
            Cancelled: nobody waits for the answer any more.
        """
        _check(query)
        if not query.ranked:
            return self._newest(query)
        checkpoint = cancel.checkpoint if cancel is not None else _go_on
        checkpoint()
        example = self._example(query) if query.like is not None else None
        checkpoint()
        words, against = self._encoded(query.text), self._against(query.without)
        checkpoint()
        wanted = {}
        if words is not None:
            wanted[self._profile.text] = words.mean
        if example is not None:
            wanted[self._profile.visual] = example.vector
        named = self._named(query)
        if not wanted and not against and not len(named):
            return []  # not one word of the query is known
        rows = self._vectors.pool(wanted, query, named)
        if rows is None:
            if not self._catalog.roots.all():
                raise CannotError("No folder has been added yet.", "Name one: photoorg index FOLDER")
            return []
        checkpoint()
        scores, sure = self._score(query, rows, words, against, example)
        if len(named):
            scores, sure = _lifted(scores, sure, np.isin(rows.contents, named))
        checkpoint()
        return self._hits(query, rows, scores, sure, leave_out=example.id if example else None)

    def understood(self, text: str) -> Understood:
        """How the words of a query are read: what was taken for a misspelling, and what is not known at all.

        Only the embedded profile says so; the text encoders of others make something of any word.

        Raises:
            CannotError: the table of words cannot be read.
        """
        with self._lock:
            table = self._table()
            if table is None or not text.strip():
                return Understood(text)
            reading = table.read(text, self.language)
        if self.folder_names is not None and len(self.folder_names.called(text)):
            return Understood(text)  # a name is no misspelling
        return Understood(reading.text if reading.changed else text, reading.unknown)

    def warm(self) -> None:
        """Get ready for words, so that the first query need not wait for its encoder.

        Raises:
            CannotError: the encoder cannot be loaded.
        """
        self._encoded("photo")
        self._held_against()

    def close(self) -> None:
        """End the worker processes, if any were needed; a later search starts them again."""
        with self._lock:
            for worker in (self._worker, self._speaker):
                if worker is not None:
                    worker.close()
            self._worker = self._speaker = None

    def _newest(self, query: Query) -> list[Hit]:
        """The newest photos that meet the conditions."""
        ids = self._catalog.photos.newest(query.where, query.limit)
        return [Hit(photo.id, photo.path, 0.0, 1.0, photo.state) for photo in self._catalog.photos.many(ids)]

    def _score(
        self, query: Query, rows: Snapshot, words: Asked | None, against: Sequence[Asked], example: _Example | None
    ) -> tuple[Vector, Vector]:
        """Scores and certainties (n,) of ``rows``; minus infinity where the conditions are not met.

        A photo is sure where it stands out from the whole library: what meets the conditions may all be of one kind.
        """
        allowed, usual = self._vectors.mask(rows, query), rows.searchable
        if not usual.any():
            usual = allowed
        total = np.zeros(len(rows.contents), np.float32)
        spoken = words.scores(rows.text) if words is not None else total
        if words is not None:
            total = total + spoken
        if against:
            total -= np.max([asked.scores(rows.text) for asked in against], axis=0)
        if example is None:
            if words is None and not against:  # no word is known, but a folder is called so
                return np.where(allowed, total, np.float32(-np.inf)), np.zeros(len(total), np.float32)
            scores, sure = rank(total, rows.visual, allowed, usual)
            if words is None:
                # What is surely not there: whatever is not surely there.
                there = certainty(np.where(allowed, -total, -np.inf), -total[usual])
                return scores, np.where(allowed, 1 - there, np.float32(0))
            return scores, sure * np.float32(self._fitting(rows, spoken, words, allowed, usual))
        total += _cosines(rows.visual, example.vector)
        scores = np.where(allowed, total, np.float32(-np.inf))
        return scores, certainty(scores, total[usual])

    def _named(self, query: Query) -> Ids:
        """The contents (n,) of photos whose folders are called what the words ask for, where only words ask."""
        if self.folder_names is None or not query.text.strip() or query.like is not None or query.without:
            return np.empty(0, np.int64)
        return self.folder_names.called(query.text)

    def _fitting(self, rows: Snapshot, cosines: Vector, words: Asked, allowed: Mask, usual: Mask) -> float:
        """How far ``words`` with these ``cosines`` (n,) can be trusted to find anything ``allowed``."""
        best = exact.best(np.where(allowed, cosines, np.float32(-np.inf)), rows.contents, FITTING)
        # Not a matrix product: its threads wait for each other while something else is at work, see core.products.
        against = np.vecdot(rows.text[best][:, None], self._held_against()[None])
        return fitting(cosines[usual], cosines[best], against, words.trust, words.reach)

    def _held_against(self) -> Vectors:
        with self._lock:
            if self._background is None:
                self._background = background(self._profile.text_encoder, self._encode_all)
            return self._background

    def _encode_all(self, texts: Sequence[str]) -> Vectors:
        """The unit vectors (n, d) of texts; the lock is held."""
        if not self._profile.text_needs_torch:
            return self._encoder().encode(texts)
        # By a worker process: what needs torch would stall the window for the time of an import.
        if self._speaker is None:
            if self._start_speaker is None:
                raise CannotError("There is no text encoder for this profile.")
            self._speaker = self._start_speaker()
        return self._speaker.embed_words(texts)

    def _encoder(self) -> TextEncoder:
        """The encoder of a profile that needs no torch for words; the lock is held."""
        if self._words is None:
            self._words = load_text_encoder(self._profile)
        return self._words

    def _table(self) -> WordTable | None:
        """The table of words, where the profile has one; the lock is held."""
        if self._profile.text_needs_torch:
            return None
        encoder = self._encoder()
        return encoder if isinstance(encoder, WordTable) else None

    def _encoded(self, text: str) -> Asked | None:
        """What a text asks for; None when it is empty or has no known word."""
        if not text.strip():
            return None
        with self._lock:
            table = self._table()
            if table is not None:
                return table.ask(text, self.language)
            vector: Vector = self._encode_all([text])[0]
        return Asked(vector) if vector.any() else None

    def _against(self, without: str) -> list[Asked]:
        """What should not be seen, as far as it is known."""
        asked = [self._encoded(text) for text in without.split(APART)]
        return [each for each in asked if each is not None]

    def _hits(self, query: Query, rows: Snapshot, scores: Vector, sure: Vector, leave_out: int | None) -> list[Hit]:
        # One more than asked for: the example may be among them.
        order = exact.best(scores, rows.contents, query.limit + 1)
        photos = self._photos(query, rows.contents[order].tolist())
        hits = [
            Hit(photo.id, photo.path, round(float(scores[row]), 6), round(float(sure[row]), 4), photo.state)
            for row in order
            for photo in photos.get(int(rows.contents[row]), ())
            if photo.id != leave_out
        ]
        return hits[: query.limit]

    def _photos(self, query: Query, contents: list[int]) -> dict[int, list[Photo]]:
        return self._catalog.photos.of_contents(contents, where=query.where)

    def _example(self, query: Query) -> _Example:
        photo = self._example_photo(query.like)
        if photo is not None and photo.content and query.crop is None:
            found = self._catalog.vectors.of(self._profile.visual, [photo.content])
            if photo.content in found:
                return _Example(_unit(found[photo.content]), photo.id)
        path = photo.path if photo else os.path.abspath(str(query.like))
        if not os.path.exists(path):
            raise CannotError(f"There is no photo {path}.", "Name a file, or the number of a photo in the library.")
        with self._lock:
            if self._worker is None:
                self._worker = self._start_worker()
            crop = {} if query.crop is None else {"crop": query.crop}
            vectors = self._worker.embed_file(path, **crop)
        return _Example(_unit(vectors[self._profile.visual]), photo.id if photo else None)

    def _example_photo(self, like: str | int | None) -> Photo | None:
        if isinstance(like, int):
            photo = self._catalog.photos.get(like)
            if photo is None:
                raise CannotError(f"There is no photo {like} in this library.")
            return photo
        return self._catalog.photos.at(os.path.abspath(str(like)))


def _lifted(scores: Vector, sure: Vector, named: Mask) -> tuple[Vector, Vector]:
    """Scores and certainties (n,) where what lies in a folder of the name asked for is sure by that alone.

    It comes before everything that is less sure, and keeps its order within.
    """
    lifted = named & np.isfinite(scores) & (sure < CERTAINTY)
    if not lifted.any():
        return scores, sure
    others = scores[np.isfinite(scores) & (sure < CERTAINTY)]
    own = scores[lifted]
    place = (own - own.min()) / max(float(np.ptp(own)), 1e-6)
    found = scores.copy()
    found[lifted] = others.max() + np.float32(1e-4) * (1 + place)
    return found, np.where(lifted, np.float32(CERTAINTY), sure)


def _cosines(vectors: Vector, query: Vector) -> Vector:
    """Of unit ``vectors`` (n, d) with a unit ``query`` (d,)."""
    cosines: Vector = exact.products(vectors, query[None])[0]
    return cosines


def _go_on() -> None:
    """Nobody can ask this search to stop."""


def _unit(vector: Vector) -> Vector:
    """float16 in the catalog costs a little length."""
    return vector / max(float(np.linalg.norm(vector)), 1e-12)


def _check(query: Query) -> None:
    where = query.where
    if not query.ranked and where.empty:
        raise UsageError("Say what to look for: words, an example with --like, or a condition such as --from 2024.")
    if query.limit < 1:
        raise UsageError("The limit is at least 1.")
    checked(where)
    if query.crop is not None:
        if query.like is None:
            raise UsageError("A crop is a part of an example.", "Name the example with --like.")
        x, y, width, height = query.crop
        if not (0 <= x < 1 and 0 <= y < 1 and 0 < width <= 1 - x + 1e-9 and 0 < height <= 1 - y + 1e-9):
            raise UsageError("The crop lies outside the picture.", "X,Y,W,H are fractions of it between 0 and 1.")
