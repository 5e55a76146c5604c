"""Every method that can be asked for has a help page, and what the pages say to type can be typed."""

from __future__ import annotations

import re

import pytest

from photoorg.cli import parser
from photoorg.core.paths import resource
from photoorg.services.lab import methods

PAGES = {page.name: page.read_text("utf-8") for page in sorted(resource("help/README.md").parent.glob("*.md"))}


def test_every_method_is_explained() -> None:
    named = set(methods.chosen(["all"])) - {methods.REFINER}
    index = PAGES["README.md"]
    assert {name for name in named if f"`{name}`" not in index} == set()
    pages = "".join(text for name, text in PAGES.items() if name != "README.md")
    assert {name for name in named if f"`{name}`" not in pages} == set()


@pytest.mark.parametrize("name", PAGES)
def test_links_lead_somewhere(name: str) -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", PAGES[name]):
        assert target in PAGES


def test_commands_can_be_typed() -> None:
    commands = [line for text in PAGES.values() for line in text.splitlines() if line.startswith("photoorg ")]
    assert len(commands) > 8
    for command in commands:
        words = [{"ID": "7"}.get(word, word) for word in command.split()[1:]]
        options = parser.build().parse_args(words)
        assert callable(options.handler)
        if getattr(options, "methods", None):
            assert methods.chosen(options.methods.split(","))
