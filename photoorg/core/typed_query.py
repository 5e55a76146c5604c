"""What a person types into a search field or after ``photoorg search``: words, and conditions among them.

``beach -dog kind:photo after:2019 in:Trips`` asks for a beach, for no dog, and for photos below a folder ``Trips`` that
were taken from 2019 on. ``-kind:screenshot`` or ``not in:Work`` leaves out what meets a condition. What is not
recognised is words, for people type colons and hyphens for other reasons too. Dates are points at their beginning, as
mail and web searches have it: ``after:2019`` takes in 2019, ``before:2019`` does not.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, timedelta

from photoorg.core.conditions import ALL, Conditions
from photoorg.core.named_places import Names, folder_named, from_the_top, group_named, place_named
from photoorg.core.types import APART, Flag, Kind, State

_FIELDS = {
    "kind": "kind",
    "art": "kind",
    "is": "is",
    "ist": "is",
    "after": "after",
    "since": "after",
    "from": "after",
    "seit": "after",
    "ab": "after",
    "before": "before",
    "vor": "before",
    "until": "until",
    "to": "until",
    "bis": "until",
    "date": "date",
    "year": "date",
    "datum": "date",
    "jahr": "date",
    "in": "folder",
    "folder": "folder",
    "ordner": "folder",
    "group": "group",
    "gruppe": "group",
    "camera": "camera",
    "kamera": "camera",
    "stars": "stars",
    "rating": "stars",
    "sterne": "stars",
    "place": "place",
    "near": "place",
    "ort": "place",
    "bei": "place",
    "has": "has",
    "hat": "has",
    "mit": "has",
}
_KINDS = {
    Kind.PHOTO: "photo photos foto fotos",
    Kind.SCREENSHOT: "screenshot screenshots bildschirmfoto bildschirmfotos",
    Kind.DOCUMENT: "document documents receipt receipts dokument dokumente beleg belege",
    Kind.DRAWING: "drawing drawings zeichnung zeichnungen",
}
_FLAGS = {
    Flag.PICK: "pick picks picked ausgewählt",
    Flag.REJECT: "reject rejects rejected abgelehnt",
}
_STATES = {
    State.ARCHIVED: "archived archiviert",
    State.TRASHED: "trashed papierkorb",
}
_PLACES = frozenset(["place", "places", "location", "gps", "ort"])
_NOT = frozenset(["not", "without", "nicht", "ohne", "kein", "keine", "keinen"])
_ARTICLES = frozenset(["a", "an", "any", "the", "ein", "eine", "einen", "einem", "der", "die", "das", "den"])

_TOKEN = re.compile(r'[-−–]?(?:\w+:)?(?:"[^"]*"?|“[^”]*”?|„[^“”]*[“”]?|[^\s"“„]+)')
_TYPED_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")
_GERMAN_DATE = re.compile(r"(?:(?:(\d{1,2})\.)?(\d{1,2})\.)(\d{4})")
_STARS = re.compile(r"(?:>=|≥)?([1-5])\+?|(\*{1,5}|★{1,5})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A recognised part of what was typed: ``typed[start:end]`` asks for one condition, or for what to leave out.

    ``where`` has the one condition set. ``unknown`` is a value that names nothing here, in words.
    """

    start: int
    end: int
    without: str = ""
    where: Conditions = ALL
    unknown: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What was typed, taken apart. ``unknown`` are conditions whose value names nothing, as they were typed."""

    text: str
    without: str
    where: Conditions
    unknown: tuple[str, ...]


def read(typed: str, names: Callable[[], Names] = Names, *, unfinished: bool = False) -> Reading:
    """Take ``typed`` apart; ``names`` is asked only where a folder, a group or a place is named.

    With ``unfinished`` the last piece may be on its way: a condition that names nothing yet is neither words nor
    unknown.
    """
    found = pieces(typed, names)
    where, without, unknown = ALL, list[str](), list[str]()
    for piece in found:
        where = merged(where, piece.where)
        if piece.without:
            without.append(piece.without)
        if piece.unknown and not (unfinished and piece.end == len(typed)):
            unknown.append(piece.unknown)
    words = (_unquoted(match[0]) for match in _TOKEN.finditer(cut(typed, found)))
    return Reading(" ".join(filter(None, words)), APART.join(without), where, tuple(unknown))


def settled(typed: str, names: Callable[[], Names] = Names) -> list[Piece]:
    """The known pieces of ``typed`` that nobody is typing at any more: a blank or more follows them."""
    return [piece for piece in pieces(typed, names) if piece.end < len(typed) and not piece.unknown]


def cut(typed: str, found: Sequence[Piece]) -> str:
    """``typed`` less some of its pieces, in the order they stand in it."""
    rest, at = "", 0
    for piece in found:
        rest = _beside(rest, typed[at : piece.start])
        at = piece.end
    return _beside(rest, typed[at:])


def _beside(first: str, second: str) -> str:
    """Two parts of what was typed with one blank between them; those at the end stay, for somebody types there."""
    return f"{first.rstrip()} {second.lstrip()}" if first.strip() else second.lstrip()


def merged(first: Conditions, second: Conditions) -> Conditions:
    """All of both; where they speak of the same thing, ``second`` has the last word."""
    changes = {
        field.name: getattr(second, field.name)
        for field in fields(Conditions)
        if getattr(second, field.name) != getattr(ALL, field.name)
    }
    if first.outside and second.outside:
        changes["outside"] = tuple(dict.fromkeys(first.outside + second.outside))
    return replace(first, **changes)


def pieces(typed: str, names: Callable[[], Names] = Names) -> list[Piece]:
    """The recognised parts of ``typed``, in the order they stand in it."""
    return list(_pieces(typed, names))


def _pieces(typed: str, names: Callable[[], Names]) -> Iterator[Piece]:
    tokens = list(_TOKEN.finditer(typed))
    at = 0
    while at < len(tokens):
        token, taken = tokens[at][0], 1
        if token.casefold() in _NOT:
            # "not a dog": the word that follows, with its article.
            taken = 3 if at + 2 < len(tokens) and tokens[at + 1][0].casefold() in _ARTICLES else 2
            left_out = tokens[at + 1 : at + taken]
            if left_out and (piece := _left_out(tokens[at].start(), left_out, names)):
                yield piece
        elif piece := _piece(token, tokens[at].start(), names):
            yield piece
        at += taken


def _left_out(start: int, tokens: Sequence[re.Match[str]], names: Callable[[], Names]) -> Piece | None:
    """What the words behind a "not" ask for, which begins at ``start``."""
    if _field_of(tokens[0][0]):
        piece = _piece(f"-{tokens[0][0]}", tokens[0].start() - 1, names)
        return replace(piece, start=start) if piece else None
    words = _plain(" ".join(_unquoted(match[0]) for match in tokens))
    return Piece(start, tokens[-1].end(), words) if words else None


def _piece(token: str, start: int, names: Callable[[], Names]) -> Piece | None:
    """What one token asks for, if it is more than a word."""
    end = start + len(token)
    negated = token[0] in "-−–"
    bare = token[1:] if negated else token
    field = _field_of(bare)
    if field is None:
        left_out = _plain(_unquoted(bare)) if negated else ""
        return Piece(start, end, left_out) if left_out else None
    value = _unquoted(bare.partition(":")[2])
    if not value:
        return Piece(start, end, unknown=token)
    where = _condition(field, value, names)
    if negated and where is not None:
        placed = where == Conditions(has_place=True)
        where = Conditions(has_place=False) if placed else Conditions(outside=(where,))
    return Piece(start, end, unknown=token) if where is None else Piece(start, end, where=where)


def _condition(field: str, value: str, names: Callable[[], Names]) -> Conditions | None:
    """The condition that a field with a value stands for; None where the value makes no sense."""
    word = value.casefold()
    if field == "is":
        return _condition("kind", value, names) or _flagged(word) or _in_state(word)
    if field == "kind":
        kind = next((kind for kind, words in _KINDS.items() if word in words.split()), None)
        return Conditions(kind=kind) if kind else None
    if field == "has":
        return Conditions(has_place=True) if word in _PLACES else None
    if field == "stars":
        stars = _STARS.fullmatch(word)
        return Conditions(rating=int(stars[1] or len(stars[2]))) if stars else None
    if field == "camera":
        return Conditions(camera=value)
    if field == "folder":
        folder = folder_named(value, names().folders)
        return Conditions(folder=folder) if folder else None
    if field == "place":
        return Conditions(place=place_named(value, names().places))
    if field == "group":
        group = group_named(value, names().groups)
        return None if group is None else Conditions(cluster=group)
    return _dated(field, value)


def _flagged(word: str) -> Conditions | None:
    flag = next((flag for flag, words in _FLAGS.items() if word in words.split()), None)
    return Conditions(flag=flag) if flag else None


def _in_state(word: str) -> Conditions | None:
    state = next((state for state, words in _STATES.items() if word in words.split()), None)
    return Conditions(state=state) if state else None


def _dated(field: str, value: str) -> Conditions | None:
    if field == "date" and ".." in value:
        first, _, last = value.partition("..")
        begin, end = iso_date(first) if first else "", iso_date(last) if last else ""
        if begin is None or end is None or not (begin or end):
            return None
        return Conditions(date_from=begin or None, date_to=end or None)
    day = iso_date(value)
    if day is None:
        return None
    if field == "after":
        return Conditions(date_from=day)
    if field == "before":
        return Conditions(date_to=_before(day))
    return Conditions(date_from=day if field == "date" else None, date_to=day)


def iso_date(typed: str) -> str | None:
    """A date such as 2019, 2019-5, 2019/05/31 or 31.5.2019 as ISO, as exact as it was typed; None if it is none."""
    match = _TYPED_DATE.fullmatch(typed)
    german = _GERMAN_DATE.fullmatch(typed)
    if match is None and german is None:
        return None
    year, month, day = match.groups() if match is not None else (german[3], german[2], german[1])  # type: ignore[index]
    try:
        exact = date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return exact.isoformat()[: 10 if day else 7 if month else 4]


def _before(day: str) -> str:
    """The last year, month or day before one, as exact as that is."""
    year, *rest = (int(part) for part in day.split("-"))
    if not rest:
        return f"{max(year - 1, 1):04}"
    earlier = date(year, rest[0], rest[1] if len(rest) > 1 else 1) - timedelta(days=1)
    return earlier.isoformat()[: len(day)]


def _field_of(token: str) -> str | None:
    """Which condition a token speaks of, if it has the form of one."""
    name, colon, _ = token.lstrip("-−–").partition(":")
    return _FIELDS.get(name.casefold()) if colon else None


def _unquoted(token: str) -> str:
    """``token`` without quotation marks around it, of which the last may still be missing."""
    return token[1:].rstrip('"“”') if token[:1] in ('"', "“", "„") else token


def _plain(text: str) -> str:
    """``text`` without what would part it in two."""
    return " ".join(text.replace(",", " ").split())


def completions(typed: str, names: Names, cameras: Sequence[str], years: Sequence[str]) -> list[str]:
    """What a condition on its way, such as ``in:`` or ``kind:s``, may be completed to, each as it would be typed.

    Nothing for what is no condition yet: words must not be guessed at.
    """
    field = _field_of(typed)
    if field is None:
        return []
    name = typed.partition(":")[0]
    values: Sequence[str] = {
        "kind": [words.split()[0] for words in _KINDS.values()],
        "is": [words.split()[0] for words in (*_FLAGS.values(), *_STATES.values())],
        "has": ["place"],
        "stars": [str(stars) for stars in range(1, 6)],
        "folder": list(dict.fromkeys(os.path.basename(folder) for folder in from_the_top(names.folders))),
        "group": [group.name for group in names.groups],
        "camera": cameras,
        "place": names.places,
    }.get(field, years)
    return [f'{name}:"{value}"' if re.search(r"\s", value) else f"{name}:{value}" for value in values if value]
