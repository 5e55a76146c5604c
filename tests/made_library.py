"""A catalog of photos of which everything is said here, without any file."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from photoorg.catalog.clusters import MemberRow
from photoorg.catalog.intake import ReadFile
from photoorg.core.marks import Mark
from photoorg.core.types import Flag, FoundFile, Kind, Metadata, Photo, State
from photoorg.embed.profiles import EMBEDDED, load_text_encoder
from photoorg.services import Services
from photoorg.services import open as open_services


class MadeLibrary:
    """Photos come below one of two roots, ``home`` and ``disk``."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.services: Services = open_services(folder / "catalog")
        self.catalog = self.services._catalog
        self.roots = {}
        for name in ("home", "disk"):
            (folder / name).mkdir()
            self.roots[name] = self.catalog.roots.add(str(folder / name))

    def add(
        self,
        path: str,
        taken: str = "2020-01-01T00:00:00",
        *,
        content: str | None = None,
        camera: str | None = None,
        where: tuple[float, float] | None = None,
        kind: Kind | None = None,
        rating: int = 0,
        flag: Flag | None = None,
        state: State = State.PRESENT,
        shows: str = "",
    ) -> int:
        """A photo at ``path``, which begins with the name of its root; copies share their ``content``.

        With ``shows`` it has vectors: in the text space near that word, in the visual space near others of it.
        """
        root, rel = path.split("/", 1)
        catalog, id = self.catalog, self._found(root, rel)
        latitude, longitude = where or (None, None)
        metadata = Metadata(4, 3, "JPEG", taken=taken, camera=camera, latitude=latitude, longitude=longitude)
        with catalog.database.write() as connection:
            vectors = _vectors(shows, id) if shows else {}
            read = ReadFile(id, 3, 5, taken, hash=os.fsencode(content or path), metadata=metadata, vectors=vectors)
            result = catalog.intake.take(read)
            assert result.content is not None
            connection.execute("UPDATE photos SET state = ? WHERE id = ?", (state.value, id))
            catalog.marks.put([(id, Mark(rating, flag))])
            if kind is not None:
                catalog.kinds.store([(result.content, kind, 0.9)])
        return id

    def _found(self, root: str, rel: str) -> int:
        with self.catalog.database.write() as connection:
            file = FoundFile(self.roots[root].id, rel.replace("/", os.sep), 3, 5)
            self.catalog.intake.found(file, "2020-01-01T00:00:00")
            return int(connection.execute("SELECT max(id) FROM photos").fetchone()[0])

    def group(self, *ids: int) -> int:
        """A group, made by a person, of photos; its id. It is in a theme of its own."""
        clusters = self.catalog.clusters
        with self.catalog.database.write():
            theme = clusters.add("theme")
            group = clusters.add("group", theme, by_person=True)
            clusters.put(MemberRow(self.photo(id).content or 0, group, 0.75) for id in ids)
        return group

    def photo(self, id: int) -> Photo:
        """One photo."""
        return self.services.photos.get(id)

    def path(self, path: str) -> str:
        """The absolute path of ``path``, which begins with the name of its root."""
        return str(self.folder / path)


def _vectors(shows: str, seed: int) -> dict[str, bytes]:
    """Unit vectors of the embedded profile for a photo that shows a thing, each photo's own a little off."""
    text = load_text_encoder(EMBEDDED).encode([shows])[0]
    visual = np.random.default_rng(list(shows.encode())).standard_normal(256)
    noise = np.random.default_rng(seed)
    made = {}
    for space, vector in ((EMBEDDED.text, text), (EMBEDDED.visual, visual / np.linalg.norm(visual))):
        near = vector + 0.03 * noise.standard_normal(len(vector))
        made[space] = (near / np.linalg.norm(near)).astype("<f2").tobytes()
    return made
