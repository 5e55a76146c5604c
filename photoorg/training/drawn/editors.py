"""Screenshots of code editors and terminals."""

from __future__ import annotations

import random
import re

from PIL import Image

from photoorg.training.drawn.pen import Page, mix
from photoorg.training.drawn.windows import RGB, Theme, desktop_page, on_desktop, title_bar
from photoorg.training.drawn.words import identifier, phrase, price

_KEYWORD = re.compile(
    "def|return|if|else|for|in|while|import|from|class|const|let|function|public|void|int|new|try|except"
    "|raise|with|as|fn|mut|match|use|struct|not|and|or|None|True|False|null"
)
_TOKEN = re.compile(r"(#.*|//.*|\"[^\"]*\"|'[^']*'|\d+\.?\d*|\w+|\s+|.)")
_PALETTES: tuple[dict[str, RGB], ...] = (
    {
        "keyword": (198, 120, 221),
        "string": (152, 195, 121),
        "number": (209, 154, 102),
        "comment": (110, 120, 132),
    },
    {
        "keyword": (86, 156, 214),
        "string": (206, 145, 120),
        "number": (181, 206, 168),
        "comment": (106, 153, 85),
    },
    {
        "keyword": (249, 38, 114),
        "string": (230, 219, 116),
        "number": (174, 129, 255),
        "comment": (117, 113, 94),
    },
)
_LIGHT: dict[str, RGB] = {
    "keyword": (0, 0, 200),
    "string": (163, 21, 21),
    "number": (9, 134, 88),
    "comment": (0, 128, 0),
}


def _python(rng: random.Random) -> list[str]:
    name, thing, other = identifier(rng), identifier(rng), identifier(rng)
    return [
        rng.choice(
            (
                f"def {name}({thing}, {other}=None):",
                f"class {name.title()}:",
                f"    def {name}(self, {thing}):",
            )
        ),
        f'    """{phrase(rng)}."""',
        f"    if not {thing}:",
        "        return None",
        f"    for {other} in {thing}:",
        f'        {name} = {other}.get("{identifier(rng)}", {rng.randint(0, 99)})',
        f"        if {name} > {price(rng)}:",
        f"            raise ValueError('{phrase(rng)}')",
        f"    # {phrase(rng).lower()}",
        f"    return {name}({thing}, {other})",
        "",
    ]


def _braces(rng: random.Random) -> list[str]:
    name, thing, other = identifier(rng), identifier(rng), identifier(rng)
    return [
        rng.choice(
            (
                f"function {name}({thing}) {{",
                f"public void {name}(int {thing}) {{",
                f"fn {name}(mut {thing}: u32) {{",
            )
        ),
        f"  const {other} = {thing}.map(x => x * {rng.randint(2, 64)});",
        f"  // {phrase(rng).lower()}",
        f"  if ({other}.length === {rng.randint(0, 9)}) {{",
        f'    return "{phrase(rng)}";',
        "  }",
        f"  for (let i = 0; i < {other}.length; i++) {{",
        f"    {identifier(rng)}({other}[i], {price(rng)});",
        "  }",
        f"  return new {name.title()}({other});",
        "}",
        "",
    ]


def code(rng: random.Random, lines: int) -> list[str]:
    """Lines of a program that means nothing, in one of two syntaxes."""
    block = rng.choice((_python, _braces))
    text: list[str] = []
    while len(text) < lines:
        text += block(rng)[: rng.randint(5, 12)]
        text += [""] * rng.randint(0, 1)
    return text[:lines]


def _coloured(page: Page, x: float, y: float, line: str, size: float, ink: RGB, palette: dict[str, RGB]) -> None:
    for token in _TOKEN.findall(line):
        colour = ink
        if token.startswith(("#", "//")):
            colour = palette["comment"]
        elif token[0] in "\"'":
            colour = palette["string"]
        elif token[0].isdigit():
            colour = palette["number"]
        elif _KEYWORD.fullmatch(token):
            colour = palette["keyword"]
        x += page.text(x, y, token, size, colour, "mono")


def _file_tree(page: Page, theme: Theme, top: float, width: float) -> None:
    page.box(0, top, width, page.height - top, theme.panel)
    y, depth = top + 14.0, 0
    while y < page.height - 40:
        depth = max(0, min(3, depth + page.rng.choice((-1, 0, 0, 1))))
        name = identifier(page.rng) + page.rng.choice((".py", ".js", ".md", ".json", "/", ".css", ".toml"))
        if page.rng.random() < 0.06:
            page.box(0, y - 3, width, 21, theme.line)
        page.text(16 + 14 * depth, y, name, 13, theme.ink if page.rng.random() < 0.8 else theme.accent, theme.face)
        y += 22


def _code_pane(page: Page, theme: Theme, left: float, top: float, right: float, bottom: float, dark: bool) -> None:
    rng = page.rng
    size = rng.choice((12, 13, 14, 16, 18))
    step = size * rng.uniform(1.35, 1.6)
    palette = rng.choice(_PALETTES) if dark else _LIGHT
    count = int((bottom - top - 10) // step)
    first = rng.choice((1, rng.randint(1, 600)))
    filled = count if rng.random() < 0.7 else rng.randint(count // 3, count)
    for row, line in enumerate(code(rng, filled)):
        y = top + 8 + row * step
        page.text(left + 44, y, str(first + row), size, theme.dim, "mono", "ra")
        room = int((right - left - 70) / (size * 0.62))
        _coloured(page, left + 60, y, line[:room], size, theme.ink, palette)


def editor(rng: random.Random) -> Image.Image:
    """A code editor: file tree, tabs, line numbers, coloured code, status bar, perhaps a terminal below."""
    dark = rng.random() < 0.6
    theme = Theme.of(rng, 1.0 if dark else 0.0)
    page = desktop_page(rng, theme)
    top = title_bar(page, theme, f"{identifier(rng)}.py - {identifier(rng)}")
    left = rng.choice((0, rng.randint(170, 280)))
    if left:
        _file_tree(page, theme, top, left)
    page.box(left, top, page.width - left, 34, theme.panel)
    for tab in range(rng.randint(1, 5)):
        page.box(left + 150 * tab, top, 148, 34, theme.paper if tab == 0 else theme.panel)
        page.text(
            left + 150 * tab + 16,
            top + 9,
            identifier(rng) + ".py",
            13,
            theme.ink if tab == 0 else theme.dim,
            theme.face,
        )
    bottom = page.height - 24
    if rng.random() < 0.35:
        bottom = round(page.height * rng.uniform(0.6, 0.75))
        page.box(left, bottom, page.width - left, page.height - bottom, theme.panel)
        _shell_lines(page, theme, left + 14, bottom + 12, page.height - 30)
    half = (left + page.width) // 2 if rng.random() < 0.2 else page.width
    _code_pane(page, theme, left, top + 36, half, bottom, dark)
    if half < page.width:
        page.box(half, top, 1, bottom - top, theme.line)
        _code_pane(page, theme, half, top + 36, page.width, bottom, dark)
    page.box(0, page.height - 24, page.width, 24, rng.choice((theme.accent, theme.line)))
    page.text(
        12,
        page.height - 20,
        f"main   Ln {rng.randint(1, 400)}, Col {rng.randint(1, 80)}   UTF-8",
        12,
        "white",
    )
    return on_desktop(page).image


def _shell_lines(page: Page, theme: Theme, x: float, top: float, bottom: float) -> None:
    rng = page.rng
    size = rng.choice((12, 13, 14, 16))
    prompt = rng.choice(("$ ", "~/src $ ", "user@host:~$ ", "> ", "% "))
    y = top
    while y < bottom - size:
        kind = rng.random()
        if kind < 0.3:
            width = page.text(x, y, prompt, size, (80, 200, 120), "mono")
            page.text(
                x + width,
                y,
                f"{rng.choice(('git', 'make', 'ls', 'grep', 'cd', 'cat'))} {identifier(rng)}",
                size,
                theme.ink,
                "mono",
            )
        elif kind < 0.45:
            page.text(
                x,
                y,
                f"{rng.choice(('error', 'warning'))}: {phrase(rng).lower()}",
                size,
                (230, 90, 80),
                "mono",
            )
        elif kind < 0.7:
            page.text(
                x,
                y,
                f"-rw-r--r--  1 user  {rng.randint(200, 99999):>6} {identifier(rng)}.txt",
                size,
                theme.ink,
                "mono",
            )
        else:
            page.text(
                x,
                y,
                f"[{rng.randint(1, 99):>2}%] {phrase(rng).lower()} ... {rng.choice(('ok', 'done', 'PASS'))}",
                size,
                mix(theme.ink, theme.dim, rng.random()),
                "mono",
            )
        y += size * 1.4


def terminal(rng: random.Random) -> Image.Image:
    """A terminal full of commands and their output, mostly light on dark."""
    theme = Theme.of(rng, 0.85)
    page = desktop_page(rng, theme)
    top = title_bar(page, theme, f"user@{rng.choice(('laptop', 'build', 'server'))}: ~") if rng.random() < 0.8 else 0
    end = page.height * rng.choice((0.5, 0.8, 1.0, 1.0))
    _shell_lines(page, theme, 12, top + 10, end)
    return on_desktop(page).image
