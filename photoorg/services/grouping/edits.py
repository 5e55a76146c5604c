"""What a person does to clusters. Each edit is one action of the journal, so that undo takes it back whole.

An edit is remembered as what it says about photos, so that later runs keep to it: photos that were joined must stay
together, photos that were parted must not meet again, and what was taken out of a group does not come back into it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from photoorg.catalog import cluster_images
from photoorg.catalog.clusters import ClusterRow, Link, LinkKind, MemberRow
from photoorg.catalog.store import Catalog
from photoorg.core.errors import CannotError, UsageError
from photoorg.services.grouping.titles import Titles
from photoorg.services.wording import photo_count

#: The kind of these actions in the journal.
KIND = "cluster"


class Edits:
    """Changes clusters; every method returns the ids of the clusters concerned, the one to look at first.

    ``titles`` says what the journal calls them, ``suggest`` finds a name for a new group of contents.
    """

    def __init__(self, catalog: Catalog, titles: Titles, suggest: Callable[[Sequence[int]], str]) -> None:
        self._catalog = catalog
        self._clusters = catalog.clusters
        self._titles = titles
        self._suggest = suggest

    def rename(self, id: int, name: str) -> list[int]:
        """Give a group or a theme a name of the person's own; an empty one gives the suggested name back.

        Raises:
            CannotError: there is no such cluster.
        """
        name = " ".join(name.split())
        with self._catalog.database.write() as connection:
            row = self._row(id)
            what = f"Renamed {self._title(row)} to “{name}”" if name else f"Took the name {self._title(row)} back"
            with _Recorded(self._catalog, connection, what, [id], []):
                self._clusters.save([replace(row, name=name or None)])
        return [id]

    def merge(self, ids: Sequence[int]) -> list[int]:
        """Make one group (or theme) of several: the first, whose name stays unless only another has a person's own.

        Raises:
            CannotError: there is no such cluster.
            UsageError: there are not two, or they are not of one level.
        """
        ids = list(dict.fromkeys(ids))
        if len(ids) < 2:
            raise UsageError("Name two groups or more to merge.")
        with self._catalog.database.write() as connection:
            rows = [self._row(id) for id in ids]
            if len({row.level for row in rows}) > 1:
                raise UsageError("A theme and a group cannot be merged.", "Name groups only, or themes only.")
            own = next((row.name for row in rows if row.name is not None), None)
            first = replace(rows[0], name=own, by_person=True)
            what = f"Merged {len(ids)} {first.level}s into {self._title(first)}"
            if first.level == "theme":
                groups = [row for row in self._clusters.rows().values() if row.theme in ids]
                with _Recorded(self._catalog, connection, what, [*ids, *(group.id for group in groups)], []):
                    self._clusters.save([first])
                    self._clusters.save(replace(group, theme=first.id, theme_pinned=True) for group in groups)
                    self._clusters.drop(ids[1:])
            else:
                self._merge_groups(connection, first, ids[1:], what)
        return [first.id]

    def _merge_groups(
        self, connection: sqlite3.Connection, first: ClusterRow, others: Sequence[int], what: str
    ) -> None:
        mine = self._clusters.members_of(first.id)
        theirs = [self._clusters.members_of(other) for other in others]
        moved = [replace(member, cluster=first.id) for members in theirs for member in members]
        refused = [content for content, cluster in self._clusters.rejections() if cluster in others]
        touched = [member.content for member in (*mine, *moved)]
        with _Recorded(self._catalog, connection, what, [first.id, *others], touched + refused, len(moved)):
            self._clusters.save([first])
            self._clusters.put(moved)
            self._clusters.accept(touched, first.id)
            self._clusters.reject(set(refused) - set(touched), first.id)
            self._link("must", mine[0].content if mine else None, (members[0].content for members in theirs if members))
            self._clusters.drop(others)

    def split(self, id: int, photos: Sequence[int]) -> list[int]:
        """Make a group of its own of some ``photos`` of a group.

        Raises:
            CannotError: there is no such group, or a photo is not in it.
            UsageError: these are all of its photos.
        """
        contents = self._contents(photos)
        with self._catalog.database.write() as connection:
            row, left = self._part(id, contents)
            if not left:
                raise UsageError("These are all of its photos: nothing would be left.", "Rename the group instead.")
            what = f"Split {photo_count(len(photos))} off {self._title(row)}"
            made = self._clusters.add("group", row.theme, by_person=True)
            with _Recorded(self._catalog, connection, what, [id, made], contents, len(photos), new=[made]):
                self._clusters.save([replace(self._row(made), suggested=self._suggest(contents), theme_pinned=False)])
                self._clusters.put(MemberRow(content, made, 1.0, True) for content in contents)
                self._clusters.reject(contents, id)
                self._link("cannot", left[0].content, contents[:1])
        return [made, id]

    def divide(self, id: int, parts: Sequence[Sequence[int]]) -> list[int]:
        """Make groups of their own of all ``parts`` (contents) of a group but the first, which stays.

        Each part keeps together from then on, and away from the others.

        Raises:
            CannotError: there is no such group, or a part is not in it any more.
        """
        moved = [list(part) for part in parts[1:]]
        together = [content for part in moved for content in part]
        with self._catalog.database.write() as connection:
            row, _ = self._part(id, together)
            made = [self._clusters.add("group", row.theme, by_person=True) for _ in moved]
            what = f"Split {self._title(row)} into {len(parts)}"
            with _Recorded(self._catalog, connection, what, [id, *made], together, len(together), new=made):
                for each, part in zip(made, moved, strict=True):
                    self._clusters.save([replace(self._row(each), suggested=self._suggest(part), theme_pinned=False)])
                    self._clusters.put(MemberRow(content, each, 1.0, True) for content in part)
                    self._clusters.reject(part, id)
                    self._link("must", part[0], part[1:])
                firsts = [part[0] for part in parts if part]
                for place, first in enumerate(firsts):
                    self._link("cannot", first, firsts[place + 1 :])
        return [id, *made]

    def remove(self, id: int, photos: Sequence[int]) -> list[int]:
        """Say that ``photos`` do not belong to a group; they are in none until a later run finds them another.

        Raises:
            CannotError: there is no such group, or a photo is not in it.
        """
        contents = self._contents(photos)
        with self._catalog.database.write() as connection:
            row, left = self._part(id, contents)
            what = f"Removed {photo_count(len(photos))} from {self._title(row)}"
            with _Recorded(self._catalog, connection, what, [id], contents, len(photos)):
                self._clusters.put(MemberRow(content, None) for content in contents)
                self._clusters.reject(contents, id)
                self._link("cannot", left[0].content if left else None, contents)
        return [id]

    def refuse(self, id: int, photos: Sequence[int]) -> list[int]:
        """Say that ``photos``, which are not in a group, do not belong to it; they stay where they are.

        Raises:
            CannotError: there is no such group or photo.
        """
        contents = self._contents(photos)
        with self._catalog.database.write() as connection:
            what = f"Kept {photo_count(len(photos))} out of {self._title(self._group(id))}"
            with _Recorded(self._catalog, connection, what, [id], contents, len(photos)):
                self._clusters.reject(contents, id)
        return [id]

    def move(self, photos: Sequence[int], to: int) -> list[int]:
        """Put ``photos``, wherever they are, into the group ``to``, where they stay.

        Raises:
            CannotError: there is no such group or photo.
        """
        contents = self._contents(photos)
        with self._catalog.database.write() as connection:
            row = self._group(to)
            what = f"Moved {photo_count(len(photos))} to {self._title(row)}"
            self._put(connection, contents, row, what, len(photos))
        return [to]

    def fill(self, places: Mapping[int, Mapping[int, float]]) -> list[int]:
        """Put photos into groups: group to photos with how surely each belongs there. Later edits may part them again.

        Raises:
            CannotError: there is no such group or photo.
            UsageError: there are no photos to put anywhere.
        """
        contents = {id: self._contents(list(photos)) for id, photos in places.items() if photos}
        together = [content for part in contents.values() for content in part]
        if not together:
            raise UsageError("There are no photos to put into a group.")
        count = sum(map(len, places.values()))
        with self._catalog.database.write() as connection:
            rows = {id: self._group(id) for id in contents}
            homes = {cluster for _, cluster in self._clusters.homes(together)}
            one = self._title(next(iter(rows.values())))
            what = f"Moved {photo_count(count)} to {one if len(rows) == 1 else f'{len(rows)} groups'}"
            with _Recorded(self._catalog, connection, what, [*rows, *homes], together, count):
                for id, part in contents.items():
                    others = self._clusters.members_of(id)
                    certainty = self._certainties(places[id])
                    self._clusters.put(MemberRow(content, id, certainty[content]) for content in part)
                    self._clusters.accept(part, id)
                    self._link("must", others[0].content if others else part[0], part)
        return list(rows)

    def _certainties(self, photos: Mapping[int, float]) -> dict[int, float]:
        """Content to how surely a photo of it belongs."""
        found = {photo.content: photos[photo.id] for photo in self._catalog.photos.many(list(photos))}
        return {content: certainty for content, certainty in found.items() if content is not None}

    def make(self, photos: Sequence[int], name: str = "") -> list[int]:
        """Make a new group of ``photos``, wherever they are.

        Raises:
            CannotError: there is no such photo.
            UsageError: no photos are named.
        """
        contents = self._contents(photos)
        name = " ".join(name.split())
        with self._catalog.database.write() as connection:
            theme = self._clusters.add("theme", by_person=False)
            suggested = self._suggest(contents)
            row = ClusterRow(self._clusters.add("group", theme), "group", theme, suggested, name or None, True)
            what = f"Made the group {self._title(row)} of {photo_count(len(photos))}"
            self._put(connection, contents, row, what, len(photos), new=[row.id, theme])
        return [row.id]

    def _put(
        self,
        connection: sqlite3.Connection,
        contents: Sequence[int],
        row: ClusterRow,
        what: str,
        photos: int,
        new: Sequence[int] = (),
    ) -> None:
        came = {member.content: member.cluster for content in contents if (member := self._clusters.member(content))}
        homes = {cluster for cluster in came.values() if cluster is not None}
        others = self._clusters.members_of(row.id)
        with _Recorded(self._catalog, connection, what, [row.id, *homes, *new], contents, photos, new=new):
            self._clusters.save([row])
            self._clusters.put(MemberRow(content, row.id, 1.0, True) for content in contents)
            self._clusters.accept(contents, row.id)
            for home in homes - {row.id}:
                self._clusters.reject((content for content in contents if came.get(content) == home), home)
            self._link("must", others[0].content if others else contents[0], contents)

    def _part(self, id: int, contents: Sequence[int]) -> tuple[ClusterRow, list[MemberRow]]:
        """A group, and its members without ``contents``, all of which must be in it."""
        row = self._group(id)
        members = self._clusters.members_of(id)
        strangers = set(contents) - {member.content for member in members}
        if strangers:
            if len(strangers) == 1:
                raise CannotError(f"One of those photos is not in {self._title(row)}.")
            raise CannotError(f"{len(strangers):,} of those photos are not in {self._title(row)}.")
        return row, [member for member in members if member.content not in set(contents)]

    def _link(self, kind: LinkKind, one: int | None, others: Iterable[int]) -> None:
        if one is not None:
            self._clusters.link(Link(min(one, other), max(one, other), kind) for other in others if other != one)

    def _title(self, row: ClusterRow) -> str:
        title = self._titles.of(row)
        return f"“{title}”" if title else f"group {row.id}"

    def _row(self, id: int) -> ClusterRow:
        row = self._clusters.get(id)
        if row is None:
            raise CannotError(f"There is no cluster {id}.", "photoorg clusters lists them all.")
        return row

    def _group(self, id: int) -> ClusterRow:
        row = self._row(id)
        if row.level != "group":
            raise CannotError(f"{id} is a theme, not a group.", "photoorg clusters lists its groups.")
        return row

    def _contents(self, photos: Sequence[int]) -> list[int]:
        found = {photo.id: photo.content for photo in self._catalog.photos.many(photos)}
        for id in photos:
            if found.get(id) is None:
                raise CannotError(f"There is no photo {id} in this library.")
        if not found:
            raise UsageError("Name the photos.")
        return list(dict.fromkeys(content for content in found.values() if content is not None))


class _Recorded:
    """A context around an edit that notes it in the journal, with images of what it touched before and after.

    ``new`` clusters are made already when it begins; undoing the edit takes them away.
    """

    def __init__(
        self,
        catalog: Catalog,
        connection: sqlite3.Connection,
        what: str,
        clusters: Collection[int],
        contents: Collection[int],
        photos: int = 0,
        new: Collection[int] = (),
    ) -> None:
        self._catalog = catalog
        self._connection = connection
        self._what = what
        self._clusters = list(clusters)
        self._contents = list(contents)
        self._photos = photos
        self._new = new
        self._before: dict[str, Any] = {}

    def __enter__(self) -> None:
        self._before = cluster_images.image(self._catalog.database, self._clusters, self._contents)
        for part in ("rows", "themes"):
            self._before[part] = [row for row in self._before[part] if row[0] not in self._new]

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._catalog.clusters.drop_empty()
            after = cluster_images.image(self._catalog.database, self._clusters, self._contents)
            self._catalog.journal.record(
                self._connection, KIND, self._what, undo=self._before, redo=after, photos=self._photos
            )
