"""Groups that come by themselves and last."""

from __future__ import annotations

import pytest

from photoorg.catalog.store import Catalog
from photoorg.core.errors import Cancelled
from photoorg.core.jobs import CancelToken, run
from photoorg.services.grouping.state import METHOD, LastRun
from tests.services.grouping.conftest import VISUAL, Album

Kinds = tuple[Album, list[int], list[int], list[int]]


def test_photos_of_a_kind_are_a_group_with_a_name_in_a_theme(three_kinds: Kinds) -> None:
    album, dogs, pizzas, cars = three_kinds
    found = album.services.clusters.all()
    groups = list(album.groups().values())
    assert all(set(kind) in groups for kind in (dogs, pizzas, cars))
    assert (len(groups), found.ungrouped) == (9, [])
    by_id = {theme.id: theme for theme in found.themes}
    for group in found.clusters:
        assert group.id in by_id[group.theme or 0].groups
        assert group.size == len(group.photos)
        sure = [photo.confidence for photo in group.photos]
        assert sure == sorted(sure, reverse=True)
        assert 0 < sure[-1] <= sure[0] <= 1
    assert [album.of(kind).name.split(", ")[0] for kind in (dogs, cars)] == ["dogs", "cars"]
    assert {"pizza", "food"} & set(album.of(pizzas).name.split(", "))
    assert album.services.status().clusters == 9


def test_nothing_is_done_where_nothing_is_new(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    version = album.catalog.database.version()
    assert list(album.services.clusters.update()) == []
    assert album.catalog.database.version() == version


def test_ids_last_while_photos_come_and_go(three_kinds: Kinds) -> None:
    album, dogs, pizzas, cars = three_kinds
    before = {photo: group for group, photos in album.groups().items() for photo in photos}
    album.add("flower", 15)
    more = album.add("dog", 6)
    with album.catalog.database.write() as connection:
        connection.execute("UPDATE photos SET state = 'missing' WHERE id = ?", (pizzas[0],))
    album.cluster()
    after = {photo: group for group, photos in album.groups().items() for photo in photos}
    assert {after[photo] for photo in dogs + more} == {before[dogs[0]]}
    assert all(after[photo] == before[photo] for photo in pizzas[1:] + cars)
    assert pizzas[0] not in after
    with album.catalog.database.write() as connection:
        connection.execute("UPDATE photos SET state = 'present' WHERE id = ?", (pizzas[0],))
    assert pizzas[0] in album.groups()[before[pizzas[1]]]


def test_a_new_photo_is_placed_at_once_and_nothing_else_moves(album: Album) -> None:
    album.background()
    dogs = album.add("dog", 14)
    album.cluster()
    before = album.groups()
    (dog,) = album.add("dog", 1)
    (stranger,) = album.add("", 1)
    album.update()
    after = album.groups()
    home = album.of([*dogs, dog]).id
    assert {group: photos - {dog} for group, photos in after.items()} == before
    assert dog in after[home]
    assert album.ungrouped() == {stranger}
    assert LastRun.of(album.catalog) == LastRun(VISUAL, METHOD, 86, 2)


def test_new_photos_of_a_new_kind_make_a_group_without_a_full_run(album: Album) -> None:
    album.background()
    album.cluster()
    before = album.groups()
    flowers = album.add("flower", 5, noise=0.4)
    album.update()
    assert set(album.of(flowers).name.split(", ")) & {"flowers", "roses", "garden"}
    after = album.groups()
    assert {group: after[group] for group in before} == before
    assert LastRun.of(album.catalog) == LastRun(VISUAL, METHOD, 72, 5)


def test_many_new_photos_are_looked_at_together(album: Album) -> None:
    album.background()
    album.update()
    album.add("pizza", 12)
    album.update()
    assert LastRun.of(album.catalog) == LastRun(VISUAL, METHOD, 84, 0)
    assert len(album.groups()) == 7


def test_stopping_leaves_everything_as_it_was(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    before = album.groups()
    album.add("flower", 20)
    cancel = CancelToken()
    job = album.services.clusters.run(cancel)
    next(job)
    cancel.cancel()
    with pytest.raises(Cancelled):
        run(job)
    assert album.groups() == before


def test_another_profile_keeps_ids_and_waits_until_it_is_complete(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    before = album.groups()
    connection = album.catalog.database.connection
    with album.catalog.database.write():
        connection.execute("UPDATE spaces SET name = 'other@1/visual' WHERE name = ?", (VISUAL,))
    album.update()
    assert LastRun.of(album.catalog).space == VISUAL, "no photo has its vector in the profile's space: wait"
    with album.catalog.database.write():
        connection.execute("UPDATE spaces SET name = ? WHERE name = 'other@1/visual'", (VISUAL,))
        LastRun("other@1/visual", METHOD, 108).remember(album.catalog)
    album.update()
    assert LastRun.of(album.catalog).space == VISUAL
    assert album.groups() == before


def test_a_few_photos_are_no_group(album: Album) -> None:
    album.add("dog", 2)
    album.update()
    assert album.groups() == {}
    assert len(album.ungrouped()) == 2


def test_an_old_note_of_the_last_run_is_ignored(album: Album, caplog: pytest.LogCaptureFixture) -> None:
    with album.catalog.database.write():
        album.catalog.clusters.remember_run({"colour": "green"})
    assert LastRun.of(Catalog(album.catalog.folder)) == LastRun()
    assert "is not known" in caplog.text


def test_a_new_photo_among_none_that_are_here_is_looked_at_and_ungrouped(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    with album.catalog.database.write() as connection:
        connection.execute("UPDATE photos SET state = 'offline'")
    (dog,) = album.add("dog", 1)
    album.update()
    assert album.ungrouped() == {dog}
    assert album.catalog.clusters.unseen(VISUAL) == []
