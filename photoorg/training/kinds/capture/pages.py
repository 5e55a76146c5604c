"""Web pages of ours for browsers to show, on a desk and on a phone: what a captured browser is about."""

from __future__ import annotations

import html
import random
from collections.abc import Callable, Sequence
from pathlib import Path

from photoorg.training.drawn import words

Pictures = Sequence[Path]

_FONTS = ("sans-serif", "serif", "Cantarell, sans-serif", "'DejaVu Sans', sans-serif", "monospace")
_HUES = ("#1a73e8", "#0b8043", "#c5221f", "#6a1b9a", "#00838f", "#ef6c00", "#37474f", "#ad1457")


def desk_page(chance: random.Random, pictures: Pictures) -> str:
    """HTML of a page made for a wide window."""
    makers: list[Callable[[random.Random, Pictures], str]] = [_article, _shop, _mail, _table, _gallery]
    return _document(chance, chance.choice(makers)(chance, pictures), "max-width:1200px;margin:0 auto;padding:0 24px")


def phone_page(chance: random.Random, pictures: Pictures) -> str:
    """HTML of what an app on a phone looks like, with the bars above and below it."""
    makers: list[Callable[[random.Random, Pictures], str]] = [_chat, _settings, _feed, _list, _calendar]
    hour = f"{chance.randint(0, 23)}:{chance.randint(0, 59):02}"
    bar = f'<div class="bar"><b>{hour}</b><span>▲ ◢ {chance.randint(5, 100)} %</span></div>'
    head = f'<div class="head">☰ &nbsp; {html.escape(_title(chance))} <span style="float:right">⋮</span></div>'
    foot = '<div class="foot"><span>◁</span><span>○</span><span>▢</span></div>' if chance.random() < 0.7 else ""
    return _document(chance, bar + head + chance.choice(makers)(chance, pictures) + foot, "margin:0")


def _document(chance: random.Random, body: str, style: str) -> str:
    dark = chance.random() < 0.4
    ground, ink, card = ("#121417", "#e3e6ea", "#1e2227") if dark else ("#ffffff", "#202124", "#f1f3f4")
    hue = chance.choice(_HUES)
    return f"""<!doctype html><html><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>{html.escape(_title(chance))}</title><style>
body{{background:{ground};color:{ink};font:{chance.randint(13, 18)}px/1.5 {chance.choice(_FONTS)};{style}}}
.bar{{display:flex;justify-content:space-between;padding:4px 14px;font-size:13px}}
.head{{background:{hue if chance.random() < 0.6 else card};padding:14px;font-size:20px;font-weight:bold}}
.foot{{position:fixed;bottom:0;width:100%;display:flex;justify-content:space-around;padding:10px;background:{ground}}}
.card{{background:{card};border-radius:{chance.randint(0, 14)}px;padding:12px;margin:8px}}
.mine{{background:{hue};color:#fff;margin-left:25%}} .theirs{{margin-right:25%}}
.grid{{display:grid;grid-template-columns:repeat({chance.randint(2, 5)},1fr);gap:12px}} img{{max-width:100%}}
table{{border-collapse:collapse;width:100%}} td,th{{border-bottom:1px solid #8884;padding:6px;text-align:left}}
a{{color:{hue}}} .key{{color:{hue};font-weight:bold}} nav a{{margin-right:24px}} .button{{background:{hue};color:#fff;
padding:8px 16px;border-radius:4px;display:inline-block}}</style></head><body>{body}</body></html>"""


def _title(chance: random.Random) -> str:
    return words.heading(chance)


def _text(chance: random.Random, sentences: int) -> str:
    return html.escape(words.prose(chance, sentences))


def _image(chance: random.Random, pictures: Pictures, style: str = "") -> str:
    return f'<img src="file://{chance.choice(pictures)}" style="{style}">'


def _nav(chance: random.Random) -> str:
    return "<nav>" + "".join(f"<a href='#'>{html.escape(_title(chance))}</a>" for _ in range(4)) + "</nav>"


def _article(chance: random.Random, pictures: Pictures) -> str:
    paragraphs = [f"<p>{_text(chance, chance.randint(3, 8))}</p>" for _ in range(9)]
    if chance.random() < 0.6:
        paragraphs.insert(chance.randrange(4), _image(chance, pictures, "width:45%;float:right;margin:8px"))
    return f"{_nav(chance)}<h1>{html.escape(_title(chance))}</h1>{''.join(paragraphs)}"


def _shop(chance: random.Random, pictures: Pictures) -> str:
    cards = "".join(
        f"<div class=card>{_image(chance, pictures, 'height:150px')}<br><b>{html.escape(_title(chance))}</b><br>"
        f"<span class=key>{chance.randint(3, 400)}.{chance.randint(0, 99):02} €</span><br>"
        "<span class=button>Add to basket</span></div>"
        for _ in range(12)
    )
    return f"{_nav(chance)}<h2>{html.escape(_title(chance))}</h2><div class=grid>{cards}</div>"


def _gallery(chance: random.Random, pictures: Pictures) -> str:
    return f"{_nav(chance)}<div class=grid>{''.join(_image(chance, pictures, 'width:100%') for _ in range(16))}</div>"


def _mail(chance: random.Random, pictures: Pictures) -> str:
    rows = "".join(
        f"<tr><td>☆</td><td><b>{html.escape(chance.choice(words.PEOPLE))}</b></td><td>{_text(chance, 1)[:80]}</td>"
        f"<td>{chance.randint(1, 28)} May</td></tr>"
        for _ in range(24)
    )
    return f"<span class=button>Write</span> {_nav(chance)}<table>{rows}</table>"


def _table(chance: random.Random, pictures: Pictures) -> str:
    columns = chance.randint(4, 9)
    head = "".join(f"<th>{html.escape(_title(chance))}</th>" for _ in range(columns))
    rows = "".join(
        "<tr>" + "".join(f"<td>{chance.randint(0, 9999)}</td>" for _ in range(columns)) + "</tr>" for _ in range(22)
    )
    return f"{_nav(chance)}<h2>{html.escape(_title(chance))}</h2><table><tr>{head}</tr>{rows}</table>"


def _chat(chance: random.Random, pictures: Pictures) -> str:
    said = []
    for _ in range(11):
        inside = _image(chance, pictures) if chance.random() < 0.15 else _text(chance, chance.randint(1, 2))
        said.append(f'<div class="card {chance.choice(("mine", "theirs"))}">{inside}</div>')
    return "".join(said)


def _settings(chance: random.Random, pictures: Pictures) -> str:
    return "".join(
        f'<div style="padding:12px 18px"><span style="float:right" class=key>{chance.choice(("●", "○", "›"))}</span>'
        f"<b>{html.escape(_title(chance))}</b><br><small>{_text(chance, 1)[:60]}</small></div><hr>"
        for _ in range(11)
    )


def _feed(chance: random.Random, pictures: Pictures) -> str:
    return "".join(
        f"<p style='margin:10px'>◉ <b>{html.escape(chance.choice(words.PEOPLE))}</b></p>"
        f"{_image(chance, pictures, 'width:100%')}"
        f"<p style='margin:10px'>♡ ✉ ➤<br>{_text(chance, 1)}</p>"
        for _ in range(4)
    )


def _list(chance: random.Random, pictures: Pictures) -> str:
    return "".join(
        f'<div class=card style="display:flex;gap:12px">{_image(chance, pictures, "width:72px;height:72px")}'
        f"<div><b>{html.escape(_title(chance))}</b><br>{_text(chance, 1)[:70]}</div></div>"
        for _ in range(9)
    )


def _calendar(chance: random.Random, pictures: Pictures) -> str:
    days = "".join(
        f"<td style='height:64px;vertical-align:top'>{day}"
        + (f"<br><small class=key>{html.escape(_title(chance))[:9]}</small>" if chance.random() < 0.3 else "")
        + "</td>"
        + ("</tr><tr>" if day % 7 == 0 else "")
        for day in range(1, 32)
    )
    return f"<h3 style='margin:12px'>{html.escape(_title(chance))}</h3><table><tr>{days}</tr></table>"
