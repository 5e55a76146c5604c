"""One file from a real server on loopback: whole, resumed, damaged, refused, without room."""

from __future__ import annotations

import errno
import hashlib
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest

from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken
from photoorg.services.profiles import download
from photoorg.services.profiles.download import Arrived, NotThereError, fetch
from tests.services.profiles.file_server import Behaviour, serving

DATA = random.Random(0).randbytes(3_000_000)
DIGEST = hashlib.sha256(DATA).hexdigest()


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(download, "PAUSES", (0.01, 0.01))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")


def finish(address: str, target: Path, sha256: str = "", cancel: CancelToken | None = None) -> Arrived:
    job = fetch(address, target, sha256, cancel)
    while True:
        try:
            next(job)
        except StopIteration as end:
            result: Arrived = end.value
            return result


def left(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir() if not file.name.endswith(".json")}


@pytest.mark.parametrize("redirect", [False, True])
@pytest.mark.parametrize("sha256", ["", DIGEST, DIGEST[:8]])
def test_a_whole_file(tmp_path: Path, redirect: bool, sha256: str) -> None:
    with serving(Behaviour({"/a.bin": DATA}, redirect=redirect)) as base:
        arrived = finish(f"{base}/a.bin", tmp_path / "a.bin", sha256)
    assert arrived == Arrived(len(DATA), len(DATA), DIGEST)
    assert (tmp_path / "a.bin").read_bytes() == DATA
    assert left(tmp_path) == {"a.bin"}


@pytest.mark.parametrize("redirect", [False, True])
def test_a_connection_that_breaks_is_taken_up_where_it_broke(tmp_path: Path, redirect: bool) -> None:
    server = Behaviour({"/a.bin": DATA}, cut=700_000, cuts=3, redirect=redirect)
    with serving(server) as base:
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == DATA
    starts = server.starts()
    assert starts[-1] > 2_000_000, "nothing is downloaded twice"


def test_a_program_that_ended_goes_on_the_next_time(tmp_path: Path) -> None:
    server = Behaviour({"/a.bin": DATA})
    with serving(server) as base:
        job = fetch(f"{base}/a.bin", tmp_path / "a.bin")
        while next(job).done < 1_500_000:
            pass
        job.close()
        assert left(tmp_path) == {"a.bin.part"}
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == DATA
    assert server.starts()[-1] > 1_400_000


def test_a_file_that_is_here_already_is_only_looked_at(tmp_path: Path) -> None:
    server = Behaviour({"/a.bin": DATA})
    with serving(server) as base:
        finish(f"{base}/a.bin", tmp_path / "a.bin")
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert server.starts() == [0, len(DATA) - 1]
    assert (tmp_path / "a.bin").read_bytes() == DATA


def test_what_changed_on_the_server_is_taken_anew(tmp_path: Path) -> None:
    server = Behaviour({"/a.bin": DATA}, cut=1_000_000, cuts=10)
    newer = os.urandom(2_000_000)
    with serving(server) as base:
        job = fetch(f"{base}/a.bin", tmp_path / "a.bin")
        while next(job).done < 900_000:
            pass
        job.close()
        server.files["/a.bin"], server.cuts = newer, 0
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == newer


def test_a_server_without_ranges_starts_over(tmp_path: Path) -> None:
    server = Behaviour({"/a.bin": DATA}, cut=1_000_000, cuts=1, ranges=False)
    with serving(server) as base:
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert (tmp_path / "a.bin").read_bytes() == DATA


@pytest.mark.parametrize(("redirect", "sha256"), [(False, DIGEST), (True, "")], ids=["ours", "the server's"])
def test_a_damaged_file_is_discarded(tmp_path: Path, redirect: bool, sha256: str) -> None:
    with serving(Behaviour({"/a.bin": DATA}, spoil=True, redirect=redirect)) as base:
        with pytest.raises(CannotError, match="damaged"):
            finish(f"{base}/a.bin", tmp_path / "a.bin", sha256)
    assert left(tmp_path) == set()


@pytest.mark.parametrize("status", [401, 403])
def test_a_refusal_is_said(tmp_path: Path, status: int) -> None:
    with serving(Behaviour({"/a.bin": DATA}, status=status)) as base:
        with pytest.raises(CannotError, match="refused"):
            finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert left(tmp_path) == set()


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with serving(Behaviour({})) as base:
        with pytest.raises(NotThereError, match=r"has no a\.bin"):
            finish(f"{base}/a.bin", tmp_path / "a.bin")


def test_a_server_in_trouble_is_asked_again(tmp_path: Path) -> None:
    server = Behaviour({"/a.bin": DATA}, status=503)
    with serving(server) as base:
        with pytest.raises(CannotError, match="503"):
            finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert len(server.requests) == len(download.PAUSES) + 1


def test_no_connection_is_one_sentence(tmp_path: Path) -> None:
    with serving(Behaviour({})) as base:
        pass  # its port is closed by now
    with pytest.raises(CannotError, match=r"no connection to 127\.0\.0\.1") as caught:
        finish(f"{base}/a.bin", tmp_path / "a.bin")
    assert "kept" in caught.value.hint


def test_a_full_disk_is_said_and_freed(tmp_path: Path) -> None:
    """Under a limit on the size of files, which the kernel enforces on write as it would a full disk."""
    if sys.platform == "win32":
        pytest.skip("Windows has no limit on the size of files")
    program = (
        "import resource, signal, sys\n"
        "from pathlib import Path\n"
        "from photoorg.core.errors import CannotError\n"
        "from photoorg.services.profiles.download import fetch\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1_000_000, 1_000_000))\n"
        "try:\n"
        "    list(fetch(sys.argv[1], Path(sys.argv[2])))\n"
        "except CannotError as error:\n"
        "    print(error.message)\n"
    )
    with serving(Behaviour({"/a.bin": DATA})) as base:
        command = [sys.executable, "-c", program, f"{base}/a.bin", str(tmp_path / "a.bin")]
        said = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert said.stdout == "There is not enough room on the disk for a.bin.\n", said.stderr
    assert left(tmp_path) == set()


def test_other_troubles_of_the_disk_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: int) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(download.os, "fsync", fail)
    with serving(Behaviour({"/a.bin": DATA})) as base:
        with pytest.raises(CannotError, match="cannot be written: Input/output error"):
            finish(f"{base}/a.bin", tmp_path / "a.bin")


def test_stopping_keeps_what_arrived(tmp_path: Path) -> None:
    cancel = CancelToken()
    with serving(Behaviour({"/a.bin": DATA})) as base:
        job = fetch(f"{base}/a.bin", tmp_path / "a.bin", cancel=cancel)
        while next(job).done < 1_000_000:
            pass
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(job)
    assert left(tmp_path) == {"a.bin.part"}


def test_only_http_is_an_address(tmp_path: Path) -> None:
    with pytest.raises(CannotError, match="no address"):
        finish(f"file://{tmp_path}", tmp_path / "a.bin")
