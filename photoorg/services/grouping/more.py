"""Finds photos that belong to groups which a person keeps: what the groups say of themselves is learnt, then asked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.clusters import LEAST_MORE, Member, Proposal
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.types import State

if TYPE_CHECKING:
    from photoorg.services.grouping.regroup import Regrouper
    from photoorg.services.grouping.titles import Titles


def proposals(
    catalog: Catalog, titles: Titles, regroup: Regrouper, ids: Sequence[int], cancel: CancelToken
) -> Job[list[Proposal]]:
    """What the groups ``ids``, or else all that a person named or made, lack: a proposal each, empty ones left out.

    A photo that a person put somewhere, or said not to belong, is not proposed.

    Raises:
        CannotError: there is no such group, no group that a person named or made, or no other to tell it from.
        Cancelled: ``cancel`` asked for it.
    """
    rows = {id: row for id, row in catalog.clusters.rows().items() if row.level == "group"}
    held = [id for id, row in rows.items() if row.held]
    wanted = list(dict.fromkeys(ids)) or held
    if not wanted:
        raise CannotError("No group has a name of your own yet.", "photoorg clusters rename ID NAME gives it one.")
    for id in wanted:
        if id not in rows:
            raise CannotError(f"There is no cluster {id}.", "photoorg clusters lists them all.")
    found = yield from regroup.more(wanted, held, cancel)
    sure = {content: place for content, place in found.items() if place[1] >= LEAST_MORE}
    refused = set(catalog.clusters.rejections())
    members = catalog.clusters.members()
    kept = {
        content
        for content, cluster, pinned in zip(members.contents, members.clusters, members.pinned, strict=True)
        if content in sure and ((pinned and cluster) or cluster in held)
    }
    photos = catalog.photos.of_contents(sure, (State.PRESENT,))
    proposed: dict[int, list[Member]] = {id: [] for id in wanted}
    for content, (group, certainty) in sorted(sure.items(), key=lambda item: (-item[1][1], item[0])):
        if content not in kept and (content, group) not in refused:
            proposed[group] += [Member(photo.id, photo.path, round(certainty, 4)) for photo in photos.get(content, ())]
    return [Proposal(id, titles.of(rows[id]), listed) for id, listed in proposed.items() if listed]
