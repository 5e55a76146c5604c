from __future__ import annotations

import numpy as np
import pytest

from photoorg.index.ranking import certainty, fitting, rank


def _unit(rows: np.ndarray) -> np.ndarray:
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.fixture
def library() -> tuple[np.ndarray, np.ndarray]:
    """A kind of 30 look-alikes (rows 0-29) among 270 odd photos; the words find half of the kind."""
    rng = np.random.default_rng(5)
    visual = rng.normal(size=(300, 32))
    visual[:30] = visual[0] + 0.4 * rng.normal(size=(30, 32))
    scores = rng.normal(0.0, 0.03, 300).astype(np.float32)
    scores[:15] += 0.5
    return scores, _unit(visual)


def test_likes_of_what_the_words_found_move_up(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    before = np.argsort(-scores)[:30]
    after = np.argsort(-rank(scores, visual)[0])[:30]
    assert np.count_nonzero(before < 30) < 22
    assert np.count_nonzero(after < 30) >= 28


def test_a_photo_unlike_all_others_keeps_a_clear_hit(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    alone = np.zeros(300, np.float32)
    alone[200] = 0.6
    assert np.argmax(rank(alone + scores * 0.1, visual)[0]) == 200


def test_photos_not_allowed_take_no_part(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    allowed = np.arange(300) % 2 == 0
    ranked, sure = rank(scores, visual, allowed)
    assert np.isneginf(ranked[~allowed]).all()
    assert not sure[~allowed].any()
    alone, alone_sure = rank(scores[allowed], visual[allowed])
    np.testing.assert_allclose(ranked[allowed], alone, rtol=1e-5)
    np.testing.assert_allclose(sure[allowed], alone_sure, rtol=1e-4)


def test_candidates_share_the_mean_of_their_forty_likest_by_the_square_of_likeness() -> None:
    rng = np.random.default_rng(3)
    visual = _unit(rng.normal(size=(700, 24)) + 0.3)
    scores = rng.normal(0.1, 0.05, 700).astype(np.float32)
    allowed = rng.random(700) < 0.9
    chosen = np.flatnonzero(allowed)
    best = chosen[np.argsort(-scores[chosen])[:512]]
    middle = np.median(scores[chosen].astype(np.float64))
    expected = []
    for row in best:
        likeness = np.array([max(0.0, float(visual[row] @ visual[other])) ** 2 * (other != row) for other in best])
        nearest = np.argsort(-likeness)[:40]
        support = likeness[nearest] @ (scores[best[nearest]] - middle) / (likeness[nearest].sum() + 1)
        expected.append(middle + (scores[row] - middle + 2 * support) / 3)
    np.testing.assert_allclose(rank(scores, visual, allowed)[0][best], expected, atol=1e-6)


def test_photos_beyond_the_candidates_follow_in_their_own_order() -> None:
    rng = np.random.default_rng(0)
    scores = rng.normal(size=2000).astype(np.float32) * 0.1
    visual = _unit(rng.normal(size=(2000, 16)))
    ranked, _ = rank(scores, visual)
    rest = np.argsort(-scores)[512:]
    assert ranked[rest].max() <= np.delete(ranked, rest).min()
    np.testing.assert_array_equal(np.argsort(-ranked[rest], kind="stable"), np.arange(len(rest)))


def test_what_stands_out_is_certain_and_noise_is_not(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    _, clear = rank(scores, visual)
    noise = np.random.default_rng(2).normal(0, 0.02, 300).astype(np.float32)
    assert np.median(clear[:15]) > 0.5
    assert clear[:15].min() > clear[30:].max() + 0.1
    assert rank(noise, visual)[1].max() < 0.5


def test_certainty_grows_with_the_score_and_lies_between_nought_and_one() -> None:
    scores = np.array([0.0, 0.01, -0.02, 0.3, 0.6, -np.inf], np.float32)
    sure = certainty(scores)
    assert sure[4] > sure[3] > sure[1] >= 0
    assert sure[5] == 0
    assert sure.max() <= 1


def test_certainty_is_the_logistic_of_what_a_photo_stands_out_by() -> None:
    library = np.random.default_rng(7).normal(0.05, 0.04, 5001).astype(np.float32)
    scores = np.linspace(0.05, 0.6, 50).astype(np.float32)
    middle = np.median(library.astype(np.float64))
    spread = 1.4826 * np.median(np.abs(library - middle)) + 1e-6
    distance = np.maximum(scores - middle, 0)
    odds = 0.75 * np.log1p(distance / spread) + (6.5 + 1.7 / distance.max()) * distance - 5.0
    found = certainty(scores, library)
    np.testing.assert_allclose(found[scores > middle], (1 / (1 + np.exp(-odds)))[scores > middle], atol=1e-6)
    assert not found[scores <= middle].any()


@pytest.mark.parametrize("count", [0, 1, 2])
def test_tiny_libraries(count: int) -> None:
    scores = np.linspace(0.5, 0.1, count).astype(np.float32)
    ranked, sure = rank(scores, np.eye(2, 4, dtype=np.float32)[:count])
    assert ranked.shape == sure.shape == (count,)
    assert np.isfinite(ranked).all()
    assert list(np.argsort(-ranked)) == list(range(count))


def test_nothing_allowed_finds_nothing(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    ranked, sure = rank(scores, visual, np.zeros(300, bool))
    assert np.isneginf(ranked).all()
    assert not sure.any()


def test_the_same_library_ranks_the_same_way(library: tuple[np.ndarray, np.ndarray]) -> None:
    scores, visual = library
    np.testing.assert_array_equal(rank(scores, visual)[0], rank(scores.copy(), visual.copy())[0])


def _background(rng: np.random.Generator) -> np.ndarray:
    return rng.normal(0.1, 0.05, (20, 128))


def test_a_query_that_stands_out_fits_and_one_among_many_does_not() -> None:
    rng = np.random.default_rng(4)
    library = rng.normal(0.1, 0.05, 2000)
    found = np.concatenate([library, np.full(20, 0.7)])
    nothing = np.concatenate([library, np.full(20, 0.22)])
    background = _background(rng)
    assert fitting(found, np.full(20, 0.7), background) > 0.7
    assert fitting(nothing, np.full(20, 0.22), background) < 0.3


def test_whether_something_fits_does_not_depend_on_the_scale_of_an_encoder() -> None:
    rng = np.random.default_rng(4)
    library, background = np.append(rng.normal(0.1, 0.05, 500), 0.4), _background(rng)
    here = fitting(library, library[-1:], background[:1])
    there = fitting(library / 10 + 0.2, library[-1:] / 10 + 0.2, background[:1] / 10 + 0.2)
    assert here == pytest.approx(there, abs=0.02)


def test_a_broad_word_fits_by_the_share_of_what_it_can_reach_and_is_less_sure_than_a_narrow_one() -> None:
    rng = np.random.default_rng(4)
    library = rng.normal(0.1, 0.05, 2000)
    background = _background(rng)

    def fits(cosine: float, reach: float) -> float:
        return fitting(np.append(library, [cosine] * 20), np.full(20, cosine), background, reach=reach)

    assert fits(0.45, 0.5) > 0.3 > fits(0.25, 1.0)  # nine tenths of what is to be had, and a quarter of it
    assert fits(0.45, 0.5) > fits(0.45, 1.0)
    assert fits(0.9, 1.0) > fits(0.45, 0.5)
    assert fits(0.45, 0.5) > fitting(np.append(library, 0.45), np.full(20, 0.45), background, 0.5, 0.5)


def test_without_photos_or_background_nothing_is_doubted() -> None:
    assert fitting(np.empty(0), np.empty(0), np.empty((0, 0))) == 1.0
