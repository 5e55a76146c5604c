"""The one factory: opens a catalog and hands out the services over it.

Nothing heavy is imported here: the window opens on this.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.types import LibraryStatus, Root
from photoorg.library.walk import existing_folder
from photoorg.services.browse import Browse

if TYPE_CHECKING:
    from photoorg.core.jobs import CancelToken, Job
    from photoorg.services.archive import Archive
    from photoorg.services.doctor import Doctor
    from photoorg.services.history import History
    from photoorg.services.ingest import Ingest
    from photoorg.services.library_vectors import LibraryVectors
    from photoorg.services.previews import Previews
    from photoorg.services.search import Search
    from photoorg.services.worker.host import Worker

DEFAULT_PROFILE = "embedded"


class RootService:
    """The folders the person added."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    def list(self) -> list[Root]:
        """Every root, in the order they were added."""
        return self._catalog.roots.all()

    def add(self, path: str) -> Root:
        """Add a folder, or give the root that already covers it. Its photos come with the next indexing.

        Raises:
            UsageError: it does not exist or is no folder.
        """
        return self._catalog.roots.add(existing_folder(path))

    def remove(self, root: int) -> int:
        """Forget a root and its photos, leaving the files alone. Returns how many photos were forgotten."""
        return self._catalog.roots.remove(root)


class Services:
    """The services over one catalog. Parts that need numpy or a worker process are made at their first use."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self.photos = Browse(catalog)
        self.roots = RootService(catalog)

    @property
    def profile(self) -> str:
        """The name of the catalog's profile: which encoders are in use."""
        return self._catalog.setting("profile", DEFAULT_PROFILE)

    @cached_property
    def ingest(self) -> Ingest:
        """Indexing."""
        from photoorg.embed.profiles import profile
        from photoorg.services.ingest import Ingest

        return Ingest(self._catalog, profile(self.profile).spaces, self._reader, self._build_graphs)

    @cached_property
    def search(self) -> Search:
        """Finding photos by words or by example."""
        from photoorg.embed.profiles import profile
        from photoorg.services.search import Search

        return Search(self._catalog, profile(self.profile), self._vectors, self._reader)

    @cached_property
    def archive(self) -> Archive:
        """Archiving, trashing, restoring and deleting photos."""
        from photoorg.services.archive import Archive

        return Archive(self._catalog)

    @cached_property
    def history(self) -> History:
        """What was done, undo and redo."""
        from photoorg.services.history import History

        return History(self._catalog)

    @cached_property
    def previews(self) -> Previews:
        """Large pictures for the viewer."""
        from photoorg.services.previews import Previews

        return Previews(self._catalog.folder / "worker.log")

    @cached_property
    def doctor(self) -> Doctor:
        """Checks of the catalog against itself and the disk."""
        from photoorg.embed.profiles import profile
        from photoorg.services.doctor import Doctor

        return Doctor(self._catalog, profile(self.profile).spaces)

    def status(self) -> LibraryStatus:
        """The library in numbers."""
        photos = self._catalog.photos
        return LibraryStatus(
            photos=photos.counts(),
            profile=self.profile,
            pending=photos.pending(),
            failed=photos.failures(),
            clusters=0,
            catalog=str(self._catalog.folder),
            bytes=self._catalog.bytes(),
        )

    def close(self) -> None:
        """End the worker processes and close the files."""
        for name in ("search", "previews"):
            if name in self.__dict__:
                getattr(self, name).close()
        self._catalog.close()

    def __enter__(self) -> Services:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _vectors(self) -> LibraryVectors:
        from photoorg.embed.profiles import profile
        from photoorg.services.library_vectors import LibraryVectors

        return LibraryVectors(self._catalog, profile(self.profile))

    def _build_graphs(self, cancel: CancelToken) -> Job[None]:
        yield from self._vectors.build_graphs(cancel)

    def _reader(self) -> Worker:
        from photoorg.services.worker.host import Worker

        return Worker(self.profile, log=self._catalog.folder / "worker.log")


def open(folder: Path, finish: bool = True) -> Services:
    """Open the catalog in ``folder``, making it where there is none.

    File actions that a kill interrupted are finished first, unless ``finish`` is False: then the next indexing or
    the next file action does it.

    Raises:
        CatalogError: it cannot be opened.
    """
    catalog = Catalog(folder)
    if finish:
        from photoorg.services.history import recover_unless_busy

        recover_unless_busy(catalog)
    return Services(catalog)
