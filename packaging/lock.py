"""Write constraints.txt: the version of every package that this environment uses for photoorg.

Run it in an environment whose tests pass: ``.venv/bin/python packaging/lock.py``. It walks from
pyproject.toml's dependencies and extras through the installed packages, and notes name and version only.
An extra that is not installed here is left out, with a word on standard error.
"""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from packaging.requirements import Requirement

TOP = Path(__file__).resolve().parent.parent


def canonical(name: str) -> str:
    """The name as registries compare it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def named_in_project() -> list[Requirement]:
    """What pyproject.toml asks for: to build, to run, and in every extra."""
    project = tomllib.loads((TOP / "pyproject.toml").read_text("utf-8"))
    lists = [
        project["build-system"]["requires"],
        project["project"]["dependencies"],
        *project["project"]["optional-dependencies"].values(),
    ]
    return [Requirement(line) for requirements in lists for line in requirements]


def closure(wanted: list[Requirement]) -> dict[str, str]:
    """Name to version of the wanted packages and of all they need in turn."""
    versions: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    while wanted:
        requirement = wanted.pop()
        key = (canonical(requirement.name), frozenset(requirement.extras))
        if key in seen:
            continue
        seen.add(key)
        try:
            package = distribution(requirement.name)
        except PackageNotFoundError:
            print(f"not installed, left out: {requirement.name}", file=sys.stderr)
            continue
        versions[key[0]] = package.version
        for line in package.requires or []:
            needed = Requirement(line)
            extras = requirement.extras or {""}
            if needed.marker is None or any(needed.marker.evaluate({"extra": extra}) for extra in extras):
                wanted.append(needed)
    return versions


def main() -> None:
    """Write the file."""
    lines = [
        "# The versions that photoorg is tested with. Written by packaging/lock.py; pip reads it with -c.",
        *(f"{name}=={version}" for name, version in sorted(closure(named_in_project()).items())),
    ]
    (TOP / "packaging" / "constraints.txt").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
