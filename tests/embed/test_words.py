from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from photoorg.core.errors import CannotError
from photoorg.embed.profiles import EMBEDDED, load_text_encoder
from photoorg.embed.words import WordTable


@pytest.fixture(scope="module")
def words() -> WordTable:
    return WordTable.load()


def _cosine(words: WordTable, a: str, b: str) -> float:
    one, two = words.encode([a, b])
    return float(one @ two)


@pytest.mark.parametrize(
    ("plain", "other"),
    [
        ("cat", "a photo of a cat"),
        ("cat", "Cats"),
        ("dog", "show me all pictures of my dogs"),
        ("sea", "the sea"),
        ("snowy mountain", "Snowy Mountains!"),
        ("birthday cake", "birthdaycake"),
        ("church", "the old churches’"),
    ],
)
def test_how_it_is_said_matters_little(words: WordTable, plain: str, other: str) -> None:
    assert _cosine(words, plain, other) > 0.8


@pytest.mark.parametrize(
    ("word", "near", "far"),
    [
        ("invoice", "document", "dog"),
        ("selfie", "people", "car"),
        ("puppy", "dog", "cat"),
        ("seaside", "beach", "kitchen"),
        ("kids", "children", "receipt"),
        ("meal", "pizza", "screenshot"),
        ("bike", "bicycle", "boat"),
        ("boulevard", "street", "flower"),
        ("lorry", "truck", "bird"),
    ],
)
def test_words_lie_near_what_they_mean(words: WordTable, word: str, near: str, far: str) -> None:
    assert _cosine(words, word, near) > _cosine(words, word, far) + 0.2


def test_a_phrase_is_not_the_sum_of_its_words(words: WordTable) -> None:
    assert len(words.read("hot dog").phrases) == 1


def test_rows_are_unit_or_zero(words: WordTable) -> None:
    vectors = words.encode(["the sea", "xqzzv wrtyk", "", "of the and"])
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 0, 0, 0], atol=1e-5)
    assert words.encode([]).shape == (0, vectors.shape[1])


def test_text_has_the_dimensions_of_the_pictures_space(words: WordTable) -> None:
    from photoorg.core.paths import resource
    from photoorg.embed.tables import CONCEPTS_FILE, ConceptTable

    assert words.space == EMBEDDED.text
    assert words.encode(["cat"]).shape[1] == ConceptTable.load(resource(CONCEPTS_FILE)).dimensions <= 256


def test_a_query_needs_no_torch() -> None:
    program = (
        "import sys\n"
        "from photoorg.embed.profiles import EMBEDDED, load_text_encoder\n"
        "load_text_encoder(EMBEDDED).encode(['a cat'])\n"
        "assert not {'torch', 'timm', 'open_clip', 'PIL'} & set(sys.modules), sorted(sys.modules)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_loading_twice_gives_the_same_vectors() -> None:
    one, two = load_text_encoder(EMBEDDED), WordTable.load()
    np.testing.assert_array_equal(one.encode(["a red car"]), two.encode(["a red car"]))


def test_a_damaged_table_is_named(tmp_path: Path) -> None:
    file = tmp_path / "words.npz"
    file.write_bytes(b"not a table")
    with pytest.raises(CannotError, match=r"words\.npz"):
        WordTable.load(file)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("reciept", "receipt"),
        ("a moutain", "mountain"),
        ("musical instuments", "musical instruments"),
        ("guitarr", "guitar"),
    ],
)
def test_a_misspelt_word_is_read_as_the_nearest_common_one(words: WordTable, typed: str, meant: str) -> None:
    assert words.read(typed).changed
    assert _cosine(words, typed, meant) > 0.99


def test_what_is_spelt_right_is_not_changed(words: WordTable) -> None:
    for text in ("A photo of my dog", "the sea", "Hund am Strand", "birthdaycake"):
        reading = words.read(text)
        assert not reading.changed
        assert not reading.unknown


def test_what_is_known_by_no_means_is_named(words: WordTable) -> None:
    reading = words.read("a cat and xqzzyvw")
    assert reading.unknown == ("xqzzyvw",)
    known, half = words.ask("cat"), words.ask("cat xqzzyvw")
    assert known is not None
    assert half is not None
    assert half.trust == pytest.approx(known.trust / 2)
    assert words.ask("xqzzyvw") is None


def test_a_narrow_word_can_be_met_in_full_and_a_broad_one_cannot(words: WordTable) -> None:
    zebra, food = words.ask("zebra"), words.ask("food")
    assert zebra is not None
    assert food is not None
    assert zebra.reach == pytest.approx(1, abs=0.02)
    assert food.reach is not None
    assert food.reach < 0.8


def test_wild_animals_are_no_fish_and_a_skyline_is_no_church_tower(words: WordTable) -> None:
    assert _cosine(words, "wild animals", "lion") > _cosine(words, "wild animals", "fish")
    assert _cosine(words, "skyline", "dock") > _cosine(words, "tower", "dock")
    assert _cosine(words, "something to eat", "strawberry") > 0.2


@pytest.mark.parametrize(
    ("german", "english"),
    [
        ("Hund", "dog"),
        ("mein Hund", "dog"),
        ("Geburtstag", "birthday"),
        ("etwas zu essen", "food"),
        ("Möbel", "furniture"),
        ("moebel", "furniture"),
        ("Berge", "mountain"),
        ("Bürobedarf", "office supplies"),
        ("Hunde am Strand", "dogs on the beach"),
    ],
)
def test_german_is_read_as_what_it_means(words: WordTable, german: str, english: str) -> None:
    assert _cosine(words, german, english) > 0.8


def test_a_word_of_both_languages_goes_by_the_one_preferred(words: WordTable) -> None:
    english, german = words.ask("rock"), words.ask("Rock", "de")
    skirt = words.encode(["skirt"])[0]
    assert english is not None
    assert german is not None
    assert float(german.mean @ skirt) > 0.99 > float(english.mean @ skirt) + 0.3


def test_a_broad_word_is_met_by_one_of_the_things_it_covers(words: WordTable) -> None:
    asked = words.ask("furniture")
    assert asked is not None
    beds = words.encode(["four-poster", "desk", "cat"])
    scores = asked.scores(beds)
    assert min(scores[:2]) > 2 * scores[2]
    assert (scores > beds @ asked.mean)[:2].all()
