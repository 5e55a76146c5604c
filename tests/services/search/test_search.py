"""Search over catalogs whose vectors are made here: conditions, combinations, examples, and the graphs' way."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from photoorg.catalog.intake import ReadFile
from photoorg.catalog.store import Catalog
from photoorg.core.conditions import ALL, Conditions
from photoorg.core.errors import Cancelled, CannotError, UsageError
from photoorg.core.jobs import CancelToken, run
from photoorg.core.types import FITS, SURE, FoundFile, Hit, Metadata, Query, State
from photoorg.embed.profiles import EMBEDDED, load_text_encoder
from photoorg.services.search.library_vectors import LibraryVectors
from photoorg.services.search.service import Search

WORDS = ("cat", "sea", "receipt", "pizza")


class Library:
    """Photos of the four words, each near its word's own vector in both spaces."""

    def __init__(self, folder: Path, each: int, graph_above: int) -> None:
        self.catalog = Catalog(folder / "catalog")
        (folder / "photos").mkdir()
        self.root = self.catalog.roots.add(str(folder / "photos"))
        self.vectors = LibraryVectors(self.catalog, EMBEDDED, graph_above)
        self.search = Search(self.catalog, EMBEDDED, self.vectors, self._no_worker)
        chance = np.random.default_rng(3)
        words = load_text_encoder(EMBEDDED).encode(WORDS)
        looks = chance.standard_normal((len(WORDS), 256)).astype(np.float32)
        with self.catalog.database.write():
            for number in range(each * len(WORDS)):
                kind = number % len(WORDS)
                self._add(number, kind, words[kind] + noise(chance, words.shape[1]), looks[kind] + noise(chance, 256))

    def _add(self, number: int, kind: int, text: np.ndarray, visual: np.ndarray) -> None:
        rel = os.path.join(WORDS[kind], f"{number:04}.jpg")
        self.catalog.intake.found(FoundFile(self.root.id, rel, 1, 1), "2020-01-01T00:00:00")
        vectors = {
            space: (vector / np.linalg.norm(vector)).astype("<f2").tobytes()
            for space, vector in ((EMBEDDED.text, text), (EMBEDDED.visual, visual))
        }
        metadata = Metadata(4, 3, "JPEG", taken=f"20{number % 20:02}-06-15T12:00:00")
        hash = number.to_bytes(16, "big")
        self.catalog.intake.take(ReadFile(number + 1, 1, 1, "", hash=hash, metadata=metadata, vectors=vectors))

    @staticmethod
    def _no_worker() -> None:
        raise AssertionError("no foreign file is read here")

    def find(self, text: str = "", where: Conditions = ALL, **parts: object) -> list[Hit]:
        return self.search.search(Query(text, where=where, **parts))  # type: ignore[arg-type]


def noise(chance: np.random.Generator, dim: int) -> np.ndarray:
    return 0.02 * chance.standard_normal(dim).astype(np.float32)


def kinds(hits: list[Hit]) -> set[str]:
    return {Path(hit.path).parent.name for hit in hits}


@pytest.fixture(params=[10**9, 10], ids=["exact", "graph"])
def library(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Library]:
    """The same library, searched row by row and through its graphs."""
    if request.param == 10:
        pytest.importorskip("hnswlib", reason="hnswlib is not installed, so there are no graphs")
    library = Library(tmp_path, each=40, graph_above=request.param)
    run(library.vectors.build_graphs(CancelToken()))
    yield library
    library.catalog.close()


def test_words_find_their_kind_best_first(library: Library) -> None:
    hits = library.find("a cat", limit=20)
    assert len(hits) == 20
    assert kinds(hits) == {"cat"}
    assert all(0 <= hit.certainty <= 1 for hit in hits)
    certainties = [hit.certainty for hit in hits]
    assert certainties == sorted(certainties, reverse=True)


def test_an_example_finds_its_likes_and_not_itself(library: Library) -> None:
    hits = library.find(like=2, limit=39)
    assert kinds(hits) == {"sea"}
    assert 2 not in [hit.id for hit in hits]
    path = library.catalog.photos.many([2])[0].path
    assert library.find(like=path, limit=39) == hits


def test_words_and_an_example_add_up(library: Library) -> None:
    alone = {hit.id: hit.score for hit in library.find(like=2, limit=100)}
    both = library.find("receipt", like=2, limit=10)
    assert kinds(both) <= {"sea", "receipt"}
    assert all(hit.score != alone.get(hit.id) for hit in both)


def test_not_takes_away(library: Library) -> None:
    everything = 4 * 40
    ranked = library.find(without="pizza", limit=everything)
    assert kinds(ranked[-40:]) == {"pizza"}
    assert "pizza" not in kinds(library.find("cat", without="pizza", limit=40))


def test_conditions_hold(library: Library) -> None:
    hits = library.find("cat", Conditions(date_from="2004", date_to="2004-12"), limit=100)
    assert hits
    assert all(photo.taken and photo.taken.startswith("2004") for photo in photos(library, hits))
    below = os.path.join(library.root.path, "sea")
    assert kinds(library.find("cat", Conditions(folder=below), limit=100)) == {"sea"}
    assert library.find("cat", Conditions(folder="/nowhere")) == []


def test_conditions_alone_give_the_newest(library: Library) -> None:
    hits = library.find(where=Conditions(date_to="2005"), limit=20)
    years = [photo.taken[:4] for photo in photos(library, hits)]
    assert years == sorted(years, reverse=True)
    assert set(years) == {"2005", "2004", "2003"}, "20 of 8 a year"
    assert {(hit.score, hit.certainty) for hit in hits} == {(0.0, 1.0)}


def test_a_folder_of_one_kind_is_sure_of_it_and_of_nothing_else(library: Library) -> None:
    below = Conditions(folder=os.path.join(library.root.path, "cat"))
    inside = library.find("cat", where=below, limit=40)
    assert len(inside) == 40
    everywhere = {hit.id: hit.certainty for hit in library.find("cat", limit=40)}
    assert np.mean([hit.certainty >= SURE for hit in inside]) > 0.9
    assert np.allclose([hit.certainty for hit in inside], [everywhere[hit.id] for hit in inside], atol=0.05)
    assert library.find("pizza", where=below)[0].certainty < FITS
    like = library.catalog.photos.many([1])[0].path
    assert np.mean([hit.certainty >= SURE for hit in library.find(like=like, where=below, limit=39)]) > 0.9


def photos(library: Library, hits: list[Hit]) -> list:
    return library.catalog.photos.many([hit.id for hit in hits])


def test_archived_photos_are_found_and_missing_ones_not(library: Library) -> None:
    with library.catalog.database.write() as connection:
        connection.execute("UPDATE photos SET state = 'archived' WHERE id = 1")
        connection.execute("UPDATE photos SET state = 'missing' WHERE id = 5")
    states = {hit.id: hit.state for hit in library.find("cat", limit=40)}
    assert states[1] is State.ARCHIVED
    assert 5 not in states


def test_a_search_sees_what_was_indexed_since(library: Library) -> None:
    before = library.find("cat", limit=100)
    vector = load_text_encoder(EMBEDDED).encode(["cat"])[0]
    with library.catalog.database.write():
        library._add(160, 0, vector, np.ones(256, np.float32))
    assert {hit.id for hit in library.find("cat", limit=100)} >= {hit.id for hit in before[:40]} | {161}


def test_unknown_words_find_nothing(library: Library) -> None:
    assert library.find("xqzzyvw") == []


def test_what_makes_no_sense_is_said(library: Library) -> None:
    for query, message in (
        (Query(""), "Say what to look for"),
        (Query("cat", limit=0), "at least 1"),
        (Query("cat", where=Conditions(date_from="last week")), "no date"),
        (Query("cat", crop=(0, 0, 1, 1)), "part of an example"),
        (Query(like=2, crop=(0.5, 0, 0.6, 1)), "outside"),
    ):
        with pytest.raises(UsageError, match=message):
            library.search.search(query)
    with pytest.raises(CannotError, match="no photo 999"):
        library.find(like=999)
    with pytest.raises(CannotError, match="There is no photo"):
        library.find(like="/nowhere/1.jpg")


def test_an_empty_library_finds_nothing(tmp_path: Path) -> None:
    empty = Library(tmp_path, each=0, graph_above=10)
    assert empty.find("cat") == []
    empty.catalog.roots.remove(empty.root.id)
    with pytest.raises(CannotError, match="No folder has been added"):
        empty.find("cat")
    empty.catalog.close()


def test_words_for_nothing_are_doubted_and_words_for_something_are_not(library: Library) -> None:
    for word in WORDS:
        assert library.find(word)[0].certainty >= FITS
    for nonsense in ("theorem inflation justice", "grammar percentage tomorrow", "wisdom budget alibi"):
        hits = library.find(nonsense)
        assert not hits or hits[0].certainty < FITS


def test_of_several_things_to_leave_out_each_counts(library: Library) -> None:
    ranked = library.find(without="pizza, sea", limit=160)
    assert kinds(ranked[-80:]) == {"pizza", "sea"}
    assert min(hit.certainty for hit in ranked[:80]) > max(hit.certainty for hit in ranked[-80:])


def test_a_search_stops_when_nobody_waits_for_it(library: Library) -> None:
    cancel = CancelToken()
    assert library.search.search(Query("cat"), cancel)
    cancel.cancel()
    with pytest.raises(Cancelled):
        library.search.search(Query("cat"), cancel)


def test_how_a_query_was_read_is_told(library: Library) -> None:
    understood = library.search.understood
    assert understood("a cat").text == "a cat"
    assert understood("reciept").text == "receipt"
    assert understood("cat xqzzyvw").unknown == ("xqzzyvw",)
    assert not understood("Hund am Strand").unknown
    assert [hit.id for hit in library.find("piza")] == [hit.id for hit in library.find("pizza")]
    assert kinds(library.find("Katze", limit=20)) == kinds(library.find("cat", limit=20))
