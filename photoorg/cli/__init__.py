"""The command line.

Progress and logs go to standard error. Exit codes: 0 done, 1 done but some files failed (they are listed),
2 wrong usage, 3 cannot.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from photoorg.core.errors import Cancelled, CatalogError, PhotoorgError, is_damage

__all__ = ["main"]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code; every expected error ends in one sentence."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        if not words or words[0] == "window":
            from photoorg.cli import opening

            return opening.run(words[1:])
        from photoorg.cli import parser

        options = parser.build().parse_args(words)
        with _stopped_as_by_ctrl_c():
            return int(options.handler(options))
    except KeyboardInterrupt:
        return _tell(Cancelled("Stopped; what was done so far is kept."), words)
    except PhotoorgError as error:
        return _tell(error, words)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output has gone, and Python would complain at exit
        return 0
    except OSError as error:
        from photoorg.core.refusals import refused_by_system

        return _tell(refused_by_system(error), words)
    except Exception as error:
        if not is_damage(error):
            raise
        hint = "photoorg doctor --repair saves all that can be read; the photos are not affected."
        return _tell(CatalogError(f"The catalog is damaged: {error}.", hint), words)


@contextmanager
def _stopped_as_by_ctrl_c() -> Iterator[None]:
    """Let whoever ends the program in another way (``kill``, ``timeout``, the end of a session) stop it as gently."""
    import signal
    import threading

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _tell(error: PhotoorgError, words: Sequence[str]) -> int:
    from photoorg.cli import output

    output.error(error, as_json="--json" in words)
    return error.exit_code
