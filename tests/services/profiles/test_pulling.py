"""Profiles downloaded from a real server on loopback, tokenizer and all, and tried before they count as installed."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from photoorg import services
from photoorg.core.errors import Cancelled, CannotError
from photoorg.core.jobs import CancelToken, run
from photoorg.embed import known, models_folder
from photoorg.embed.profiles import profile
from photoorg.embed.specs import EncoderSpec, RemoteFile
from photoorg.services.profiles import download, pulling
from tests.embed import tiny
from tests.services.profiles.file_server import Behaviour, serving

_Usage = namedtuple("_Usage", "total used free")


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    folder = tiny.save_clip(tmp_path_factory.mktemp("clip"))
    return {f"/some/repo/{file.name}": file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: dict[str, bytes]) -> Iterator[services.Services]:
    monkeypatch.setenv("PHOTOORG_MODELS", str(tmp_path / "models"))
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setattr(download, "PAUSES", (0.01,))
    names = ["open_clip_config.json", "open_clip_model.safetensors"]
    wanted = [RemoteFile(name, "hub", f"some/repo/{name}") for name in names]
    wanted.append(RemoteFile("vocab.txt", "hub", "some/repo/vocab.txt", optional=True))
    spec = EncoderSpec(
        "open_clip.tiny.test@1",
        "open_clip",
        "tiny",
        text=True,
        bytes=sum(map(len, files.values())),
        files=tuple(wanted),
    )
    known.remember("tiny", spec, "")
    with services.open(tmp_path / "catalog", device="cpu") as opened:
        yield opened


def weights(tmp_path: Path) -> list[str]:
    """What lies in the folder of encoders outside the folder where downloads gather."""
    models = tmp_path / "models"
    return [str(file) for file in models.rglob("*.safetensors") if ".partial" not in file.parts]


def test_a_profile_arrives_whole_and_works(
    library: services.Services, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with serving(Behaviour(files, redirect=True)) as base:
        monkeypatch.setenv(known.MIRROR, base)
        steps = []
        job = library.profiles.pull("tiny")
        while True:
            try:
                steps.append(next(job))
            except StopIteration as end:
                info = end.value
                break
    assert info.installed
    assert info.bytes >= sum(map(len, files.values()))
    assert steps[-1].done == steps[-1].total == sum(map(len, files.values()))
    assert [step.done for step in steps] == sorted(step.done for step in steps)
    manifest = json.loads((models_folder.folder(profile("tiny").encoders[0]) / "installed.json").read_text())
    assert set(manifest["sha256"]) == {"open_clip_config.json", "open_clip_model.safetensors"}


def test_an_interrupted_pull_goes_on_the_next_time(
    library: services.Services, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Behaviour(files)
    total = sum(map(len, files.values()))
    with serving(server) as base:
        monkeypatch.setenv(known.MIRROR, base)
        cancel = CancelToken()
        job = library.profiles.pull("tiny", cancel)
        while next(job).done < total // 2:
            pass
        cancel.cancel()
        with pytest.raises(Cancelled):
            list(job)
        assert not library.profiles.get("tiny").installed
        assert not weights(tmp_path)
        server.requests.clear()
        run(library.profiles.pull("tiny"))
    assert library.profiles.get("tiny").installed
    assert max(server.starts()) > total // 3


@pytest.mark.parametrize(
    ("fault", "message"),
    [({"spoil": True, "redirect": True}, "damaged"), ({"status": 403}, "refused"), ({"status": 404}, "has no")],
    ids=["damaged", "refused", "not there"],
)
def test_what_goes_wrong_leaves_nothing_and_the_profile_in_use(
    library: services.Services,
    files: dict[str, bytes],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    fault: dict[str, object],
    message: str,
) -> None:
    with serving(Behaviour(files, **fault)) as base:  # type: ignore[arg-type]
        monkeypatch.setenv(known.MIRROR, base)
        with pytest.raises(CannotError, match=message):
            run(library.profiles.pull("tiny"))
    assert not library.profiles.get("tiny").installed
    assert not weights(tmp_path)
    assert library.profiles.get("embedded").active


def test_where_a_file_is_not_there_another_will_do(
    library: services.Services, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    torch.save(tiny.clip().state_dict(), tmp_path / "model.bin")
    served = {
        "/x/open_clip_config.json": files["/some/repo/open_clip_config.json"],
        "/x/model.bin": (tmp_path / "model.bin").read_bytes(),
    }
    wanted = (
        RemoteFile("open_clip_config.json", "hub", "x/open_clip_config.json"),
        RemoteFile("open_clip_model.safetensors", "hub", "x/open_clip_model.safetensors", instead="model.bin"),
    )
    known.remember("older", EncoderSpec("open_clip.older@1", "open_clip", "older", text=True, files=wanted), "")
    with serving(Behaviour(served)) as base:
        monkeypatch.setenv(known.MIRROR, base)
        run(library.profiles.pull("older"))
    assert library.profiles.get("older").installed


def test_sound_files_that_do_not_load_are_not_kept(
    library: services.Services, files: dict[str, bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = tmp_path / "other.safetensors"
    from safetensors.torch import save_file

    save_file({"weight": torch.zeros(3)}, other)
    wrong = {**files, "/some/repo/open_clip_model.safetensors": other.read_bytes()}
    with serving(Behaviour(wrong)) as base:
        monkeypatch.setenv(known.MIRROR, base)
        with pytest.raises(CannotError, match="cannot be loaded"):
            run(library.profiles.pull("tiny"))
    assert not weights(tmp_path)


def test_a_disk_without_room_is_said_before_anything_is_sent(
    library: services.Services, files: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling.shutil, "disk_usage", lambda path: _Usage(10, 9, 1))
    server = Behaviour(files)
    with serving(server) as base:
        monkeypatch.setenv(known.MIRROR, base)
        with pytest.raises(CannotError, match="not enough room"):
            run(library.profiles.pull("tiny"))
    assert not server.requests


def test_a_missing_package_is_said_before_anything_is_sent(
    library: services.Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pulling.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(CannotError, match="needs the package transformers") as caught:
        run(library.profiles.pull("siglip2"))
    assert "photoorg[siglip2]" in caught.value.hint


def test_a_multilingual_profile_brings_its_tokenizer(
    library: services.Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokenizers = pytest.importorskip("tokenizers", reason="the extra siglip2 is not installed")
    pytest.importorskip("transformers", reason="the extra siglip2 is not installed")
    made = tokenizers.Tokenizer(tokenizers.models.WordLevel({"<pad>": 0, "<unk>": 1, "katze": 2, "cat": 3}, "<unk>"))
    made.pre_tokenizer = tokenizers.pre_tokenizers.Whitespace()
    folder = tiny.save_clip(tmp_path / "multi")
    made.save(str(folder / "tokenizer.json"))
    about = {"tokenizer_class": "PreTrainedTokenizerFast", "pad_token": "<pad>", "unk_token": "<unk>"}
    (folder / "tokenizer_config.json").write_text(json.dumps(about))
    config = json.loads((folder / "open_clip_config.json").read_text())
    config["model_cfg"]["text_cfg"]["hf_tokenizer_name"] = "nobody/nothing"
    (folder / "open_clip_config.json").write_text(json.dumps(config))
    spec = EncoderSpec(
        "open_clip.multi@1",
        "open_clip",
        "multi",
        text=True,
        requires="transformers",
        extra="siglip2",
        files=tuple(RemoteFile(file.name, "hub", f"m/{file.name}") for file in folder.iterdir()),
    )
    known.remember("multi", spec, "")
    with serving(Behaviour({f"/m/{file.name}": file.read_bytes() for file in folder.iterdir()})) as base:
        monkeypatch.setenv(known.MIRROR, base)
        run(library.profiles.pull("multi"))
    shutil.rmtree(folder)
    from photoorg.embed.profiles import load_text_encoder

    words = load_text_encoder(profile("multi"), device="cpu").encode(["katze", "cat"])
    assert words[0] @ words[1] < 0.9999, "its tokenizer knows both words"
