"""Whatever a person does and in whatever order: undoing all of it gives back every byte and every row."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from photoorg.core.errors import CannotError
from tests.services.filing.library import FILES, Library

#: Whether a photo is chosen, for each of the library's.
CHOICE = st.lists(st.booleans(), min_size=6, max_size=6)


class AnySequence(RuleBasedStateMachine):
    """Acts on a real library; the model is only what was there at first."""

    @initialize()
    def begin(self) -> None:
        self.base = Path(tempfile.mkdtemp())
        self.library = Library(self.base)
        self.tree, self.rows = self.library.tree(), self.library.rows()
        self.contents = sorted(found for found in self.tree.values() if found is not None)

    @rule(choice=CHOICE, to=st.sampled_from([None, "away", "photos/2023/inside", "photos/away"]))
    def archive(self, choice: list[bool], to: str | None) -> None:
        self.act("archive", choice, to=None if to is None else str(self.base / to))

    @rule(choice=CHOICE)
    def trash(self, choice: list[bool]) -> None:
        self.act("trash", choice)

    @rule(choice=CHOICE, to=st.sampled_from([None, None, "photos/2023", "photos/new/place"]))
    def restore(self, choice: list[bool], to: str | None) -> None:
        self.act("restore", choice, to=None if to is None else str(self.base / to))

    @rule(count=st.integers(1, 3))
    def undo(self, count: int) -> None:
        if self.library.services.history.next_undo is None:
            with pytest.raises(CannotError, match="nothing to undo"):
                self.library.undo(count)
        else:
            assert self.library.undo(count).skipped == []

    @rule(count=st.integers(1, 3))
    def redo(self, count: int) -> None:
        if self.library.services.history.next_redo is None:
            with pytest.raises(CannotError, match="nothing to redo"):
                self.library.redo(count)
        else:
            assert self.library.redo(count).skipped == []

    @rule()
    def restart(self) -> None:
        self.library.reopen()

    @invariant()
    def every_file_is_there_once(self) -> None:
        now = sorted(found for found in self.library.tree().values() if found is not None)
        assert now == self.contents

    def act(self, what: str, choice: list[bool], **options: str | None) -> None:
        ids = [id for id, chosen in zip(self.library.ids(), choice, strict=True) if chosen]
        given = {key: value for key, value in options.items() if value is not None}
        report = self.library.do(what, ids, **given)
        assert len(report.photos) + len(report.skipped) == len(ids)

    def teardown(self) -> None:
        while self.library.services.history.next_undo is not None:
            assert self.library.undo().skipped == []
        assert self.library.tree() == self.tree
        assert self.library.rows() == self.rows
        self.library.services.close()
        shutil.rmtree(self.base)


assert len([name for name in FILES if name.endswith(("jpg", "heic", "png"))]) == 6
TestAnySequence = AnySequence.TestCase
TestAnySequence.settings = settings(
    max_examples=25, stateful_step_count=10, deadline=None, suppress_health_check=list(HealthCheck)
)
