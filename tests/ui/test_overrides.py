"""An error in a method that Qt calls is told, and the window lives on."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="every error is an exception there from the first")

#: Overrides that raise as Python's own C code does, and one with parameters of its own names.
_ERRORS = """
import sys

import photoorg.ui.qt_import
from PySide6.QtCore import QAbstractListModel, QSize, Qt
from PySide6.QtWidgets import QApplication, QListView, QWidget

told = []
sys.excepthook = lambda kind, error, trace: told.append(kind.__name__)
application = QApplication(["test"])

class Model(QAbstractListModel):
    def rowCount(self, parent=None):
        return 3

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return [][index.row()] if index.row() else "first"

class Painted(QWidget):
    def paintEvent(self, event):
        int("")

    def sizeHint(self):
        return QSize(*range(3, 5)) if self.objectName() else QSize([][0])

    def setFocus(self):
        self.focused = True

model = Model()
assert model.data(index=model.index(0)) == model.data(model.index(0), role=3) == "first"
view, widget = QListView(), Painted()
widget.windowTitleChanged.connect(widget.setFocus)
widget.setWindowTitle("a slot takes no more than it has parameters")
assert widget.focused
view.setModel(model)

def look(what):
    try:
        what()
    except Exception as error:
        told.append(type(error).__name__)

for what in (view.show, widget.show, application.processEvents, widget.adjustSize, view.grab, widget.grab):
    look(what)
widget.setObjectName("known")
assert widget.sizeHint() == QSize(3, 4)
assert {"IndexError", "ValueError"} <= set(told), told
print("survived")
"""

_ALL = """
import importlib
import pkgutil

import photoorg.ui.qt_import
from shiboken6 import Shiboken
from photoorg.ui import overrides
import photoorg.ui

for module in pkgutil.walk_packages(photoorg.ui.__path__, "photoorg.ui."):
    importlib.import_module(module.name)

def below(made):
    for each in type.__subclasses__(made):
        yield each
        yield from below(each)

ours = {each for each in below(Shiboken.Object) if each.__module__.startswith("photoorg.")}
found = {
    (each.__name__, name): overrides.is_guarded(method)
    for each in ours
    for name, method in overrides.overrides(each).items()
}
assert {("GridView", "paintEvent"), ("PhotoModel", "data"), ("_LineArt", "paint")} <= found.keys()
print(len(ours), "classes,", len(found), "overrides, unguarded:", [what for what, safe in found.items() if not safe])
"""


def run(script: str) -> str:
    top = Path(__file__).resolve().parents[2]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(top)}
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_errors_that_are_no_exceptions_yet_are_told_as_such() -> None:
    assert run(_ERRORS) == "survived"


def test_every_override_of_the_window_is_guarded() -> None:
    said = run(_ALL)
    assert said.endswith("overrides, unguarded: []"), said
    assert int(said.split(", ")[1].split()[0]) > 150, said
