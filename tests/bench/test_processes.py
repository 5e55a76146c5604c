from __future__ import annotations

import os
import subprocess
import sys
import time

import pytest

from photoorg.bench.processes import Sampler, tree_bytes

pytestmark = pytest.mark.skipif(tree_bytes(os.getpid()) is None, reason="memory cannot be read on this system")

# A process that starts another one, which holds 80 MB until their common standard input ends.
HOLDER = "import sys; held = bytearray(b'x') * 80_000_000; print('ready', flush=True); sys.stdin.read()"
PARENT = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLDER!r}])"


@pytest.fixture
def parent():
    with subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        yield process
        process.kill()


def test_children_are_counted(parent):
    assert 80e6 < tree_bytes(parent.pid) < 250e6


def test_a_process_that_ended_has_no_memory(parent):
    parent.kill()
    parent.wait()
    assert tree_bytes(parent.pid) == 0


def test_the_sampler_keeps_the_peak(parent):
    with Sampler(parent.pid) as sampler:
        deadline = time.monotonic() + 20
        while len(sampler.samples) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.02)
    assert sampler.peak == max(bytes_ for _, bytes_ in sampler.samples) > 80e6
    taken = len(sampler.samples)
    time.sleep(0.3)
    assert len(sampler.samples) == taken
