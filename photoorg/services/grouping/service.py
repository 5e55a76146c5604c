"""Everything that the window and the command line do with clusters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.clusters import Cluster, Clustering, ClusterPhotos, Proposal, Shelf, Theme
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.named_places import NamedGroup
from photoorg.core.types import State
from photoorg.services.grouping.listing import Listing
from photoorg.services.grouping.state import LastRun
from photoorg.services.grouping.titles import Titles

if TYPE_CHECKING:
    from photoorg.embed.profiles import Profile
    from photoorg.services.grouping.edits import Edits
    from photoorg.services.grouping.regroup import Regrouper
    from photoorg.services.profiles.switching import Switching


class ClusterService:
    """Lists clusters at once; what needs numpy is made at its first use."""

    def __init__(
        self, catalog: Catalog, titles: Titles, switching: Switching, regrouper: Callable[[Profile], Regrouper]
    ) -> None:
        self._catalog = catalog
        self._titles = titles
        self._switching = switching
        self._make_regrouper = regrouper
        self._regrouper: tuple[str, Regrouper] | None = None
        self._listing = Listing(catalog, titles)

    def update(self, cancel: CancelToken | None = None) -> Job[None]:
        """Find places for what is new since the last time; what indexing ends with.

        Raises:
            Cancelled: the person stopped it; what is placed stays.
            CannotError: the clustering process failed.
        """
        space = self._switching.active.visual
        fresh = self._catalog.clusters.unseen(space)
        if fresh or not LastRun.of(self._catalog).fits(space):  # else there is no need to import numpy
            yield from self._regroup.update(fresh, cancel or CancelToken())

    def run(self, cancel: CancelToken | None = None) -> Job[None]:
        """Look at all photos again. Ids, names and edits stay.

        Raises:
            Cancelled: the person stopped it; everything stays as it was.
            CannotError: the clustering process failed.
        """
        yield from self._regroup.run(cancel or CancelToken())

    def all(self) -> Clustering:
        """All themes and groups with their photos, and the photos in none."""
        return self._listing.all()

    def some(self, ids: Sequence[int]) -> list[Cluster]:
        """These groups with their photos."""
        return self._listing.some(ids)

    def theme(self, id: int) -> Theme:
        """One theme.

        Raises:
            CannotError: there is none with this id.
        """
        return self._listing.theme(id)

    def named(self) -> list[NamedGroup]:
        """The groups by name, the largest first."""
        return self._listing.named()

    def shelves(self) -> list[Shelf]:
        """The covers of all groups under their themes."""
        return self._listing.shelves()

    def photos(self, id: int) -> ClusterPhotos:
        """The photos of one group, the surest first.

        Raises:
            CannotError: there is none with this id.
        """
        return self._listing.photos(id)

    def photo_ids(self, id: int, states: Sequence[State]) -> list[int]:
        """The photos of one group that are in one of ``states``, the surest first.

        Raises:
            CannotError: there is no such group.
        """
        return self._listing.photo_ids(id, states)

    # Edits: each is one action of the journal

    def rename(self, id: int, name: str) -> list[Cluster | Theme]:
        """Give a group or a theme a name of the person's own; an empty one gives the suggested name back.

        Raises:
            CannotError: there is no such cluster.
        """
        return self._concerned(self._edits.rename(id, name))

    def merge(self, ids: Sequence[int]) -> list[Cluster | Theme]:
        """Make one group (or theme) of several: the first, whose name stays unless only another has a person's own.

        Raises:
            CannotError: there is no such cluster.
            UsageError: there are not two, or they are not of one level.
        """
        return self._concerned(self._edits.merge(ids))

    def split(self, id: int, photos: Sequence[int]) -> list[Cluster | Theme]:
        """Make a group of its own of some ``photos`` of a group; the new one comes first.

        Raises:
            CannotError: there is no such group, or a photo is not in it.
            UsageError: these are all of its photos.
        """
        return self._concerned(self._edits.split(id, photos))

    def split_further(
        self, id: int, parts: int | None = None, cancel: CancelToken | None = None
    ) -> Job[list[Cluster | Theme]]:
        """Look for different kinds within a group of look-alikes and make groups of them; the largest stays.

        ``parts`` None takes as many as the photos speak for. The group alone comes back where it is of one kind.

        Raises:
            CannotError: there is no such group, or the process failed.
            Cancelled: the person stopped it; everything stays as it was.
        """
        members = list(dict.fromkeys(self._listing.photos(id).contents))
        found = yield from self._regroup.parts(members, parts, cancel or CancelToken())
        return self._concerned(self._edits.divide(id, found) if len(found) > 1 else [id])

    def more(self, ids: Sequence[int] = (), cancel: CancelToken | None = None) -> Job[list[Proposal]]:
        """Look for photos that belong to the groups ``ids``, or else to all that a person named or made.

        Changes nothing. Groups that lack nothing have no proposal.

        Raises:
            CannotError: there is no such group, none that a person named or made, no other group to tell them from,
                or the process failed.
            Cancelled: the person stopped it.
        """
        from photoorg.services.grouping.more import proposals

        return (yield from proposals(self._catalog, self._titles, self._regroup, ids, cancel or CancelToken()))

    def fill(self, proposed: Sequence[Proposal]) -> list[Cluster | Theme]:
        """Put the photos of proposals into their groups, as surely as those say; one action.

        Raises:
            CannotError: there is no such group or photo.
            UsageError: there are no photos to put anywhere.
        """
        places = {each.id: {photo.id: photo.confidence for photo in each.photos} for each in proposed}
        return self._concerned(self._edits.fill(places))

    def refuse(self, id: int, photos: Sequence[int]) -> list[Cluster | Theme]:
        """Say that ``photos``, which are not in a group, do not belong to it: they are not proposed for it.

        Raises:
            CannotError: there is no such group or photo.
        """
        return self._concerned(self._edits.refuse(id, photos))

    def remove(self, id: int, photos: Sequence[int]) -> list[Cluster | Theme]:
        """Say that ``photos`` do not belong to a group.

        Raises:
            CannotError: there is no such group, or a photo is not in it.
        """
        return self._concerned(self._edits.remove(id, photos))

    def move(self, photos: Sequence[int], to: int) -> list[Cluster | Theme]:
        """Put ``photos``, wherever they are, into the group ``to``, where they stay.

        Raises:
            CannotError: there is no such group or photo.
        """
        return self._concerned(self._edits.move(photos, to))

    def make(self, photos: Sequence[int], name: str = "") -> list[Cluster | Theme]:
        """Make a new group of ``photos``, wherever they are.

        Raises:
            CannotError: there is no such photo.
            UsageError: no photos are named.
        """
        return self._concerned(self._edits.make(photos, name))

    def _concerned(self, ids: Sequence[int]) -> list[Cluster | Theme]:
        groups = {cluster.id: cluster for cluster in self._listing.some(ids)}
        return [groups[id] if id in groups else self._listing.theme(id) for id in ids]

    @cached_property
    def _edits(self) -> Edits:
        from photoorg.services.grouping.edits import Edits

        return Edits(self._catalog, self._titles, self._suggest)

    def _suggest(self, contents: Sequence[int]) -> str:
        return self._regroup.suggest(contents)  # most edits need no name, and no numpy

    @property
    def _regroup(self) -> Regrouper:
        """For the profile as it is now: it may have been switched since the last time."""
        profile = self._switching.active
        if self._regrouper is None or self._regrouper[0] != profile.name:
            self._regrouper = profile.name, self._make_regrouper(profile)
        return self._regrouper[1]
