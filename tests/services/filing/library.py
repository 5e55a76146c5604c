"""A library on disk whose catalog knows its files as indexing would, without reading a picture."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from photoorg import services
from photoorg.catalog.intake import ReadFile
from photoorg.core.actions import Action, FileReport, Reversal, Skipped
from photoorg.core.hashing import hash_file
from photoorg.core.jobs import run
from photoorg.core.types import FoundFile, Metadata
from photoorg.library.walk import walk

#: Two photos with companions, two of one name in different folders, and names that try to be something else.
FILES = {
    "2024/IMG_1.jpg": 300,
    "2024/IMG_1.CR2": 500,
    "2024/IMG_1.jpg.xmp": 40,
    "2024/IMG_2.jpg": 0,
    "2023/IMG_1.jpg": 200,
    "live/IMG_9.heic": 70,
    "live/IMG_9.MOV": 900,
    "--help; rm -rf .jpg": 10,
    "<b>bold.png": 20,
}


class Library:
    """``base`` holds the root ``photos``, the catalog, and beside them whatever an action makes."""

    def __init__(self, base: Path, files: Iterable[tuple[str, int]] = tuple(FILES.items())) -> None:
        self.base = base
        self.root = base / "photos"
        for number, (name, size) in enumerate(files):
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes((f"{number}:{name}".encode() * 100)[:size])
            os.utime(path, ns=(1_700_000_000_000_000_000, 1_600_000_000_123_456_789 + number * 10**15))
        self.services = services.open(base / "catalog")
        self.take_in()

    @property
    def catalog(self) -> Any:
        return self.services._catalog

    def take_in(self) -> None:
        """What indexing does, with the file's own bytes for its picture."""
        catalog = self.catalog
        root = catalog.roots.add(str(self.root))
        with catalog.database.write():
            for file in walk(root):
                assert isinstance(file, FoundFile)
                catalog.intake.found(file, "2024-05-06T07:08:09")
            for photo in list(catalog.intake.pending([root], ["test@1/visual"])):
                status = os.stat(photo.path)
                catalog.intake.take(
                    ReadFile(
                        photo.id,
                        status.st_size,
                        status.st_mtime_ns,
                        "2024-05-06T07:08:09",
                        hash=hash_file(photo.path),
                        metadata=Metadata(4, 3, "JPEG"),
                        vectors={"test@1/visual": b"\x00\x3c"},
                    )
                )

    def reopen(self) -> None:
        """Close and open, as a restart does."""
        self.services.close()
        self.services = services.open(self.base / "catalog")

    def id(self, name: str) -> int:
        """The photo that lies at ``name`` below ``base``, or below the root."""
        for path in (self.base / name, self.root / name):
            photo = self.catalog.photos.at(str(path))
            if photo is not None:
                return int(photo.id)
        raise LookupError(name)

    def ids(self) -> list[int]:
        return [row[0] for row in self.catalog.database.connection.execute("SELECT id FROM photos ORDER BY id")]

    def state(self, id: int) -> str:
        photo = self.catalog.photos.get(id)
        assert photo is not None
        return str(photo.state.value)

    def path(self, id: int) -> str:
        photo = self.catalog.photos.get(id)
        assert photo is not None
        return os.path.relpath(photo.path, self.base)

    def do(self, what: str, ids: Iterable[int] = (), **options: Any) -> FileReport:
        action = getattr(self.services.archive, what)
        report = run(action(**options) if what == "empty" else action(list(ids), **options))
        assert isinstance(report, FileReport)
        return report

    def undo(self, count: int = 1) -> Reversal:
        found = run(self.services.history.undo(count))
        assert isinstance(found, Reversal)
        return found

    def redo(self, count: int = 1) -> Reversal:
        found = run(self.services.history.redo(count))
        assert isinstance(found, Reversal)
        return found

    def history(self) -> list[Action]:
        return self.services.history.list()

    def tree(self) -> dict[str, Any]:
        """Every file and folder outside the catalog: bytes, modification time and permissions."""
        found: dict[str, Any] = {}
        for folder, _, names in os.walk(self.base):
            if Path(folder).is_relative_to(self.base / "catalog"):
                continue
            found[os.path.relpath(folder, self.base) + os.sep] = None
            for name in names:
                path = os.path.join(folder, name)
                status = os.stat(path)
                data = Path(path).read_bytes()
                found[os.path.relpath(path, self.base)] = (data, status.st_mtime_ns, status.st_mode)
        return found

    def rows(self) -> dict[str, list[Any]]:
        """What the catalog says of photos, row for row."""
        connection = self.catalog.database.connection
        tables = ("photos", "companions", "contents", "vectors", "settings")
        found = {table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in tables}
        found["roots"] = connection.execute("SELECT * FROM roots WHERE kind = 'library'").fetchall()
        return found

    def files(self) -> set[str]:
        return {name for name, found in self.tree().items() if found is not None}


def reasons(skipped: Iterable[Skipped]) -> str:
    return " ".join(left.reason for left in skipped)
