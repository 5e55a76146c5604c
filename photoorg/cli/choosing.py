"""Options that say which photos: conditions that they meet, what a search finds, or their numbers."""

from __future__ import annotations

import argparse
import os
from collections.abc import Sequence
from dataclasses import replace

from photoorg.core.conditions import Conditions
from photoorg.core.errors import UsageError
from photoorg.core.types import Flag, Kind, Query, State
from photoorg.services import Services


def add_conditions(
    command: argparse.ArgumentParser, *, until: Sequence[str] = ("--until",), marks: bool = True
) -> None:
    """The options of ``conditions``; ``until`` are the names of the one for the last date, and without ``marks`` there
    are none for stars and flags.
    """
    group = command.add_argument_group("conditions")
    group.add_argument("--kind", choices=[kind.value for kind in Kind], help="what the picture is")
    group.add_argument(
        "--from", dest="date_from", metavar="DATE", help="taken then or later: 2024, 2024-05, 2024-05-31"
    )
    group.add_argument(*until, dest="date_to", metavar="DATE", help="taken then or earlier")
    group.add_argument("--folder", metavar="DIR", help="below this folder")
    group.add_argument("--cluster", type=int, metavar="ID", help="in this group or theme")
    group.add_argument("--camera", metavar="NAME", help="taken with this camera, as photoorg facets names it")
    group.add_argument("--has-place", action=argparse.BooleanOptionalAction, help="whether it knows where it was taken")
    group.add_argument("--place", metavar="NAME", help="taken in this town, region or country")
    if marks:
        group.add_argument("--rating", type=int, default=0, metavar="N", help="at least so many stars")
        group.add_argument("--flag", choices=[flag.value for flag in Flag], help="picked or rejected")


def conditions(options: argparse.Namespace) -> Conditions:
    """What the options of ``add_conditions`` say."""
    flag, state = getattr(options, "flag", None), getattr(options, "state", None)
    return Conditions(
        kind=Kind(options.kind) if options.kind else None,
        date_from=options.date_from,
        date_to=options.date_to,
        folder=os.path.abspath(os.path.expanduser(options.folder)) if options.folder else None,
        cluster=options.cluster,
        camera=options.camera,
        rating=getattr(options, "rating", 0),
        flag=Flag(flag) if flag else None,
        has_place=options.has_place,
        place=options.place,
        state=State(state) if state else None,
    )


def add_query(command: argparse.ArgumentParser) -> None:
    """The options of ``query``."""
    command.add_argument("text", nargs="?", default="", metavar="TEXT", help="words; see the README for more")
    command.add_argument("--like", metavar="PATH or ID", help="photos like this one")
    command.add_argument("--crop", metavar="X,Y,W,H", help="the part of the example to go by, in fractions")
    command.add_argument("--not", dest="without", default="", metavar="TEXT", help="less of this")
    command.add_argument("--limit", type=int, default=50, metavar="N")
    add_conditions(command, until=("--to", "--until"))
    command.add_argument("--state", choices=[state.value for state in State], help="default: present and archived")


def query(options: argparse.Namespace) -> Query:
    """What the options of ``add_query`` ask for; conditions among the words are still to be told from them."""
    like: str | int | None = options.like
    if like is not None and options.like.isascii() and options.like.isdigit():
        like = int(options.like)
    crop = _crop(options.crop)
    return Query(options.text, like, crop, options.without, conditions(options), options.limit)


def add_selection(command: argparse.ArgumentParser, *, marks: bool = True) -> None:
    """The options of ``selected``."""
    which = command.add_argument_group("which photos: numbers, what a search finds, or all that meet the conditions")
    which.add_argument("--ids", nargs="+", default=[], metavar="ID", help="numbers of photos, also as 1,2,3")
    which.add_argument("--search", metavar="TEXT", help="what a search finds among them, with --limit")
    which.add_argument("--limit", type=int, metavar="N", help="the best of the search, or the newest, N only")
    add_conditions(command, marks=marks)


def named_any(options: argparse.Namespace) -> bool:
    """Whether the options of ``add_selection`` say anything."""
    return bool(options.ids) or options.search is not None or not conditions(options).empty


def selected(opened: Services, options: argparse.Namespace, states: Sequence[State] = (State.PRESENT,)) -> list[int]:
    """The photos that the options of ``add_selection`` name; of conditions, those that are in one of ``states``.

    Raises:
        UsageError: they name none, or contradict each other.
        CannotError: there is no such group.
    """
    where = conditions(options)
    if options.ids:
        if options.search is not None or not where.empty:
            raise UsageError("Numbers stand alone: --ids, or --search and conditions.")
        return _numbers(options.ids)
    opened.typed.check(where)
    if options.search is not None:
        if options.limit is None:
            # A search ranks everything: without a number it would take the whole library.
            raise UsageError("Say how many of the results: --search TEXT --limit N.")
        asked = opened.typed.refine(Query(options.search, where=where, limit=options.limit))
        return [hit.id for hit in opened.search.search(asked)]
    if where.empty:
        raise UsageError("Say which photos: --ids, --search, or conditions such as --cluster or --kind.")
    if options.limit is not None and options.limit < 1:
        raise UsageError("The limit is at least 1.")
    met = [id for state in states for id in opened.photos.timeline(replace(where, state=state)).ids]
    if where.cluster is not None and where == Conditions(cluster=where.cluster):
        met = opened.clusters.photo_ids(where.cluster, states)  # the surest first
    return met[: options.limit]


def _numbers(words: Sequence[str]) -> list[int]:
    try:
        return [int(part) for word in words for part in word.split(",") if part]
    except ValueError:
        raise UsageError("Photos are named by their numbers.", "Example: --ids 3 5 8") from None


def _crop(text: str | None) -> tuple[float, float, float, float] | None:
    if text is None:
        return None
    try:
        x, y, width, height = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError("A crop is four numbers: X,Y,W,H.", "Example: --crop 0.25,0.25,0.5,0.5") from None
    return x, y, width, height
