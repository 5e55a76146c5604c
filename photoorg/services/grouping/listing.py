"""Clusters as they are shown: themes by size, groups by size, photos by confidence."""

from __future__ import annotations

import os
from array import array
from collections.abc import Sequence

from photoorg.catalog.clusters import ClusterRow
from photoorg.catalog.store import Catalog
from photoorg.core.clusters import Card, Cluster, Clustering, ClusterPhotos, Member, Shelf, Theme, Ungrouped
from photoorg.core.errors import CannotError
from photoorg.core.named_places import NamedGroup
from photoorg.core.types import State
from photoorg.services.grouping.titles import Titles

#: Where among a group's photos, the surest first, the pictures of its cover stand: varied, and none of them doubtful.
_COVERS = (0.0, 0.15, 0.35)


class Listing:
    """Reads clusters for people and programs. Safe from any thread. ``titles`` says what they are called."""

    def __init__(self, catalog: Catalog, titles: Titles) -> None:
        self._catalog = catalog
        self._titles = titles

    def all(self) -> Clustering:
        """Everything that is shown."""
        shown = dict(self._catalog.clusters.shown())
        members: dict[int, list[Member]] = {cluster: [] for cluster in shown}
        ungrouped = []
        for id, root, rel, _, cluster, confidence in self._catalog.clusters.photos():
            path = os.path.join(os.fsdecode(root), os.fsdecode(rel))
            if cluster in members:
                members[cluster].append(Member(id, path, round(confidence, 4)))
            else:
                ungrouped.append(Ungrouped(id, path))
        rows = self._catalog.clusters.rows()
        themes = self._themes(shown, rows)
        clusters = [
            Cluster(group, self._titles.of(rows[group]), rows[group].theme, len(members[group]), members[group])
            for theme in themes
            for group in theme.groups
        ]
        clusters += [
            Cluster(group, self._titles.of(rows[group]), None, len(members[group]), members[group])
            for group in shown
            if rows[group].theme is None
        ]
        return Clustering(themes, clusters, ungrouped)

    def some(self, ids: Sequence[int]) -> list[Cluster]:
        """These groups, in this order; those that are gone are left out."""
        found = []
        rows = self._catalog.clusters.rows()
        for id in ids:
            if id in rows and rows[id].level == "group":
                members = [
                    Member(photo, os.path.join(os.fsdecode(root), os.fsdecode(rel)), round(confidence, 4))
                    for photo, root, rel, _, _, confidence in self._catalog.clusters.photos(id)
                ]
                found.append(Cluster(id, self._titles.of(rows[id]), rows[id].theme, len(members), members))
        return found

    def theme(self, id: int) -> Theme:
        """One theme.

        Raises:
            CannotError: there is none with this id.
        """
        for theme in self._themes(dict(self._catalog.clusters.shown()), self._catalog.clusters.rows()):
            if theme.id == id:
                return theme
        raise CannotError(f"There is no theme {id}.")

    def named(self) -> list[NamedGroup]:
        """The groups by name, the largest first."""
        rows = self._catalog.clusters.rows()
        shown = sorted(self._catalog.clusters.shown(), key=lambda found: (-found[1], found[0]))
        return [
            NamedGroup(id, self._titles.of(rows[id]), size, rows[id].name is not None)
            for id, size in shown
            if id in rows
        ]

    def named_themes(self) -> list[NamedGroup]:
        """The themes by name, the largest first."""
        shown, rows = dict(self._catalog.clusters.shown()), self._catalog.clusters.rows()
        return [
            NamedGroup(theme.id, theme.name, sum(map(shown.__getitem__, theme.groups)), rows[theme.id].name is not None)
            for theme in self._themes(shown, rows)
        ]

    def shelves(self) -> list[Shelf]:
        """The covers of all groups under their themes; groups that are alone in theirs share the last shelf."""
        shown = dict(self._catalog.clusters.shown())
        covers: dict[int, list[int]] = {}
        confidence = dict.fromkeys(shown, 0.0)
        for group, mean, content in self._catalog.clusters.covers(_COVERS):
            covers.setdefault(group, []).append(content)
            confidence[group] = mean
        rows = self._catalog.clusters.rows()

        def card(id: int) -> Card:
            pictures, named = tuple(covers.get(id, ())), rows[id].name is not None
            return Card(id, self._titles.of(rows[id]), shown[id], confidence[id], pictures, named)

        shelves, alone = [], [id for id in shown if rows[id].theme is None]
        for theme in self._themes(shown, rows):
            if len(theme.groups) > 1 or rows[theme.id].name is not None:
                shelves.append(
                    Shelf(theme.id, theme.name, tuple(map(card, theme.groups)), rows[theme.id].name is not None)
                )
            else:
                alone += theme.groups
        alone.sort(key=lambda id: (-shown[id], id))
        return [*shelves, Shelf(None, "", tuple(map(card, alone)))] if alone else shelves

    def photos(self, id: int) -> ClusterPhotos:
        """The photos of one group.

        Raises:
            CannotError: there is none with this id.
        """
        row = self._group(id)
        ids, contents, confidences = array("q"), array("q"), array("d")
        for photo, _, _, content, _, confidence in self._catalog.clusters.photos(id):
            ids.append(photo)
            contents.append(content)
            confidences.append(confidence)
        return ClusterPhotos(id, self._titles.of(row), row.name is not None, ids, contents, confidences)

    def photo_ids(self, id: int, states: Sequence[State]) -> list[int]:
        """The photos of one group that are in one of ``states``, the surest first.

        Raises:
            CannotError: there is none with this id.
        """
        self._group(id)
        contents = [member.content for member in self._catalog.clusters.members_of(id)]
        photos = self._catalog.photos.of_contents(contents, states)
        return [photo.id for content in contents for photo in photos.get(content, ())]

    def _group(self, id: int) -> ClusterRow:
        row = self._catalog.clusters.get(id)
        if row is None or row.level != "group":
            raise CannotError(f"There is no cluster {id}.", "photoorg clusters lists them all.")
        return row

    def _themes(self, shown: dict[int, int], rows: dict[int, ClusterRow]) -> list[Theme]:
        """The themes of the groups ``shown`` (group to size), the largest first, their groups the largest first."""
        groups: dict[int, list[int]] = {}
        for group in sorted(shown, key=lambda group: (-shown[group], group)):
            theme = rows[group].theme
            if theme is not None:
                groups.setdefault(theme, []).append(group)
        order = sorted(groups, key=lambda theme: (-sum(shown[group] for group in groups[theme]), theme))
        return [Theme(theme, self._titles.of(rows[theme]), groups[theme]) for theme in order]
