"""Photos that belong to groups which a person keeps, found in the process that does it in the product."""

from __future__ import annotations

from pathlib import Path

import pytest

from photoorg import services
from photoorg.core.clusters import SURE_MORE, Cluster, Proposal
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, run
from tests.services.grouping.conftest import Album
from tests.services.grouping.test_edits import Kinds, redo, tables, undo


def _more(album: Album, *ids: int) -> list[Proposal]:
    found = run(album.services.clusters.more(ids))
    assert isinstance(found, list)
    return found


def _with_strays(kinds: Kinds) -> tuple[Album, int, int, list[int]]:
    """Groups of dogs and of pizzas that a person keeps, each short of four of its kind, which are in none."""
    album, dogs, pizzas, _ = kinds
    dog, pizza = album.of(dogs).id, album.of(pizzas).id
    album.services.clusters.rename(dog, "Rex")
    album.services.clusters.rename(pizza, "Dinner")
    with album.catalog.database.write() as connection:
        strays = [*dogs[:4], *pizzas[:4]]
        connection.executemany(
            """UPDATE cluster_members SET cluster = NULL, confidence = 0
               WHERE content = (SELECT content FROM photos WHERE id = ?)""",
            [(photo,) for photo in strays],
        )
    return album, dog, pizza, strays


def test_what_a_group_lacks_is_proposed_and_one_undo_takes_it_back(three_kinds: Kinds) -> None:
    album, dog, pizza, strays = _with_strays(three_kinds)
    before = tables(album)
    found = _more(album)
    assert tables(album) == before, "to look changes nothing"
    assert [(each.id, each.name) for each in found] == [(dog, "Rex"), (pizza, "Dinner")]
    assert [{photo.id for photo in each.photos} for each in found] == [set(strays[:4]), set(strays[4:])]
    assert min(photo.confidence for each in found for photo in each.photos) > SURE_MORE
    for each in found:
        falling = [photo.confidence for photo in each.photos]
        assert falling == sorted(falling, reverse=True)

    filled = album.services.clusters.fill(found)
    assert [each.id for each in filled] == [dog, pizza]
    assert {*strays} <= album.groups()[dog] | album.groups()[pizza]
    action = album.catalog.journal.next_undo()
    assert action is not None
    assert action.what == "Moved 8 photos to 2 groups"
    after = tables(album)
    undo(album)
    assert tables(album) == before
    redo(album)
    assert tables(album) == after
    album.cluster()
    assert set(strays[:4]) <= album.groups()[dog], "a later run keeps them"


def test_a_proposal_calls_its_group_as_its_reader_speaks(three_kinds: Kinds) -> None:
    album, dog, _, _ = _with_strays(three_kinds)
    album.services.clusters.rename(dog, "")
    album.services.titles.language = "de"
    (found,) = _more(album, dog)
    assert found.name == "Hunde"


def test_what_a_person_said_is_not_proposed_again(three_kinds: Kinds) -> None:
    album, dog, pizza, strays = _with_strays(three_kinds)
    clusters = album.services.clusters
    clusters.fill(_more(album, dog))
    clusters.remove(dog, strays[:1])  # not in this group
    before = tables(album)
    clusters.refuse(pizza, strays[7:])  # and this one never was, and shall not be
    after = tables(album)
    assert after != before
    undo(album)
    assert tables(album) == before
    redo(album)
    assert tables(album) == after
    clusters.make([strays[4], strays[5]], "Another dinner")  # somewhere else by the person's own hand
    left = {photo.id for each in _more(album) for photo in each.photos}
    assert strays[0] not in left
    assert not left & set(strays[4:6])
    assert left >= {strays[6]}
    assert strays[7] not in left
    assert pizza in album.groups()


def test_wrong_questions_are_told(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    with pytest.raises(CannotError, match="name of your own"):
        _more(album)
    with pytest.raises(CannotError, match="no cluster 9999"):
        _more(album, 9999)
    with pytest.raises(UsageError):
        album.services.clusters.fill([])


def test_it_can_be_cancelled(three_kinds: Kinds) -> None:
    album, *_ = _with_strays(three_kinds)
    before = tables(album)
    cancel = CancelToken()
    job = album.services.clusters.more(cancel=cancel)
    next(job)
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(job)
    assert tables(album) == before


def test_one_group_alone_says_nothing(album: Album) -> None:
    dogs = album.add("dog", 12)
    album.services.clusters.make(dogs[:6], "Rex")
    with pytest.raises(CannotError, match="no other group"):
        _more(album)


def test_real_photos_find_the_groups_they_were_kept_from(development_photos: Path, tmp_path: Path) -> None:
    """Of each of three kinds six photos are a group with a name; what else is there of them is to be found."""
    photos = tmp_path / "photos"
    for kind in ("sea_horse", "stop_sign", "wheelchair", "dalmatian", "pizza"):
        (photos / kind).mkdir(parents=True)
        for file in sorted((development_photos / "caltech60" / kind).iterdir())[:14]:
            (photos / kind / file.name).write_bytes(file.read_bytes())
    with services.open(tmp_path / "catalog") as opened:
        run(opened.ingest.index([str(photos)]))
        whole = opened.clusters.all()
        everyone = [*(photo for group in whole.clusters for photo in group.photos), *whole.ungrouped]
        of_kind = {
            kind: sorted(member.id for member in everyone if Path(member.path).parent.name == kind)
            for kind in ("sea_horse", "stop_sign", "wheelchair")
        }
        made = {}
        for kind, ids in of_kind.items():
            group = opened.clusters.make(ids[:6], kind)[0]
            assert isinstance(group, Cluster)
            made[group.id] = kind
        found = run(opened.clusters.more())
        assert isinstance(found, list)
        sure = [(made[each.id], photo) for each in found for photo in each.photos if photo.confidence >= SURE_MORE]
        right = sum(Path(photo.path).parent.name == kind for kind, photo in sure)
        assert right >= 0.9 * len(sure)
        assert right >= 0.5 * sum(len(ids) - 6 for ids in of_kind.values())
        opened.clusters.fill(found)
        sizes = {group.name: group.size for group in opened.clusters.all().clusters if group.id in made}
        assert sum(sizes.values()) == 18 + sum(len(each.photos) for each in found)
