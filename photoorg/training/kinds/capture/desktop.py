"""A virtual screen with a window manager, on which programs are started, arranged and pictured."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np
from PIL import Image, ImageGrab

#: Two pictures of the screen that differ in less of it than this show the same.
_SAME = 0.02
#: Width, height and scale of desks and phones.
DESKS = (
    (1024, 768, 1), (1280, 800, 1), (1280, 1024, 1), (1366, 768, 1), (1440, 900, 1), (1600, 900, 1), (1680, 1050, 1),
    (1920, 1080, 1), (1920, 1080, 1), (1920, 1200, 1), (2560, 1440, 1), (2560, 1440, 2), (2560, 1600, 2),
)  # fmt: skip
PHONES = ((1080, 2340, 3), (1080, 1920, 3), (750, 1334, 2), (828, 1792, 2), (1080, 2400, 3), (1536, 2048, 2))
GTK_THEMES = ("Adwaita", "Adwaita:dark", "Arc", "Arc-Dark", "Materia", "Materia-dark", "Greybird", "Numix", "Breeze")
QT_STYLES = ("Fusion", "Breeze", "Windows", "Adwaita", "Adwaita-Dark")
PANELS = (("xfce4-panel", "--disable-wm-check"), ("lxpanel",), ("tint2",), ("lxqt-panel",), ())


@dataclass(frozen=True, slots=True)
class Look:
    """How one session looks: the screen in pixels and its scale, the themes, the wallpaper, the panel."""

    width: int
    height: int
    scale: int
    gtk: str
    qt: str
    dark: bool
    wallpaper: Path | None
    panel: tuple[str, ...]

    @classmethod
    def drawn(cls, chance: random.Random, pictures: list[Path], phone: bool) -> Look:
        """A look by chance."""
        dark = chance.random() < 0.4
        gtk = [name for name in GTK_THEMES if ("dark" in name.lower()) == dark]
        wallpaper = chance.choice(pictures) if chance.random() < 0.5 else None
        panel = () if phone else chance.choice(PANELS)
        size = chance.choice(PHONES if phone else DESKS)
        return cls(*size, chance.choice(gtk), chance.choice(QT_STYLES), dark, wallpaper, panel)


@dataclass(slots=True)
class Desktop:
    """The running screen. ``number`` is that of the X display, ``home`` the home folder of everything on it."""

    look: Look
    number: int
    home: Path
    chance: random.Random
    _running: list[subprocess.Popen[bytes]] = field(default_factory=list)
    _bare: Image.Image | None = None

    def __enter__(self) -> Self:
        look = self.look
        for folder in (self.home, self.home / "run"):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        self._colour_scheme()
        self._start(["Xvfb", f":{self.number}", "-screen", "0", f"{look.width}x{look.height}x24", "-nolisten", "tcp"])
        time.sleep(1.5)
        self._start(["openbox"])
        if look.wallpaper is not None:
            self._start(["feh", "--no-fehbg", "--bg-fill", str(look.wallpaper)])
        else:
            grey = self.chance.randint(10, 245)
            colour = "#" + "".join(f"{min(255, max(0, grey + self.chance.randint(-60, 60))):02x}" for _ in "rgb")
            self._start(["xsetroot", "-solid", colour])
        if look.panel:
            self._start(list(look.panel))
        time.sleep(3)
        self._bare = self.grab()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in reversed(self._running):
            end(process)
        shutil.rmtree(self.home, ignore_errors=True)

    def launch(self, command: str) -> subprocess.Popen[bytes]:
        """Start a program with a message bus of its own; ``end`` ends it."""
        return self._start(["dbus-run-session", "--", "sh", "-c", command], keep=False)

    def grab(self) -> Image.Image:
        """The whole screen."""
        return ImageGrab.grab(xdisplay=f":{self.number}").convert("RGB")

    def settled(self, seconds: float) -> Image.Image | None:
        """The screen once it shows more than the bare desktop and keeps still; None where nothing opens.

        ``seconds`` is how long a program may take on an idle machine; a busy one is given four times as long.
        """
        until = time.monotonic() + 4 * seconds + 6
        time.sleep(seconds)
        before: Image.Image | None = None
        while time.monotonic() < until:
            now = self.grab()
            if self._bare is not None and _differing(now, self._bare) > _SAME:
                if before is not None and _differing(now, before) < _SAME / 4:
                    return now
                before = now
            time.sleep(0.8)
        return before

    def arrange(self) -> None:
        """Give the window in front another size and place; now and then all of the screen."""
        window = self._tool("getactivewindow").strip()
        if not window:
            return
        look = self.look
        if self.chance.random() < 0.4:
            self._tool("windowmove", window, "0", "0")
            self._tool("windowsize", window, str(look.width), str(look.height - self.chance.choice((0, 30, 48))))
            return
        width, height = (int(side * self.chance.uniform(0.4, 0.95)) for side in (look.width, look.height))
        self._tool("windowsize", window, str(width), str(height))
        x, y = self.chance.randint(0, look.width - width), self.chance.randint(0, look.height - height)
        self._tool("windowmove", window, str(x), str(y))

    def box(self) -> tuple[int, int, int, int] | None:
        """Left, top, right and bottom of the window in front, as far as it is on the screen."""
        told = dict(
            line.split("=", 1)
            for line in self._tool("getactivewindow", "getwindowgeometry", "--shell").splitlines()
            if "=" in line
        )
        try:
            x, y, width, height = (int(told[key]) for key in ("X", "Y", "WIDTH", "HEIGHT"))
        except (KeyError, ValueError):
            return None
        return max(0, x), max(0, y), min(self.look.width, x + width), min(self.look.height, y + height)

    def press(self, *keys: str) -> None:
        """Press keys by their names in X: ``alt+f``, ``F10``."""
        self._tool("key", "--clearmodifiers", *keys)

    def _tool(self, *arguments: str) -> str:
        try:
            done = subprocess.run(
                ["xdotool", *arguments],
                env=self._environment(),
                capture_output=True,
                text=True,
                timeout=10,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return ""
        return done.stdout

    def _start(self, command: list[str], keep: bool = True) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            command,
            env=self._environment(),
            cwd=self.home if self.home.exists() else None,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        if keep:
            self._running.append(process)
        return process

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "LC_ALL", "TZ") if name in os.environ}
        look = self.look
        return {
            **kept,
            "DISPLAY": f":{self.number}",
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.home / "run"),
            "GTK_THEME": look.gtk,
            "GDK_SCALE": str(look.scale),
            "QT_SCALE_FACTOR": str(look.scale),
            "QT_STYLE_OVERRIDE": look.qt,
            "LIBGL_ALWAYS_SOFTWARE": "1",
            "NO_AT_BRIDGE": "1",
            "MOZ_DISABLE_CONTENT_SANDBOX": "1",
            "WEBKIT_DISABLE_COMPOSITING_MODE": "1",
            "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox",
            "QTWEBENGINE_DISABLE_SANDBOX": "1",
        }

    def _colour_scheme(self) -> None:
        """KDE's programs take their colours from a file."""
        scheme = Path("/usr/share/color-schemes") / ("BreezeDark.colors" if self.look.dark else "BreezeLight.colors")
        if scheme.exists():
            (self.home / ".config").mkdir(parents=True, exist_ok=True)
            shutil.copy(scheme, self.home / ".config" / "kdeglobals")


def end(process: subprocess.Popen[bytes]) -> None:
    """End a program started here, with all that it started in its own group."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        try:
            os.killpg(process.pid, how)
        except ProcessLookupError:
            break
        try:
            process.wait(2)
        except subprocess.TimeoutExpired:
            continue
    process.wait()


def _differing(one: Image.Image, other: Image.Image) -> float:
    """The share of pixels in which two pictures of the screen differ."""
    first, second = (np.asarray(image)[::5, ::5].astype(np.int16) for image in (one, other))
    return float((np.abs(first - second).max(axis=2) > 12).mean())
