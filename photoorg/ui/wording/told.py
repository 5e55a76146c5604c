"""What the services say, in the language of the window.

Errors, reasons and the journal are English: the catalog and the command line keep them so. Their sentences are made
from templates, which translations.py collects; here a sentence is held against the templates, and its translation
gets what the sentence filled in.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache

from PySide6.QtCore import QCoreApplication

from photoorg.core.paths import resource
from photoorg.ui.wording import language

_FIELD = re.compile(r"\{(\d+)\}")
_NUMBER = re.compile(r"[\d.,]+")
#: Templates with fewer letters of their own fit any name, unless what they fill in is a number or known itself.
_FEW = 8


def told(sentence: str) -> str:
    """``sentence`` in the window's language; as it is where that is English, or no template fits. In any thread."""
    return (_told(sentence) if language.current() != language.OWN else "") or sentence


def _told(sentence: str) -> str:
    """The translation of ``sentence``; empty where no template fits."""
    for template, pattern, certain in _patterns() if sentence else ():
        match = pattern.fullmatch(sentence)
        if match is None:
            continue
        parts = [
            _quoted(part) or _told(part) or (part if certain or _NUMBER.fullmatch(part) else "")
            for part in match.groups()
        ]
        if all(parts):
            translated = QCoreApplication.translate("Services", template)
            return "".join(parts[int(text) - 1] if at % 2 else text for at, text in enumerate(_FIELD.split(translated)))
    return ""


def _quoted(part: str) -> str:
    """A name in quotation marks, in those of the language; empty where ``part`` is none. The name stays as it is."""
    name = part.removeprefix("“").removesuffix("”")
    return QCoreApplication.translate("Services", "“{1}”").replace("{1}", name) if part == f"“{name}”" else ""


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    """Each template, what fits it, and whether that is certain; those with the most text of their own come first."""
    templates: list[str] = json.loads(resource("translations/services.json").read_text("utf-8"))
    templates.sort(key=lambda template: -len(_FIELD.sub("", template)))
    return tuple(_compiled(template) for template in templates)


def _compiled(template: str) -> tuple[str, re.Pattern[str], bool]:
    pattern = "".join("(.+?)" if at % 2 else re.escape(text) for at, text in enumerate(_FIELD.split(template)))
    return template, re.compile(pattern, re.DOTALL), sum(map(str.isalpha, _FIELD.sub("", template))) >= _FEW
