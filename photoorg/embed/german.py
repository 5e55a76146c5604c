"""Queries in German: a list of words with what they are in English, made by ``photoorg train german``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from photoorg.core.errors import CannotError
from photoorg.core.paths import resource
from photoorg.embed.spelling import folded

GERMAN_FILE = "embedded/german.tsv"
#: Words that say nothing, or nothing that the concepts could tell apart, about what a picture shows (folded).
_STOP_TEXT = (
    "aber alle allem allen aller alles als alt alte altem alten alter altes am an andere anderen auch auf aus bei beim"
    " bild bilder bilds bildern bitte blau blaue blauen blauer blaues braun braune brauner bunt da dann das dein deine"
    " dem den der des dich die dies diese diesem diesen dieser dieses dir doch dort du ein eine einem einen einer eines"
    " einige er es etwas euer finde finden foto fotos fuer ganz gar gelb gelbe gelben gelber gelbes gestern gibt"
    " grau graue grauer gross grosse grossem grossen grosser grosses gruen gruene gruenen gruener gut gute guten"
    " habe haben hat hatte heute hier hinter ich ihm ihn ihr ihre ihrem ihren im in ins irgendwas ist ja jede jeder"
    " jedes jetzt kein keine klein kleine kleinen kleiner kleines lustig lustige lustiger lustiges man mehr mein meine"
    " meinem meinen meiner meines mich mir mit nach neben neu neue neuen neuer neues nicht noch nur ob oder ohne rosa"
    " rot rote roten roter rotes schoen schoene schoenen schoener schoenes schwarz schwarze schwarzen schwarzer sehr"
    " sein seine seinem seinen seiner sich sie sind so suche ueber um und uns unser unsere unserem unseren unter unterm"
    " viel viele vielen vom von vor war waren was weiss weisse weissen weisser weisses welche wenn wer wie wir wo zeig"
    " zeige zu zum zur zwei zwischen"
)
_FOLDED = frozenset(_STOP_TEXT.split())
_UNFOLDED = (("ae", "ä"), ("oe", "ö"), ("ue", "ü"), ("ss", "ß"))
STOP_WORDS = _FOLDED | {word.replace(plain, letter) for word in _FOLDED for plain, letter in _UNFOLDED}
#: Endings of cases, plurals and verbs that the list may lack, and what may stand for them.
_ENDINGS = (("en", ""), ("en", "e"), ("n", ""), ("er", ""), ("es", ""), ("s", ""), ("e", ""), ("e", "en"), ("t", "en"))


def load(file: Path | None = None) -> dict[str, list[str]]:
    """Folded German words and phrases with their English ones, the best first.

    Raises:
        CannotError: the list is missing or damaged.
    """
    try:
        lines = (file or resource(GERMAN_FILE)).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise CannotError("The list of German words cannot be read.", "Install photoorg again.") from error
    listed = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return {german: english.split(", ") for german, _, english in listed}


def bases(word: str) -> Iterator[str]:
    """``word`` folded, then what it may be another form of."""
    plain = folded(word)
    yield plain
    for ending, base in _ENDINGS:
        if plain.endswith(ending) and len(plain) - len(ending) >= 3:
            yield plain.removesuffix(ending) + base
