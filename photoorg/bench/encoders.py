"""Every installed encoder in every variant that this machine can run, beside plain torch in float32, and words."""

from __future__ import annotations

import argparse
import copy
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from photoorg.bench.bars import beside
from photoorg.bench.machine import line, machine
from photoorg.core.errors import UsageError
from photoorg.embed import models_folder
from photoorg.embed.profiles import Profile, profile, profiles
from photoorg.embed.specs import EncoderSpec

if TYPE_CHECKING:
    from photoorg.embed.engine import Engine

PLAIN = "plain torch float32"
#: Milliseconds that a warm query in words may take.
BAR_WORDS = 60.0
_WORDS = ("birthday", "a dog on the beach", "receipt from a restaurant", "two people in front of a mountain", "cat")


def arguments(parser: argparse.ArgumentParser) -> None:
    """The options of ``run``."""
    parser.add_argument("--profiles", nargs="*", help="which ones (default: those that are installed)")
    parser.add_argument("--random", nargs="*", default=(), help="profiles to measure with random weights: as fast")
    parser.add_argument("--device", default="auto", help="auto, cpu, cuda or mps")
    parser.add_argument("--threads", type=int, help="threads of the encoder (default: as when indexing)")
    parser.add_argument("--rounds", type=int, default=7, help="turns that each variant takes")
    parser.add_argument("--folder", help="real photos to encode instead of drawn ones")


def run(
    *,
    profiles: Sequence[str] | None = None,
    random: Sequence[str] = (),
    device: str = "auto",
    threads: int | None = None,
    rounds: int = 7,
    folder: str | None = None,
) -> dict[str, object]:
    """Measure each encoder once, whichever profiles share it; the winners are kept for indexing.

    Raises:
        UsageError: a profile is not known, or there are no photos in the folder.
        CannotError: an encoder cannot be loaded.
    """
    import torch

    found = machine()
    threads = threads or max(1, int(str(found["cores"])) // 4)
    torch.set_num_threads(threads)
    pictures = _pictures(folder)
    rows = [
        _measure(spec, pictures, device, threads, rounds, remember=True)
        for spec in _encoders([profile(name) for name in profiles] if profiles is not None else _installed())
    ]
    with tempfile.TemporaryDirectory(prefix="photoorg-bench-") as scratch:
        for spec in _encoders([profile(name) for name in random]):
            with _random_weights(spec, Path(scratch)):
                rows.append(_measure(spec, pictures, device, threads, rounds, remember=False))
    return {"bench": "encoders", "machine": found, "threads": threads, "encoders": rows}


def _installed() -> list[Profile]:
    return [found for found in profiles().values() if models_folder.profile_installed(found)]


def _encoders(found: Sequence[Profile]) -> list[EncoderSpec]:
    return list(dict.fromkeys(spec for each in found for spec in each.encoders))


def _measure(
    spec: EncoderSpec,
    pictures: Sequence[Any],
    device: str,
    threads: int,
    rounds: int,
    *,
    remember: bool,
) -> dict[str, Any]:
    from photoorg.embed import machine_file, tuning

    _say(spec.id)
    encoder, engine, plain = _loaded(spec, device)
    count = max(len(pictures), engine.batch_size)
    pixels = np.stack([encoder.prepare(pictures[row % len(pictures)]) for row in range(count)])
    built = {**tuning.runners(engine), PLAIN: plain}
    found = tuning.measure(engine, pixels, built, rounds)
    rates, cosines = dict(found.rates), dict(found.cosines)
    usable = {name: rate for name, rate in rates.items() if name != PLAIN and cosines[name] >= tuning.FAITHFUL}
    best = max(usable, key=usable.__getitem__)
    if remember:
        key = machine_file.machine_key(spec.id, tuning.device_name(engine.device), threads)
        kept = {name: rate for name, rate in rates.items() if name != PLAIN}
        machine_file.remember(key, machine_file.Measured(best, kept, {name: cosines[name] for name in kept}))
    row = {
        "encoder": spec.id,
        "device": tuning.device_name(engine.device),
        "batch": engine.batch_size,
        "random_weights": not remember,
        "variants": {name: {"per_s": rates[name], "cosine": cosines[name]} for name in rates},
        "winner": best,
        "ratio": round(rates[best] / rates[PLAIN], 2),
    }
    if engine.device.type == "cuda":
        import torch

        row["peak_mb"] = round(torch.cuda.max_memory_allocated(engine.device) / 1e6)
    if spec.text and spec.library != "lite0":
        row["words_ms"] = _words(spec, device)
    return row


def _loaded(spec: EncoderSpec, device: str) -> tuple[Any, Engine, Any]:
    """The encoder, its engine, and its network as its library made it."""
    if spec.library == "lite0":
        import torch

        from photoorg.embed.backbone import load_network
        from photoorg.embed.lite0 import Lite0Encoder

        own = Lite0Encoder()
        network = load_network()
        network.classifier = torch.nn.Identity()
        return own, own.engine, network
    from photoorg.embed.torch_encoder import TorchEncoder

    encoder = TorchEncoder(spec, device=device)
    return encoder, encoder.engine, copy.deepcopy(encoder.engine.module).to(encoder.engine.device)


def _words(spec: EncoderSpec, device: str) -> float:
    """Median milliseconds of a warm query, one thread a core as in the process for words."""
    import torch

    from photoorg.embed.open_clip_models import load_text

    before = torch.get_num_threads()
    encoder = load_text(spec, threads=_cores(), device=device)
    encoder.encode(["photo"])
    times = []
    for text in _WORDS * 3:
        began = time.perf_counter()
        encoder.encode([text])
        times.append(1000 * (time.perf_counter() - began))
    torch.set_num_threads(before)
    return round(statistics.median(times), 1)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _pictures(folder: str | None) -> list[Any]:
    from PIL import Image

    from photoorg.core.types import PICTURE_SUFFIXES
    from photoorg.embed import tuning

    if folder is None:
        coarse = np.random.default_rng(0).integers(0, 256, (16, 12, 16, 3), dtype=np.uint8)
        return [Image.fromarray(each).resize((448, 336), Image.Resampling.BICUBIC) for each in coarse]
    files = sorted(file for file in Path(folder).rglob("*") if file.suffix.lower() in PICTURE_SUFFIXES)
    found = []
    for file in files[:: max(1, len(files) // tuning.SAMPLE)][: tuning.SAMPLE]:
        try:
            found.append(Image.open(file).convert("RGB"))
        except OSError:
            continue
    if not found:
        raise UsageError(f"There are no photos in {folder}.")
    return found


@contextmanager
def _random_weights(spec: EncoderSpec, scratch: Path) -> Iterator[None]:
    """The encoder as if it were installed, in a folder of its own, with weights that know nothing."""
    if spec.library == "lite0":
        yield
        return
    import torch

    before = os.environ.get("PHOTOORG_MODELS")
    os.environ["PHOTOORG_MODELS"] = str(scratch)
    try:
        folder = models_folder.partial_folder(spec)
        folder.mkdir(parents=True, exist_ok=True)
        torch.save(_random_network(spec).state_dict(), folder / "random.pth")
        models_folder.place(spec, {"random.pth": ""})
        yield
    finally:
        models_folder.remove(spec)
        if before is None:
            del os.environ["PHOTOORG_MODELS"]
        else:
            os.environ["PHOTOORG_MODELS"] = before


def _random_network(spec: EncoderSpec) -> Any:
    if spec.library == "open_clip":
        import open_clip

        return open_clip.create_model(spec.model, pretrained=None, pretrained_text=False)
    if spec.library == "timm":
        import timm

        size: dict[str, Any] = {"img_size": spec.image_size} if spec.image_size else {}
        return timm.create_model(spec.model, pretrained=False, **size)
    import torchvision

    return torchvision.models.get_model(spec.model)


def describe(result: dict[str, Any]) -> str:
    """The table that people read."""
    lines = [line(result["machine"]), f"{result['threads']} threads; medians of turns taken; cosine to float32"]
    for row in result["encoders"]:
        note = ", random weights" if row["random_weights"] else ""
        peak = f", at most {row['peak_mb']} MB" if "peak_mb" in row else ""
        lines.append(f"{row['encoder']} on {row['device']}, {row['batch']} at once{note}{peak}")
        for name, figures in row["variants"].items():
            mark = f"  chosen, {row['ratio']} times plain" if name == row["winner"] else ""
            lines.append(f"    {name:<22}{figures['per_s']:>9.1f} pictures/s   {figures['cosine']:.5f}{mark}")
        if "words_ms" in row:
            lines.append(
                f"    {'words, warm':<22}{row['words_ms']:>9.1f} ms   bar {beside(row['words_ms'], BAR_WORDS)}"
            )
    return "\n".join(lines)


def _say(what: str) -> None:
    print(what, file=sys.stderr, flush=True)
