"""Encoders that a person adds: pairs that open_clip knows, models of timm, and checkpoints from their own disk."""

from __future__ import annotations

import difflib
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path

from photoorg.core.errors import CannotError, UsageError
from photoorg.embed import models_folder
from photoorg.embed.specs import EncoderSpec, RemoteFile

LIBRARIES = ("open_clip", "timm", "torchvision")
_WEIGHTS = (".safetensors", ".pth", ".pt", ".bin", ".ckpt", ".tar")
_CONFIG = "open_clip_config.json"
#: Files that tokenizers of the transformers package are made of; which of them there are differs by model.
_TOKENIZER = (
    "tokenizer.json",
    "tokenizer_config.json",
    "special_tokens_map.json",
    "tokenizer.model",
    "spiece.model",
    "vocab.txt",
)
_CHUNK = 1 << 22
_SAFE = "open_clip_model.safetensors"


def spec_for(model: str, checkpoint: Path | None = None) -> EncoderSpec:
    """The encoder called ``model``: ``open_clip:ARCHITECTURE/WEIGHTS``, ``timm:NAME`` or ``torchvision:NAME``.

    With a ``checkpoint``, a file or a folder that open_clip saved, its id carries the digest of those weights.

    Raises:
        UsageError: the library or the model is not known, or says neither which weights nor where they are.
        CannotError: the checkpoint cannot be read.
    """
    library, _, name = model.partition(":")
    if library not in LIBRARIES or not name:
        raise UsageError(
            f"{model!r} names no model.", "Write open_clip:ARCHITECTURE/WEIGHTS, timm:NAME or torchvision:NAME."
        )
    if checkpoint is not None:
        return _local_spec(library, name, checkpoint)
    if library == "open_clip":
        return _open_clip_pair(name)
    if library == "timm":
        return _timm_model(name)
    raise UsageError(f"The weights of {name} are not known.", "Name a file with --checkpoint.")


def install_local(spec: EncoderSpec, checkpoint: Path) -> None:
    """Copy the files of a ``spec`` made with ``checkpoint`` into the folder of encoders.

    Raises:
        CannotError: they cannot be read or copied, or changed meanwhile.
    """
    target = models_folder.partial_folder(spec)
    try:
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        digests = {}
        for file in _files_of(checkpoint):
            shutil.copyfile(file, target / file.name)
            digests[file.name] = _digest([target / file.name])
        if not spec.id.endswith(f".{_digest(sorted(target.iterdir()))[:8]}@1"):
            raise CannotError(f"{checkpoint} changed while it was copied.", "Try again.")
        models_folder.place(spec, digests)
    except OSError as error:
        raise CannotError(f"{checkpoint} cannot be copied: {error.strerror}.") from error
    finally:
        shutil.rmtree(target, ignore_errors=True)


def _local_spec(library: str, name: str, checkpoint: Path) -> EncoderSpec:
    architecture, _, pretrained = name.partition("/")
    files = _files_of(checkpoint)
    if library == "open_clip" and not checkpoint.is_dir():
        _known_architecture(architecture)
    try:
        digest = _digest(sorted(files))[:8]
        size = sum(file.stat().st_size for file in files)
    except OSError as error:
        raise CannotError(f"{checkpoint} cannot be read: {error.strerror}.") from error
    return EncoderSpec(
        id=f"{library}.{architecture}.{digest}@1",
        library=library,
        model=architecture,
        pretrained=pretrained,
        text=library == "open_clip",
        bytes=size,
    )


def _files_of(checkpoint: Path) -> list[Path]:
    """The files to copy, the weights first."""
    if checkpoint.is_file():
        if checkpoint.suffix not in _WEIGHTS:
            raise UsageError(f"{checkpoint} is no checkpoint.", f"Its name should end in {', '.join(_WEIGHTS)}.")
        return [checkpoint]
    if not (checkpoint / _CONFIG).is_file():
        raise UsageError(f"{checkpoint} is neither a checkpoint nor a folder that open_clip saved.")
    weights = [file for suffix in _WEIGHTS for file in sorted(checkpoint.glob(f"*{suffix}"))]
    if not weights:
        raise UsageError(f"There are no weights in {checkpoint}.")
    beside = (checkpoint / name for name in (_CONFIG, *_TOKENIZER))
    return [weights[0], *(file for file in beside if file.is_file())]


def _digest(files: Iterable[Path]) -> str:
    found = hashlib.sha256()
    for file in files:
        with file.open("rb") as stream:
            while chunk := stream.read(_CHUNK):
                found.update(chunk)
    return found.hexdigest()


def _open_clip_pair(name: str) -> EncoderSpec:
    import open_clip

    architecture, _, pretrained = name.partition("/")
    _known_architecture(architecture)
    known = open_clip.list_pretrained_tags_by_model(architecture)
    if pretrained not in known:
        raise UsageError(
            f"open_clip knows no weights {pretrained!r} of {architecture}.",
            f"Choose one of: {', '.join(known)}." if known else "Name a file with --checkpoint.",
        )
    text = (open_clip.get_model_config(architecture) or {}).get("text_cfg", {})
    if text.get("hf_model_name"):
        raise CannotError(f"{architecture} has a text tower that open_clip only loads from its hub.")
    files = [_weights_file(open_clip.get_pretrained_cfg(architecture, pretrained), name)]
    tokenizer = text.get("hf_tokenizer_name")
    if tokenizer:
        files += [
            RemoteFile(file, "hub", f"{tokenizer}/resolve/main/{file}", optional=file != _TOKENIZER[1])
            for file in _TOKENIZER
        ]
    return EncoderSpec(
        id=f"open_clip.{architecture}.{pretrained}@1",
        library="open_clip",
        model=architecture,
        pretrained=pretrained,
        text=True,
        licence="see its authors",
        requires="transformers" if tokenizer else "",
        extra="siglip2" if tokenizer else "",
        files=tuple(files),
    )


def _weights_file(cfg: dict[str, str], name: str) -> RemoteFile:
    """Where open_clip says that the weights are; safetensors where it names a repository only."""
    hub = cfg.get("hf_hub", "")
    if hub:
        repository, _, file = hub.rpartition("/")
        if file:
            return RemoteFile(file, "hub", f"{repository}/resolve/main/{file}")
        path = f"{repository}/resolve/main/{_SAFE}"
        return RemoteFile(_SAFE, "hub", path, instead="open_clip_pytorch_model.bin")
    address = cfg.get("url", "")
    if not address.startswith("https://"):
        raise CannotError(f"open_clip does not say where the weights of {name} are.")
    return RemoteFile(address.rpartition("/")[2], "", address)


def _timm_model(name: str) -> EncoderSpec:
    import timm

    if name not in timm.list_pretrained():
        close = difflib.get_close_matches(name, timm.list_pretrained())
        raise UsageError(f"timm has no weights for {name!r}.", f"Did you mean {', '.join(close)}?" if close else "")
    return EncoderSpec(
        id=f"timm.{name}@1",
        library="timm",
        model=name,
        licence="see its authors",
        files=(RemoteFile("model.safetensors", "hub", f"timm/{name}/resolve/main/model.safetensors"),),
    )


def _known_architecture(name: str) -> None:
    import open_clip

    if name not in open_clip.list_models():
        close = difflib.get_close_matches(name, open_clip.list_models())
        raise UsageError(f"open_clip has no model {name!r}.", f"Did you mean {', '.join(close)}?" if close else "")
