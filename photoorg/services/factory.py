"""The one factory: opens a catalog and hands out the services over it.

Nothing heavy is imported here: the window opens on this.
"""

from __future__ import annotations

import threading
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from photoorg.catalog.store import Catalog
from photoorg.core.types import LibraryStatus
from photoorg.services.grouping.titles import Titles
from photoorg.services.library.roots import RootService
from photoorg.services.photos.browse import Browse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import numpy as np
    from numpy.typing import NDArray

    from photoorg.core.jobs import CancelToken, Job
    from photoorg.embed.profiles import Profile
    from photoorg.services.duplicates.service import DuplicateService
    from photoorg.services.filing.service import Archive
    from photoorg.services.grouping.attention import AttentionService
    from photoorg.services.grouping.regroup import Regrouper
    from photoorg.services.grouping.service import ClusterService
    from photoorg.services.history import History
    from photoorg.services.kinds.service import KindService
    from photoorg.services.library.ingest import Ingest
    from photoorg.services.library.watching import Watcher
    from photoorg.services.maintenance.backup import Backup
    from photoorg.services.maintenance.doctor import Doctor
    from photoorg.services.photos.marks import MarkService
    from photoorg.services.photos.previews import Previews
    from photoorg.services.photos.turns import TurnService
    from photoorg.services.profiles.service import Profiles
    from photoorg.services.profiles.switching import Switching
    from photoorg.services.search.facets import FacetService
    from photoorg.services.search.library_vectors import LibraryVectors
    from photoorg.services.search.saved import SearchesService
    from photoorg.services.search.service import Search
    from photoorg.services.search.typed import TypedQueries
    from photoorg.services.settings import SettingsService
    from photoorg.services.worker.host import Worker

DEFAULT_PROFILE = "embedded"


class Services:
    """The services over one catalog. Parts that need numpy or a worker process are made at their first use.

    ``device`` is where encoders run: ``auto``, ``cpu``, ``cuda`` or ``mps``.
    """

    def __init__(self, catalog: Catalog, device: str = "auto") -> None:
        self._catalog = catalog
        self._device = device
        self._guard = threading.RLock()
        self._searches: dict[str, Search] = {}
        self._vectors: dict[str, LibraryVectors] = {}
        #: What groups are called; the window says in which language.
        self.titles = Titles()
        self.photos = Browse(catalog, self.titles)
        self.roots = RootService(catalog)

    @property
    def profile(self) -> str:
        """The name of the catalog's profile: which encoders are in use."""
        return self._switching.active.name

    @cached_property
    def profiles(self) -> Profiles:
        """The encoders to choose from."""
        from photoorg.services.profiles.service import Profiles

        return Profiles(self._catalog, self._switching, self._worker)

    @cached_property
    def ingest(self) -> Ingest:
        """Indexing."""
        from photoorg.services.library.ingest import Ingest

        return Ingest(self._catalog, self._switching, self._worker, self._build_graphs, self._regroup)

    @property
    def search(self) -> Search:
        """Finding photos by words or by example, as the catalog's profile sees them at this moment."""
        name = self.profile
        with self._guard:
            if name not in self._searches:
                from photoorg.embed.profiles import profile
                from photoorg.services.search.service import Search

                for search in self._searches.values():
                    search.close()  # the profile was switched: its workers would hold memory for nothing
                self._searches = {
                    name: Search(
                        self._catalog,
                        profile(name),
                        self._vectors_of(name),
                        lambda: self._worker(name),
                        lambda: self._worker(name, words=True),
                    )
                }
            return self._searches[name]

    @cached_property
    def archive(self) -> Archive:
        """Archiving, trashing, restoring and deleting photos."""
        from photoorg.services.filing.service import Archive

        return Archive(self._catalog)

    @cached_property
    def marks(self) -> MarkService:
        """Stars and flags."""
        from photoorg.services.photos.marks import MarkService

        return MarkService(self._catalog)

    @cached_property
    def turns(self) -> TurnService:
        """Pictures that are shown turned."""
        from photoorg.services.photos.turns import TurnService

        return TurnService(self._catalog)

    @cached_property
    def kinds(self) -> KindService:
        """What pictures are: photos, screenshots, documents, drawings."""
        from photoorg.services.kinds.service import KindService

        return KindService(self._catalog)

    @cached_property
    def facets(self) -> FacetService:
        """How many photos there are of each month, folder, camera, kind and mark."""
        from photoorg.services.search.facets import FacetService

        return FacetService(self._catalog)

    @cached_property
    def typed(self) -> TypedQueries:
        """What is typed into a search, taken apart."""
        from photoorg.services.search.typed import TypedQueries

        return TypedQueries(self._catalog, self.facets, self.titles)

    @cached_property
    def searches(self) -> SearchesService:
        """Saved searches."""
        from photoorg.services.search.saved import SearchesService

        return SearchesService(self._catalog)

    @cached_property
    def backup(self) -> Backup:
        """Copies of the catalog's database."""
        from photoorg.services.maintenance.backup import Backup

        return Backup(self._catalog)

    @cached_property
    def settings(self) -> SettingsService:
        """What a person can set."""
        from photoorg.services.settings import SettingsService

        return SettingsService(self._catalog)

    @cached_property
    def history(self) -> History:
        """What was done, undo and redo."""
        from photoorg.services.history import History

        return History(self._catalog)

    @cached_property
    def clusters(self) -> ClusterService:
        """Themes and groups: made, listed, edited."""
        from photoorg.services.grouping.service import ClusterService

        return ClusterService(self._catalog, self.titles, self._switching, self._regrouper)

    @cached_property
    def duplicates(self) -> DuplicateService:
        """Photos that are there more than once."""
        from photoorg.services.duplicates.service import DuplicateService

        return DuplicateService(self._catalog, lambda: self._switching.active.visual)

    def watcher(self, changed: Callable[[], None]) -> Watcher:
        """Tells of changes in the folders it is given, by calling ``changed`` from a thread of its own."""
        from photoorg.services.library.watching import Watcher

        return Watcher(changed)

    @cached_property
    def previews(self) -> Previews:
        """Large pictures for the viewer."""
        from photoorg.services.photos.previews import Previews

        return Previews(self._catalog.folder / "worker.log")

    @cached_property
    def attention(self) -> AttentionService:
        """What photos were grouped by."""
        from photoorg.services.grouping.attention import AttentionService

        return AttentionService(
            self._catalog, self.titles, lambda: self._switching.active.visual, self._catalog.folder / "worker.log"
        )

    @property
    def doctor(self) -> Doctor:
        """Checks of the catalog against itself and the disk."""
        from photoorg.services.maintenance.doctor import Doctor

        return Doctor(self._catalog, self._switching.active.spaces)

    def status(self) -> LibraryStatus:
        """The library in numbers."""
        photos = self._catalog.photos
        return LibraryStatus(
            photos=photos.counts(),
            profile=self.profile,
            pending=photos.pending() + self._lacking(),
            failed=photos.failures(),
            clusters=self._catalog.clusters.count(),
            catalog=str(self._catalog.folder),
            bytes=self._catalog.bytes(),
            next_profile=self._switching.next_name,
        )

    def _lacking(self) -> int:
        """How many contents wait for vectors of the profile in use, or of the one that is being switched to."""
        from photoorg.embed.profiles import profile

        coming = self._switching.next_name
        spaces = [*self._switching.active.spaces, *(profile(coming).spaces if coming else ())]
        return len(self._catalog.vectors.lacking(list(dict.fromkeys(spaces))))

    def close(self) -> None:
        """End the worker processes and close the files."""
        with self._guard:
            for search in self._searches.values():
                search.close()
        if "previews" in self.__dict__:
            self.previews.close()
        if "attention" in self.__dict__:
            self.attention.close()
        self._catalog.close()

    def __enter__(self) -> Services:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    @cached_property
    def _switching(self) -> Switching:
        from photoorg.services.profiles.switching import Switching

        return Switching(self._catalog)

    def _vectors_of(self, name: str) -> LibraryVectors:
        with self._guard:
            if name not in self._vectors:
                from photoorg.embed.profiles import profile
                from photoorg.services.search.library_vectors import LibraryVectors

                self._vectors = {name: LibraryVectors(self._catalog, profile(name)), **self._active_vectors()}
            return self._vectors[name]

    def _active_vectors(self) -> dict[str, LibraryVectors]:
        """Those in use now: while a switch is being prepared there are two, and never more."""
        return {name: vectors for name, vectors in self._vectors.items() if name == self.profile}

    def _build_graphs(self, name: str, cancel: CancelToken) -> Job[None]:
        yield from self._vectors_of(name).build_graphs(cancel)

    def _regroup(self, cancel: CancelToken) -> Job[None]:
        from photoorg.services.photos import towns

        yield from towns.update(self._catalog, self._catalog.folder / "worker.log", cancel)
        yield from self.clusters.update(cancel)

    def _regrouper(self, profile: Profile) -> Regrouper:
        from photoorg.embed.profiles import load_text_encoder
        from photoorg.services.grouping.naming import Namer
        from photoorg.services.grouping.regroup import Regrouper

        def encode(texts: Sequence[str]) -> NDArray[np.float32]:
            if not profile.text_needs_torch:
                return load_text_encoder(profile).encode(texts)
            with self._worker(profile.name, words=True) as worker:
                return worker.embed_words(texts)

        vectors = self._vectors_of(profile.name)
        namer = Namer(self._catalog, vectors.index(profile.text), encode)
        log = self._catalog.folder / "worker.log"
        indexes = {space: vectors.index(space) for space in (profile.visual, profile.text)}
        return Regrouper(self._catalog, profile.visual, indexes, namer, log)

    def _worker(self, name: str, words: bool = False) -> Worker:
        from photoorg.services.worker.host import Worker

        return Worker(name, log=self._catalog.folder / "worker.log", words=words, device=self._device)


def open(folder: Path, finish: bool = True, device: str = "auto") -> Services:
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
    return Services(catalog, device)
