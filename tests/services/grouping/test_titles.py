"""Names of groups in the language of whoever reads them."""

from __future__ import annotations

import pytest

from photoorg.core.paths import resource
from photoorg.services.grouping.german import in_german
from tests.services.grouping.conftest import Album


def _listed(file: str) -> list[list[str]]:
    lines = resource(f"names/{file}").read_text("utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def test_every_name_has_a_german_one_of_its_own() -> None:
    german = dict(_listed("german.txt"))
    assert list(german) == [entry[0] for entry in _listed("words.txt")]
    assert len(set(german.values())) == len(german)


@pytest.mark.parametrize(
    ("suggested", "wanted"),
    [
        ("dogs", "Hunde"),
        ("wild cats, dogs", "Wildkatzen, Hunde"),
        ("birthday · Christmas 2019", "Geburtstag · Weihnachten 2019"),
        ("fireworks · New Year 2020", "Feuerwerk · Neujahr 2020"),
        ("cars · Lisbon, 14 May 2019", "Autos · Lisbon, 14. Mai 2019"),
        ("cars · 14–17 October 2019", "Autos · 14.–17. Oktober 2019"),
        ("beach · May–June 2019", "Strand · Mai–Juni 2019"),
        ("beach · December 2019 – January 2020", "Strand · Dezember 2019 – Januar 2020"),
        ("beach · 2019", "Strand · 2019"),
        ("beach · 2019 2", "Strand · 2019 2"),
        ("dogs 2", "Hunde 2"),
        ("beach · May 2019 3", "Strand · Mai 2019 3"),
        ("group 1207", "Gruppe 1207"),
        ("Oma wird 80", "Oma wird 80"),
        ("2019", "2019"),
        ("", ""),
    ],
)
def test_suggested_names_in_german(suggested: str, wanted: str) -> None:
    assert in_german(suggested) == wanted


def test_groups_are_called_as_their_reader_speaks(album: Album) -> None:
    dogs, cats = album.add("dog", 12, taken="2019-12-24T10:00:00"), album.add("cat", 12)
    album.add("car", 14, taken="2015-03-01T10:00:00")
    album.background()
    album.cluster()
    services = album.services
    group, named = album.of(dogs), album.of(cats)
    assert group.name == "dogs · Christmas 2019"
    services.clusters.rename(named.id, "dogs")

    services.titles.language = "de"
    german = "Hunde · Weihnachten 2019"
    assert album.of(dogs).name == german
    assert album.of(cats).name == "dogs", "a person's own name stays"
    assert german in {each.name for each in services.clusters.named()}
    assert german in {card.name for shelf in services.clusters.shelves() for card in shelf.cards}
    assert services.clusters.photos(group.id).name == german
    found = services.photos.details(dogs[0]).cluster
    assert found is not None
    assert found.name == german
    assert "Hunde" in found.theme_name
    assert group.id in {each.id for each in services.typed.names().groups if each.name == german}

    services.clusters.rename(group.id, "Bello")
    done = services.history.next_undo
    assert done is not None
    assert done.what == f"Renamed “{german}” to “Bello”", "the journal says what the person saw"
    services.clusters.rename(group.id, "")
    assert album.of(dogs).name == german

    album.cluster()
    services.titles.language = ""
    assert album.of(dogs).name == "dogs · Christmas 2019", "what is kept is English"
