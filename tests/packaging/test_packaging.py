"""What set-up relies on: the lock, the lists, the scripts, the wheel, and what the README says."""

from __future__ import annotations

import configparser
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

TOP = Path(__file__).resolve().parents[2]
PACKAGING = TOP / "packaging"


def project() -> dict[str, object]:
    return tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))["project"]


def locked() -> dict[str, str]:
    lines = (PACKAGING / "constraints.txt").read_text("utf-8").splitlines()
    return dict(line.split("==") for line in lines if line and not line.startswith("#"))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def write_command(folder: Path, name: str, script: str) -> None:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


def run_script(script: str, *arguments: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Run one of the set-up scripts with only the commands in `path`, and no more."""
    return subprocess.run(
        ["/bin/sh", str(PACKAGING / script), *arguments],
        env={"PATH": str(path)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.fixture
def bare_debian(tmp_path: Path) -> Path:
    """Commands of a Debian where nothing is installed, no right is held, and apt only notes how it was called."""
    commands = tmp_path / "bin"
    write_command(commands, "dpkg-query", "exit 1")
    write_command(commands, "apt-get", f'echo "$@" >>{tmp_path}/apt.log')
    write_command(commands, "id", "echo 1000")
    for name in ("dirname", "sed"):
        (commands / name).symlink_to(f"/usr/bin/{name}")
    return commands


def test_the_lock_pins_every_dependency_within_its_range() -> None:
    wanted = [Requirement(line) for line in project()["dependencies"]]  # type: ignore[attr-defined]
    for name in ("dev", "demo", "hnsw"):
        wanted += [Requirement(line) for line in project()["optional-dependencies"][name]]  # type: ignore[index]
    versions = locked()
    for requirement in wanted:
        assert requirement.specifier.contains(versions[canonical(requirement.name)]), requirement


def test_the_lock_names_versions_and_no_addresses() -> None:
    for line in (PACKAGING / "constraints.txt").read_text("utf-8").splitlines():
        assert line.startswith("#") or re.fullmatch(r"[a-z0-9-]+==[0-9][\w.+]*", line), line


def test_qt_6_12_0_is_excluded() -> None:
    qt = next(Requirement(line) for line in project()["dependencies"] if line.startswith("PySide6"))  # type: ignore[attr-defined]
    assert not qt.specifier.contains("6.12.0")
    assert qt.specifier.contains("6.11.3")


def test_set_up_names_missing_debian_packages_in_one_sentence_and_goes_on(bare_debian: Path) -> None:
    ended = run_script("setup-debian.sh", sys.executable, path=bare_debian)
    assert ended.returncode == 0
    assert ended.stdout.count("\n") == 1
    assert "libxcb-cursor0" in ended.stdout
    assert "python3-venv" not in ended.stdout
    assert not (bare_debian.parent / "apt.log").exists()


def test_set_up_installs_what_is_missing_where_permitted(bare_debian: Path) -> None:
    write_command(bare_debian, "id", "echo 0")
    write_command(bare_debian, "dpkg-query", 'case "$4" in libegl1) printf installed;; *) exit 1;; esac')
    ended = run_script("setup-debian.sh", sys.executable, path=bare_debian)
    assert ended.returncode == 0
    update, install = (bare_debian.parent / "apt.log").read_text().splitlines()
    assert update.startswith("update")
    assert "libxcb-cursor0" in install.split()
    assert "libegl1" not in install.split()


def test_set_up_survives_an_apt_that_fails(bare_debian: Path) -> None:
    write_command(bare_debian, "id", "echo 0")
    write_command(bare_debian, "apt-get", "exit 100")
    ended = run_script("setup-debian.sh", sys.executable, path=bare_debian)
    assert ended.returncode == 0
    assert "could not be installed" in ended.stdout


def test_scripts_do_nothing_on_another_system(tmp_path: Path) -> None:
    commands = tmp_path / "bin"
    write_command(commands, "id", "echo 0")
    for name in ("dirname", "mkdir"):
        (commands / name).symlink_to(f"/usr/bin/{name}")
    assert run_script("setup-debian.sh", sys.executable, path=commands).stdout == ""
    ended = run_script("demo-pictures.sh", str(tmp_path / "pictures"), path=commands)
    assert ended.returncode == 0
    assert "goes without" in ended.stdout


def test_an_old_python_is_refused_in_one_sentence(tmp_path: Path) -> None:
    write_command(tmp_path / "bin", "old-python", "exit 1")
    (tmp_path / "bin/dirname").symlink_to("/usr/bin/dirname")
    ended = run_script("set-up.sh", "old-python", str(tmp_path / "venv"), path=tmp_path / "bin")
    assert ended.returncode == 1
    assert ended.stderr.startswith("photoorg needs Python 3.11")
    assert not (tmp_path / "venv").exists()


def test_desktop_entry_starts_the_installed_command() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]  # keys are case-sensitive
    entry.read(PACKAGING / "photoorg.desktop", "utf-8")
    section = entry["Desktop Entry"]
    assert section["Exec"].split()[0] in project()["scripts"]  # type: ignore[operator]
    assert section["Type"] == "Application"
    assert "Photography" in section["Categories"].split(";")


def test_the_wheel_holds_the_program_and_its_resources(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(tmp_path)],
        cwd=TOP,
        env={**os.environ, "PYTHONWARNINGS": "ignore"},
        check=True,
        capture_output=True,
    )
    (wheel,) = tmp_path.glob("photoorg-*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    for path in (TOP / "resources").rglob("*"):
        if path.is_file():
            assert f"photoorg/{path.relative_to(TOP)}" in names
    assert {"photoorg/cli/__init__.py", "photoorg/training/drawn/strokes.py"} <= names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert not any(name.startswith(("tests/", "packaging/")) for name in names)


def test_commands_in_the_readme_exist() -> None:
    from photoorg.cli.parser import build

    readme = (TOP / "README.md").read_text("utf-8")
    makefile = (TOP / "Makefile").read_text("utf-8")
    for target in set(re.findall(r"(?:^|`)make ([a-z]+)", readme, re.MULTILINE)):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
    commands = re.findall(r"^\| `photoorg ([a-z]+)", readme, re.MULTILINE)
    assert len(commands) > 5
    spoken = build().format_help()
    for command in commands:
        assert re.search(rf"^ +{command}\s", spoken, re.MULTILINE), command
    for target in re.findall(r"\]\(([^)]+)\)", readme):
        assert (TOP / target).exists(), target


def test_make_test_runs_every_check() -> None:
    dry = subprocess.run(
        ["make", "--dry-run", "--always-make", "test"], cwd=TOP, capture_output=True, text=True, check=True
    ).stdout
    for part in ("packaging/set-up.sh", "ruff check", "mypy", "lint-imports", "pytest -W error"):
        assert part in dry
