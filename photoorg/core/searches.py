"""Searches that a person keeps, and how they are written down."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, fields
from typing import Any

from photoorg.core.conditions import Conditions
from photoorg.core.types import Flag, Kind, Query, State

#: The fields of ``Conditions`` that are words of a fixed set.
_WORDS = {"kind": Kind, "flag": Flag, "state": State}


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search under a name; the list of them is kept in the order in which they were saved."""

    id: int
    name: str
    query: Query


def as_json(query: Query) -> dict[str, Any]:
    """What of a query differs from an empty one, as a JSON value for ``from_json``."""
    told = _told(query)
    if "where" in told:
        told["where"] = _conditions_told(query.where)
    return told


def dumps(query: Query) -> str:
    """``as_json`` as text."""
    return json.dumps(as_json(query))


def loads(text: str) -> Query:
    """The query that ``dumps`` wrote; what a newer photoorg added to it is passed over."""
    return from_json(json.loads(text))


def from_json(value: dict[str, Any]) -> Query:
    """The query of which ``as_json`` told; unknown parts are passed over.

    Raises:
        ValueError: a kind, flag or state is none that there is.
    """
    parts = _known(Query, value)
    where = _conditions(parts.pop("where", {}))
    if "crop" in parts:
        parts["crop"] = tuple(parts["crop"])
    return Query(**parts, where=where)


def _conditions_told(where: Conditions) -> dict[str, Any]:
    told = _told(where)
    if "outside" in told:
        told["outside"] = [_conditions_told(each) for each in where.outside]
    return told


def _conditions(value: dict[str, Any]) -> Conditions:
    given = _known(Conditions, value)
    outside = tuple(_conditions(each) for each in given.pop("outside", ()))
    where: dict[str, Any] = {name: _WORDS[name](part) if name in _WORDS else part for name, part in given.items()}
    # What a newer photoorg leaves out by a condition that is unknown here must not leave out everything.
    return Conditions(**where, outside=tuple(each for each in outside if not each.empty))


def _told(value: Query | Conditions) -> dict[str, Any]:
    plain = type(value)()
    return {name: part for name, part in asdict(value).items() if getattr(value, name) != getattr(plain, name)}


def _known(kind: type[Query | Conditions], value: dict[str, Any]) -> dict[str, Any]:
    names = {field.name for field in fields(kind)}
    return {name: part for name, part in value.items() if name in names and part is not None}
