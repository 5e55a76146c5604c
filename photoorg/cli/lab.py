"""``photoorg evaluate``: search, clusters and kinds measured on labelled photos, in temporary catalogs."""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from photoorg.cli import output
from photoorg.core.errors import UsageError

_Command = Callable[[str, Callable[[argparse.Namespace], int], str], argparse.ArgumentParser]


def add_evaluate(command: _Command) -> None:
    """Add the sub-command with its options."""
    evaluate = command("evaluate", run, "measure search, clusters or kinds on labelled photos")
    evaluate.add_argument("what", choices=["search", "clusters", "kinds", "attention", "more"])
    evaluate.add_argument("folder", metavar="FOLDER", help="clusters, kinds: its first sub-folders are the labels")
    evaluate.add_argument("--queries", metavar="FILE.tsv", help="search: query, tab, globs of what is relevant")
    evaluate.add_argument("--profile", default="embedded", metavar="NAME", help="search, kinds: the encoders to use")
    evaluate.add_argument("--methods", metavar="A,B", help="clusters: these only, or all (default: the quick ones)")
    evaluate.add_argument(
        "--table", choices=["imantics"], help="clusters: for every installed encoder, as in the Imantics report"
    )
    evaluate.add_argument(
        "--backbone",
        action="append",
        default=[],
        metavar="FILE",
        help="clusters, with --table: also for a network of train simclr or moco",
    )
    evaluate.add_argument("--html", metavar="FILE", help="clusters: a report with contact sheets")


def run(options: argparse.Namespace) -> int:
    """Measure and print the table."""
    commands = {"search": _search, "clusters": _clusters, "kinds": _kinds, "attention": _attention, "more": _more}
    return commands[options.what](options)


def _search(options: argparse.Namespace) -> int:
    from photoorg.services.lab.search_evaluation import evaluate_search

    if options.queries is None:
        raise UsageError("Queries are needed to measure search.", "Example: --queries FILE.tsv")
    table = output.follow(evaluate_search(options.folder, Path(options.queries), profile=options.profile))
    _search_table(table, options.json)
    return 0


def _clusters(options: argparse.Namespace) -> int:
    from photoorg.services.lab import comparison

    wanted = None if options.methods is None else [name.strip() for name in options.methods.split(",")]
    html = Path(options.html) if options.html else None
    if options.backbone and not options.table:
        raise UsageError("A backbone is compared with other encoders.", "Add --table imantics.")
    if options.table:
        backbones = [Path(file) for file in options.backbone]
        rows = output.follow(comparison.evaluate_encoders(options.folder, wanted, html, backbones))
    else:
        rows = output.follow(comparison.evaluate_clusters(options.folder, wanted, html))
    _cluster_table(rows, options.json)
    return 0


def _kinds(options: argparse.Namespace) -> int:
    from photoorg.services.lab.kind_evaluation import evaluate_kinds

    _kind_table(output.follow(evaluate_kinds(options.folder, profile=options.profile)), options.json)
    return 0


def _attention(options: argparse.Namespace) -> int:
    from photoorg.services.lab import attention

    rows = output.follow(attention.evaluate_attention(options.folder))
    _spread_table(rows, {"features": 38, "form": 9}, {"acc": "ACC", "nmi": "NMI", "ari": "ARI"}, options.json)
    return 0


def _more(options: argparse.Namespace) -> int:
    from photoorg.services.lab import more

    rows = output.follow(more.evaluate_more(options.folder))
    _spread_table(rows, {"learnt_from": 34}, {"precision": "precision", "recall": "recall", "f": "F"}, options.json)
    return 0


def _spread_table(rows: list[dict[str, Any]], said: dict[str, int], figures: dict[str, str], as_json: bool) -> None:
    """What rows say, by key and width, then the mean and spread of each of ``figures``, by key and heading."""
    if as_json:
        print(json.dumps(rows))
        return
    heads = "".join(f"{key.replace('_', ' '):<{width}}" for key, width in said.items())
    print(heads + "".join(f"{heading:>17}" for heading in figures.values()))
    for row in rows:
        words = "".join(f"{row[key]:<{width}}" for key, width in said.items())
        print(words + "".join(f"{row[key][0]:>9.3f} ± {row[key][1]:.3f}" for key in figures))


def _search_table(table: dict[str, Any], as_json: bool) -> None:
    """Average precision and precision at 20 of every query, and their means."""
    if as_json:
        print(json.dumps(table))
        return
    print(f"{'query':<32}{'relevant':>9}{'AP':>8}{'P@20':>8}")
    for row in table["queries"]:
        print(f"{row['query']:<32}{row['relevant']:>9}{row['ap']:>8.3f}{row['p20']:>8.3f}")
    print(f"{'mean':<32}{'':>9}{table['map']:>8.3f}{table['p20']:>8.3f}")
    wrong = table["nonsense"]["false_positives"]
    print(f"something is said to fit {table['fits']:.0%} of these queries, and {wrong:.0%} of nonsense")


def _kind_table(table: dict[str, Any], as_json: bool) -> None:
    """Precision and recall of every kind, then what each source's pictures were taken for."""
    if as_json:
        print(json.dumps(table))
        return
    print(f"{'kind':<14}{'photos':>8}{'precision':>11}{'recall':>9}{'F':>8}")
    for row in table["kinds"]:
        figures = ("-" if row[key] is None else f"{row[key]:.3f}" for key in ("precision", "recall", "f"))
        print(f"{row['kind']:<14}{row['photos']:>8}" + "{:>11}{:>9}{:>8}".format(*figures))
    print(f"of all pictures {table['accuracy']:.1%} are told rightly")
    for row in table["sources"]:
        told = ", ".join(f"{count} {kind}" for kind, count in row["told"].items())
        print(f"{row['kind'] + ' ' + row['source']:<44}{row['recall']:>6.2f}  {told}")


def _cluster_table(rows: Sequence[dict[str, Any]], as_json: bool) -> None:
    """A line a method and level: clusters, share of noise, precision, recall and F, and the single figures."""
    if as_json:
        print(json.dumps(rows))
        return
    several = any("encoder" in row for row in rows)
    print(
        (f"{'encoder':<15}" if several else "")
        + f"{'method':<18}{'level':<8}{'clusters':>9}{'noise':>7}   {'BCubed P  R  F':<20}{'macro F':>8}   "
        f"{'pairwise P  R  F':<20}{'NMI':>6}{'AMI':>7}{'ARI':>7}{'ACC':>7}{'s':>8}",
    )
    for row in rows:
        name = f"{row['method']:<18}{row['level'] or '':<8}"
        if several:
            name = f"{row['encoder']:<15}{name}"
        if row["bcubed"] is None:
            print(f"{name}{row['reason']}")
            continue
        bcubed, pairs = (" ".join(f"{value:.3f}" for value in row[key]) for key in ("bcubed", "pairwise"))
        print(
            f"{name}{row['clusters']:>9,}{row['noise']:>7.1%}   {bcubed:<20}{row['bcubed_macro'][2]:>8.3f}   "
            f"{pairs:<20}"
            f"{row['nmi']:>6.3f}{row['ami']:>7.3f}{row['ari']:>7.3f}{row['acc']:>7.3f}{row['seconds']:>8.1f}"
        )
