"""Making the child a good process: quiet, killable, unable to outlive its parent, modest with memory."""

from __future__ import annotations

import ctypes
import faulthandler
import multiprocessing
import os
import signal
import sys
from typing import TextIO

#: A log larger than this is started anew.
_LOG_BYTES = 1 << 20
#: How far a process steps back behind others.
_NICE = 5
# Parameters of glibc's mallopt(3) and the values for them. By default each thread gets a heap of its own, and none
# shrinks; and every file and picture is mapped afresh, so that a quarter of the time goes into page faults.
_MALLOPT = {
    -8: 2,  # M_ARENA_MAX
    -3: 8 << 20,  # M_MMAP_THRESHOLD: above a photo's file, below the 16 MB blocks of Pillow's large pictures
    -1: 64 << 20,  # M_TRIM_THRESHOLD
}


def settle(log: str | None, threads: int = 1, *, steps_back: bool = False) -> None:
    """Set this process up, before it imports anything large; ``log`` takes its standard error.

    numpy's products run on ``threads``: one where other threads decode meanwhile. One that ``steps_back`` takes what
    others leave of the processor: whoever looks at photos must not feel that a library is being read or grouped.
    """
    if steps_back and hasattr(os, "nice"):
        os.nice(_NICE)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which then ends us
    _end_with_parent()
    _divert_output(log)
    # Idle threads of torch and numpy would spin on the cores that decode. Read once, when the library is loaded.
    os.environ["OMP_WAIT_POLICY"] = "passive"
    os.environ["KMP_BLOCKTIME"] = "0"
    os.environ["OPENBLAS_NUM_THREADS"] = str(threads)
    if sys.platform == "linux":
        _tune_malloc()


def cores() -> int:
    """The processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _tune_malloc() -> None:
    libc = ctypes.CDLL(None)
    if hasattr(libc, "mallopt"):  # not every C library has it
        for parameter, value in _MALLOPT.items():
            libc.mallopt(parameter, value)


def _end_with_parent() -> None:
    """Let the kernel end this process when its parent is gone, even in the middle of a decoder that hangs.

    The pipe that multiprocessing keeps open for as long as the parent lives raises SIGIO at its end, whose default
    is to terminate. PR_SET_PDEATHSIG will not do: it also fires when only the *thread* that started us ends.
    Elsewhere than on Linux the end of the message pipe has to suffice.
    """
    parent = multiprocessing.parent_process()
    if sys.platform == "linux" and parent is not None:
        import fcntl

        signal.signal(signal.SIGIO, signal.SIG_DFL)
        lifeline = parent.sentinel
        fcntl.fcntl(lifeline, fcntl.F_SETOWN, os.getpid())
        fcntl.fcntl(lifeline, fcntl.F_SETFL, fcntl.fcntl(lifeline, fcntl.F_GETFL) | os.O_ASYNC)


def _divert_output(log: str | None) -> None:
    """Point descriptors 1 and 2 at the log: native decoders write there whatever they like."""
    stream = _opened(log)
    for descriptor in (1, 2):
        os.dup2(stream.fileno(), descriptor)
    sys.stdout = sys.stderr = stream
    faulthandler.enable(stream)


def _opened(log: str | None) -> TextIO:
    if log is not None:
        try:
            large = os.path.exists(log) and os.path.getsize(log) > _LOG_BYTES
            return open(log, "w" if large else "a", encoding="utf-8", errors="backslashreplace", buffering=1)
        except OSError:  # a full or read-only disk is no reason not to show pictures
            pass
    return open(os.devnull, "w", encoding="utf-8")
