"""The entries of the side bar that follow from what the library holds: years and months, folders, kinds, groups."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QLocale

from photoorg.core.conditions import Conditions
from photoorg.core.paths import display_path
from photoorg.core.types import Kind
from photoorg.ui.models.cluster_model import shown_name
from photoorg.ui.models.place_model import Entry
from photoorg.ui.search.browsing import Wish

if TYPE_CHECKING:
    from photoorg.core.named_places import NamedGroup

#: How the ids of groups' entries begin.
GROUP = "group:"
#: So many groups that nobody named are listed; the page of groups shows all.
_GROUPS = 20


def years(months: Sequence[tuple[str, int]]) -> list[Entry]:
    """A year each with its months below, from counts by month (``YYYY-MM``), in the same order."""
    by_year: dict[str, list[Entry]] = {}
    for month, count in months:
        by_year.setdefault(month[:4], []).append(
            Entry(f"month:{month}", _month(month), wish=_dated(month), count=count)
        )
    return [
        Entry(f"year:{year}", year, wish=_dated(year), count=sum(each.count for each in below), children=tuple(below))
        for year, below in by_year.items()
    ]


def folders(counted: Sequence[tuple[str, int]], roots: Sequence[str]) -> list[Entry]:
    """The folders that were added, as trees of those with photos in or below them.

    ``counted`` are absolute paths with how many photos lie in each, not below; an entry counts those below too.
    """
    counts = dict(counted)
    below: dict[str, set[str]] = {}
    tops = set(roots)
    for path in counts:
        while path not in tops:
            above = os.path.dirname(path)
            if above == path:
                break  # it lies under no root: the root was removed a moment ago
            below.setdefault(above, set()).add(path)
            path = above

    def entry(path: str, name: str) -> Entry:
        inside = tuple(entry(each, _name(each)) for each in sorted(below.get(path, ()), key=_name_key))
        count = counts.get(path, 0) + sum(each.count for each in inside)
        wish = Wish(where=Conditions(folder=path))
        return Entry(f"folder:{path}", name, wish=wish, count=count, children=inside, tip=display_path(path))

    names = [_name(root) for root in roots]
    shown = [
        name if names.count(name) == 1 else f"{name} ({_name(os.path.dirname(root))})"
        for root, name in zip(roots, names, strict=True)
    ]
    return [entry(root, name) for root, name in sorted(zip(roots, shown, strict=True), key=lambda each: each[1])]


def kinds(counted: Sequence[tuple[Kind, int]], names: Mapping[Kind, str]) -> list[Entry]:
    """The kinds that some photos are of, called by ``names``."""
    return [
        Entry(f"kind:{kind}", names[kind], wish=Wish(where=Conditions(kind=kind)), count=count)
        for kind, count in counted
    ]


def groups(named: Sequence[NamedGroup]) -> list[Entry]:
    """The groups that a person named, by name, and the largest of the others; ``named`` has the largest first."""
    from photoorg.core.clusters import BREAK

    own = sorted((group for group in named if group.own), key=lambda group: group.name.casefold())
    others = [group for group in named if not group.own][:_GROUPS]
    return [
        Entry(
            f"{GROUP}{group.id}",
            group.name if group.own else shown_name(group.name.partition(BREAK)[0], False),
            wish=Wish(cluster=group.id),
            count=group.size,
            takes_photos=True,
        )
        for group in (*own, *others)
    ]


def countries(counted: Sequence[tuple[str, int]], towns: Sequence[tuple[str, str, int]]) -> list[Entry]:
    """The countries that photos were taken in, each with its towns (country, town, count) below."""
    below: dict[str, list[Entry]] = {}
    for country, town, count in towns:
        wish = Wish(where=Conditions(place=town))
        below.setdefault(country, []).append(Entry(f"town:{country}/{town}", town, wish=wish, count=count))
    return [
        Entry(
            f"country:{country}",
            country,
            wish=Wish(where=Conditions(place=country)),
            count=count,
            children=tuple(below.get(country, ())),
        )
        for country, count in counted
    ]


def _dated(prefix: str) -> Wish:
    return Wish(where=Conditions(date_from=prefix, date_to=prefix))


def _month(month: str) -> str:
    number = month[5:]
    if not number.isdecimal() or not 1 <= int(number) <= 12:
        return month
    return QLocale().toString(QDate(2000, int(number), 1), "MMMM")


def _name(path: str) -> str:
    return os.path.basename(display_path(path).rstrip(os.sep)) or display_path(path)


def _name_key(path: str) -> tuple[str, str]:
    return _name(path).casefold(), path
