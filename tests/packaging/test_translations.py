"""Every text of the window has its translation, and nothing that it fills in is lost on the way."""

from __future__ import annotations

import importlib.util
import json
import re
import sys
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import QTranslator

from photoorg.ui.wording.language import LANGUAGES, OWN

_TOP = Path(__file__).resolve().parents[2]
_FIELD = re.compile(r"\{\w+\}")


@pytest.fixture(scope="module")
def translations() -> ModuleType:
    spec = importlib.util.spec_from_file_location("made_translations", _TOP / "packaging" / "translations.py")
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[spec.name] = importlib.util.module_from_spec(spec)  # where dataclasses look for it
    spec.loader.exec_module(module)
    return module


def test_all_languages_are_kept(translations: ModuleType) -> None:
    assert {OWN, *translations.LANGUAGES} == set(LANGUAGES)


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {OWN}))
def test_no_text_is_missing(translations: ModuleType, language: str) -> None:
    assert translations.missing(language) == [], "run make translations, and translate what it names"


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {OWN}))
def test_a_translation_fills_in_what_its_text_does(translations: ModuleType, language: str) -> None:
    differing = {
        source: translated
        for (_, source, _), translated in translations.known(language).items()
        if not set(_FIELD.findall(translated)) <= set(_FIELD.findall(source))
    }
    assert not differing


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {OWN}))
def test_what_the_window_loads_was_made_of_what_is_written(translations: ModuleType, language: str) -> None:
    loaded = QTranslator()
    assert loaded.load(str(translations.FOLDER / f"photoorg_{language}.qm"))
    used = translations.collect()
    known = translations.known(language).items()
    stale = [key for key, translated in known if key in used and loaded.translate(*key) != translated]
    assert stale == [], "run make translations"


def test_the_templates_of_the_services_are_those_of_the_code(translations: ModuleType) -> None:
    kept = json.loads((translations.FOLDER / "services.json").read_text("utf-8"))
    said = {source for context, source, _ in translations.collect() if context == translations.SERVICES}
    assert said <= set(kept), "run make translations"
