"""Splitting a group of look-alikes further, in the process that does it in the product."""

from __future__ import annotations

import pytest

from photoorg.core.clusters import Cluster
from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken, run
from tests.services.grouping.conftest import Album
from tests.services.grouping.test_edits import Kinds, redo, tables, undo


def _merged(kinds: Kinds) -> tuple[Album, int]:
    album, *parts = kinds
    ids = [album.of(part).id for part in parts]
    album.services.clusters.merge(ids)
    return album, ids[0]


def test_kinds_become_groups_that_last_and_one_undo_takes_them_back(three_kinds: Kinds) -> None:
    album, id = _merged(three_kinds)
    before = tables(album)
    found = run(album.services.clusters.split_further(id))
    assert isinstance(found, list)
    assert all(isinstance(each, Cluster) for each in found)
    assert found[0].id == id
    parts = sorted(sorted(album.groups()[each.id]) for each in found)
    assert parts == sorted(sorted(part) for part in three_kinds[1:])
    after = tables(album)
    undo(album)
    assert tables(album) == before
    redo(album)
    assert tables(album) == after
    album.cluster()
    assert sorted(sorted(album.groups()[each.id]) for each in found) == parts


def test_the_number_of_parts_can_be_told(three_kinds: Kinds) -> None:
    album, id = _merged(three_kinds)
    found = run(album.services.clusters.split_further(id, 2))
    assert isinstance(found, list)
    assert len(found) == 2
    assert found[0].size >= found[1].size


def test_it_can_be_cancelled_and_wrong_ids_are_told(three_kinds: Kinds) -> None:
    album, id = _merged(three_kinds)
    before = tables(album)
    cancel = CancelToken()
    job = album.services.clusters.split_further(id, cancel=cancel)
    next(job)
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(job)
    assert tables(album) == before
    with pytest.raises(CannotError):
        run(album.services.clusters.split_further(9999))


def test_a_group_of_few_photos_stays_as_it_is(album: Album) -> None:
    album.background()
    album.cluster()
    id = album.services.clusters.make(album.add("dog", 4))[0].id
    before = tables(album)
    found = run(album.services.clusters.split_further(id))
    assert isinstance(found, list)
    assert [each.id for each in found] == [id]
    assert tables(album) == before
