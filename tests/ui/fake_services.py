"""A library in memory that answers as the services do, for tests of the window's own mechanics."""

from __future__ import annotations

import io
import threading
import time
from array import array
from collections.abc import Callable, Sequence
from dataclasses import replace
from types import SimpleNamespace
from typing import Literal

from PIL import Image

from photoorg.core.actions import Action, Change, FileReport, Moved, Reversal, Skipped
from photoorg.core.clusters import Card, ClusterPhotos, Member, Proposal, Shelf
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.duplicates import Copy, Duplicates, Known
from photoorg.core.errors import Cancelled, CannotError, UnreadableError, UsageError
from photoorg.core.facets import Facets
from photoorg.core.jobs import CancelToken, Job, Progress
from photoorg.core.marks import Judgement, Mark
from photoorg.core.named_places import NamedGroup, Names
from photoorg.core.searches import SavedSearch
from photoorg.core.types import (
    Failure,
    Flag,
    Hit,
    IndexReport,
    Kind,
    LibraryStatus,
    Metadata,
    Photo,
    ProfileInfo,
    Query,
    Root,
    State,
    Understood,
)
from photoorg.services.grouping.attention import Explanation
from photoorg.services.grouping.titles import Titles
from photoorg.services.photos.details import Details, InCluster


def jpeg(colour: int, width: int = 96, height: int = 64) -> bytes:
    """A picture of one colour, as JPEG."""
    data = io.BytesIO()
    Image.new("RGB", (width, height), (colour * 37 % 256, colour * 91 % 256, 200)).save(data, "JPEG")
    return data.getvalue()


class FakePhotos:
    """``count`` photos; the id of a photo is its place plus one, its content the id plus 1,000."""

    def __init__(self, count: int) -> None:
        self.ids = array("q", range(1, count + 1))
        self.commits = 1
        self.marks: Callable[[Sequence[int]], dict[int, Mark]] = lambda ids: {}
        self.kinds: dict[int, Judgement] = {}
        #: The months of the timeline and how many photos are of each; all are of May 2024 where there are none.
        self.months: tuple[tuple[str, int], ...] = ()
        self.failed: list[Failure] = []
        self.fetched: list[list[int]] = []
        self.companions: dict[int, tuple[str, ...]] = {}
        self.away: dict[State, list[int]] = {State.ARCHIVED: [], State.TRASHED: []}

    def timeline(self, where: Conditions = ALL) -> SimpleNamespace:
        """Of the conditions the state, the stars and the kinds that are left out are met; photo 10 n has as many
        stars as its tens say, five at most.
        """
        here = self.ids if where.state is None else self.away.get(where.state, [])
        out = {id for id, found in self.kinds.items() if Conditions(kind=found.kind) in where.outside}
        rated = (id for id in here if min(id // 10 if id % 10 == 0 else 0, 5) >= where.rating)
        ids = array("q", (id for id in rated if id not in out))
        whole = len(ids) == len(self.ids)
        months = self.months if whole and self.months else (("2024-05", len(ids)),) if ids else ()
        return SimpleNamespace(ids=ids, contents=array("q", (id + 1000 for id in ids)), months=months)

    def many(self, ids: Sequence[int]) -> list[Photo]:
        return [self.get(id) for id in ids if id in self.ids]

    def get(self, id: int) -> Photo:
        path = f"/photos/IMG_{id}.jpg"
        return Photo(id, path, State.PRESENT, id + 1000, 2_500_000, "2024-05-17T10:30:00", 4000, 3000)

    def details(self, id: int) -> Details:
        if id not in self.ids:
            raise CannotError(f"There is no photo {id} in this library.")
        taken = "2024-05-17T10:30:00"
        where, exposed = (48.2082, 16.3738), {"exposure": 0.005, "aperture": 2.8, "iso": 400, "focal": 35.0}
        metadata = Metadata(4000, 3000, "JPEG", taken, "Canon EOS R6", "RF 35mm", *where, **exposed)
        group = InCluster(1, "cats", False, 0.87, None, "")
        return Details(
            self.get(id),
            metadata=metadata,
            companions=tuple(self.companions.get(id, ())),
            mark=self.marks([id]).get(id, Mark()),
            kind=self.kinds.get(id, Judgement(Kind.PHOTO, 0.92)),
            cluster=group if id < 9 else None,
            place="Vienna, Austria",
            modified="2024-05-18T09:00:00",
            copies=(),
        )

    def span_of(self, ids: Sequence[int]) -> tuple[str, str]:
        return "2024-05-17T10:30:00", "2024-05-17T10:30:00"

    def thumbnails(self, contents: Sequence[int], size: int) -> dict[int, bytes]:
        self.fetched.append(list(contents))
        return {content: jpeg(content) for content in contents}

    def size_of(self, ids: Sequence[int]) -> int:
        return 2_500_000 * len(ids)

    def failures(self) -> list[Failure]:
        return self.failed

    def counts(self) -> dict[str, int]:
        away = {state.value: len(ids) for state, ids in self.away.items()}
        return {state.value: 0 for state in State} | away | {"present": len(self.ids)}

    def put_away(self, state: State) -> SimpleNamespace:
        ids = array("q", self.away.get(state, []))
        return SimpleNamespace(ids=ids, contents=array("q", (id + 1000 for id in ids)))

    def version(self) -> int:
        return self.commits


class FakeArchive:
    """Moves photos between the timeline and what is put away; those in ``stuck`` stay where they are."""

    def __init__(self, photos: FakePhotos) -> None:
        self._photos = photos
        self.done: list[tuple[str, list[int]]] = []
        self.stuck: set[int] = set()

    def archive(self, ids: Sequence[int], cancel: CancelToken | None = None) -> Job[FileReport]:
        return (yield from self._move("archive", ids, State.ARCHIVED))

    def trash(self, ids: Sequence[int], cancel: CancelToken | None = None) -> Job[FileReport]:
        return (yield from self._move("trash", ids, State.TRASHED))

    def restore(self, ids: Sequence[int], cancel: CancelToken | None = None) -> Job[FileReport]:
        return (yield from self._move("restore", ids, None))

    def delete(self, ids: Sequence[int], cancel: CancelToken | None = None) -> Job[FileReport]:
        return (yield from self._move("delete", ids, None))

    def empty(self, cancel: CancelToken | None = None) -> Job[FileReport]:
        return (yield from self._move("empty", list(self._photos.away[State.TRASHED]), None))

    def _move(self, what: str, ids: Sequence[int], to: State | None) -> Job[FileReport]:
        yield Progress("moving", 1, len(ids))
        moved = [id for id in ids if id not in self.stuck]
        self.done.append((what, moved))
        for away in self._photos.away.values():
            away[:] = [id for id in away if id not in moved]
        here = [id for id in self._photos.ids if id not in moved]
        if to is not None:
            self._photos.away[to] += moved
        elif what == "restore":
            here = sorted([*here, *moved])
        self._photos.ids = array("q", here)
        self._photos.commits += 1
        skipped = [Skipped(id, "It is nailed down.") for id in ids if id in self.stuck]
        return FileReport(1, [Moved(id, "/a", "/b") for id in moved], 2_500_000 * len(moved), skipped)


class FakeRoots:
    def __init__(self, paths: Sequence[str]) -> None:
        self.paths = list(paths)

        self.excluded: dict[int, list[str]] = {}

    def list(self) -> list[Root]:
        return [Root(number, path, tuple(self.excluded.get(number, ()))) for number, path in enumerate(self.paths, 1)]

    def counts(self) -> dict[int, int]:
        return {root.id: root.id for root in self.list()}

    def add(self, path: str) -> Root:
        self.paths += [] if path in self.paths else [path]
        return next(root for root in self.list() if root.path == path)

    def exclude(self, root: int, patterns: Sequence[str]) -> Root:
        self.excluded[root] = list(patterns)
        return self.list()[root - 1]

    def remove(self, root: int) -> int:
        del self.paths[root - 1]
        return root


class FakeSettings:
    """Takes every archive, and every pattern with a field."""

    def __init__(self) -> None:
        self.values = {"archive": "", "archive_pattern": "{year}/{month}"}

    def get(self, key: str) -> str:
        return self.values[key]

    def set(self, key: str, value: str) -> str:
        if key == "archive_pattern" and "{" not in value:
            raise UsageError(f"The pattern {value} makes no folder below the archive.")
        self.values[key] = value
        return value


class FakeIngest:
    """A run waits at ``gate`` after its first report, so that a test decides when it goes on."""

    def __init__(self, services: FakeServices) -> None:
        self._services = services
        self.gate = threading.Event()
        self.gate.set()
        self.runs: list[tuple[str, ...]] = []
        self.profiles: list[str | None] = []
        self.error: Exception | None = None

    def index(
        self, folders: Sequence[str] = (), cancel: CancelToken | None = None, profile: str | None = None
    ) -> Job[IndexReport]:
        self.runs.append(tuple(folders))
        self.profiles.append(profile)
        self._services.roots.paths += folders
        yield Progress("reading", 1, 4, "IMG_1.jpg", 90.0)
        while not self.gate.wait(0.02):
            assert cancel is not None
            cancel.checkpoint()
        if self.error is not None:
            raise self.error
        yield Progress("reading", 4, 4)
        self._services.photos.commits += 1
        return IndexReport()


class FakeSearch:
    """Finds the first five photos, by an example the five after it; a search waits at ``gate``."""

    def __init__(self) -> None:
        self.queries: list[Query] = []
        self.stopped: list[str] = []
        #: What every search finds; None for what the text asks for.
        self.found: list[Hit] | None = None
        self.gate = threading.Event()
        self.gate.set()
        self.warmed = 0

    def warm(self) -> None:
        self.warmed += 1

    def close(self) -> None:
        self.warmed -= 1

    def understood(self, text: str) -> Understood:
        return Understood(text.replace("reciept", "receipt"), tuple(w for w in text.split() if w == "xqzzyvw"))

    def search(self, query: Query, cancel: CancelToken | None = None) -> list[Hit]:
        self.queries.append(query)
        self.gate.wait(5)
        if cancel is not None and cancel.cancelled:
            self.stopped.append(query.text)
            raise Cancelled("Stopped.")
        if self.found is not None:
            return self.found
        if query.text == "nothing":
            return []
        if query.text == "broken":
            raise CannotError("The search is out of order.", "Try again later.")
        if query.text == "vague":
            return [Hit(id, f"/photos/IMG_{id}.jpg", 0.1, 0.1, State.PRESENT) for id in range(1, 6)]
        first = query.like + 1 if isinstance(query.like, int) else 1
        ids = range(first, first + 5)
        return [Hit(id, f"/photos/IMG_{id}.jpg", 0.3, 1.0 - rank / 5, State.PRESENT) for rank, id in enumerate(ids)]


def card(id: int, name: str, photos: range, own: bool = False) -> Card:
    contents = tuple(photo + 1000 for photo in photos)
    return Card(id, name, len(contents), 0.8, contents[:3], own)


class FakeClusters:
    """Three groups in a theme and one alone: cats (photos 1-8), dogs (9-14), horses (15-20), boats (21-24)."""

    def __init__(self) -> None:
        self.groups = {
            1: ("cats", range(1, 9)),
            2: ("dogs", range(9, 15)),
            3: ("horses", range(15, 21)),
            4: ("boats", range(21, 25)),
        }
        self.own: set[int] = set()
        #: The name of theme 10.
        self.theme = "animals"
        self.edits: list[tuple[object, ...]] = []
        self.error: Exception | None = None
        #: Splitting further goes on until this is taken back, or it is stopped.
        self.slow = False
        #: Whether photos are found that seem to belong to a group.
        self.lacks = True

    def _card(self, id: int) -> Card:
        return card(id, *self.groups[id], own=id in self.own)

    def named(self) -> list[NamedGroup]:
        found = [NamedGroup(id, name, len(photos), id in self.own) for id, (name, photos) in self.groups.items()]
        return sorted(found, key=lambda group: -group.size)

    def shelves(self) -> list[Shelf]:
        animals = tuple(self._card(id) for id in (1, 2, 3) if id in self.groups)
        others = tuple(self._card(id) for id in self.groups if id > 3)
        shelves = [Shelf(10, self.theme, animals, self.theme != "animals"), Shelf(None, "", others)]
        return [shelf for shelf in shelves if shelf.cards]

    def photos(self, id: int) -> ClusterPhotos:
        if id not in self.groups:
            raise CannotError(f"There is no cluster {id}.")
        name, photos = self.groups[id]
        sure = array("d", (1 - place / 10 for place in range(len(photos))))
        contents = array("q", (photo + 1000 for photo in photos))
        return ClusterPhotos(id, name, id in self.own, array("q", photos), contents, sure)

    def rename(self, id: int, name: str) -> list[Card]:
        self._note("rename", id, name)
        if id == 10:
            self.theme = name
            return []
        self.groups[id] = (name, self.groups[id][1])
        self.own.add(id)
        return [self._card(id)]

    def merge(self, ids: Sequence[int]) -> list[Card]:
        self._note("merge", *ids)
        for id in ids[1:]:
            del self.groups[id]
        return [self._card(ids[0])]

    def split(self, id: int, photos: Sequence[int]) -> list[Card]:
        self._note("split", id, *photos)
        self.groups[5] = ("more", range(photos[0], photos[-1] + 1))
        return [self._card(5), self._card(id)]

    def split_further(self, id: int, parts: int | None = None, cancel: CancelToken | None = None) -> Job[list[Card]]:
        self._note("split further", id)
        yield Progress("looking", 0)
        while self.slow:
            assert cancel is not None
            cancel.checkpoint()
            time.sleep(0.005)
        if len(self.groups[id][1]) < 6:
            return [self._card(id)]
        whole = self.groups[id][1]
        self.groups[id], self.groups[5] = (self.groups[id][0], whole[:3]), ("more", whole[3:])
        return [self._card(id), self._card(5)]

    def remove(self, id: int, photos: Sequence[int]) -> list[Card]:
        self._note("remove", id, *photos)
        self.groups[id] = (self.groups[id][0], self.groups[id][1][len(photos) :])
        return [self._card(id)]

    def more(self, ids: Sequence[int], cancel: CancelToken | None = None) -> Job[list[Proposal]]:
        self._note("more", *ids)
        yield Progress("looking", 0)
        while self.slow:
            assert cancel is not None
            cancel.checkpoint()
            time.sleep(0.005)
        name, photos = self.groups[ids[0]]
        beyond = [Member(max(photos) + n, "", sure) for n, sure in enumerate((0.99, 0.97, 0.6), start=1)]
        return [Proposal(ids[0], name, beyond)] if self.lacks else []

    def refuse(self, id: int, photos: Sequence[int]) -> list[Card]:
        self._note("refuse", id, *photos)
        return [self._card(id)]

    def make(self, photos: Sequence[int]) -> list[Card]:
        self._note("make", *photos)
        self.groups[6] = ("new", range(photos[0], photos[-1] + 1))
        return [self._card(6)]

    def move(self, photos: Sequence[int], to: int) -> list[Card]:
        self._note("move", to, *photos)
        return [self._card(to)]

    def _note(self, *edit: object) -> None:
        if self.error is not None:
            raise self.error
        self.edits.append(edit)


class FakeHistory:
    def __init__(self, clusters: FakeClusters) -> None:
        self._clusters = clusters

    @property
    def next_undo(self) -> Action | None:
        if not self._clusters.edits:
            return None
        return Action(1, "cluster", f"Did {self._clusters.edits[-1][0]}", 1, "2026-01-01T00:00:00Z", "done", True)

    def undo(self, count: int = 1, cancel: CancelToken | None = None) -> Job[Reversal]:
        yield Progress("undoing", 0)
        action = self.next_undo
        if action is None:
            raise CannotError("There is nothing to undo.")
        self._clusters.edits.append(("undo",))
        return Reversal([action])

    def redo(self, count: int = 1, cancel: CancelToken | None = None) -> Job[Reversal]:
        yield Progress("redoing", 0)
        raise CannotError("There is nothing to redo.")


class FakeDuplicates:
    """Photos 1 and 2 are one file, 5 to 7 look alike once they were looked for; what is put away leaves them.

    The search waits at ``gate``.
    """

    def __init__(self, photos: FakePhotos) -> None:
        self._photos = photos
        self.searched = self.fresh = False
        self.searches = 0
        self.kept: list[int] = []
        self.gate = threading.Event()
        self.gate.set()
        self.groups: list[tuple[Literal["exact", "near"], int, list[int]]] = [
            ("exact", 2, [2, 1]),
            ("near", 5, [5, 6, 7]),
        ]

    def known(self) -> Known:
        found = []
        for kind, keep, ids in self.groups:
            here = [id for id in ids if id in self._photos.ids]
            if len(here) > 1 and (kind == "exact" or self.searched):
                copies = tuple(Copy(id, f"/photos/IMG_{id}.jpg", 2_500_000) for id in here)
                found.append(Duplicates(kind, keep, "It has the most pixels.", copies))
        return Known(found, self.searched, self.fresh)

    def keep(self, photo: int) -> list[int]:
        self.kept.append(photo)
        self.groups = [(kind, photo if photo in ids else keep, ids) for kind, keep, ids in self.groups]
        return []

    def find(self, near: bool = False, cancel: CancelToken | None = None) -> Job[list[Duplicates]]:
        self.searches += 1
        yield Progress("comparing", 1, 4)
        while not self.gate.wait(0.01):
            assert cancel is not None
            cancel.checkpoint()
        self.searched = self.fresh = True
        return self.known().groups


class FakeProfiles:
    """The embedded profile in use, one to download and one that was. A download waits at ``gate``."""

    def __init__(self) -> None:
        self.infos = {
            "embedded": ProfileInfo("embedded", ("a",), True, 0, "Apache-2.0", "Built in.", ("en",), active=True),
            "clip": ProfileInfo("clip", ("b",), False, 605_000_000, "MIT", "Recommended.", ("en",)),
            "siglip2": ProfileInfo("siglip2", ("c",), True, 1_500_000_000, "MIT", "Large.", ("multilingual",)),
        }
        self.gate = threading.Event()
        self.error: Exception | None = None
        self.dropped: list[str] = []

    def list(self) -> list[ProfileInfo]:
        return list(self.infos.values())

    def pull(self, name: str, cancel: CancelToken) -> Job[ProfileInfo]:
        yield Progress("downloading", 100, 400, "model.safetensors")
        while not self.gate.wait(0.02):
            cancel.checkpoint()
        if self.error is not None:
            raise self.error
        self.infos[name] = replace(self.infos[name], installed=True)
        return self.infos[name]

    def drop(self, name: str) -> int:
        self.dropped.append(name)
        return 3

    def remove(self, name: str) -> ProfileInfo:
        self.infos[name] = replace(self.infos[name], installed=False)
        return self.infos[name]


class FakeMarks:
    """Marks in memory; each call that changes any is an edit that the history knows."""

    def __init__(self, clusters: FakeClusters) -> None:
        self._edits = clusters.edits
        self.marks: dict[int, Mark] = {}
        self.error: Exception | None = None

    def of(self, ids: Sequence[int]) -> dict[int, Mark]:
        return {id: self.marks[id] for id in ids if id in self.marks}

    def rate(self, ids: Sequence[int], rating: int) -> Change:
        return self._set("rate", ids, rating=rating)

    def flag(self, ids: Sequence[int], flag: Flag | None) -> Change:
        return self._set("flag", ids, flag=flag)

    def _set(self, what: str, ids: Sequence[int], **change: object) -> Change:
        if self.error is not None:
            raise self.error
        self._edits.append((what, *ids, *change.values()))
        for id in ids:
            self.marks[id] = replace(self.marks.get(id, Mark()), **change)  # type: ignore[arg-type]
        return Change(len(self._edits), list(ids))


class FakeKinds:
    """Says what the fake photos are; each call is an edit that the history knows."""

    def __init__(self, photos: FakePhotos, clusters: FakeClusters) -> None:
        self._photos = photos
        self._edits = clusters.edits
        self.error: Exception | None = None

    def set(self, ids: Sequence[int], kind: Kind) -> Change:
        if self.error is not None:
            raise self.error
        self._edits.append(("kind", *ids, kind))
        self._photos.kinds |= {id: Judgement(kind, 1.0, True) for id in ids}
        self._photos.commits += 1
        return Change(len(self._edits), list(ids))


class FakeTurns:
    """Turns in memory, by content."""

    def __init__(self) -> None:
        self.quarters: dict[int, int] = {}

    def all(self) -> dict[int, int]:
        return dict(self.quarters)

    def turn(self, ids: Sequence[int], quarters: int) -> Change:
        for id in ids:
            self.quarters[id + 1000] = (self.quarters.get(id + 1000, 0) + quarters) % 4
        self.quarters = {content: turned for content, turned in self.quarters.items() if turned}
        return Change(1, list(ids))


class FakeAttention:
    """Explains photos; those of group 1 by it, others by themselves. Waits at ``gate``."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.rested = 0
        self.lacking: tuple[str, ...] = ()
        self.error: Exception | None = None
        self.gate = threading.Event()
        self.gate.set()

    def explain(self, id: int) -> Explanation:
        self.asked.append(id)
        assert self.gate.wait(5)
        if self.error is not None:
            raise self.error
        group = InCluster(1, "cats", False, 0.9, None, "") if id < 9 else None
        corner = ((0.25, 0.25), (0.75, 0.25), (0.75, 0.75))
        return Explanation(id, 4, 3, bytes([0] * 6 + [255] * 6), (corner,), self.lacking, group)

    def rest(self) -> None:
        self.rested += 1


class FakeFacets:
    """The counts of the fake photos: by month as these tell it, the rest as it is set."""

    def __init__(self, services: FakeServices) -> None:
        self._services = services
        self.kinds: list[tuple[Kind, int]] = []
        self.cameras: list[tuple[str, int]] = []
        self.countries: list[tuple[str, int]] = []
        self.folders: list[tuple[str, int]] = []
        self.ratings: list[tuple[int, int]] = []
        self.flags: list[tuple[Flag, int]] = []
        self.towns: list[tuple[str, str, int]] = []

    def all(self) -> Facets:
        photos, roots = self._services.photos, self._services.roots.paths
        count = len(photos.ids)
        months = list(photos.months) or ([("2024-05", count)] if count else [])
        folders = self.folders or ([(roots[0], count)] if roots and count else [])
        return Facets(
            photos=count,
            months=months,
            folders=folders,
            cameras=self.cameras,
            kinds=self.kinds,
            ratings=self.ratings,
            flags=self.flags,
            placed=sum(town[2] for town in self.towns),
            countries=self.countries,
            towns=self.towns,
        )


class FakePreviews:
    """Blue pictures of the size asked for; ``parts`` notes which parts of them were."""

    def __init__(self) -> None:
        self.parts: list[tuple[float, float, float, float]] = []

    def load(
        self, path: str, max_side: int, crop: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)
    ) -> SimpleNamespace:
        if path.endswith("IMG_3.jpg"):
            raise UnreadableError("The file is damaged.")
        self.parts.append(crop)
        width, height = max_side, max_side * 3 // 4
        return SimpleNamespace(width=width, height=height, rgb=b"\x40\x80\xc0" * width * height)


class FakeTyped:
    def names(self) -> Names:
        return Names(("/photos", "/photos/Trips"), (NamedGroup(1, "cats", 8), NamedGroup(2, "dogs", 6)))


class FakeSearches:
    """Saved searches in memory; each edit is one that the history knows."""

    def __init__(self, services: FakeServices) -> None:
        self._services = services
        self.saved: dict[int, SavedSearch] = {}

    def all(self) -> list[SavedSearch]:
        return list(self.saved.values())

    def save(self, name: str, query: Query) -> None:
        self._put(SavedSearch(len(self.saved) + 1, name, query))

    def rename(self, id: int, name: str) -> None:
        self._put(replace(self.saved[id], name=name))

    def remove(self, id: int) -> None:
        del self.saved[id]
        self._services.photos.commits += 1

    def _put(self, search: SavedSearch) -> None:
        self.saved[search.id] = search
        self._services.clusters.edits.append(("save",))
        self._services.photos.commits += 1


class FakeServices:
    def __init__(self, count: int = 40, roots: Sequence[str] = ("/photos",)) -> None:
        self.photos = FakePhotos(count)
        self.facets = FakeFacets(self)
        self.roots = FakeRoots(roots)
        self.ingest = FakeIngest(self)
        self.search = FakeSearch()
        self.profiles = FakeProfiles()
        self.previews = FakePreviews()
        self.titles = Titles()
        self.clusters = FakeClusters()
        self.kinds = FakeKinds(self.photos, self.clusters)
        self.marks = FakeMarks(self.clusters)
        self.photos.marks = self.marks.of
        self.turns = FakeTurns()
        self.attention = FakeAttention()
        self.history = FakeHistory(self.clusters)
        self.archive = FakeArchive(self.photos)
        self.typed = FakeTyped()
        self.duplicates = FakeDuplicates(self.photos)
        self.searches = FakeSearches(self)
        self.settings = FakeSettings()

    def status(self) -> LibraryStatus:
        return LibraryStatus(self.photos.counts(), "embedded", 0, [], 4, "/catalog", 1_000_000)
