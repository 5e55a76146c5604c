"""What the operating system refused, as a sentence for the person."""

from __future__ import annotations

import os

from photoorg.core.errors import CannotError
from photoorg.core.paths import display_path


def refused_by_system(error: OSError) -> CannotError:
    """The error to tell instead of ``error``: a full disk, a drive that fails or is gone."""
    where = f" ({display_path(os.fsdecode(error.filename))})" if isinstance(error.filename, str | bytes) else ""
    return CannotError(
        f"The system refused: {error.strerror or error}{where}.",
        "What was done so far is kept; photoorg goes on with it when it is started again.",
    )
