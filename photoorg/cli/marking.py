"""What a person says of photos: stars, flags, kinds; the searches they keep; and their settings."""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

from photoorg.cli import choosing, output
from photoorg.cli.commands import open_services
from photoorg.core.actions import Change
from photoorg.core.errors import UsageError
from photoorg.core.marks import Mark
from photoorg.core.paths import display_path
from photoorg.core.searches import SavedSearch, as_json
from photoorg.core.types import Flag, Kind, State
from photoorg.services import Services

_STATES = (State.PRESENT, State.ARCHIVED)


def mark(options: argparse.Namespace) -> int:
    """Give photos stars or a flag, or take them off."""
    if options.rating is None and options.mark is None:
        raise UsageError("Say what to mark them with: --rating N, --pick, --reject or --unset.")
    with open_services(options) as services:
        ids = choosing.selected(services, argparse.Namespace(**{**vars(options), "rating": 0}), _STATES)
        changes = []
        if options.rating is not None:
            changes.append(services.marks.rate(ids, options.rating))
        if options.mark is not None:
            changes.append(services.marks.flag(ids, Flag(options.mark) if options.mark else None))
        marks = services.marks.of(ids)
        _changed(services, changes, options.json, lambda id: asdict(marks.get(id, Mark())))
    return 0


def show(options: argparse.Namespace) -> int:
    """Tell all that is known of a photo."""
    with open_services(options) as services:
        if options.photo.isascii() and options.photo.isdigit():
            photo = services.photos.get(int(options.photo))
        else:
            photo = services.photos.at(os.path.abspath(options.photo))
        told = asdict(services.photos.details(photo.id))
    if options.json:
        print(json.dumps(told))
    else:
        _rows({**told.pop("photo"), **(told.pop("metadata") or {}), **told})
    return 0


def _rows(values: dict[str, Any], before: str = "") -> None:
    """A line a value; those that are not known are left out."""
    for name, value in values.items():
        if isinstance(value, dict):
            _rows(value, f"{before}{name} ")
        elif value not in (None, "", ()):
            text = ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
            print(f"{before}{name}".ljust(20) + display_path(text))


def kinds(options: argparse.Namespace) -> int:
    """Count the present photos of each kind."""
    with open_services(options) as services:
        facets = services.facets.all()
        counts = {kind.value: dict(facets.kinds).get(kind, 0) for kind in Kind}
        counts["unknown"] = facets.photos - sum(counts.values())
    if options.json:
        print(json.dumps(counts))
    else:
        for kind, count in counts.items():
            print(f"{kind:<12}{count:>9,}")
    return 0


def set_kind(options: argparse.Namespace) -> int:
    """Say what photos are."""
    kind = Kind(options.what)
    with open_services(options) as services:
        change = services.kinds.set(choosing.selected(services, options, _STATES), kind)
        _changed(services, [change], options.json, lambda _: {"kind": kind.value})
    return 0


def _changed(
    services: Services, changes: list[Change], as_json: bool, told: Callable[[int], dict[str, object]]
) -> None:
    """What became of photos: under ``--json`` the last action, and each photo with what is ``told`` of it."""
    done = [change for change in changes if change.action is not None]
    if not as_json:
        said = {action.id: action.what for action in services.history.list(len(done))} if done else {}
        for change in done:
            print(said[change.action or 0])
        if not done:
            print("They were so already.")
        return
    ids = list(dict.fromkeys(id for change in done for id in change.photos))
    photos = [{"id": photo.id, "path": photo.path, **told(photo.id)} for photo in services.photos.many(ids)]
    print(json.dumps({"action": done[-1].action if done else None, "photos": photos}))


def facets(options: argparse.Namespace) -> int:
    """Count the present photos by what they can be narrowed by."""
    with open_services(options) as services:
        found = services.facets.all()
    if options.json:
        print(json.dumps(asdict(found)))
        return 0
    for title, rows in (
        ("months", found.months),
        ("folders", [(display_path(path), count) for path, count in found.folders]),
        ("cameras", found.cameras),
        ("kinds", found.kinds),
        ("stars", found.ratings),
        ("flags", found.flags),
        ("countries", found.countries),
        ("towns", [(f"{town}, {country}", count) for country, town, count in found.towns]),
        ("with a place", [("yes", found.placed), ("no", found.photos - found.placed)]),
    ):
        output.heading(title.capitalize())
        for value, count in rows:
            print(f"{count:>9,}  {value}")
    return 0


def searches(options: argparse.Namespace) -> int:
    """List the saved searches."""
    with open_services(options) as services:
        _searches(services.searches.all(), options.json)
    return 0


def save_search(options: argparse.Namespace) -> int:
    """Keep a search under a name."""
    query = choosing.query(options)
    if isinstance(query.like, str):
        query = replace(query, like=os.path.abspath(query.like))
    with open_services(options) as services:
        _searches([services.searches.save(options.name, services.typed.refine(query))], options.json)
    return 0


def run_search(options: argparse.Namespace) -> int:
    """Find what a saved search finds now."""
    with open_services(options) as services:
        query = services.searches.named(options.name).query
        query = replace(query, limit=options.limit or query.limit)
        found = services.search.search(query)
        output.hits(found, options.json, by_words=query.ranked and query.like is None)
    return 0


def rename_search(options: argparse.Namespace) -> int:
    """Give a saved search another name."""
    with open_services(options) as services:
        _searches([services.searches.rename(services.searches.named(options.name).id, options.to)], options.json)
    return 0


def remove_search(options: argparse.Namespace) -> int:
    """Keep a search no longer."""
    with open_services(options) as services:
        services.searches.remove(services.searches.named(options.name).id)
        _searches(services.searches.all(), options.json)
    return 0


def _searches(found: list[SavedSearch], as_json_value: bool) -> None:
    if as_json_value:
        print(json.dumps([{"id": each.id, "name": each.name, "query": as_json(each.query)} for each in found]))
        return
    if not found:
        print("No search has been saved yet.")
    for each in found:
        print(f"{each.name}  {json.dumps(as_json(each.query))}")


def settings(options: argparse.Namespace) -> int:
    """List what can be set, and what the folders leave out."""
    with open_services(options) as services:
        _settings(services, options.json)
    return 0


def set_setting(options: argparse.Namespace) -> int:
    """Change a setting."""
    with open_services(options) as services:
        services.settings.set(options.key, options.value)
        _settings(services, options.json)
    return 0


def exclude(options: argparse.Namespace) -> int:
    """Say what a folder leaves out."""
    path = os.path.abspath(os.path.expanduser(options.folder))
    with open_services(options) as services:
        root = next((root for root in services.roots.list() if root.path == path), None)
        if root is None:
            raise UsageError(f"{display_path(path)} is none of the folders added.", "photoorg settings lists them.")
        services.roots.exclude(root.id, options.patterns)
        _settings(services, options.json)
    return 0


def _settings(services: Services, as_json_value: bool) -> None:
    values, roots = services.settings.all(), services.roots.list()
    if as_json_value:
        folders = [{"id": root.id, "path": root.path, "exclude": list(root.exclude)} for root in roots]
        print(json.dumps({"settings": values, "folders": folders}))
        return
    for key, value in values.items():
        print(f"{key:<18}{value or 'not set'}\n{'':<18}{services.settings.says(key)}")
    for root in roots:
        print(display_path(root.path) + "".join(f"\n  without {pattern}" for pattern in root.exclude))
