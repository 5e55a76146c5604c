"""What must be mended before a catalog can be opened at all."""

from __future__ import annotations

from pathlib import Path

from photoorg.catalog.lock import WriterLock
from photoorg.catalog.salvage import is_damaged, salvage, set_aside
from photoorg.core.errors import CatalogError
from photoorg.core.paths import display_path
from photoorg.core.types import Check
from photoorg.services import factory


def examine(folder: Path, repair: bool = False) -> list[Check]:
    """Every check of the doctor over the catalog in ``folder``, also where it cannot be opened.

    Raises:
        BusyError: it is to be repaired, and another photoorg is at work on it.
        CatalogError: it was made by a newer photoorg, or the folder cannot be written.
    """
    if not repair:
        return _look(folder)
    if not folder.is_dir():
        return _opened(folder, repair=True)
    with WriterLock(folder).hold("being repaired"):
        return [*_mend(folder), *_opened(folder, repair=True)]


def _look(folder: Path) -> list[Check]:
    damage = is_damaged(folder / "catalog.db")
    if damage:
        return [
            Check(
                "database",
                "wrong",
                f"{display_path(str(folder / 'catalog.db'))}: {damage}. With --repair all that can be read is saved.",
            )
        ]
    return _opened(folder, repair=False)


def _opened(folder: Path, repair: bool) -> list[Check]:
    with factory.open(folder, finish=False) as services:
        return services.doctor.examine(repair)


def _mend(folder: Path) -> list[Check]:
    found = []
    catalog, thumbnails = folder / "catalog.db", folder / "thumbnails.db"
    if damage := is_damaged(catalog):
        try:
            saved = salvage(catalog)
        except OSError as error:
            raise CatalogError(f"The catalog {catalog} cannot be mended: {error.strerror or error}.") from error
        found.append(
            Check(
                "salvage",
                "wrong",
                f"The database was damaged ({damage}). {saved.rows} rows were saved, among them {saved.photos} photos; "
                f"the damaged file is kept as {saved.kept}. Index again to find the rest.",
                repaired=True,
            )
        )
    if damage := is_damaged(thumbnails):
        kept = set_aside(thumbnails)
        found.append(
            Check(
                "salvage",
                "wrong",
                f"The thumbnails were damaged ({damage}), and are made anew at the next indexing; the damaged file is "
                f"kept as {display_path(str(kept))}.",
                repaired=True,
            )
        )
    return found
