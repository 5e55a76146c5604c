"""What every clustering method offers: arrays in, labels out."""

from __future__ import annotations

from typing import Protocol

from photoorg.core.arrays import Labels, Vectors
from photoorg.core.jobs import CancelToken


class Clusterer(Protocol):
    """A method with its settings. ``fit`` keeps no state: the same vectors give the same labels."""

    #: What tables call it; settings that tell it from its like are part of the name: ``agglomerative-1.2``.
    @property
    def name(self) -> str:
        """The name in tables and on the command line."""

    def fit(self, vectors: Vectors, cancel: CancelToken | None = None) -> Labels:
        """Labels (n,) of unit ``vectors`` (n, d): clusters from 0 without gaps, -1 for photos that belong nowhere.

        Raises:
            Cancelled: ``cancel`` asked for it.
            CannotError: the method does not do for this many photos.
        """
