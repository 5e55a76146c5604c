"""``photoorg evaluate more``: the search for what a group lacks, on labelled photos."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from photoorg.core.errors import UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.services.factory import DEFAULT_PROFILE
from photoorg.services.lab.reading import read_folder


def evaluate_more(
    folder: str, draws: Sequence[int] = range(5), cancel: CancelToken | None = None
) -> Job[list[dict[str, Any]]]:
    """Mean and spread over ``draws`` of what is surely proposed for groups of eight photos below ``folder``.

    Rows are ``{"learnt_from", "precision": [mean, spread], "recall", "f"}``.

    Raises:
        UsageError: there is no such folder, or it has no labels.
        CannotError: the encoder cannot be loaded.
        Cancelled: ``cancel`` asked for it.
    """
    from photoorg.clustering.grouping import group
    from photoorg.embed.kinship import for_clusters
    from photoorg.embed.profiles import profile
    from photoorg.training.deep.more_study import study

    reading = yield from read_folder(folder, DEFAULT_PROFILE, cancel)
    truth, classes = reading.labels()
    if len(classes) < 2:
        raise UsageError(
            "There are no labels to compare with.", "Sort the photos into sub-folders; the first one is the label."
        )
    vectors = for_clusters(profile(DEFAULT_PROFILE).visual, reading.vectors)
    grouped = yield from group(vectors, cancel=cancel)
    return (yield from study(vectors, truth, grouped.groups, draws, cancel))
