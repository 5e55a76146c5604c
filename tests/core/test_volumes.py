"""Volumes by what they call themselves."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from photoorg.core import volumes


def test_the_mount_point_of_what_is_there_and_what_is_not(tmp_path: Path) -> None:
    point = volumes.mount_point(str(tmp_path))
    assert os.path.ismount(point)
    assert volumes.mount_point(str(tmp_path / "not" / "yet")) == point


@pytest.mark.skipif(sys.platform != "linux", reason="reads what Linux writes")
def test_mounts_are_read_with_any_name(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = (
        rb"36 35 98:0 / /media/my\040stick rw,noatime shared:1 - vfat /dev/sdb1 rw",
        rb"37 35 98:0 /photos /srv/a\134b rw - ext4 /dev/sdc1 rw",
        b"38 35 0:50 / /net/caf\xe9 rw - nfs4 nas:/photos rw",
        rb"39 35 0:51 / /net/two rw - tmpfs tmpfs rw",
        rb"40 35 0:52 / /net/two rw - cifs //nas/two rw",
    )
    file = tmp_path / "mountinfo"
    file.write_bytes(b"\n".join(lines))
    real = open

    def opened(name: str, mode: str) -> object:
        return real(file if name == "/proc/self/mountinfo" else name, mode)

    monkeypatch.setattr(volumes, "open", opened, raising=False)
    monkeypatch.setattr(volumes, "_uuids", lambda: {"/dev/sdb1": "1234-ABCD", "/dev/sdc1": "aaaa"})
    found = {mount.point: volumes._identity(mount) for mount in volumes._mounts()}
    assert found == {
        "/media/my stick": "uuid:1234-ABCD",
        "/srv/a\\b": "uuid:aaaa:/photos",
        os.fsdecode(b"/net/caf\xe9"): "nfs4:nas:/photos",
        "/net/two": "cifs://nas/two",
    }
    assert volumes.places("uuid:1234-ABCD") == ["/media/my stick"]
    assert volumes.places("") == []
    monkeypatch.setattr(volumes, "_uuids", dict)
    (stick,) = [mount for mount in volumes._mounts() if mount.kind == "vfat"]
    assert volumes._identity(stick) == "", "a device number is the socket's, not the drive's"
