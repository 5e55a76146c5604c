"""A WordNet of a few nouns in the format of the real files, for the tests of what reads it."""

from __future__ import annotations

from pathlib import Path

import pytest

_DATA = """\
  1 This line is a licence.
00000001 03 n 01 animal 0 000 | a living thing that moves; "animals move"
00000002 05 n 02 dog 0 domestic_dog 0 001 @ 00000001 n 0000 | it barks; "the dog barked"
00000003 05 n 01 poodle 0 001 @ 00000002 n 0000 | a curly dog
00000004 05 n 02 dachshund 0 sausage_dog 0 002 @ 00000002 n 0000 ~ 00000003 n 0000 | a long dog
00000005 06 n 01 crane 0 001 @ 00000001 n 0000 | a bird
00000006 06 n 01 crane 0 000 | a machine
"""
_INDEX = """\
  1 This line is a licence.
animal n 1 1 ~ 1 1 00000001
dog n 1 2 @ ~ 1 1 00000002
domestic_dog n 1 1 @ 1 0 00000002
poodle n 1 1 @ 1 0 00000003
dachshund n 1 1 @ 1 0 00000004
crane n 2 1 @ 2 1 00000006 00000005
"""
_COUNTS = "dog%1:05:00:: 1 42\ndog%2:38:00:: 1 3\ndomestic_dog%1:05:00:: 1 2\n"


@pytest.fixture
def wordnet_folder(tmp_path: Path) -> Path:
    for name, text in (("data.noun", _DATA), ("index.noun", _INDEX), ("cntlist.rev", _COUNTS)):
        (tmp_path / name).write_text(text, encoding="latin-1")
    return tmp_path
