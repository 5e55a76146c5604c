"""The encoders to choose from: which there are, which are installed, and what becomes of their files and vectors."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from photoorg.catalog.store import Catalog
from photoorg.core.errors import PhotoorgError, UsageError
from photoorg.core.jobs import CancelToken, Job
from photoorg.core.paths import resource
from photoorg.core.types import ProfileInfo
from photoorg.embed import known, models_folder
from photoorg.embed.machine_file import of_encoder
from photoorg.embed.profiles import EMBEDDED, Profile, profile, profiles
from photoorg.embed.specs import EncoderSpec
from photoorg.index.files import remove_space
from photoorg.services.profiles.switching import Switching
from photoorg.services.search.background_words import background
from photoorg.services.worker.host import Worker

_NAME = re.compile(r"[\w.-]{1,64}", re.ASCII)
#: Any picture will do to see whether an encoder works.
_PROBE = "screenshots/photos-light.webp"


class Profiles:
    """What ``photoorg profiles`` and the window's page of encoders show and do."""

    def __init__(self, catalog: Catalog, switching: Switching, worker: Callable[[str, bool], Worker]) -> None:
        self._catalog = catalog
        self._switching = switching
        self._worker = worker

    def list(self) -> list[ProfileInfo]:
        """Every profile, the embedded one first.

        Raises:
            CannotError: the list of the person's own is damaged.
        """
        return [self._info(found) for found in profiles().values()]

    def get(self, name: str) -> ProfileInfo:
        """One profile.

        Raises:
            UsageError: there is none of that name.
        """
        return self._info(profile(name))

    def add(self, name: str, model: str, checkpoint: Path | None = None, summary: str = "") -> ProfileInfo:
        """Add a profile of the person's own; see ``embed.adopt.spec_for`` for what ``model`` can be.

        Weights in a ``checkpoint`` are copied and tried at once; others are there to be pulled.

        Raises:
            UsageError: the name is taken or unfit, or the model is not known.
            CannotError: the weights cannot be read, copied or loaded.
        """
        from photoorg.embed import adopt

        if not _NAME.fullmatch(name):
            raise UsageError(f"{name!r} is no name for a profile.", "Use letters, digits, dots and dashes.")
        spec = adopt.spec_for(model, checkpoint)
        made = known.remember(name, spec, summary or f"Added by you: {model}.")
        if checkpoint is not None:
            try:
                if not models_folder.installed(spec):
                    adopt.install_local(spec, checkpoint)
                self.check(made)
            except PhotoorgError:
                known.forget(name)
                self._remove_unused(spec)
                raise
        return self._info(made)

    def pull(self, name: str, cancel: CancelToken | None = None) -> Job[ProfileInfo]:
        """Download a profile and try it; one that is installed is left as it is.

        Raises:
            UsageError: there is none of that name.
            CannotError: it cannot be downloaded, or does not work here; nothing is half-installed.
            Cancelled: the person stopped it; what has arrived is kept for the next time.
        """
        from photoorg.services.profiles.pulling import pull

        found = profile(name)
        if not models_folder.profile_installed(found):
            new = [spec for spec in found.encoders if not models_folder.installed(spec)]
            yield from pull(found, cancel)
            try:
                self.check(found)
            except PhotoorgError:
                for spec in new:
                    models_folder.remove(spec)
                raise
        return self._info(found)

    def check(self, found: Profile) -> None:
        """Encode a picture and some words, to know that an installed profile works on this machine.

        The words are those that searches are held against, which are kept.

        Raises:
            CannotError: it does not; the message says why.
        """
        with self._worker(found.name, False) as worker:
            worker.embed_file(str(resource(_PROBE)))
        if found.text_needs_torch:
            with self._worker(found.name, True) as worker:
                background(found.text_encoder, worker.embed_words)

    def remove(self, name: str) -> ProfileInfo:
        """Delete the files of a profile's encoders that no other installed profile needs.

        Its vectors in this catalog stay until they are dropped; one's own profile is forgotten, and they with it.

        Raises:
            UsageError: there is none of that name, it is built in, or it is in use.
        """
        found = profile(name)
        if found.name == EMBEDDED.name:
            raise UsageError("The embedded profile is part of the program and cannot be removed.")
        if name in (self._switching.active.name, self._switching.next_name):
            raise _in_use(name)
        if found.own:
            self.drop(name)
            known.forget(name)
        info = self._info(found)
        for spec in found.encoders:
            self._remove_unused(spec, besides=name)
        return info

    def drop(self, name: str) -> int:
        """Delete the vectors that this catalog has for a profile alone; how many there were.

        Raises:
            UsageError: there is no such profile, or it is in use.
        """
        found, active, coming = profile(name), self._switching.active, self._switching.next_name
        if name in (active.name, coming):
            raise _in_use(name)
        needed = {*active.spaces, *(profile(coming).spaces if coming else ())}
        spaces = [space for space in found.spaces if space not in needed]
        dropped = self._catalog.vectors.drop(spaces)
        for space in spaces:
            remove_space(self._catalog.vector_files, space)
        return dropped

    def _remove_unused(self, spec: EncoderSpec, besides: str = "") -> None:
        """Delete an encoder's files unless a profile that is installed whole, other than ``besides``, has it."""
        others = (other for other in profiles().values() if other.name != besides and spec in other.encoders)
        if spec.library != "lite0" and not any(models_folder.profile_installed(other) for other in others):
            models_folder.remove(spec)

    def _info(self, found: Profile) -> ProfileInfo:
        installed = models_folder.profile_installed(found)
        size = sum(models_folder.size(spec) for spec in found.encoders) if installed else found.download
        return ProfileInfo(
            name=found.name,
            spaces=found.spaces,
            installed=installed,
            bytes=size,
            licence=found.licence,
            summary=found.summary,
            languages=found.languages,
            active=found.name == self._switching.active.name,
            switching=found.name == self._switching.next_name,
            vectors=min(self._catalog.vectors.stamp(space)[1] for space in found.spaces),
            own=found.own,
            variants={spec.model: measured.describe() for spec in found.encoders if (measured := of_encoder(spec.id))},
        )


def _in_use(name: str) -> UsageError:
    if name == EMBEDDED.name:
        return UsageError(f"The profile {name} is in use.", "Switch to another: photoorg index --profile NAME")
    return UsageError(f"The profile {name} is in use.", "Switch to another: photoorg index --profile embedded")
