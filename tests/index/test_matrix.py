from __future__ import annotations

import numpy as np
import pytest

from photoorg.index.arrays import renormalised
from photoorg.index.matrix import VectorMatrix


def data_files(folder, suffix):
    return [path for path in folder.iterdir() if path.name.endswith(suffix)]


@pytest.fixture
def written(tmp_path, table, space):
    return VectorMatrix.rebuild(tmp_path, space, 16, table.rows(space))


def test_reads_back_unit_float32_rows_in_the_order_of_the_catalog(written, tmp_path, table, space):
    opened = VectorMatrix.open(tmp_path, space, 16, table.stamp(space))
    assert opened is not None
    assert opened.ids.tolist() == [content for content, _ in table.stored.values()]
    assert opened.vectors.dtype == np.float32
    assert opened.vectors.flags.c_contiguous
    assert not opened.vectors.flags.writeable
    stored = np.stack([vector for _, vector in table.stored.values()])
    assert np.allclose(opened.vectors, stored, atol=1e-3)
    assert np.allclose(np.linalg.norm(opened.vectors, axis=1), 1, atol=1e-6)
    assert opened.stamp == (40, 40)
    assert opened.intact()


def test_no_vectors_at_all(tmp_path, space):
    assert len(VectorMatrix.rebuild(tmp_path, space, 16, [])) == 0
    opened = VectorMatrix.open(tmp_path, space, 16, (0, 0))
    assert opened is not None
    assert opened.vectors.shape == (0, 16)
    assert opened.intact()


@pytest.mark.parametrize("suffix", [".f32", ".ids", ".json"])
@pytest.mark.parametrize("harm", ["gone", "empty", "short"])
def test_a_damaged_file_is_not_opened(written, tmp_path, space, suffix, harm):
    (path,) = data_files(tmp_path, suffix)
    whole = path.read_bytes()
    if harm == "gone":
        path.unlink()
    else:
        path.write_bytes(b"" if harm == "empty" else whole[:-1])
    assert VectorMatrix.open(tmp_path, space, 16) is None


def test_flipped_bits_are_recognised(written, tmp_path, space):
    for suffix in (".ids", ".f32"):
        (path,) = data_files(tmp_path, suffix)
        bytes_ = bytearray(path.read_bytes())
        bytes_[len(bytes_) // 2] ^= 16
        opened_before = VectorMatrix.open(tmp_path, space, 16)
        path.write_bytes(bytes_)
        after = VectorMatrix.open(tmp_path, space, 16)
        assert opened_before is not None
        if suffix == ".ids":  # checked at every opening
            assert after is None
            bytes_[len(bytes_) // 2] ^= 16
            path.write_bytes(bytes_)
        else:  # too large to be read at every opening: the doctor asks
            assert after is not None
            assert not after.intact()


@pytest.mark.parametrize("field", ["rows", "generation", "newest", "ids_checksum", "dim", "format"])
def test_a_manifest_that_does_not_fit_is_not_believed(written, tmp_path, table, space, field):
    (path,) = data_files(tmp_path, ".json")
    text = path.read_text()
    start = text.index(f'"{field}"') + len(field) + 4
    path.write_text(text[:start] + "1" + text[start:])
    assert VectorMatrix.open(tmp_path, space, 16, table.stamp(space)) is None


def test_another_stamp_dimension_or_space_is_not_opened(written, tmp_path, space):
    assert VectorMatrix.open(tmp_path, space, 16, (41, 41)) is None
    assert VectorMatrix.open(tmp_path, space, 17) is None
    assert VectorMatrix.open(tmp_path, "toy@2/visual", 16) is None


def test_appending_keeps_open_mappings_and_their_rows(written, tmp_path, table, space, rng, directions):
    before = written.vectors.copy()
    table.put([200, 201, 202], directions(rng, 3))
    longer = written.append(table.rows(space, after=40))
    assert (len(written), len(longer)) == (40, 43)
    assert np.array_equal(written.vectors, before)
    assert np.array_equal(longer.vectors[:40], before)
    assert longer.ids[40:].tolist() == [200, 201, 202]
    assert longer.intact()
    assert longer.generation == written.generation


def test_a_torn_append_leaves_the_state_before_it(written, tmp_path, table, space, rng, directions):
    more = directions(rng, 20)
    table.put(list(range(200, 220)), more)

    def torn():
        batches = table.rows(space, after=40)
        yield next(batches)
        raise OSError("no space left on device")

    with pytest.raises(OSError, match="no space"):
        written.append(torn())
    assert data_files(tmp_path, ".f32")[0].stat().st_size > 40 * 16 * 4
    again = VectorMatrix.open(tmp_path, space, 16, (40, 40))
    assert again is not None
    assert again.intact()
    longer = again.append(table.rows(space, after=40))
    assert longer.intact()
    assert np.array_equal(longer.vectors[40:], renormalised(more.astype(np.float16)))


def test_a_failed_rebuild_leaves_the_old_file(written, tmp_path, space):
    with pytest.raises(ValueError, match="do not fit"):
        VectorMatrix.rebuild(tmp_path, space, 16, [(1, np.arange(2), np.zeros((3, 16)))])
    assert VectorMatrix.open(tmp_path, space, 16, (40, 40)) is not None


def test_a_rebuild_leaves_one_generation_behind(written, tmp_path, table, space):
    newer = VectorMatrix.rebuild(tmp_path, space, 16, table.rows(space))
    assert newer.generation > written.generation
    assert len(data_files(tmp_path, ".f32")) == len(data_files(tmp_path, ".ids")) == 1
    assert np.array_equal(newer.vectors, written.vectors)  # the old mapping still reads


def test_a_row_that_is_no_direction_becomes_zero():
    with np.errstate(all="raise"):
        rows = renormalised(np.array([[3, 4], [0, 0], [np.nan, 1], [np.inf, 1]], dtype=np.float16))
    assert rows.tolist() == [[pytest.approx(0.6), pytest.approx(0.8)], [0, 0], [0, 0], [0, 0]]


def test_rows_are_found_by_id(tmp_path, space):
    ids = np.array([70, 5, 31], np.int64)
    matrix = VectorMatrix.rebuild(tmp_path, space, 3, [(3, ids, np.eye(3))])
    assert matrix.rows_of(np.array([31, 6, 70, 99, 1], np.int64)).tolist() == [2, -1, 0, -1, -1]
    found = matrix.vectors_of(np.array([5, 70], np.int64))
    assert found is not None
    assert found.tolist() == [[0, 1, 0], [1, 0, 0]]
    assert matrix.vectors_of(np.array([5, 6], np.int64)) is None
    empty = VectorMatrix.rebuild(tmp_path, space, 3, [])
    assert empty.rows_of(ids).tolist() == [-1, -1, -1]
    assert empty.vectors_of(ids) is None
