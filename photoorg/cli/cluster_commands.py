"""``photoorg cluster`` and ``photoorg clusters``: what they do and what they print."""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict, replace

from photoorg.cli import output
from photoorg.cli.commands import open_services
from photoorg.core.clusters import SURE_MORE, Cluster, Clustering, Proposal, Theme
from photoorg.core.errors import UsageError


def cluster(options: argparse.Namespace) -> int:
    """Group all photos anew and list the groups."""
    with open_services(options) as services:
        output.follow(services.clusters.run())
        _print(services.clusters.all(), options.json)
    return 0


def clusters(options: argparse.Namespace) -> int:
    """List the groups."""
    with open_services(options) as services:
        _print(services.clusters.all(), options.json)
    return 0


def rename(options: argparse.Namespace) -> int:
    """Give a group or a theme a name of the person's own."""
    with open_services(options) as services:
        _print_some(services.clusters.rename(options.id, options.name), options.json)
    return 0


def merge(options: argparse.Namespace) -> int:
    """Make one group of several."""
    with open_services(options) as services:
        _print_some(services.clusters.merge([options.id, *options.others]), options.json)
    return 0


def split(options: argparse.Namespace) -> int:
    """Make a group of its own of some photos of a group."""
    with open_services(options) as services:
        _print_some(services.clusters.split(options.id, options.photos), options.json)
    return 0


def split_further(options: argparse.Namespace) -> int:
    """Look for different kinds of photos within a group and make groups of them."""
    if options.parts is not None and options.parts < 2:
        raise UsageError("A group is parted into two or more.")
    with open_services(options) as services:
        found = output.follow(services.clusters.split_further(options.id, options.parts))
        _print_some(found, options.json)
    return 0


def more(options: argparse.Namespace) -> int:
    """List photos that seem to belong to groups; with --put, move those that surely do."""
    with open_services(options) as services:
        found = output.follow(services.clusters.more(options.ids))
        if not options.put:
            _print_proposals(found, options.json)
            return 0
        sure = [
            replace(each, photos=photos)
            for each in found
            if (photos := [photo for photo in each.photos if photo.confidence >= SURE_MORE])
        ]
        _print_some(services.clusters.fill(sure) if sure else [], options.json)
    return 0


def remove(options: argparse.Namespace) -> int:
    """Say that some photos do not belong to a group."""
    with open_services(options) as services:
        _print_some(services.clusters.remove(options.id, options.photos), options.json)
    return 0


def _print(found: Clustering, as_json: bool) -> None:
    if as_json:
        print(json.dumps(asdict(found)))
        return
    by_id = {each.id: each for each in found.clusters}
    for theme in found.themes:
        print(f"{theme.name or 'Theme'}  (theme {theme.id})")
        for group in theme.groups:
            _print_line(by_id.pop(group))
    for each in by_id.values():
        _print_line(each)
    groups, themes = _number(len(found.clusters), "group"), _number(len(found.themes), "theme")
    print(f"{groups} in {themes}, {_number(len(found.ungrouped), 'photo')} in none")


def _print_some(found: Sequence[Cluster | Theme], as_json: bool) -> None:
    if as_json:
        print(json.dumps([asdict(each) for each in found]))
        return
    for each in found:
        if isinstance(each, Cluster):
            _print_line(each)
        else:
            print(f"{each.name}  (theme {each.id}), {_number(len(each.groups), 'group')}")


def _print_proposals(found: Sequence[Proposal], as_json: bool) -> None:
    """Every group with its proposals, the surest first."""
    if as_json:
        print(json.dumps([asdict(each) for each in found]))
        return
    for each in found:
        sure = sum(photo.confidence >= SURE_MORE for photo in each.photos)
        belong = "photo surely belongs" if sure == 1 else "photos surely belong"
        print(f"{each.name or 'Group'}  ({each.id}): {sure:,} {belong} there")
        for photo in each.photos:
            print(f"  {photo.id:>7}  {photo.confidence:4.0%}  {photo.path}")
    if not found:
        print("No other photos seem to belong to these groups.")


def _print_line(each: Cluster) -> None:
    sure = sum(photo.confidence for photo in each.photos) / max(len(each.photos), 1)
    photos = "photo " if each.size == 1 else "photos"
    print(f"  {each.id:>7}  {each.size:>7,} {photos}  {sure:4.0%} sure  {each.name}")


def _number(count: int, thing: str) -> str:
    return f"1 {thing}" if count == 1 else f"{count:,} {thing}s"
