"""Finds photos that are there more than once: the same content, or the same picture to the eye."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from photoorg.catalog.looks import Candidate
from photoorg.catalog.store import Catalog
from photoorg.core.duplicates import CHOSEN, Copy, Duplicates, Known
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.services.duplicates.keeper import choose

#: Thumbnails decoded for hashes in one go.
_BATCH = 256
#: Look-alikes agree at least so much in one of these ways: in their vectors (cosine), and shade by shade
#: (correlation). The first is a copy of another size or brightness, the second one cut a little differently. Two
#: receipts of one shop have alike hashes and vectors, and differ in their shades.
_COPIES = ((0.75, 0.97), (0.955, 0.88))
#: In a burst the subject moves, so that shades agree less.
_BURSTS = ((0.92, 0.60),)
#: Seconds of comparing after which a person's wish to stop is looked at.
_LOOK_UP = 0.2
#: The setting that keeps what was found, and the one with the photos that the person chose to keep.
_REMEMBERED, _KEPT = "look_alikes", "kept_copies"


@dataclass(frozen=True, slots=True)
class _Remembered:
    """The look-alikes of the last search, by content; an empty ``stamp`` where there was none."""

    stamp: str
    groups: list[list[int]]


class DuplicateService:
    """Looks through the present photos. ``visual`` is the space whose vectors look-alikes must agree in."""

    def __init__(self, catalog: Catalog, visual: Callable[[], str]) -> None:
        self._catalog = catalog
        self._visual = visual
        self._choosing = threading.Lock()

    def known(self) -> Known:
        """What there is to show at once: exact copies as they are now, and the look-alikes of the last ``find``, less
        the photos that have gone since. Those that free the most bytes come first.
        """
        looks, told, kept = self._catalog.looks, self._remembered(), self._kept()
        photos = {
            copies[0].content: copies for copies in looks.of(sorted({each for part in told.groups for each in part}))
        }
        sharpness = looks.sharpness(sorted(photos))
        near = []
        for part in told.groups:
            here = [_best(photos[content], sharpness) for content in part if content in photos]
            if len(here) > 1:
                near.append(_group("near", here, sharpness, kept))
        fresh = told.stamp == self._stamp()
        return Known(self._sorted([*self._exact(), *near]), searched=bool(told.stamp), fresh=fresh)

    def find(self, near: bool = False, cancel: CancelToken | None = None) -> Job[list[Duplicates]]:
        """Exact copies, and with ``near`` look-alikes too, those that free the most bytes first.

        Of exact copies only one takes part in finding look-alikes. What is found is remembered for ``known``.

        Raises:
            Cancelled: the person stopped it; hashes made so far are kept.
        """
        found = self._exact()
        if near:
            stamp = self._stamp()
            yield from self._hash(cancel or CancelToken())
            alike = yield from self._near(cancel or CancelToken())
            self._remember(stamp, alike)
            found += alike
        return self._sorted(found)

    def keep(self, photo: int) -> list[int]:
        """Keep ``photo`` rather than the others it is listed with from now on; gives these.

        Raises:
            CannotError: it is not listed with any.
        """
        groups = [[copy.id for copy in group.photos] for group in self.known().groups]
        beside = sorted({id for group in groups if photo in group for id in group if id != photo})
        if not beside:
            raise CannotError(f"Photo {photo} has no copies or look-alikes that are known.")
        listed = {id for group in groups for id in group}
        with self._choosing:  # two choices at once must not lose one
            kept = (self._kept() & listed) - set(beside) | {photo}
            self._catalog.set(_KEPT, json.dumps(sorted(kept)))
        return beside

    def _kept(self) -> set[int]:
        return set(json.loads(self._catalog.setting(_KEPT, "[]")))

    def _exact(self) -> list[Duplicates]:
        kept = self._kept()
        return [_group("exact", copies, {}, kept) for copies in self._catalog.looks.copies()]

    @staticmethod
    def _sorted(found: list[Duplicates]) -> list[Duplicates]:
        return sorted(found, key=lambda group: (group.kind, -sum(copy.bytes for copy in group.photos[1:])))

    def _stamp(self) -> str:
        """Says whether there is anything now that the last search had not seen, or another way to compare."""
        return f"{self._catalog.looks.newest()} {self._visual()}"

    def _remember(self, stamp: str, groups: Sequence[Duplicates]) -> None:
        contents = {
            photo.id: photo.content
            for photo in self._catalog.photos.many([copy.id for group in groups for copy in group.photos])
        }
        parts = [[contents.get(copy.id) for copy in group.photos] for group in groups]
        self._catalog.set(_REMEMBERED, json.dumps([stamp, parts], separators=(",", ":")))

    def _remembered(self) -> _Remembered:
        stamp, groups = json.loads(self._catalog.setting(_REMEMBERED, '["", []]'))
        return _Remembered(stamp, groups)

    def _hash(self, cancel: CancelToken) -> Job[None]:
        """Make the hashes that are missing, from thumbnails."""
        unseen = self._catalog.looks.unseen()
        if not unseen:
            return
        from photoorg.media.likeness import perceptual_hash

        pace = Pace("comparing", len(unseen))
        for start in range(0, len(unseen), _BATCH):
            cancel.checkpoint()
            thumbnails = self._catalog.thumbnails.get(unseen[start : start + _BATCH], 128)
            self._catalog.looks.put({content: perceptual_hash(jpeg) for content, jpeg in thumbnails.items()})
            yield pace.at(min(start + _BATCH, len(unseen)))

    def _near(self, cancel: CancelToken) -> Job[list[Duplicates]]:
        from photoorg.services.duplicates.alike import Alike
        from photoorg.services.duplicates.pairs import by_burst, by_hash, few

        looks = self._catalog.looks
        alike = Alike(self._catalog, self._visual())
        edges: dict[int, set[int]] = {}
        rounds = [*((pairs, _COPIES) for pairs in by_hash(looks.hashes())), (iter([by_burst(looks.taken())]), _BURSTS)]
        pace, looked_up = Pace("comparing", len(rounds)), time.monotonic()
        share: Counter[int] = Counter()
        for done, (blocks, bars) in enumerate(rounds):
            if bars is _BURSTS:
                share.clear()
            for pairs in blocks:
                cancel.checkpoint()
                for one, other in few(pairs, share):
                    if time.monotonic() - looked_up > _LOOK_UP:
                        cancel.checkpoint()
                        yield pace.at(done)
                        looked_up = time.monotonic()
                    if other not in edges.get(one, ()) and alike.agree(one, other, bars):
                        edges.setdefault(one, set()).add(other)
                        edges.setdefault(other, set()).add(one)
            yield pace.at(done + 1)
        photos = {copies[0].content: copies for copies in looks.of(sorted(edges))}
        sharpness = self._sharpness(sorted(edges))
        kept = self._kept()
        return [_group("near", group, sharpness, kept) for group in _stars(edges, photos, sharpness)]

    def _sharpness(self, contents: Sequence[int]) -> dict[int, float]:
        from photoorg.media.likeness import sharpness

        known = self._catalog.looks.sharpness(contents)
        missing = [content for content in contents if content not in known]
        for start in range(0, len(missing), _BATCH):
            thumbnails = self._catalog.thumbnails.get(missing[start : start + _BATCH], 384)
            fresh = {content: sharpness(jpeg) for content, jpeg in thumbnails.items()}
            self._catalog.looks.put_sharpness(fresh)
            known.update(fresh)
        return known


def _group(
    kind: Literal["exact", "near"], photos: Sequence[Candidate], sharpness: Mapping[int, float], kept: set[int]
) -> Duplicates:
    """What is told of ``photos``, among which the person may have chosen one of ``kept``."""
    own = [photo for photo in photos if photo.id in kept]
    keeper, why = (own[0], CHOSEN) if own else choose(photos, sharpness)
    rest = [photo for photo in photos if photo is not keeper]
    copies = tuple(Copy(photo.id, photo.path, photo.size) for photo in [keeper, *rest])
    return Duplicates(kind, keeper.id, why, copies)


def _stars(
    edges: Mapping[int, set[int]], photos: Mapping[int, Sequence[Candidate]], sharpness: Mapping[int, float]
) -> Iterator[list[Candidate]]:
    """Groups in which every photo looks like the keeper itself, so that likeness does not drift from one to the next.

    The best photo of each connected part takes its neighbours; then the best of the rest, and so on.
    """
    left = {content for content in edges if content in photos}
    while left:
        part = _part(edges, left)
        members = [_best(photos[content], sharpness) for content in sorted(part)]
        keeper = choose(members, sharpness)[0] if len(members) > 1 else members[0]
        near = [member for member in members if member is keeper or member.content in edges[keeper.content]]
        left -= {member.content for member in near}
        if len(near) > 1:
            yield near


def _best(copies: Sequence[Candidate], sharpness: Mapping[int, float]) -> Candidate:
    """The copy of one content that is worth keeping."""
    return choose(copies, sharpness)[0] if len(copies) > 1 else copies[0]


def _part(edges: Mapping[int, set[int]], left: set[int]) -> set[int]:
    """All that is connected with one of ``left``, within ``left``."""
    pending = [min(left)]
    part: set[int] = set()
    while pending:
        content = pending.pop()
        if content in left and content not in part:
            part.add(content)
            pending += edges[content]
    return part
