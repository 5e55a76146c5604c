"""The search for what a group lacks, measured on photos that are drawn and read by the real worker."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from photoorg.core.errors import UsageError
from photoorg.core.jobs import run
from photoorg.services.lab.more import evaluate_more


def test_what_is_found_of_a_kind_is_measured(tmp_path: Path, draw_photo: Callable[..., Path]) -> None:
    from photoorg.training.drawn import draw

    for kind in ("receipt", "phone", "editor"):
        (tmp_path / kind).mkdir()
        for seed in range(8):
            draw(kind, seed, (240, 240)).save(tmp_path / kind / f"{seed}.png")
    rows: Any = run(evaluate_more(str(tmp_path), draws=[0]))
    assert [set(row) for row in rows] == [{"learnt_from", "precision", "recall", "f"}] * 4
    assert rows[-1]["f"][0] > 0.5

    draw_photo(tmp_path / "alone" / "one.jpg")
    with pytest.raises(UsageError, match="no labels"):
        run(evaluate_more(str(tmp_path / "alone")))
