from __future__ import annotations

import hashlib
import os
import sys
from pathlib import Path

import pytest

from photoorg.core.errors import UnreadableError
from photoorg.media.source import read_source


def test_the_hash_is_blake2b_of_the_whole_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(b"abc" * 1000)
    source = read_source(str(path))
    assert source.content == hashlib.blake2b(path.read_bytes(), digest_size=16).digest()
    assert source.size == 3000
    assert source.mtime_ns == path.stat().st_mtime_ns


def test_a_file_too_big_to_hold_gives_the_same_hash_and_the_same_bytes(tmp_path: Path) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(bytes(range(256)) * 64)
    held, streamed = read_source(str(path)), read_source(str(path), held_bytes=1000)
    assert streamed.held is None
    assert streamed.content == held.content
    assert streamed.size == held.size
    with streamed.opened() as stream:
        assert stream.read() == held.held


@pytest.mark.skipif(sys.platform != "linux", reason="only here may a file name be any bytes")
def test_a_name_that_is_no_text_is_read(tmp_path: Path) -> None:
    path = os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.jpg")
    Path(path).write_bytes(b"x")
    assert read_source(path).held == b"x"


def test_reasons_are_sentences(tmp_path: Path) -> None:
    empty = tmp_path / "empty.jpg"
    empty.touch()
    with pytest.raises(UnreadableError, match=r"^The file is empty\.$"):
        read_source(str(empty))
    with pytest.raises(UnreadableError, match=r"^The file is no longer there\.$"):
        read_source(str(tmp_path / "gone.jpg"))
    with pytest.raises(UnreadableError, match=r"^This is not a regular file\.$"):
        read_source(str(tmp_path))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_named_pipe_does_not_block(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.jpg")
    with pytest.raises(UnreadableError, match="not a regular file"):
        read_source(str(tmp_path / "pipe.jpg"))
