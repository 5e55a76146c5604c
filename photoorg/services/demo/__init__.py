"""A demonstration library: about 150 files with the names, folders and dates that people's photos have.

Real photos come from packages that are installed anyway (scikit-image, scikit-learn, Debian's picture
packages), the rest is drawn by our own code. Nothing is downloaded.
"""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from pathlib import Path

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace
from photoorg.services.demo import plan

_MARKER = ".photoorg-demo.json"
#: What a demonstration makes: its photos and catalog, a picture of the window, unpacked packages of pictures.
_OURS = frozenset(["photos", "catalog", "window.png", "debian"])


@dataclass(frozen=True)
class Built:
    """What a build did: files made now, files made before, sources that no installed package has."""

    made: int
    present: int
    missing: tuple[str, ...]


def build(folder: Path, unpacked: Path | None = None, cancel: CancelToken | None = None) -> Job[Built]:
    """Make the library in `folder`, or finish one that was broken off; a finished one is left as it is.

    Args:
        folder: new, empty, or one that this function made.
        unpacked: where Debian's picture packages lie unpacked, if they are not installed.
        cancel: stops between two files; what is made stays, and the next call goes on.

    Raises:
        CannotError: the folder holds other files.
    """
    finished = _inspect(folder)
    if finished is not None:
        return Built(0, finished, ())
    _mark(folder, None)

    from photoorg.services.demo.files import render, write
    from photoorg.services.demo.sources import Sources

    sources = Sources(unpacked)
    shots = tuple(plan.shots())
    pace = Pace("drawing", len(shots))
    made = present = 0
    missing: dict[str, None] = {}
    for at, shot in enumerate(shots):
        if cancel is not None:
            cancel.checkpoint()
        yield pace.at(at, shot.path)
        target = folder / shot.path
        if target.exists():
            present += 1
            continue
        picture = render(shot, sources)
        if picture is None:
            missing[shot.source] = None
            continue
        write(picture, shot, target)
        made += 1
    for original, copy in plan.COPIES:
        if (folder / original).exists() and not (folder / copy).exists():
            shutil.copy2(folder / original, folder / copy)
            made += 1
    _mark(folder, made + present)
    yield pace.at(len(shots))
    return Built(made, present, tuple(missing))


def check_home(folder: Path) -> None:
    """Whether a demonstration, with its photos and its catalog, may be made in ``folder``: nobody's photos are there.

    Raises:
        CannotError: the folder holds other files.
    """
    if folder.exists() and not folder.is_dir():
        raise CannotError(f"{folder} is a file.", "Name a new or an empty folder.")
    if folder.exists() and {entry.name for entry in folder.iterdir()} - _OURS:
        raise _occupied(folder)


def _occupied(folder: Path) -> CannotError:
    return CannotError(
        f"The folder {folder} holds other files, and the demonstration leaves those alone.",
        "Name a new or an empty folder.",
    )


def _inspect(folder: Path) -> int | None:
    """How many files a finished build made, or None where one has to begin or to go on."""
    marker = folder / _MARKER
    if marker.exists():
        files: int | None = json.loads(marker.read_text("utf-8"))["files"]
        return files
    if folder.exists() and any(folder.iterdir()):
        raise _occupied(folder)
    return None


def _mark(folder: Path, files: int | None) -> None:
    """Note in the folder that it is ours, and how many files a finished build made."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / _MARKER).write_text(json.dumps({"plan": plan.VERSION, "files": files}), "utf-8")
