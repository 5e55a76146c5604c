"""The profiles that are known: those that ship as data, and those that the person added."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from photoorg.core.errors import CannotError, UsageError
from photoorg.core.paths import resource, user_models
from photoorg.embed.specs import LITE0_SPEC, EncoderSpec, Profile, RemoteFile

_LISTED = "profiles.toml"
_OWN = "profiles.json"
#: Sends every download to another server that has the same paths: a mirror, or a test's.
MIRROR = "PHOTOORG_MIRROR"


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource(_LISTED).read_text("utf-8"))


def address(file: RemoteFile) -> str:
    """Where ``file`` is downloaded from."""
    mirror = os.environ.get(MIRROR)
    if not file.source:
        return f"{mirror.rstrip('/')}/{urlsplit(file.path).path.lstrip('/')}" if mirror else file.path
    base = mirror or _data()["sources"][file.source]
    return f"{base.rstrip('/')}/{file.path}"


@cache
def listed() -> Mapping[str, Profile]:
    """The profiles that ship as data, by name."""
    data = _data()
    specs = {id: _spec(id, fields) for id, fields in data["encoders"].items()}
    return {name: _profile(name, fields, specs) for name, fields in data["profiles"].items()}


def own() -> dict[str, Profile]:
    """The profiles that the person added, by name.

    Raises:
        CannotError: the file that lists them is damaged.
    """
    file = user_models() / _OWN
    try:
        data = json.loads(file.read_text("utf-8"))
        specs = {id: _spec(id, fields) for id, fields in data["encoders"].items()}
        return {name: _profile(name, fields, specs, own=True) for name, fields in data["profiles"].items()}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, StopIteration) as error:
        raise CannotError(f"The list of your own profiles, {file}, cannot be read.", "Move it away.") from error


def remember(name: str, spec: EncoderSpec, summary: str) -> Profile:
    """Add a profile of the person's own; without a text tower its words are those of the embedded profile.

    Raises:
        UsageError: the name is taken.
        OSError: the folder cannot be written.
    """
    if name == "embedded" or name in listed() or name in own():
        raise UsageError(f"There is a profile {name!r} already.", "Choose another name.")
    encoders = [spec.id] if spec.text else [spec.id, LITE0_SPEC.id]
    fields = {
        field: value
        for field, value in (
            ("library", spec.library),
            ("model", spec.model),
            ("pretrained", spec.pretrained),
            ("text", spec.text),
            ("prompts", list(spec.prompts)),
            ("image_size", spec.image_size),
            ("bytes", spec.bytes),
            ("licence", spec.licence),
            ("requires", spec.requires),
            ("extra", spec.extra),
            ("files", [asdict(file) for file in spec.files]),
        )
        if value
    }
    data = _own_data()
    data["encoders"][spec.id] = fields
    data["profiles"][name] = {"encoders": encoders, "visual": spec.id, "summary": summary}
    _write_own(data)
    return own()[name]


def forget(name: str) -> None:
    """Take a profile of the person's own out of the list; its encoder stays listed while another uses it."""
    data = _own_data()
    data["profiles"].pop(name, None)
    used = {id for fields in data["profiles"].values() for id in fields["encoders"]}
    data["encoders"] = {id: fields for id, fields in data["encoders"].items() if id in used}
    _write_own(data)


def _own_data() -> dict[str, dict[str, Any]]:
    try:
        found: dict[str, dict[str, Any]] = json.loads((user_models() / _OWN).read_text("utf-8"))
        return found
    except FileNotFoundError:
        return {"encoders": {}, "profiles": {}}


def _write_own(data: dict[str, dict[str, Any]]) -> None:
    file = user_models() / _OWN
    file.parent.mkdir(parents=True, exist_ok=True)
    temporary = file.with_name(f"{file.name}.{os.getpid()}.tmp")
    temporary.write_text(json.dumps(data, indent=1), "utf-8")
    os.replace(temporary, file)


def _spec(id: str, fields: dict[str, Any]) -> EncoderSpec:
    values = dict(fields)
    values["files"] = tuple(_file(file) for file in fields.get("files", ()))
    if "prompts" in values:
        values["prompts"] = tuple(values["prompts"])
    return EncoderSpec(id=id, **values)


def _file(fields: dict[str, Any]) -> RemoteFile:
    file = RemoteFile(**fields)
    if Path(file.name).name != file.name:
        raise ValueError(f"{file.name!r} is no file name")
    return file


def _profile(name: str, fields: dict[str, Any], specs: Mapping[str, EncoderSpec], *, own: bool = False) -> Profile:
    encoders = tuple(LITE0_SPEC if id == LITE0_SPEC.id else specs[id] for id in fields["encoders"])
    by_id = {spec.id: spec for spec in encoders}
    with_words = next(spec for spec in encoders if spec.text)
    return Profile(
        name=name,
        visual=by_id[fields.get("visual", encoders[0].id)].visual_space,
        text=by_id[fields.get("text", with_words.id)].text_space,
        encoders=encoders,
        summary=fields.get("summary", ""),
        languages=tuple(fields.get("languages", ("en",))),
        own=own,
    )
