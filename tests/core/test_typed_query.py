from __future__ import annotations

import pytest

from photoorg.core.conditions import Conditions
from photoorg.core.named_places import NamedGroup, Names
from photoorg.core.typed_query import Reading, completions, cut, merged, read, settled
from photoorg.core.types import Flag, Kind, State

NAMES = Names(
    folders=("/p", "/p/2019", "/p/2019/Trips", "/p/2019/Trips/Rome", "/p/Tripods", "/p/My Trips"),
    places=("Italy", "Rome", "San Remo"),
    groups=(NamedGroup(3, "cats · 2019", 9), NamedGroup(4, "beach", 5), NamedGroup(12, "dogs on the beach", 3)),
)


def reading(typed: str, *, unfinished: bool = False) -> Reading:
    return read(typed, lambda: NAMES, unfinished=unfinished)


@pytest.mark.parametrize(
    ("typed", "text", "without"),
    [
        ("a cat on a t-shirt", "a cat on a t-shirt", ""),
        ("beach -dog", "beach", "dog"),
        ('beach -dog -"red car"', "beach", "dog, red car"),
        ("beach not dog sunset", "beach sunset", "dog"),
        ("beach not a dog sunset", "beach sunset", "a dog"),
        ("Strand ohne Hund", "Strand", "Hund"),
        ("forget me not", "forget me not", ""),
        ('"forget me not" flower', "forget me not flower", ""),
        ("-dog", "", "dog"),
        ("- dog", "- dog", ""),
        ("meeting at 12:30, see http://x.org", "meeting at 12:30, see http://x.org", ""),
        ("“two words” −people", "two words", "people"),
        ("„zwei Wörter“", "zwei Wörter", ""),
        ('an open "quotation', "an open quotation", ""),
        ("", "", ""),
    ],
)
def test_words_and_what_to_leave_out(typed: str, text: str, without: str) -> None:
    assert reading(typed) == Reading(text, without, Conditions(), ())


@pytest.mark.parametrize(
    ("typed", "where"),
    [
        ("kind:screenshot", Conditions(kind=Kind.SCREENSHOT)),
        ("Art:Belege", Conditions(kind=Kind.DOCUMENT)),
        ("is:drawing", Conditions(kind=Kind.DRAWING)),
        ("is:picked", Conditions(flag=Flag.PICK)),
        ("is:rejected", Conditions(flag=Flag.REJECT)),
        ("is:archived", Conditions(state=State.ARCHIVED)),
        ("after:2019", Conditions(date_from="2019")),
        ("seit:2019/5", Conditions(date_from="2019-05")),
        ("before:2019", Conditions(date_to="2018")),
        ("before:2020-01", Conditions(date_to="2019-12")),
        ("vor:1.3.2020", Conditions(date_to="2020-02-29")),
        ("until:2020-03", Conditions(date_to="2020-03")),
        ("date:2020-03", Conditions(date_from="2020-03", date_to="2020-03")),
        ("date:2019..2020-03", Conditions(date_from="2019", date_to="2020-03")),
        ("date:2019..", Conditions(date_from="2019")),
        ("after:2019 before:2020-06", Conditions(date_from="2019", date_to="2020-05")),
        ("in:trips", Conditions(folder="/p/2019/Trips")),
        ("in:2019/Trips/", Conditions(folder="/p/2019/Trips")),
        ('in:"my trips"', Conditions(folder="/p/My Trips")),
        ("ordner:tripo", Conditions(folder="/p/Tripods")),
        ("in:/p/2019", Conditions(folder="/p/2019")),
        ("group:beach", Conditions(cluster=4)),
        ("group:cat", Conditions(cluster=3)),
        ("group:12", Conditions(cluster=12)),
        ("camera:Canon", Conditions(camera="Canon")),
        ('kamera:"EOS 5D"', Conditions(camera="EOS 5D")),
        ("stars:3", Conditions(rating=3)),
        ("rating:>=4", Conditions(rating=4)),
        ("sterne:★★", Conditions(rating=2)),
        ("place:rome", Conditions(place="Rome")),
        ('ort:"san r"', Conditions(place="San Remo")),
        ("place:Liguria", Conditions(place="Liguria")),
        ("has:place", Conditions(has_place=True)),
        ("-has:place", Conditions(has_place=False)),
        ("not has:gps", Conditions(has_place=False)),
        ("-kind:screenshot", Conditions(outside=(Conditions(kind=Kind.SCREENSHOT),))),
        ("ohne art:beleg", Conditions(outside=(Conditions(kind=Kind.DOCUMENT),))),
        ("not in:trips", Conditions(outside=(Conditions(folder="/p/2019/Trips"),))),
        (
            "-date:2019 -group:cat -date:2019 kind:photo",
            Conditions(
                kind=Kind.PHOTO,
                outside=(Conditions(date_from="2019", date_to="2019"), Conditions(cluster=3)),
            ),
        ),
    ],
)
def test_conditions(typed: str, where: Conditions) -> None:
    assert reading(typed) == Reading("", "", where, ())
    assert reading(f"a sea {typed} shore") == Reading("a sea shore", "", where, ())


_NOTHING = (
    "kind:elephant after:yesterday before:2019-13 in:Nowhere in:/ group:none stars:9 has:cheese -kind:elephant date:.. "
    "date:2019..x kind: is:real"
)


@pytest.mark.parametrize("typed", _NOTHING.split())
def test_a_condition_that_names_nothing_is_no_words(typed: str) -> None:
    assert reading(f"sea {typed}") == Reading("sea", "", Conditions(), (typed,))
    assert reading(f"sea {typed}", unfinished=True) == Reading("sea", "", Conditions(), ())
    assert reading(f"sea {typed} ", unfinished=True).unknown == (typed,)


def test_names_are_not_asked_for_without_need() -> None:
    def none() -> Names:
        raise AssertionError("nobody named a folder or a group")

    assert read("a sea -dog kind:photo after:2019 camera:x stars:3", none).text == "a sea"


def test_what_one_is_still_typing_is_not_settled() -> None:
    assert settled("beach -do") == []
    assert settled("beach not do") == []
    typed = "beach -dog kind:scree "
    found = settled(typed)
    assert [piece.without for piece in found] == ["dog"]
    assert cut(typed, found) == "beach kind:scree "
    typed = "-dog  sea kind:photo in the sun"
    assert cut(typed, settled(typed)) == "sea in the sun"


def test_the_last_word_of_two_on_the_same_thing_counts() -> None:
    both = merged(Conditions(date_from="2019", rating=3), Conditions(date_from="2020", kind=Kind.PHOTO))
    assert both == Conditions(date_from="2020", rating=3, kind=Kind.PHOTO)
    assert reading("after:2018 after:2019").where == Conditions(date_from="2019")


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("kind:", ["kind:photo", "kind:screenshot", "kind:document", "kind:drawing"]),
        ("in:t", ["in:p", "in:2019", 'in:"My Trips"', "in:Tripods", "in:Trips", "in:Rome"]),
        ("Kamera:", ['Kamera:"Canon EOS"', "Kamera:Pixel"]),
        ("place:", ["place:Italy", "place:Rome", 'place:"San Remo"']),
        ("before:", ["before:2024", "before:2019"]),
        ("has:", ["has:place"]),
        ("http:", []),
        ("kitten", []),
        ("", []),
    ],
)
def test_a_condition_on_its_way_is_completed(typed: str, expected: list[str]) -> None:
    assert completions(typed, NAMES, ["Canon EOS", "Pixel"], ["2024", "2019"]) == expected


def test_what_is_completed_to_is_understood() -> None:
    for field in ("kind:", "is:", "has:", "stars:", "in:", "group:", "camera:", "place:", "after:", "date:"):
        offered = completions(field, NAMES, ["Canon EOS"], ["2024"])
        assert offered
        for word in offered:
            assert reading(word).unknown == ()
            assert reading(word).where != Conditions()
