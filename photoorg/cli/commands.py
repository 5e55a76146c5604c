"""What each command does: calls the services, prints through ``output``, returns the exit code."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from photoorg import services
from photoorg.cli import choosing, opening, output
from photoorg.cli.usage import catalog_folder
from photoorg.core import paths
from photoorg.core.errors import UsageError
from photoorg.core.types import Query

#: What the demonstration searches for.
_DEMO_QUERIES = ("a cat", "receipt", "screenshot", "flowers", "birthday")


def open_services(options: argparse.Namespace) -> services.Services:
    """The services over the catalog that the options name."""
    return services.open(catalog_folder(options), device=getattr(options, "device", "auto"))


def index(options: argparse.Namespace) -> int:
    """Add folders and bring the library up to date."""
    with open_services(options) as services:
        report = output.follow(services.ingest.index(options.folders, exclude=options.exclude, profile=options.profile))
    output.index_report(report, options.json)
    return 1 if report.failed else 0


def status(options: argparse.Namespace) -> int:
    """Print the library in numbers."""
    with open_services(options) as services:
        output.status(services.status(), options.json)
    return 0


def backup(options: argparse.Namespace) -> int:
    """Copy the catalog's database to a file."""
    with open_services(options) as services:
        size = output.follow(services.backup.save(options.file))
    output.backup(options.file, size, options.json)
    return 0


def search(options: argparse.Namespace) -> int:
    """Find photos."""
    query = choosing.query(options)
    with open_services(options) as services:
        services.typed.check(query.where)
        query = services.typed.refine(query)
        found = services.search.search(query)
        output.understood(query.text, services.search.understood(query.text))
        output.hits(found, options.json, by_words=query.ranked and query.like is None)
    return 0


def embed(options: argparse.Namespace) -> int:
    """Write a folder's vectors to a file."""
    from photoorg.services.lab import embedding

    report = output.follow(embedding.embed_folder(options.folder, Path(options.out), options.profile))
    output.embedded(report, options.json)
    return 1 if report["failed"] else 0


def train(options: argparse.Namespace) -> int:
    """Make a table or weights that ship with the program."""
    from photoorg.services.lab import tables

    made = output.follow(
        tables.train(
            options.what,
            options.data,
            Path(options.out),
            held_out=options.held_out,
            steps=options.steps,
            epochs=options.epochs,
        )
    )
    output.value(made, options.json)
    return 0


def bench(options: argparse.Namespace) -> int:
    """Measure speed and memory."""
    from photoorg import bench as benches
    from photoorg.cli.usage import Parser

    if options.name not in benches.NAMES:
        raise UsageError(f"There is no bench {options.name}.", f"There are: {', '.join(benches.NAMES)}")
    module = benches.load(options.name)
    parser = Parser(prog=f"photoorg bench {options.name}", description=module.__doc__)
    parser.add_argument("--json", action="store_true", default=options.json, help="print one JSON value")
    module.arguments(parser)
    values = vars(parser.parse_args(options.options))
    as_json = values.pop("json")
    result = module.run(**values)
    output.bench(result, module.describe(result), as_json)
    return 0


def doctor(options: argparse.Namespace) -> int:
    """Check the catalog and repair it."""
    from photoorg.services.maintenance import mending

    checks = mending.examine(catalog_folder(options), repair=options.repair)
    output.checks(checks, options.json)
    return 1 if any(check.state == "wrong" and not check.repaired for check in checks) else 0


def demo(options: argparse.Namespace) -> int:
    """Build, index, search and show the demonstration library."""
    from photoorg.services import demo as library

    home = Path(options.folder).expanduser() if options.folder else paths.user_catalog().parent / "demo"
    photos, catalog = home.absolute() / "photos", home.absolute() / "catalog"
    library.check_home(home.absolute())
    built = output.follow(library.build(photos))
    output.demo_built(str(photos), built.made, built.present, built.missing)
    with services.open(catalog) as opened:
        report = output.follow(opened.ingest.index([str(photos)]))
        output.index_report(report, options.json)
        for text in _DEMO_QUERIES:
            output.heading(f"Searching “{text}”")
            output.hits(opened.search.search(Query(text=text, limit=3)), options.json)
    picture = options.picture or (None if _has_display() else str(home / "window.png"))
    shown = opening.window(argparse.Namespace(catalog=str(catalog), picture=picture, folders=[]))
    if picture and not shown:
        output.heading(f"A picture of the window is in {picture}")
    return shown


def _has_display() -> bool:
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
