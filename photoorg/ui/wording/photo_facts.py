"""All that is known of a photo, in words: rows of a label and a text, under headings."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from photoorg.core.paths import display_path
from photoorg.core.types import Kind, State
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.photo_model import file_name
from photoorg.ui.wording.spoken import spoken_date, spoken_number, spoken_size, spoken_span
from photoorg.ui.wording.told import told

if TYPE_CHECKING:
    from photoorg.core.types import Metadata
    from photoorg.services.photos.details import Details, InCluster

#: Longer exposures (in seconds) are told as decimals, shorter ones as fractions.
_FRACTIONS = 0.35


@dataclass(frozen=True, slots=True)
class Fact:
    """One row. ``link`` says what a press on ``text`` asks for, as ``what:value``; empty where it asks for nothing."""

    label: str
    text: str
    link: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What a panel shows: a title and groups of rows, each with its heading, and none that is empty."""

    title: str
    groups: tuple[tuple[str, tuple[Fact, ...]], ...] = ()


class PhotoFacts(QObject):
    """Puts what services tell into words."""

    def of_photo(self, details: Details) -> Facts:
        """What is known of one photo."""
        groups = (
            (self.tr("Picture"), self._picture(details)),
            (self.tr("Camera"), self._camera(details)),
            (self.tr("File"), self._file(details)),
        )
        rows = ((title, tuple(facts)) for title, facts in groups)
        return Facts(file_name(details.photo), tuple((title, facts) for title, facts in rows if facts))

    def of_many(self, count: int, size: int, first: str, last: str) -> Facts:
        """What can be said of several photos: taken from ``first`` to ``last`` (ISO)."""
        facts = [Fact(self.tr("Size"), spoken_size(size))]
        if first:
            facts.append(Fact(self.tr("Taken"), spoken_span(first[:10], last[:10])))
        return Facts(self.tr("{n} photos").format(n=spoken_number(count)), (("", tuple(facts)),))

    def _picture(self, details: Details) -> Iterator[Fact]:
        photo, metadata = details.photo, details.metadata
        if photo.taken:
            yield Fact(self.tr("Date"), spoken_date(photo.taken), f"month:{photo.taken[:7]}")
        if details.kind is not None:
            judged = details.kind
            sure = self.tr("your word") if judged.by_person else self.tr("{n} sure").format(n=f"{judged.certainty:.0%}")
            yield Fact(self.tr("Kind"), f"{self.kind(judged.kind)} · {sure}", "kind:")
        elif photo.content:
            yield Fact(self.tr("Kind"), self.tr("not known yet"), "kind:")
        if details.cluster is not None:
            yield Fact(self.tr("Group"), self._group(details.cluster), f"group:{details.cluster.id}")
        if details.place:
            yield Fact(self.tr("Place"), details.place, f"place:{details.place.partition(', ')[0]}")
        if metadata is not None and metadata.description:
            yield Fact(self.tr("Description"), metadata.description)
        if photo.state is not State.PRESENT:
            yield Fact(self.tr("Where"), self._state(photo.state))

    def _camera(self, details: Details) -> Iterator[Fact]:
        metadata = details.metadata
        if metadata is None:
            return
        if metadata.camera:
            yield Fact(self.tr("Camera"), metadata.camera, f"camera:{metadata.camera}")
        if metadata.lens:
            yield Fact(self.tr("Lens"), metadata.lens)
        exposed = _exposed(metadata)
        if exposed:
            yield Fact(self.tr("Exposure"), exposed)
        if metadata.software:
            yield Fact(self.tr("Software"), metadata.software)
        if metadata.latitude is not None and metadata.longitude is not None:
            yield Fact(self.tr("Coordinates"), f"{metadata.latitude:.5f}, {metadata.longitude:.5f}")

    def _file(self, details: Details) -> Iterator[Fact]:
        photo, metadata = details.photo, details.metadata
        folder = os.path.dirname(photo.path)
        yield Fact(self.tr("Folder"), display_path(folder), f"folder:{folder}")
        if photo.width and photo.height:
            pixels = self.tr("{n} megapixels").format(n=f"{photo.width * photo.height / 1e6:.1f}")
            yield Fact(self.tr("Pixels"), f"{photo.width} × {photo.height} · {pixels}")
        size = spoken_size(photo.size)
        yield Fact(self.tr("Size"), f"{size} · {metadata.format}" if metadata is not None else size)
        yield Fact(self.tr("Changed"), spoken_date(details.modified))
        for companion in details.companions:
            yield Fact(self.tr("Belongs to it"), os.path.basename(display_path(companion)))
        if details.copies:
            number = len(details.copies)
            text = (
                self.tr("1 exact copy") if number == 1 else self.tr("{n} exact copies").format(n=spoken_number(number))
            )
            yield Fact(self.tr("Copies"), text)
        if photo.failure:
            yield Fact(self.tr("Problem"), told(photo.failure))

    def _group(self, cluster: InCluster) -> str:
        name = shown_name(cluster.name, cluster.own_name) or self.tr("Group {n}").format(n=cluster.id)
        return f"{name} · {self.tr('{n} sure').format(n=f'{cluster.confidence:.0%}')}"

    def kind(self, kind: Kind) -> str:
        """One picture of a kind."""
        return {
            Kind.PHOTO: self.tr("Photo"),
            Kind.SCREENSHOT: self.tr("Screenshot"),
            Kind.DOCUMENT: self.tr("Document"),
            Kind.DRAWING: self.tr("Drawing"),
        }[kind]

    def _state(self, state: State) -> str:
        return {
            State.PRESENT: "",
            State.ARCHIVED: self.tr("in the archive"),
            State.TRASHED: self.tr("in the trash"),
            State.MISSING: self.tr("the file is missing"),
            State.OFFLINE: self.tr("on a drive that is not here"),
        }[state]


def _exposed(metadata: Metadata) -> str:
    """How a photo was exposed, as cameras show it: ``1/250 s · f/2.8 · ISO 100 · 50 mm``."""
    parts = []
    if metadata.exposure is not None:
        seconds = metadata.exposure
        parts.append(f"{seconds:.2g} s" if seconds > _FRACTIONS else f"1/{round(1 / seconds)} s")
    if metadata.aperture is not None:
        parts.append(f"f/{metadata.aperture:.2g}")
    if metadata.iso is not None:
        parts.append(f"ISO {metadata.iso}")
    if metadata.focal is not None:
        parts.append(f"{metadata.focal:.3g} mm")
    return " · ".join(parts)
