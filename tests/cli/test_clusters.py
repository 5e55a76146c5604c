"""``cluster``, ``clusters`` and what else names a cluster, in processes of their own."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest

from photoorg.core.paths import user_catalog
from tests.cli.test_cli import as_json, photoorg


@pytest.fixture(scope="module")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six kinds of papers and screens, six of each."""
    from photoorg.training.drawn import draw

    folder = tmp_path_factory.mktemp("photos")
    for kind in ("editor", "phone", "receipt", "slide", "whiteboard", "birthday-card"):
        for seed in range(6):
            draw(kind, seed, (320, 320)).save(folder / f"{kind}_{seed}.png")
    return folder


def test_groups_are_there_after_indexing_and_can_be_edited(photos: Path) -> None:
    as_json("index", str(photos))
    found: dict[str, Any] = as_json("clusters")
    assert set(found) == {"themes", "clusters", "ungrouped"}
    assert all(set(theme) == {"id", "name", "groups"} for theme in found["themes"])
    assert found["clusters"], "six kinds make a group at least"
    group = found["clusters"][0]
    assert set(group) == {"id", "name", "theme", "size", "photos"}
    assert all(set(photo) == {"id", "path", "confidence"} for photo in group["photos"])
    assert all(set(photo) == {"id", "path"} for photo in found["ungrouped"])
    sizes = sum(each["size"] for each in found["clusters"])
    assert sizes + len(found["ungrouped"]) == 36
    assert as_json("status")["clusters"] == len(found["clusters"])

    ids = [photo["id"] for photo in group["photos"]]
    (renamed,) = as_json("clusters", "rename", str(group["id"]), "Mine")
    assert (renamed["name"], renamed["size"]) == ("Mine", group["size"])
    made, left = as_json("clusters", "split", str(group["id"]), str(ids[0]))
    assert ([photo["id"] for photo in made["photos"]], left["size"]) == (ids[:1], group["size"] - 1)
    (left,) = as_json("clusters", "remove", str(group["id"]), str(ids[1]))
    assert ids[1] not in [photo["id"] for photo in left["photos"]]
    (merged,) = as_json("clusters", "merge", str(group["id"]), str(made["id"]))
    assert (merged["id"], merged["name"]) == (group["id"], "Mine")

    again = as_json("cluster")
    mine = next(each for each in again["clusters"] if each["id"] == group["id"])
    assert ids[0] in [photo["id"] for photo in mine["photos"]]
    assert ids[1] not in [photo["id"] for photo in mine["photos"]]
    hits = as_json("search", "a page", "--cluster", str(group["id"]))
    assert {hit["id"] for hit in hits} == {photo["id"] for photo in mine["photos"]}
    assert "Mine" in photoorg("clusters")

    undone = as_json("undo", "4")
    assert [action["state"] for action in undone] == ["undone"] * 4
    back = next(each for each in as_json("clusters")["clusters"] if each["id"] == group["id"])
    assert {photo["id"] for photo in back["photos"]} >= set(ids)
    assert back["name"] != "Mine"


def test_a_group_can_be_put_away_whole(photos: Path, tmp_path: Path) -> None:
    shutil.copytree(photos, tmp_path / "photos")
    as_json("index", str(tmp_path / "photos"))
    group = as_json("clusters")["clusters"][0]
    report = as_json("archive", "--cluster", str(group["id"]))
    assert len(report["photos"]) == group["size"]
    assert group["id"] not in [each["id"] for each in as_json("clusters")["clusters"]]
    as_json("restore", "--cluster", str(group["id"]))
    back = next(each for each in as_json("clusters")["clusters"] if each["id"] == group["id"])
    assert back["size"] == group["size"]


def test_wrong_usage_is_told(photos: Path) -> None:
    as_json("index", str(photos))
    assert as_json("clusters", "rename", "999", "x", expect=3)["error"]["message"] == "There is no cluster 999."
    assert as_json("clusters", "merge", "1", expect=2)["error"]["kind"] == "usage"
    assert as_json("clusters", "paint", expect=2)["error"]["kind"] == "usage"
    assert as_json("archive", "--cluster", "999", expect=3)["error"]["kind"] == "cannot"
    assert user_catalog().exists()
