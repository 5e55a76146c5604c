"""The folder of downloaded encoders: one sub-folder each, which exists only once it is complete."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote

from photoorg.core.errors import CannotError
from photoorg.core.paths import user_models
from photoorg.embed.specs import EncoderSpec, Profile

_MANIFEST = "installed.json"
_PARTIAL = ".partial"


def folder(spec: EncoderSpec) -> Path:
    """Where the encoder's files lie, or will."""
    return user_models() / quote(spec.id, safe="@")


def partial_folder(spec: EncoderSpec) -> Path:
    """Where the encoder's files gather until all are there."""
    return user_models() / _PARTIAL / quote(spec.id, safe="@")


def installed(spec: EncoderSpec) -> bool:
    """Whether the encoder can be loaded: it needs no files, or all are there in full length."""
    if spec.library == "lite0":
        return True
    here = folder(spec)
    try:
        sizes = json.loads((here / _MANIFEST).read_text("utf-8"))["bytes"]
        return all((here / name).stat().st_size == size for name, size in sizes.items())
    except (OSError, ValueError, KeyError, AttributeError, TypeError):
        return False


def profile_installed(profile: Profile) -> bool:
    """Whether every encoder of ``profile`` is installed."""
    return all(installed(spec) for spec in profile.encoders)


def weights(spec: EncoderSpec) -> Path:
    """The file with the weights of an installed encoder.

    Raises:
        CannotError: it is not installed.
    """
    here = folder(spec)
    if installed(spec):
        for suffix in (".safetensors", ".pth", ".pt", ".bin", ".ckpt", ".tar"):
            for file in sorted(here.glob(f"*{suffix}")):
                return file
    raise CannotError(
        f"The encoder {spec.model} is not installed.", "Download its profile: photoorg profiles pull NAME"
    )


def place(spec: EncoderSpec, files: Mapping[str, str]) -> None:
    """Publish what has gathered in ``partial_folder``, in one step; ``files`` are sha256 by file name.

    Raises:
        OSError: the folder cannot be written.
    """
    gathered = partial_folder(spec)
    for extra in gathered.iterdir():
        if extra.name not in files:  # left of an earlier attempt
            extra.unlink()
    sizes = {name: (gathered / name).stat().st_size for name in files}
    with (gathered / _MANIFEST).open("w", encoding="utf-8") as manifest:
        json.dump({"bytes": sizes, "sha256": dict(files)}, manifest, indent=1)
        manifest.flush()
        os.fsync(manifest.fileno())
    remove(spec)  # a damaged one, or the folder could not take its place
    gathered.rename(folder(spec))


def remove(spec: EncoderSpec) -> None:
    """Delete the encoder's files, if there are any; under another name first, so that a kill leaves no half of it."""
    here = folder(spec)
    if here.exists():
        doomed = here.with_name(f"{_PARTIAL}-{os.getpid()}-{here.name}")
        here.rename(doomed)
        shutil.rmtree(doomed, ignore_errors=True)


def size(spec: EncoderSpec) -> int:
    """Bytes on disk of an installed encoder, 0 otherwise."""
    if spec.library == "lite0" or not installed(spec):
        return 0
    return sum(file.stat().st_size for file in folder(spec).iterdir())
