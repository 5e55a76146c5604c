"""The language of the window: its own texts, Qt's, and how dates and numbers are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from photoorg.core.paths import resource

#: The languages there are, by code, each by its own name.
LANGUAGES = {"en": "English", "de": "Deutsch"}
#: What the code itself is written in.
OWN = "en"

_current = OWN
#: Those that are in use. Remembered: to look for them among the application's children would wrap its style, and
#: with it make the 600 members of QStyle's enums before the window is in sight.
_translators: list[QTranslator] = []


def current() -> str:
    """The code of the language that the window speaks."""
    return _current


def wanted(chosen: str = "") -> str:
    """The code of ``chosen``, or of the first language of the system that there is; English where there is none."""
    if chosen in LANGUAGES:
        return chosen
    asked = (name.replace("_", "-").partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((code for code in asked if code in LANGUAGES), OWN)


def use(chosen: str = "") -> str:
    """Show the window in ``chosen``, or (empty) in the system's language; widgets made from now on. Gives the code.

    Dates and numbers are the system's where it speaks the same language, so that a person in Vienna keeps theirs.
    """
    global _current
    application = QCoreApplication.instance()
    assert application is not None
    code = wanted(chosen)
    while _translators:
        application.removeTranslator(_translators.pop())
    system = QLocale.system()
    same = system.name().partition("_")[0] == code
    QLocale.setDefault(system if same else QLocale(code))
    if code != OWN:
        for folder, name in (
            (QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath), "qtbase"),
            (str(resource("translations")), "photoorg"),
        ):
            translator = QTranslator()
            if translator.load(f"{name}_{code}", folder):
                application.installTranslator(translator)
                _translators.append(translator)
    _current = code
    return code
