"""One file over HTTP: resumed where it broke off, checked, and moved to its place in one step.

The only part of photoorg that opens a connection to another machine, and only when a person asks for a download.
"""

from __future__ import annotations

import errno
import hashlib
import http.client
import json
import os
import re
import ssl
import time
import urllib.request
from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, NoReturn
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit

from photoorg import __version__
from photoorg.core.errors import CannotError
from photoorg.core.jobs import CancelToken

_CHUNK = 1 << 18
#: Seconds without a byte after which a connection counts as broken.
TIMEOUT = 30.0
#: Waits (s) before the next attempt; counted anew whenever something arrived.
PAUSES = (0.5, 1.0, 2.0, 4.0)
#: What the operating system says when there is no room: full, quota, file too large.
_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG} if hasattr(errno, "EDQUOT") else {errno.ENOSPC, errno.EFBIG}
_KEPT = "What has arrived is kept: run it again to go on."


class NotThereError(CannotError):
    """The server has no such file."""


@dataclass(frozen=True, slots=True)
class Arrived:
    """How much of a file is here, of how much: bytes, None while unknown. ``sha256`` once all of it is, and right."""

    done: int
    total: int | None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class _Stated:
    """What the server says of a file. ``tag`` changes with its contents; ``git`` is git's own digest of small files."""

    size: int | None
    tag: str
    sha256: str = ""
    git: str = ""


def fetch(
    address: str, target: Path, sha256: str = "", cancel: CancelToken | None = None
) -> Generator[Arrived, None, Arrived]:
    """Download ``address`` to ``target``, going on with what an earlier attempt left beside it.

    Checked against ``sha256`` (or a beginning of it), against the digest that the server states, and its length.

    Raises:
        CannotError: no connection, refused, damaged, or no room on the disk; the message is a sentence.
        NotThereError: the server has no such file.
        Cancelled: the person stopped it; what has arrived is kept.
    """
    if urlsplit(address).scheme not in ("http", "https"):
        raise CannotError(f"{address} is no address to download from.")
    cancel = cancel or CancelToken()
    part = target.with_name(target.name + ".part")
    if target.exists() and not part.exists():
        os.replace(target, part)  # of an attempt that ended with a later file: looked at again
    tries = 0
    while True:
        before = _length(part)
        try:
            stated = yield from _attempt(address, part, cancel)
            break
        except HTTPError as error:
            if error.code < 500 and error.code not in (408, 429):
                _refused(error, address)
            reason: object = f"{error.code} {error.reason}"
        except URLError as error:
            reason = error.reason
        except (TimeoutError, ConnectionError, ssl.SSLError, http.client.HTTPException) as error:
            reason = error
        except OSError as error:
            if error.errno in _NO_ROOM:
                _discard(part)  # what fills the disk helps nobody
                raise CannotError(f"There is not enough room on the disk for {target.name}.", "Make some.") from error
            raise CannotError(f"{target} cannot be written: {error.strerror}.") from error
        tries = 0 if _length(part) > before else tries + 1
        if tries > len(PAUSES):
            raise CannotError(f"There is no connection to {_host(address)}: {_plain(reason)}.", _KEPT)
        _wait(PAUSES[max(tries - 1, 0)], cancel)
    digest = _check(part, stated, sha256)
    os.replace(part, target)
    size = target.stat().st_size
    return Arrived(size, size, digest)


def _attempt(address: str, part: Path, cancel: CancelToken) -> Generator[Arrived, None, _Stated]:
    """Take what the server gives from where ``part`` ends; returns what it states once the file is whole."""
    # The last byte is asked for again: a file that is whole already then needs no answer of its own.
    have, tag = max(_length(part) - 1, 0), _read_note(part)
    headers = {"User-Agent": f"photoorg/{__version__}", "Accept-Encoding": "identity"}
    if have and tag:
        headers["Range"] = f"bytes={have}-"
    hops = _Hops()
    try:
        response = urllib.request.build_opener(hops).open(
            urllib.request.Request(address, headers=headers), timeout=TIMEOUT
        )
    except HTTPError as error:
        if error.code != 416:  # we have as much as there is, or more
            raise
        _discard(part)
        return (yield from _attempt(address, part, cancel))
    with response:
        stated = _stated(response, hops)
        going_on = response.status == 206 and tag == stated.tag and _begins_at(response, have)
        if response.status == 206 and not going_on:  # another file by now
            response.close()
            _discard(part)
            return (yield from _attempt(address, part, cancel))
        _write_note(part, stated.tag)
        with part.open("r+b" if going_on else "wb") as file:
            done = file.seek(have) if going_on else 0
            file.truncate()
            yield Arrived(done, stated.size)
            while chunk := response.read(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                cancel.checkpoint()
                yield Arrived(done, stated.size)
            file.flush()
            os.fsync(file.fileno())
    if stated.size is not None and done < stated.size:
        raise ConnectionError("it broke off")
    return stated


class _Hops(urllib.request.HTTPRedirectHandler):
    """Follows redirects, and keeps what the first server says of the file that lies elsewhere."""

    def __init__(self) -> None:
        self.linked: dict[str, str] = {}

    def redirect_request(
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: Any, newurl: str
    ) -> urllib.request.Request | None:
        """As the standard library does, for HTTP alone."""
        for name in ("X-Linked-Size", "X-Linked-ETag"):
            if headers.get(name):
                self.linked.setdefault(name, headers[name])
        if urlsplit(newurl).scheme not in ("http", "https"):
            raise URLError("it sends elsewhere")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def _stated(response: Any, hops: _Hops) -> _Stated:
    headers = response.headers
    tag = _bare(hops.linked.get("X-Linked-ETag") or headers.get("X-Linked-ETag") or headers.get("ETag") or "")
    size = hops.linked.get("X-Linked-Size") or headers.get("X-Linked-Size")
    whole = re.fullmatch(r"bytes \d+-\d+/(\d+)", headers.get("Content-Range") or "")
    length = size or (whole[1] if whole else headers.get("Content-Length") if response.status == 200 else None)
    return _Stated(
        int(length) if length is not None and length.isdecimal() else None,
        tag or headers.get("Last-Modified") or "",
        tag if re.fullmatch("[0-9a-f]{64}", tag) else "",
        tag if re.fullmatch("[0-9a-f]{40}", tag) else "",
    )


def _bare(tag: str) -> str:
    return tag.removeprefix("W/").strip('"')


def _begins_at(response: Any, start: int) -> bool:
    return str(response.headers.get("Content-Range", "")).startswith(f"bytes {start}-")


def _check(part: Path, stated: _Stated, sha256: str) -> str:
    """The digest of the file, which is right; a wrong file is discarded."""
    size = _length(part)
    ours, git = hashlib.sha256(), hashlib.sha1(b"blob %d\0" % size, usedforsecurity=False)
    with part.open("rb") as file:
        while chunk := file.read(_CHUNK):
            ours.update(chunk)
            git.update(chunk)
    digest = ours.hexdigest()
    sound = digest.startswith(sha256) and stated.size in (None, size) and stated.sha256 in ("", digest)
    if not sha256 and stated.git:
        sound = sound and stated.git == git.hexdigest()
    if not sound:
        _discard(part)
        name = part.name.removesuffix(".part")
        raise CannotError(f"The download of {name} arrived damaged and was discarded.", "Try again.")
    return digest


def _refused(error: HTTPError, address: str) -> NoReturn:
    name = urlsplit(address).path.rpartition("/")[2]
    if error.code in (404, 410):
        raise NotThereError(
            f"{_host(address)} has no {name}.", "It may have moved: look for a newer photoorg."
        ) from error
    raise CannotError(f"{_host(address)} refused to give {name} ({error.code} {error.reason}).") from error


def _host(address: str) -> str:
    return urlsplit(address).hostname or address


def _plain(reason: object) -> str:
    text = reason.strerror if isinstance(reason, OSError) and reason.strerror else str(reason)
    return (text or type(reason).__name__).rstrip(".")


def _wait(seconds: float, cancel: CancelToken) -> None:
    until = time.monotonic() + seconds
    while (left := until - time.monotonic()) > 0:
        cancel.checkpoint()
        time.sleep(min(left, 0.1))


def _length(file: Path) -> int:
    return file.stat().st_size if file.exists() else 0


def _note(part: Path) -> Path:
    return part.with_name(part.name + ".json")


def _read_note(part: Path) -> str:
    try:
        return str(json.loads(_note(part).read_text("utf-8"))["tag"])
    except (OSError, ValueError, KeyError, TypeError):
        return ""


def _write_note(part: Path, tag: str) -> None:
    _note(part).write_text(json.dumps({"tag": tag}), "utf-8")


def _discard(part: Path) -> None:
    part.unlink(missing_ok=True)
    _note(part).unlink(missing_ok=True)
