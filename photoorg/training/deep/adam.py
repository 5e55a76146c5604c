"""Adam (Kingma and Ba, ICLR 2015), written out: the first step of torch's own imports a compiler for two seconds."""

from __future__ import annotations

from collections.abc import Iterable

import torch


class Adam:
    """Algorithm 1 with the paper's settings, as ``torch.optim.Adam`` has them; for networks that train in a second."""

    def __init__(
        self,
        parameters: Iterable[torch.nn.Parameter],
        rate: float,
        betas: tuple[float, float] = (0.9, 0.999),
        least: float = 1e-8,
    ) -> None:
        self._parameters = list(parameters)
        self._rate, self._betas, self._least = rate, betas, least
        self._means = [torch.zeros_like(each) for each in self._parameters]
        self._squares = [torch.zeros_like(each) for each in self._parameters]
        self._steps = 0

    def zero_grad(self) -> None:
        """Forget the gradients."""
        for each in self._parameters:
            each.grad = None

    @torch.no_grad()
    def step(self) -> None:
        """One step down the gradients, both moments corrected for their start at zero."""
        self._steps += 1
        first, second = self._betas
        for each, mean, square in zip(self._parameters, self._means, self._squares, strict=True):
            if each.grad is None:
                continue
            mean.lerp_(each.grad, 1 - first)
            square.mul_(second).addcmul_(each.grad, each.grad, value=1 - second)
            spread = (square / (1 - second**self._steps)).sqrt_().add_(self._least)
            each.addcdiv_(mean, spread, value=-self._rate / (1 - first**self._steps))
