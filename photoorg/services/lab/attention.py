"""``photoorg evaluate attention``: transfer clustering with and without attention provision."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from photoorg.core.jobs import CancelToken, Job
from photoorg.core.paths import existing_folder


def evaluate_attention(folder: str, cancel: CancelToken | None = None) -> Job[list[dict[str, Any]]]:
    """Mean and spread of five seeds of DTC on the photos below ``folder``, whole and cut out.

    Rows are ``{"photos", "subject_share", "features", "form", "acc": [mean, spread], "nmi", "ari"}``.

    Raises:
        UsageError: there is no such folder, or it has no labels.
        CannotError: OpenCV is not installed, or the encoder cannot be loaded.
    """
    from photoorg.training.deep.attention_study import study

    return (yield from study(Path(existing_folder(folder)), cancel=cancel))
