from __future__ import annotations

import pytest

from photoorg.ui.fuzzy import fit


def order(typed: str, names: list[str]) -> list[str]:
    """The names that fit, best first."""
    fits = [(found.score, name) for name in names if (found := fit(typed, name)) is not None]
    return [name for _, name in sorted(fits, key=lambda pair: -pair[0])]


def test_every_letter_must_occur_in_order() -> None:
    assert fit("all", "Select all") is not None
    assert fit("lla", "All") is None
    assert fit("", "Anything") is not None


def test_the_places_are_those_of_the_typed_letters() -> None:
    found = fit("sel al", "Select all")
    assert found is not None
    assert "".join("Select all"[at] for at in found.places) == "Selal"


@pytest.mark.parametrize(
    ("typed", "best"),
    [
        ("sa", "Select all"),
        ("select a", "Select all"),
        ("none", "Select none"),
        ("trash", "Trash"),
        ("empty", "Empty the trash…"),
        ("af", "Add a folder…"),
    ],
)
def test_beginnings_of_words_and_letters_in_a_row_come_first(typed: str, best: str) -> None:
    names = ["Move to the trash", "Trash", "Empty the trash…", "Select none", "Select all", "Add a folder…", "Groups"]
    assert order(typed, names)[0] == best


def test_letters_of_any_script_and_case() -> None:
    assert order("grÖ", ["Größer", "Kleiner"]) == ["Größer"]
    found = fit("ß", "Größer")
    assert found is not None
    assert found.places == (3,)
