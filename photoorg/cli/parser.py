"""What can be typed: one sub-command a line of CONTRACTS."""

from __future__ import annotations

import argparse
from collections.abc import Callable

import photoorg
from photoorg import bench as benches
from photoorg.cli import (
    choosing,
    cluster_commands,
    commands,
    filing,
    lab,
    marking_parser,
    opening,
    profile_commands,
    usage,
)
from photoorg.cli.usage import Parser

Handler = Callable[[argparse.Namespace], int]


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line; ``handler`` of what it gives runs the command."""
    common = usage.common()
    # Others than those of the commands: defaults that are set here would be set for theirs too.
    parser = Parser(prog="photoorg", description="Organises photos on your own machine.", parents=[usage.common()])
    parser.add_argument("--version", action="version", version=f"photoorg {photoorg.__version__}")
    parser.set_defaults(handler=opening.window, folders=[], picture=None, **usage.DEFAULTS)
    subs = parser.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def command(name: str, handler: Handler, help: str) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=help, description=help, parents=[common])
        sub.set_defaults(handler=handler)
        return sub

    opening.add_options(command("window", opening.window, opening.HELP))

    index = command("index", commands.index, "add folders and read what is new or changed")
    index.add_argument("folders", nargs="*", metavar="FOLDER", help="default: every folder added before")
    index.add_argument("--profile", metavar="NAME", help="switch to these encoders; see photoorg profiles")
    index.add_argument("--device", default="auto", metavar="NAME", help="auto, cpu, cuda or mps")
    index.add_argument("--exclude", action="append", metavar="PATTERN", help="names or paths to leave out")

    command("status", commands.status, "the library in numbers")

    search = command("search", commands.search, "find photos by words, by example, or by conditions alone")
    choosing.add_query(search)

    command("cluster", cluster_commands.cluster, "group all photos anew, keeping ids, names and edits")
    _clusters(command("clusters", cluster_commands.clusters, "list the groups of photos, or edit them"))
    _filing(command)
    marking_parser.add(command, Parser)

    embed = command("embed", commands.embed, "write the vectors of a folder's photos to a file")
    embed.add_argument("folder", metavar="FOLDER")
    embed.add_argument("--out", required=True, metavar="X.npz")
    embed.add_argument("--profile", default="embedded", metavar="NAME", help="the encoders to use")

    lab.add_evaluate(command)

    train = command("train", commands.train, "make the tables and weights that ship with the program")
    tables = ["words", "german", "concepts", "kinds", "kinship", "refiner", "gatcluster", "simclr", "moco"]
    train.add_argument("what", choices=tables)
    train.add_argument("--data", nargs="*", default=[], metavar="FOLDER", help="labelled photos to learn from")
    train.add_argument("--out", required=True, metavar="FILE")
    train.add_argument(
        "--held-out", nargs="*", default=[], metavar="NAME:FROM-TO", help="classes of a folder to validate with only"
    )
    train.add_argument(
        "--epochs", type=int, metavar="N", help="gatcluster, simclr, moco: how often every photo is learnt from"
    )
    train.add_argument("--steps", type=int, metavar="N", help="simulated libraries to learn from")

    bench = command("bench", commands.bench, "measure speed and memory on this machine")
    bench.add_argument("name", metavar="NAME", help=", ".join(benches.NAMES))
    bench.add_argument("options", nargs=argparse.REMAINDER, help="see photoorg bench NAME --help")

    doctor = command("doctor", commands.doctor, "check the catalog against itself and the disk")
    doctor.add_argument("--repair", action="store_true", help="mend what can be mended")

    backup = command(
        "backup", commands.backup, "copy the catalog's database to a file, whole even while photos are read"
    )
    backup.add_argument("file", metavar="FILE", help="where to; what is there is replaced once the copy is whole")

    _profiles(command("profiles", profile_commands.show, "the encoders to choose from"))

    demo = command("demo", commands.demo, "build a demonstration library, index and search it, and show it")
    demo.add_argument("--folder", metavar="DIR", help="where the demonstration photos go")
    demo.add_argument("--picture", metavar="FILE", help="write a picture of the window instead of showing it")
    return parser


def _filing(command: Callable[[str, Handler, str], argparse.ArgumentParser]) -> None:
    """The commands that move files, and those that take that back."""
    archive = command("archive", filing.archive, "move photos out of the timeline into the archive")
    filing.arguments(archive, to="the archive's folder (default: the setting, else Archive beside the folder added)")

    trash = command("trash", filing.trash, "move photos to the trash")
    filing.arguments(trash)
    trash.add_argument("--empty", action="store_true", help="hand all of it to the operating system's trash")

    restore = command("restore", filing.restore, "move photos back from the archive or the trash")
    filing.arguments(restore, to="a folder of the library (default: where they were)")

    delete = command("delete", filing.delete, "delete photos for good")
    filing.arguments(delete)
    delete.add_argument("--permanently", action="store_true", help="yes, for good: there is no undo")

    undo = command("undo", filing.undo, "take back what was done last")
    undo.add_argument("count", nargs="?", type=int, default=1, metavar="N", help="how many actions (default: 1)")
    redo = command("redo", filing.redo, "do again what was undone last")
    redo.add_argument("count", nargs="?", type=int, default=1, metavar="N", help="how many actions (default: 1)")

    duplicates = command("duplicates", filing.duplicates, "photos that are there more than once, and which to keep")
    duplicates.add_argument("--near", action="store_true", help="also photos that only look alike")
    duplicates.add_argument(
        "--keep", type=int, metavar="ID", help="keep this photo rather than the others listed with it"
    )

    history = command("history", filing.history, "what was done, newest first")
    history.add_argument("--limit", type=int, metavar="N", help="the newest N only")


def _profiles(profiles: argparse.ArgumentParser) -> None:
    """What can be done with one of the profiles."""
    # Options without defaults: those would undo what stood before the sub-command.
    shared = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    shared.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    shared.add_argument("--catalog", metavar="DIR", help=argparse.SUPPRESS)
    subs = profiles.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)

    def sub(name: str, handler: Handler, help: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = subs.add_parser(name, help=help, description=help, parents=[shared])
        made.add_argument("name", metavar="NAME")
        made.set_defaults(handler=handler)
        return made

    sub("pull", profile_commands.pull, "download a profile")
    add = sub("add", profile_commands.add, "add a profile of your own")
    add.add_argument(
        "--model", required=True, metavar="MODEL", help="open_clip:ARCHITECTURE/WEIGHTS, timm:NAME or torchvision:NAME"
    )
    add.add_argument("--checkpoint", metavar="PATH", default=None, help="weights on your disk: they are copied")
    sub("drop", profile_commands.drop, "delete the vectors that the catalog has for a profile not in use")
    sub("remove", profile_commands.remove, "delete the files of a profile's encoders")


def _clusters(parser: argparse.ArgumentParser) -> None:
    """The edits of ``photoorg clusters``; without one it lists."""
    # Suppressed, or else what was given before the edit's name would be forgotten.
    common = Parser(add_help=False, argument_default=argparse.SUPPRESS)
    common.add_argument("--json", action="store_true", help="print one JSON value on standard output")
    common.add_argument("--catalog", metavar="DIR", help="the catalog folder")
    subs = parser.add_subparsers(title="edits", metavar="EDIT", parser_class=Parser)

    def edit(name: str, handler: Handler, help: str, several: bool = False) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=help, description=help, parents=[common])
        sub.set_defaults(handler=handler)
        if several:
            sub.add_argument(
                "ids", type=int, nargs="*", metavar="ID", help="the groups; default: all that you named or made"
            )
        else:
            sub.add_argument("id", type=int, metavar="ID", help="the group")
        return sub

    rename = edit(
        "rename", cluster_commands.rename, "give a group or a theme a name of your own; an empty one ends that"
    )
    rename.add_argument("name", metavar="NAME")
    merge = edit("merge", cluster_commands.merge, "make one group of several; the first keeps its id and name")
    merge.add_argument("others", type=int, nargs="+", metavar="ID")
    split = edit("split", cluster_commands.split, "make a group of its own of some photos of a group")
    split.add_argument("photos", type=int, nargs="+", metavar="PHOTO")
    further = edit("split-further", cluster_commands.split_further, "part a group of look-alikes by kind")
    further.add_argument("--parts", type=int, metavar="N", help="into this many; default: as its photos speak for")
    more = edit("more", cluster_commands.more, "photos that seem to belong to groups of yours", several=True)
    more.add_argument("--put", action="store_true", help="put those that surely belong there into the groups")
    remove = edit("remove", cluster_commands.remove, "say that some photos do not belong to a group")
    remove.add_argument("photos", type=int, nargs="+", metavar="PHOTO")
