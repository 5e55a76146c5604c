"""Gathers pictures of every kind for ``photoorg train kinds`` and ``photoorg evaluate kinds``.

Two folders are made, ``learn`` and ``judge``, of sources that have nothing in common. Below each come the kinds, below
these the sources. See README.md beside this file; nothing gathered here is part of the project.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import subprocess
from collections.abc import Iterable
from pathlib import Path

from PIL import Image

_DRAWN = {"letter", "invoice", "form", "book-page", "receipt", "receipt-photo", "note", "whiteboard", "slide"}
#: Classes of the object photos in which many pictures are drawings, or which show papers.
_NOT_PHOTOS = {
    *("garfield", "snoopy", "yin_yang", "stegosaurus", "trilobite", "dollar_bill", "dragonfly", "ant", "scorpion"),
    *("lobster", "crab", "mayfly", "octopus", "sea_horse", "anchor", "stop_sign", "cougar_body", "rooster", "pagoda"),
    *("pyramid", "minaret"),
}
#: Pictures of handbooks that are no screenshots: labelled by looking.
_EXAMPLE = re.compile("symmetry|channel-masks|layer-group-mask")
_DIAGRAM = re.compile(
    "autobuilder|case-study|developers-map|existing-setup|mail-server|netfilter|package-lifecycle|release-cycle|selinux"
    "|ssh-|startup|virtual-package|debian.png"
)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=Path, required=True, help="the development photos")
    parser.add_argument("--packages", type=Path, required=True, help="folders of unpacked Debian packages, by name")
    parser.add_argument("--captures", type=Path, required=True, help="what photoorg.training.kinds.capture made")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    photos, packages, out = options.photos, options.packages, options.out
    _photos(photos, packages, out)
    _screenshots(photos, packages, options.captures, out)
    _drawings(photos, packages, out)
    _documents(photos, packages, out)


def _photos(photos: Path, packages: Path, out: Path) -> None:
    learn, judge = out / "learn" / "photo", out / "judge" / "photo"
    for folder in sorted((photos / "caltech60").iterdir()):
        if folder.name not in _NOT_PHOTOS:
            _link(folder.iterdir(), learn / "objects", 10)
    _link((photos / "clothing").rglob("*.jpg"), learn / "clothing", 160)
    _link((photos / "tiny140").rglob("*.*"), learn / "tiny", 120)
    _link((packages / "mate-backgrounds").rglob("*.jpg"), learn / "wallpapers", 50)
    imagenet = sorted((photos / "imagenet400").iterdir())
    _link(imagenet[::2], learn / "imagenet", 200)
    _link(imagenet[1::2], judge / "imagenet", 200)
    _link((photos / "sports").rglob("*.jpg"), judge / "sports", 180)
    _link((photos / "exif").rglob("*.*"), judge / "camera-files", 80)


def _screenshots(photos: Path, packages: Path, captures: Path, out: Path) -> None:
    for part in ("learn", "judge"):
        for program in sorted((captures / part).iterdir()):
            _link(program.glob("*.png"), out / part / "screenshot" / program.name, 99)
    _link((photos / "screenshots").iterdir(), out / "judge" / "screenshot" / "photo-viewers", 99)
    help_pages = packages / "gnucash-docs" / "usr" / "share" / "help"
    _link(_large((help_pages / "C").rglob("*.png")), out / "learn" / "screenshot" / "handbook-gnucash", 120)
    _link(_large((help_pages / "ja").rglob("*.png")), out / "learn" / "screenshot" / "handbook-gnucash-ja", 40)
    gimp = packages / "gimp-help-en/usr/share/gimp/2.0/help/en/images"
    dialogs = [file for file in _large((gimp / "dialogs").glob("*.png")) if not _EXAMPLE.search(file.name)]
    _link(dialogs, out / "judge" / "screenshot" / "handbook-gimp", 120)
    handbook = _large((packages / "debian-handbook/usr/share/doc/debian-handbook/html/en-US/images").glob("*.png"))
    diagrams = [file for file in handbook if _DIAGRAM.match(file.name)]
    _link(diagrams, out / "judge" / "drawing" / "diagrams", 60)
    _link([file for file in handbook if file not in diagrams], out / "judge" / "screenshot" / "handbook-debian", 120)


def _drawings(photos: Path, packages: Path, out: Path) -> None:
    learn, judge = out / "learn" / "drawing", out / "judge" / "drawing"
    _link(_large((packages / "openclipart-png").rglob("*.png"), 120, 1000), learn / "clip-art", 320)
    wesnoth = packages / "wesnoth-1.16-data/usr/share/games/wesnoth/1.16/data"
    for folder in ("core/images/portraits", "core/images/story", "core/images/maps", "core/images/scenery"):
        _link(_large((wesnoth / folder).rglob("*.*"), 120), learn / "game-art", 50)
    for number in range(40):
        _draw("birthday-card", number, learn / "cards")
        _draw("birthday-card", 5000 + number, judge / "cards", 12)
    for name in ("garfield", "snoopy"):
        _link((photos / "caltech60" / name).iterdir(), judge / "comics", 60)
    lincity = packages / "lincity-ng-data"
    _link(_large(lincity.rglob("*.png"), 110), judge / "game-art-city", 50)


def _documents(photos: Path, packages: Path, out: Path) -> None:
    learn, judge = out / "learn" / "document", out / "judge" / "document"
    _link((photos / "receipts").iterdir(), judge / "receipts", 60)
    for kind in sorted(_DRAWN):
        for number in range(12):
            _draw(kind, number, learn / f"drawn-{kind}")
    _pages((packages / "r-doc-pdf").rglob("*.pdf*"), learn / "papers-r", 40)
    _pages((packages / "octave-doc").rglob("*.pdf"), learn / "papers-octave", 20)
    _pages((packages / "gnuplot-doc").rglob("*.pdf"), judge / "papers-gnuplot", 30)


def _large(files: Iterable[Path], least: int = 220, most: int = 4000) -> list[Path]:
    """The pictures whose sides are all at least ``least`` and at most ``most`` pixels."""
    found = []
    for file in sorted(files):
        try:
            with Image.open(file) as image:
                if min(image.size) >= least and max(image.size) <= most:
                    found.append(file)
        except (OSError, Image.DecompressionBombError):
            continue
    return found


def _link(files: Iterable[Path], folder: Path, most: int) -> None:
    chosen = sorted(file for file in files if file.is_file())
    random.Random(str(folder.name)).shuffle(chosen)
    folder.mkdir(parents=True, exist_ok=True)
    for number, file in enumerate(chosen[:most]):
        # Numbers for names: what a file is called would give its kind away.
        target = folder / f"{number:04}{file.suffix}"
        if not target.exists():
            os.symlink(file.resolve(), target)


def _draw(kind: str, seed: int, folder: Path, most: int = 9999) -> None:
    from photoorg.training import drawn

    folder.mkdir(parents=True, exist_ok=True)
    target = folder / f"{seed}.png"
    if not target.exists() and len(list(folder.iterdir())) < most:
        drawn.draw(kind, seed).save(target)


def _pages(files: Iterable[Path], folder: Path, most: int) -> None:
    """Pages of printed documents, as pictures of 60 to 150 dots an inch."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(folder.name)
    papers = sorted(files)
    for number in range(most):
        target = folder / f"{number}"
        paper, page = chance.choice(papers), chance.randint(2, 120)
        if not target.with_suffix(".png").exists():
            command = ["pdftoppm", "-png", "-singlefile", "-r", str(chance.randint(60, 150)), "-f", str(page)]
            subprocess.run([*command, str(paper), str(target)], check=False, capture_output=True)


if __name__ == "__main__":
    main()
