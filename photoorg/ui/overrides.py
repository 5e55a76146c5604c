"""Lets an error in a method that Qt calls be told, where it would end the program.

What Python's own C code raises, as ``[][0]`` or ``int("")`` do, is not an exception yet in Python 3.11, but what one
will be made of. PySide6 (6.8 to 6.11 at least) takes it for one where it comes out of a method that Qt calls, such as
``paintEvent``, ``data`` or ``sizeHint``, and the program ends with a segmentation fault. An error that was caught and
raised again is an exception; from Python 3.12 on every error is one.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import update_wrapper
from types import FunctionType
from typing import Any

from shiboken6 import Shiboken

Method = Callable[..., Any]


def guard() -> None:
    """Guard all methods of Qt's that classes made from now on override; call it before any is made."""
    if sys.version_info < (3, 12):
        Shiboken.Object.__init_subclass__ = classmethod(_guard)  # type: ignore[assignment]  # as of any class


def overrides(made: type) -> dict[str, FunctionType]:
    """What ``made``, a class of ours, has in place of methods of Qt's."""
    native = next(base for base in made.__mro__ if base.__module__.partition(".")[0] in ("PySide6", "Shiboken"))
    plain = {name: each for name, each in vars(made).items() if type(each) is FunctionType and name[:2] != "__"}
    return {name: method for name, method in plain.items() if hasattr(native, name)}


def is_guarded(method: Method) -> bool:
    """Whether every error in ``method`` comes out as an exception."""
    return any(method.__code__.co_code == template(method).__code__.co_code for template in _TEMPLATES)


def _guard(made: Any, /, **options: object) -> None:
    super(Shiboken.Object, made).__init_subclass__(**options)
    for name, method in overrides(made).items():
        setattr(made, name, _guarded(method))


def _guarded(method: FunctionType) -> FunctionType:
    """``method``, raising again what it raises, with the same parameters: PySide6 counts them where it is a slot."""
    code = method.__code__
    template = _TEMPLATES[code.co_argcount - 1](method)
    named = template.__code__.replace(co_varnames=code.co_varnames[: code.co_argcount])
    made = FunctionType(named, globals(), method.__name__, method.__defaults__, template.__closure__)
    update_wrapper(made, method)
    return made


def _of_self(method: Method) -> Method:
    def guarded(self: object) -> Any:
        try:
            return method(self)
        except BaseException:
            raise

    return guarded


def _of_one(method: Method) -> Method:
    def guarded(self: object, a: object) -> Any:
        try:
            return method(self, a)
        except BaseException:
            raise

    return guarded


def _of_two(method: Method) -> Method:
    def guarded(self: object, a: object, b: object) -> Any:
        try:
            return method(self, a, b)
        except BaseException:
            raise

    return guarded


def _of_three(method: Method) -> Method:
    def guarded(self: object, a: object, b: object, c: object) -> Any:
        try:
            return method(self, a, b, c)
        except BaseException:
            raise

    return guarded


def _of_four(method: Method) -> Method:
    def guarded(self: object, a: object, b: object, c: object, d: object) -> Any:
        try:
            return method(self, a, b, c, d)
        except BaseException:
            raise

    return guarded


def _of_five(method: Method) -> Method:
    def guarded(self: object, a: object, b: object, c: object, d: object, e: object) -> Any:
        try:
            return method(self, a, b, c, d, e)
        except BaseException:
            raise

    return guarded


#: By how many parameters there are beside ``self``: Qt has no method to override with more.
_TEMPLATES = (_of_self, _of_one, _of_two, _of_three, _of_four, _of_five)
