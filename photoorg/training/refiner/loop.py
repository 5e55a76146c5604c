"""Trains the refiner: binary cross-entropy over simulated libraries, then a temperature a level.

The loss is paragraph 0083 of US 2023/0186600 A1. An interrupted run goes on where it wrote its last checkpoint.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict
from multiprocessing.queues import Queue
from pathlib import Path
from queue import Empty, Full

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn.functional import binary_cross_entropy_with_logits

from photoorg.clustering.configs import RefinerConfig
from photoorg.clustering.models.refiner import Refiner
from photoorg.core.errors import CannotError
from photoorg.core.jobs import Job, Pace
from photoorg.training.refiner.episodes import Episode, Simulator

_PEAK_RATE, _WARM_UP, _DECAY = 1.5e-3, 0.1, 1e-2
_CHECKPOINT_EVERY = 100
_CALIBRATION_EPISODES = 24


def train(
    config: RefinerConfig, simulator: Simulator, checkpoint: Path, *, steps: int, rows: int, seed: int = 0
) -> Job[Refiner]:
    """A network of ``config`` after ``steps`` libraries with ``rows`` sequences of each.

    A GPU is used where there is one. ``checkpoint`` is where an interrupted run of the same length goes on.

    Raises:
        CannotError: the checkpoint is of another run.
    """
    device = "cuda" if torch.cuda.is_available() else "cpu"
    torch.manual_seed(seed)
    network = Refiner(config).to(device)
    optimiser = torch.optim.AdamW(network.parameters(), lr=_PEAK_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, _PEAK_RATE, total_steps=steps, pct_start=max(_WARM_UP, 2 / steps)
    )
    parts = {"network": network, "optimiser": optimiser, "schedule": schedule}
    first = _restore(checkpoint, parts, steps)
    pace = Pace("Training the refiner", steps)
    network.train()
    with _episodes(simulator, config, rows, seed, first, steps) as episodes:
        for step, episode in zip(range(first, steps), episodes, strict=False):
            loss = episode_loss(network, episode, device)
            optimiser.zero_grad()
            torch.autograd.backward(loss)
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            schedule.step()
            if (step + 1) % _CHECKPOINT_EVERY == 0:
                _save(checkpoint, parts, step + 1, steps)
            yield pace.at(step + 1, f"loss {loss.item():.3f}")
    return network.cpu().eval()


def episode_loss(network: Refiner, episode: Episode, device: str = "cpu") -> Tensor:
    """Binary cross-entropy over all positions but the first, which is the centre itself.

    A network without levels learns the classes.
    """
    tokens = torch.from_numpy(episode.tokens).to(device)
    same = torch.from_numpy(episode.same[:, 1:]).to(device, torch.float32)
    logits = network(tokens)[:, 1:]
    return binary_cross_entropy_with_logits(logits, same if network.config.levels else same[..., 1:])


@torch.inference_mode()
def temperatures(network: Refiner, simulator: Simulator, seed: int, rows: int = 128) -> NDArray[np.float32]:
    """What each level's logits are divided by (levels,), so that probabilities are frequencies on ``simulator``'s
    libraries (Guo et al. 2017).
    """
    generator = np.random.default_rng(seed)
    logits, same = [], []
    for _ in range(_CALIBRATION_EPISODES):
        episode = simulator.episode(generator, network.config, rows)
        logits.append(network(torch.from_numpy(episode.tokens))[:, 1:].reshape(-1, network.config.levels))
        same.append(torch.from_numpy(episode.same[:, 1:]).reshape(-1, network.config.levels).float())
    joined, truth = torch.cat(logits), torch.cat(same)
    choices = torch.logspace(-0.7, 0.7, 57, 10)
    losses = torch.stack(
        [binary_cross_entropy_with_logits(joined / choice, truth, reduction="none").mean(0) for choice in choices]
    )
    found: NDArray[np.float32] = choices[losses.argmin(0)].numpy().astype(np.float32)
    return found


def write(network: Refiner, temperature: NDArray[np.float32], note: Mapping[str, str], file: Path) -> None:
    """Write what ``clustering.network.load`` reads: float16 weights with the configuration and ``note``."""
    from safetensors.numpy import save_file

    arrays = {name: values.numpy().astype(np.float16) for name, values in network.state_dict().items()}
    settings = {name: str(value) for name, value in asdict(network.config).items()}
    file.parent.mkdir(parents=True, exist_ok=True)
    partial = file.with_name(file.name + ".partial")
    save_file({**arrays, "temperatures": temperature}, partial, {**settings, **note})
    partial.replace(file)


@contextmanager
def _episodes(
    simulator: Simulator, config: RefinerConfig, rows: int, seed: int, first: int, steps: int
) -> Iterator[Iterator[Episode]]:
    """Episodes ``first`` to ``steps``, made by a process beside the training; each is drawn from its own number."""
    context = multiprocessing.get_context("spawn")
    queue: Queue[Episode | None] = context.Queue(4)
    arguments = (queue, simulator, config, rows, seed, first, steps)
    maker = context.Process(target=_make, args=arguments, daemon=True)
    maker.start()

    def received() -> Iterator[Episode]:
        while True:
            try:
                episode = queue.get(timeout=5)
            except Empty:
                if not maker.is_alive():
                    raise CannotError("The process that simulates libraries ended.") from None
                continue
            if episode is None:
                return
            yield episode

    try:
        yield received()
    finally:
        maker.terminate()
        maker.join()
        queue.cancel_join_thread()
        queue.close()


def _make(
    queue: Queue[Episode | None],
    simulator: Simulator,
    config: RefinerConfig,
    rows: int,
    seed: int,
    first: int,
    steps: int,
) -> None:
    for step in range(first, steps):
        _hand_over(queue, simulator.episode(np.random.default_rng([seed, step]), config, rows))
    _hand_over(queue, None)


def _hand_over(queue: Queue[Episode | None], episode: Episode | None) -> None:
    """Wait for room, and end where nobody is left to receive: a killed training takes this process with it."""
    while True:
        try:
            return queue.put(episode, timeout=5)
        except Full:
            parent = multiprocessing.parent_process()
            if parent is None or not parent.is_alive():
                sys.exit(1)


def _save(file: Path, parts: Mapping[str, object], step: int, steps: int) -> None:
    partial = file.with_name(file.name + ".partial")
    states = {name: part.state_dict() for name, part in parts.items()}  # type: ignore[attr-defined]
    torch.save({**states, "step": step, "steps": steps}, partial)
    partial.replace(file)


def _restore(file: Path, parts: Mapping[str, object], steps: int) -> int:
    """The step to go on with; 0 without a checkpoint."""
    if not file.exists():
        return 0
    stored = torch.load(file, weights_only=True)
    if stored["steps"] != steps:
        raise CannotError(f"{file} is of a run of {stored['steps']} steps; remove it to begin anew.")
    for name, part in parts.items():
        part.load_state_dict(stored[name])  # type: ignore[attr-defined]
    return int(stored["step"])
