"""``photoorg profiles pull``: all files of a profile's encoders, and none of them in place before all are sound."""

from __future__ import annotations

import importlib.util
import shutil
from collections.abc import Generator
from dataclasses import dataclass, replace

from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken, Job, Pace, Progress
from photoorg.core.paths import user_models
from photoorg.embed import known, models_folder
from photoorg.embed.specs import EncoderSpec, Profile, RemoteFile
from photoorg.index.files import exclusive
from photoorg.services.profiles.download import Arrived, NotThereError, fetch

PHASE = "downloading"
#: Left free on the disk for others.
_SPARE = 64 << 20


def pull(profile: Profile, cancel: CancelToken | None = None) -> Job[None]:
    """Download the encoders of ``profile`` that are not installed; progress counts bytes.

    Raises:
        CannotError: it cannot be downloaded, or would not work here; nothing is half-installed.
        Cancelled: the person stopped it; what has arrived is kept for the next time.
    """
    cancel = cancel or CancelToken()
    missing = [spec for spec in profile.encoders if not models_folder.installed(spec)]
    for spec in missing:
        _check_possible(spec)
    _check_room(missing)
    tally = _Tally(Pace(PHASE, sum(spec.bytes for spec in missing) or None))
    for spec in missing:
        yield from _encoder(spec, tally, cancel)


@dataclass(slots=True)
class _Tally:
    """Bytes of the files that are done, and of what was announced for the encoders that are not."""

    pace: Pace
    done: int = 0

    def at(self, arrived: Arrived, name: str, announced: int) -> Progress:
        """The progress with so much of the file in hand."""
        now = self.done + arrived.done
        if arrived.total is not None and arrived.total > announced:
            self.pace.total = max(self.pace.total or 0, self.done + arrived.total)
        if self.pace.total is not None:
            self.pace.total = max(self.pace.total, now)
        return self.pace.at(now, name)


def _encoder(spec: EncoderSpec, tally: _Tally, cancel: CancelToken) -> Generator[Progress, None, None]:
    gathered = models_folder.partial_folder(spec)
    try:
        gathered.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotError(f"The folder {gathered.parent} cannot be written: {error.strerror}.") from error
    with exclusive(gathered.with_name(gathered.name + ".lock")):
        if models_folder.installed(spec):  # by another program, while this one waited
            return
        digests: dict[str, str] = {}
        for file in spec.files:
            try:
                arrived = yield from _file(file, spec, tally, cancel)
            except NotThereError:
                if file.instead:
                    file = _other(file)
                    arrived = yield from _file(file, spec, tally, cancel)
                elif file.optional:
                    continue
                else:
                    raise
            tally.done += arrived.done
            digests[file.name] = arrived.sha256
        try:
            models_folder.place(spec, digests)
        except OSError as error:
            raise CannotError(f"{gathered} cannot be put in its place: {error.strerror}.") from error


def _file(
    file: RemoteFile, spec: EncoderSpec, tally: _Tally, cancel: CancelToken
) -> Generator[Progress, None, Arrived]:
    target = models_folder.partial_folder(spec) / file.name
    arriving = fetch(known.address(file), target, file.sha256, cancel)
    while True:
        try:
            yield tally.at(next(arriving), file.name, spec.bytes)
        except StopIteration as end:
            arrived: Arrived = end.value
            return arrived


def _other(file: RemoteFile) -> RemoteFile:
    """The file that will do where ``file`` is not on the server."""
    return replace(file, name=file.instead, path=f"{file.path.rpartition('/')[0]}/{file.instead}", instead="")


def _check_possible(spec: EncoderSpec) -> None:
    if spec.requires and importlib.util.find_spec(spec.requires) is None:
        raise CannotError(
            f"The encoder {spec.model} needs the package {spec.requires}.",
            f"Run: pip install 'photoorg[{spec.extra}]'",
        )
    if not spec.files:
        raise CannotError(
            f"The weights of {spec.model} came from your own disk, and are not there any more.",
            f"Remove the profile and add it again from its checkpoint ({spec.id}).",
        )


def _check_room(missing: list[EncoderSpec]) -> None:
    here = user_models()
    while not here.exists():
        here = here.parent
    arrived = sum(
        file.stat().st_size
        for spec in missing
        if models_folder.partial_folder(spec).exists()
        for file in models_folder.partial_folder(spec).iterdir()
    )
    needed = sum(spec.bytes for spec in missing) - arrived + _SPARE
    free = shutil.disk_usage(here).free
    if missing and needed > free:
        raise CannotError(
            f"There is not enough room on the disk: {needed / 1e6:,.0f} MB are needed, {free / 1e6:,.0f} MB are free.",
            f"Make room where {here} lies, or set PHOTOORG_MODELS to a folder on another disk.",
        )
