"""The bench of clusters, small."""

from __future__ import annotations

from photoorg.bench import cluster


def test_it_measures_what_it_says() -> None:
    result = cluster.run(sizes=[400], places=2)
    (row,) = result["sizes"]  # type: ignore[misc]
    assert row["photos"] == 400
    assert row["groups"] > 1
    assert row["seconds"] > 0
    assert row["place_ms"] > 0
    assert row["split_s"] > 0
    assert row["pairwise_f_after_1_percent"] == 1.0, "placing moves nothing that was there"
    assert 0.5 < row["same_id_after_a_full_run"] <= 1
    assert "400" in cluster.describe(result)


def test_agreement_counts_photos_in_no_group_as_alone() -> None:
    before = {1: 7, 2: 7, 3: 8, 4: None, 5: None}
    assert cluster._pairwise(before, before) == 1.0
    assert cluster._pairwise(before, {**before, 5: 7}) == 0.5
    assert cluster._same(before, {**before, 3: 9}) == 2 / 3
