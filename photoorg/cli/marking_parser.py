"""What can be typed to say something of photos, to keep a search, and to change a setting."""

from __future__ import annotations

import argparse
from collections.abc import Callable

from photoorg.cli import choosing, marking
from photoorg.core.types import Kind

Handler = Callable[[argparse.Namespace], int]
Add = Callable[[str, Handler, str], argparse.ArgumentParser]


def add(command: Add, parser: type[argparse.ArgumentParser]) -> None:
    """Add the commands; ``parser`` makes those of sub-commands."""
    mark = command("mark", marking.mark, "give photos stars or a flag")
    mark.add_argument("--rating", type=int, metavar="N", help="stars from 1 to 5; 0 takes them off")
    flags = mark.add_mutually_exclusive_group()
    for flag, value, help in (
        ("--pick", "pick", "a photo to keep"),
        ("--reject", "reject", "a photo to let go"),
        ("--unset", "", "neither"),
    ):
        flags.add_argument(flag, dest="mark", action="store_const", const=value, help=help)
    choosing.add_selection(mark, marks=False)

    show = command("show", marking.show, "all that is known of a photo")
    show.add_argument("photo", metavar="ID or PATH")

    _kinds(_Subs(command("kinds", marking.kinds, "how many photos there are of each kind"), parser))
    command("facets", marking.facets, "the library by month, folder, camera, kind, stars and flags")
    _searches(_Subs(command("searches", marking.searches, "list the saved searches, or change them"), parser))
    _settings(_Subs(command("settings", marking.settings, "list what can be set, or change it"), parser))


class _Subs:
    """Adds sub-commands, which take ``--json`` and ``--catalog`` before and behind their name."""

    def __init__(self, command: argparse.ArgumentParser, parser: type[argparse.ArgumentParser]) -> None:
        # Suppressed, or else what was given before the sub-command's name would be forgotten.
        self._common = parser(add_help=False, argument_default=argparse.SUPPRESS)
        self._common.add_argument("--json", action="store_true", help="print one JSON value on standard output")
        self._common.add_argument("--catalog", metavar="DIR", help="the catalog folder")
        self._subs = command.add_subparsers(title="commands", metavar="COMMAND", parser_class=parser)

    def __call__(self, name: str, handler: Handler, help: str) -> argparse.ArgumentParser:
        sub: argparse.ArgumentParser = self._subs.add_parser(name, help=help, description=help, parents=[self._common])
        sub.set_defaults(handler=handler)
        return sub


def _kinds(sub: _Subs) -> None:
    say = sub("set", marking.set_kind, "say what photos are; photoorg never takes them for anything else again")
    say.add_argument("what", choices=[kind.value for kind in Kind])
    choosing.add_selection(say)


def _searches(sub: _Subs) -> None:
    save = sub("save", marking.save_search, "keep a search under a name; one of the same name is replaced")
    save.add_argument("name", metavar="NAME")
    choosing.add_query(save)
    run = sub("run", marking.run_search, "find what a saved search finds now")
    run.add_argument("name", metavar="NAME")
    run.add_argument("--limit", type=int, metavar="N", help="default: as saved")
    rename = sub("rename", marking.rename_search, "give a saved search another name")
    rename.add_argument("name", metavar="NAME")
    rename.add_argument("to", metavar="NEW")
    remove = sub("remove", marking.remove_search, "keep a search no longer; its photos are not touched")
    remove.add_argument("name", metavar="NAME")


def _settings(sub: _Subs) -> None:
    change = sub("set", marking.set_setting, "change a setting; an empty value brings the default back")
    change.add_argument("key", metavar="KEY")
    change.add_argument("value", metavar="VALUE")
    exclude = sub("exclude", marking.exclude, "names or paths that a folder leaves out; they replace those before")
    exclude.add_argument("folder", metavar="FOLDER")
    exclude.add_argument("patterns", nargs="*", metavar="PATTERN")
