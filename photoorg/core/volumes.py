"""Which volume a folder lies on, by what the file system itself says, whatever it is mounted as today."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

#: File systems whose ``f_fsid`` comes from what is written on them. Others make it of the device's number, which the
#: next drive in the same socket gets as well.
_OWN_FSID = frozenset({"ext2", "ext3", "ext4", "btrfs", "tmpfs", "zfs"})
#: File systems on another machine, named by where they come from.
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "ceph", "9p"})


@dataclass(frozen=True, slots=True)
class Mount:
    """A mounted file system: where, what is mounted, and which part of it."""

    point: str
    kind: str
    source: str
    inside: str


def mount_point(path: str) -> str:
    """The mount point that ``path`` lies below; the path itself need not exist."""
    path = os.path.realpath(path)
    while not os.path.ismount(path):
        path = os.path.dirname(path)
    return path


def identity(path: str) -> str:
    """What the volume below ``path`` calls itself; the same under another mount point. Empty where it tells nothing."""
    point = mount_point(path)
    return next((_identity(mount) for mount in _mounts() if mount.point == point), "")


def on_network(path: str) -> bool:
    """Whether the volume below ``path`` lies on another machine, which tells nobody of its changes."""
    point = mount_point(path)
    return any(mount.kind in _NETWORK for mount in _mounts() if mount.point == point)


def places(wanted: str) -> list[str]:
    """The mount points of the volume whose ``identity`` is ``wanted``."""
    return [mount.point for mount in _mounts() if wanted and _identity(mount) == wanted]


def _identity(mount: Mount) -> str:
    if sys.platform == "linux":
        name = _linux(mount)
    elif sys.platform == "darwin":
        name = _macos(mount.point)
    else:
        name = mount.source  # the serial number
    # A folder of a volume may be mounted by itself.
    return f"{name}:{mount.inside}" if name and mount.inside != os.sep else name


def _mounts() -> list[Mount]:
    """Every mounted volume; of several on one mount point the last, which hides the others."""
    if sys.platform == "linux":
        found = _linux_mounts()
    elif sys.platform == "win32":
        found = _windows_mounts()
    else:
        found = _macos_mounts()
    return list({mount.point: mount for mount in found}.values())


def _linux_mounts() -> Iterator[Mount]:
    """From /proc/self/mountinfo; see proc(5)."""
    try:
        with open("/proc/self/mountinfo", "rb") as file:
            lines = file.read().splitlines()
    except OSError:
        return
    for line in lines:
        fields, _, rest = line.partition(b" - ")
        inside, point = (_unescaped(field) for field in fields.split()[3:5])
        kind, source = rest.split()[:2]
        yield Mount(point, os.fsdecode(kind), _unescaped(source), inside)


def _unescaped(field: bytes) -> str:
    for octal, byte in ((b"\\040", b" "), (b"\\011", b"\t"), (b"\\012", b"\n"), (b"\\134", b"\\")):
        field = field.replace(octal, byte)
    return os.fsdecode(field)


def _linux(mount: Mount) -> str:
    if mount.source.startswith("/dev/"):
        uuid = _uuids().get(os.path.realpath(mount.source))
        if uuid:
            return f"uuid:{uuid}"
    if mount.kind in _NETWORK:
        return f"{mount.kind}:{mount.source}"
    if mount.kind in _OWN_FSID:
        try:
            number = os.statvfs(mount.point).f_fsid
        except OSError:
            return ""
        return f"fsid:{mount.kind}:{number:x}" if number else ""
    return ""


def _uuids() -> dict[str, str]:
    """Of every block device that the system knows by its UUID."""
    folder = "/dev/disk/by-uuid"
    try:
        names = os.listdir(folder)
    except OSError:
        return {}
    return {os.path.realpath(os.path.join(folder, name)): name for name in names}


def _macos_mounts() -> Iterator[Mount]:
    yield Mount(os.sep, "", "", os.sep)
    try:
        names = os.listdir("/Volumes")
    except OSError:
        return
    for name in names:
        point = os.path.join("/Volumes", name)
        if os.path.ismount(point):
            yield Mount(point, "", "", os.sep)


@cache
def _macos(point: str) -> str:
    import plistlib
    import subprocess

    try:
        told = subprocess.run(["diskutil", "info", "-plist", point], capture_output=True, check=True, timeout=5).stdout
        return f"uuid:{plistlib.loads(told)['VolumeUUID']}"
    except (OSError, subprocess.SubprocessError, ValueError, KeyError):
        return ""


def _windows_mounts() -> Iterator[Mount]:
    if sys.platform == "win32":
        import ctypes
        import string

        for letter in string.ascii_uppercase:
            point = f"{letter}:\\"
            serial = ctypes.c_uint32()
            if ctypes.windll.kernel32.GetVolumeInformationW(point, None, 0, ctypes.byref(serial), None, None, None, 0):
                yield Mount(point, "", f"serial:{serial.value:08x}", os.sep)
    yield from ()  # elsewhere it has none
