"""Files of ours for the captured programs to show: text, code, tables, pages, a drawing, a sound."""

from __future__ import annotations

import csv
import inspect
import math
import random
import shutil
import struct
import wave
from collections.abc import Sequence
from pathlib import Path

from photoorg.training import drawn
from photoorg.training.drawn import words
from photoorg.training.kinds.capture import pages

_PAPERS = ("letter", "invoice", "form", "book-page")
#: What would end a quotation.
_PLAIN = str.maketrans("", "", "'\"$`\\%")
_MANUALS = ("ls", "tar", "bash", "find", "grep", "ssh", "awk", "apt", "mount", "ps")


def material(folder: Path, seed: str, pictures: Sequence[Path]) -> dict[str, str]:
    """What stands for the names in braces in a program's command; files are made in ``folder``.

    The same ``seed`` gives the same files. ``pictures`` are photos for pages and viewers to show.
    """
    chance = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    photo = chance.choice(pictures)
    shown = folder / "files"
    shown.mkdir(exist_ok=True)
    for each in chance.sample(list(pictures), min(9, len(pictures))):
        shutil.copy(each, shown / f"{words.heading(chance)[:24].replace('/', ' ')}{each.suffix}")
    for number in range(chance.randint(2, 14)):
        (shown / f"{words.heading(chance)[:24].replace('/', ' ')} {number}.txt").write_text(words.prose(chance, 4))
    made = {
        "text": _written(folder / "notes.txt", _prose(chance)),
        "code": _written(folder / f"{words.identifier(chance)}.py", _code(chance)),
        "page": _written(folder / "page.html", pages.desk_page(chance, pictures)),
        "phone": _written(folder / "phone.html", pages.phone_page(chance, pictures)),
        "svg": _written(folder / "drawing.svg", _drawing(chance)),
        "csv": _table(folder / "table.csv", chance),
        "pdf": _papers(folder / "papers.pdf", chance),
        "sound": _sound(folder / "tone.wav", chance),
        "photo": str(photo),
        "folder": str(shown),
        "name": f"p{chance.randint(0, 10**6)}",
        "points": str(chance.choice((8, 9, 10, 11, 12, 14))),
        "manual": chance.choice(_MANUALS),
        "colours": chance.choice(("-bg black -fg grey90", "-bg white -fg black", "-bg '#002b36' -fg '#93a1a1'", "")),
        # Stands between single quotes in a command.
        "chatter": f'printf "{words.sentence(chance).translate(_PLAIN)}\\n%.0s" $(seq {chance.randint(1, 30)})',
    }
    return made


def _written(file: Path, text: str) -> str:
    file.write_text(text, encoding="utf-8")
    return str(file)


def _prose(chance: random.Random) -> str:
    return "\n\n".join(words.prose(chance, chance.randint(2, 9)) for _ in range(14))


def _code(chance: random.Random) -> str:
    """A piece of our own sources, begun somewhere else each time."""
    source = inspect.getsource(chance.choice((drawn, pages, words)))
    lines = source.splitlines()
    return "\n".join(lines[chance.randrange(max(1, len(lines) // 2)) :])


def _table(file: Path, chance: random.Random) -> str:
    with file.open("w", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        columns = chance.randint(4, 12)
        writer.writerow(words.identifier(chance) for _ in range(columns))
        for _ in range(chance.randint(20, 80)):
            writer.writerow([words.date(chance), *(chance.randint(0, 99999) for _ in range(columns - 1))])
    return str(file)


def _papers(file: Path, chance: random.Random) -> str:
    first, *rest = [drawn.draw(chance.choice(_PAPERS), chance.randrange(10**6)) for _ in range(3)]
    first.save(file, "PDF", save_all=True, append_images=rest, resolution=110)
    return str(file)


def _drawing(chance: random.Random) -> str:
    shapes = []
    for _ in range(chance.randint(5, 25)):
        x, y, size = chance.randint(0, 700), chance.randint(0, 500), chance.randint(20, 200)
        fill = f"hsl({chance.randint(0, 359)},{chance.randint(20, 95)}%,{chance.randint(25, 80)}%)"
        shape = chance.choice(
            (
                f'<circle cx="{x}" cy="{y}" r="{size // 2}" fill="{fill}"/>',
                f'<rect x="{x}" y="{y}" width="{size}" height="{size // 2}" fill="{fill}" rx="6"/>',
                f'<path d="M{x} {y} q{size} {-size} {size} {size} t{size} 9" stroke="{fill}" fill="none" '
                'stroke-width="5"/>',
            )
        )
        shapes.append(shape)
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="800" height="600">{"".join(shapes)}</svg>'


def _sound(file: Path, chance: random.Random) -> str:
    pitch, rate = chance.randint(80, 900), 8000
    with wave.open(str(file), "wb") as stream:
        stream.setparams((1, 2, rate, 0, "NONE", "not compressed"))
        for step in range(rate * 2):
            loud = math.sin(step / rate * chance.choice((3, 3, 4)))
            stream.writeframes(struct.pack("<h", int(20000 * loud * math.sin(step * pitch * math.tau / rate))))
    return str(file)
