"""What a person says of groups is kept by every later run, and taken back by one undo."""

from __future__ import annotations

import pytest

from photoorg.core.clusters import Cluster
from photoorg.core.errors import CannotError, UsageError
from tests.services.grouping.conftest import Album

Kinds = tuple[Album, list[int], list[int], list[int]]


def tables(album: Album) -> dict[str, list[tuple[object, ...]]]:
    """Everything that is kept of clusters."""
    connection = album.catalog.database.connection
    return {
        table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
        for table in ("clusters", "cluster_members", "cluster_rejections", "cluster_links")
    }


def name(album: Album, id: int) -> str:
    return next(group.name for group in album.services.clusters.all().clusters if group.id == id)


def undo(album: Album) -> None:
    journal = album.catalog.journal
    action = journal.next_undo()
    assert action is not None
    journal.take_back(action)


def redo(album: Album) -> None:
    journal = album.catalog.journal
    action = journal.next_redo()
    assert action is not None
    journal.do_again(action)


def test_a_name_of_ones_own_stays(three_kinds: Kinds) -> None:
    album, dogs, *_ = three_kinds
    id, suggested = album.of(dogs).id, album.of(dogs).name
    (renamed,) = album.services.clusters.rename(id, "  Rex and\nfriends ")
    assert renamed.name == "Rex and friends"
    more = album.add("dog", 6)
    album.add("flower", 12)
    album.cluster()
    assert album.groups()[id] >= {*dogs, *more}
    assert name(album, id) == "Rex and friends"
    undo(album)
    assert name(album, id) == suggested
    redo(album)
    assert name(album, id) == "Rex and friends"
    album.services.clusters.rename(id, "")
    assert name(album, id) == suggested


def test_a_theme_can_be_named_too(three_kinds: Kinds) -> None:
    album, *_ = three_kinds
    theme = album.services.clusters.all().themes[0]
    album.services.clusters.rename(theme.id, "Mine")
    album.add("flower", 12)
    album.cluster()
    assert {each.id: each.name for each in album.services.clusters.all().themes}[theme.id] == "Mine"


def test_what_was_merged_stays_together(three_kinds: Kinds) -> None:
    album, dogs, pizzas, cars = three_kinds
    first, second = album.of(dogs).id, album.of(pizzas).id
    before = tables(album)
    (merged,) = album.services.clusters.merge([first, second])
    assert isinstance(merged, Cluster)
    assert (merged.id, merged.size) == (first, 26)
    after = tables(album)
    undo(album)
    assert tables(album) == before
    redo(album)
    assert tables(album) == after
    album.cluster()
    assert album.of(dogs + pizzas).id == first
    more = album.add("pizza", 2)
    album.cluster()
    assert album.of(dogs + pizzas + more).id == first
    assert len(cars) == 10


def test_the_only_own_name_survives_a_merge(three_kinds: Kinds) -> None:
    album, dogs, pizzas, _ = three_kinds
    album.services.clusters.rename(album.of(pizzas).id, "Supper")
    (merged,) = album.services.clusters.merge([album.of(dogs).id, album.of(pizzas).id])
    assert merged.name == "Supper"


def test_what_was_split_off_stays_apart(three_kinds: Kinds) -> None:
    album, dogs, *_ = three_kinds
    id = album.of(dogs).id
    before = tables(album)
    made, left = album.services.clusters.split(id, dogs[:2])
    assert isinstance(made, Cluster)
    assert isinstance(left, Cluster)
    assert ({photo.id for photo in made.photos}, left.size, made.theme) == (set(dogs[:2]), 12, left.theme)
    assert made.name
    assert made.name != left.name
    album.add("dog", 3)
    album.cluster()
    assert album.groups()[made.id] >= set(dogs[:2])
    assert not album.groups()[made.id] & set(dogs[2:])
    assert album.groups()[id] >= set(dogs[2:])
    undo(album)
    assert album.groups()[id] >= set(dogs)
    assert made.id not in album.groups()
    assert {row[0] for row in tables(album)["clusters"]} == {row[0] for row in before["clusters"]}


def test_what_was_removed_does_not_come_back(three_kinds: Kinds) -> None:
    album, dogs, *_ = three_kinds
    id = album.of(dogs).id
    before = tables(album)
    album.services.clusters.remove(id, dogs[:3])
    assert album.ungrouped() == set(dogs[:3])
    album.cluster()
    assert album.groups()[id] == set(dogs[3:])
    album.cluster()
    assert album.groups()[id] == set(dogs[3:])
    undo(album)
    assert album.groups()[id] == set(dogs)
    assert tables(album)["cluster_rejections"] == before["cluster_rejections"] == []
    album.cluster()
    assert album.groups()[id] == set(dogs)


def test_a_moved_photo_stays_where_it_was_put(three_kinds: Kinds) -> None:
    album, dogs, pizzas, _ = three_kinds
    source, target = album.of(dogs).id, album.of(pizzas).id
    album.services.clusters.move(dogs[:1], target)
    album.cluster()
    assert album.groups()[target] == {*pizzas, dogs[0]}
    assert album.groups()[source] == set(dogs[1:])
    album.services.clusters.move(dogs[:1], source)
    album.cluster()
    assert album.groups()[source] == set(dogs)


def test_a_group_of_ones_own_making_may_be_small_and_of_anything(three_kinds: Kinds) -> None:
    album, dogs, pizzas, _ = three_kinds
    before = album.groups()
    (made,) = album.services.clusters.make([dogs[0], pizzas[0]], "Odd pair")
    assert (made.name, album.groups()[made.id]) == ("Odd pair", {dogs[0], pizzas[0]})
    album.cluster()
    assert album.groups()[made.id] == {dogs[0], pizzas[0]}
    undo(album)
    assert album.groups() == before


def test_a_photo_edited_in_place_keeps_its_pin(three_kinds: Kinds) -> None:
    album, dogs, pizzas, _ = three_kinds
    target = album.of(pizzas).id
    album.services.clusters.move(dogs[:1], target)
    album.read_again(dogs[0], "dog")
    album.update()
    album.cluster()
    assert dogs[0] in album.groups()[target]


def test_an_edit_survives_being_undone_after_a_run(three_kinds: Kinds) -> None:
    album, dogs, pizzas, cars = three_kinds
    first, second = album.of(dogs).id, album.of(pizzas).id
    album.services.clusters.merge([first, second])
    album.add("flower", 12)
    album.cluster()
    undo(album)
    album.cluster()
    assert album.groups()[first] == set(dogs)
    assert album.groups()[second] == set(pizzas)
    assert album.groups()[album.of(cars).id] == set(cars)


def test_nonsense_is_refused_and_changes_nothing(three_kinds: Kinds) -> None:
    album, dogs, pizzas, _ = three_kinds
    clusters, id = album.services.clusters, album.of(dogs).id
    theme = clusters.all().themes[0].id
    before = tables(album)
    with pytest.raises(CannotError, match="no cluster 9999"):
        clusters.rename(9999, "x")
    with pytest.raises(UsageError, match="two groups"):
        clusters.merge([id, id])
    with pytest.raises(UsageError, match="cannot be merged"):
        clusters.merge([id, theme])
    with pytest.raises(UsageError, match="all of its photos"):
        clusters.split(id, dogs)
    with pytest.raises(CannotError, match="One of those photos is not in"):
        clusters.remove(id, [dogs[0], pizzas[0]])
    with pytest.raises(CannotError, match="is a theme"):
        clusters.split(theme, dogs[:1])
    with pytest.raises(CannotError, match="no photo 9999"):
        clusters.move([9999], id)
    assert tables(album) == before
    assert album.catalog.journal.history() == []
