"""Captures the programs of ``programs.tsv``: several pictures of each at every visit, which has a look of its own."""

from __future__ import annotations

import argparse
import json
import random
import shlex
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from photoorg.training.features import pictures_below
from photoorg.training.kinds.capture.desktop import Desktop, Look, end
from photoorg.training.kinds.capture.material import material

#: What is pressed to bring up a menu, a dialog or a selection.
_KEYS = ("F10", "alt+f", "alt+e", "alt+v", "ctrl+o", "ctrl+f", "ctrl+a", "ctrl+p", "F1", "Page_Down", "Tab", "Menu")
_TOUR = 8


@dataclass(frozen=True, slots=True)
class Program:
    """A line of ``programs.tsv``."""

    name: str
    package: str
    part: str
    command: str
    seconds: float


def programs() -> list[Program]:
    """All programs, in the order of the file."""
    found = []
    for line in Path(__file__).with_name("programs.tsv").read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            name, package, part, command, seconds = line.split("\t")
            found.append(Program(name, package, part, command, float(seconds)))
    return found


def capture(wanted: list[Program], pictures: list[Path], out: Path, visits: range, display: int) -> Iterator[str]:
    """Visit every program once for each of ``visits``; yields what was done, a line a program.

    Pictures are ``out/PART/PROGRAM/VISIT-N.png``. What is there already is not captured again.
    """
    for visit in visits:
        chance = random.Random(f"tour:{visit}")
        tour = sorted(wanted, key=lambda program: (program.name.endswith("phone"), chance.random()))
        for start in range(0, len(tour), _TOUR):
            part = [program for program in tour[start : start + _TOUR] if not _captured(out, program, visit)]
            for phone in (False, True):
                group = [program for program in part if program.name.endswith("phone") == phone]
                if group:
                    yield from _session(group, pictures, out, visit, display, phone)


def _session(
    group: list[Program], pictures: list[Path], out: Path, visit: int, display: int, phone: bool
) -> Iterator[str]:
    chance = random.Random(f"{visit}:{group[0].name}")
    look = Look.drawn(chance, pictures, phone)
    with tempfile.TemporaryDirectory(prefix="capture-", ignore_cleanup_errors=True) as scratch:
        with Desktop(look, display, Path(scratch) / "home", chance) as desktop:
            for program in group:
                files = material(Path(scratch) / program.name, f"{visit}:{program.name}", pictures)
                command = program.command
                for key, value in files.items():
                    quoted = value if key in ("colours", "chatter") else shlex.quote(value)
                    command = command.replace("{" + key + "}", quoted)
                folder = out / program.part / program.name
                count = _visit(desktop, program, command, folder, visit)
                yield f"{program.name} {visit}: {count} pictures, {look.width}x{look.height} {look.gtk}"


def _visit(desktop: Desktop, program: Program, command: str, folder: Path, visit: int) -> int:
    """Start the program, picture it as it opens, arranged, with something pressed, and a cut-out; how many."""
    running = desktop.launch(command)
    taken: list[Image.Image] = []
    try:
        first = desktop.settled(program.seconds)
        if first is None:
            return 0
        taken.append(first)
        desktop.arrange()
        second = desktop.settled(1)
        if second is not None:
            taken.append(second)
            box = desktop.box()
            if box is not None and min(box[2] - box[0], box[3] - box[1]) > 150:
                taken.append(second.crop(box))
        desktop.press(desktop.chance.choice(_KEYS))
        third = desktop.settled(1)
        if third is not None:
            taken.append(third)
    finally:
        end(running)
    folder.mkdir(parents=True, exist_ok=True)
    for number, picture in enumerate(taken):
        picture.save(folder / f"{visit}-{number}.png", compress_level=1)
    return len(taken)


def _captured(out: Path, program: Program, visit: int) -> bool:
    return any((out / program.part / program.name).glob(f"{visit}-*.png"))


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(prog="photoorg.training.kinds.capture", description=__doc__)
    parser.add_argument("--photos", required=True, nargs="+", metavar="FOLDER", help="photos for the programs to show")
    parser.add_argument("--out", required=True, type=Path, metavar="FOLDER")
    parser.add_argument("--visits", default="0:3", metavar="FROM:TO", help="each has looks and files of its own")
    parser.add_argument("--display", type=int, default=91, help="number of the virtual X display")
    parser.add_argument("--only", nargs="*", default=[], metavar="NAME", help="these programs only")
    parser.add_argument("--packages", action="store_true", help="list the Debian packages needed, and end")
    options = parser.parse_args()
    wanted = [program for program in programs() if not options.only or program.name in options.only]
    if options.packages:
        print(*sorted({program.package for program in wanted}))
        return
    pictures = [path for folder in options.photos for _, path in pictures_below(Path(folder))]
    first, _, last = options.visits.partition(":")
    for line in capture(wanted, pictures, options.out, range(int(first), int(last)), options.display):
        print(line, file=sys.stderr, flush=True)
    counts = {part.name: len(list(part.glob("*/*.png"))) for part in sorted(options.out.iterdir()) if part.is_dir()}
    print(json.dumps(counts))


if __name__ == "__main__":
    main()
