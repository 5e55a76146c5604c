"""One writer at a time: another process waits briefly, is told who is at work, and gets in when that one is dead."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from photoorg.catalog.lock import WriterLock
from photoorg.core.errors import BusyError, CatalogError

_HOLDER = """
import sys
from pathlib import Path
from photoorg.catalog.lock import WriterLock
with WriterLock(Path(sys.argv[1])).hold("indexing"):
    print("held", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process that holds the lock of ``tmp_path`` until its input ends."""
    command = [sys.executable, "-c", _HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_another_process_is_refused_with_a_sentence(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    with pytest.raises(BusyError, match=f"Another photoorg is indexing \\(process {holder.pid}\\)"):
        with WriterLock(tmp_path).hold("moving photos", patience=0.1):
            pass


def test_it_waits_for_a_short_work(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    assert holder.stdin is not None
    threading.Timer(0.3, holder.stdin.close).start()
    with WriterLock(tmp_path).hold("moving photos", patience=30):
        pass
    assert holder.wait(30) == 0


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path, holder: subprocess.Popen[str]) -> None:
    holder.kill()
    holder.wait()
    with WriterLock(tmp_path).hold("moving photos", patience=0):
        pass


def test_threads_of_one_process_share_it(tmp_path: Path) -> None:
    lock, again = WriterLock(tmp_path), WriterLock(tmp_path)
    inside = []

    def work() -> None:
        with again.hold("moving photos", patience=0):
            inside.append(True)

    with lock.hold("indexing"):
        thread = threading.Thread(target=work)
        thread.start()
        thread.join()
    assert inside == [True]
    with lock.hold("indexing", patience=0):
        pass


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be written"):
        with WriterLock(tmp_path / "no" / "folder").hold("indexing"):
            pass
