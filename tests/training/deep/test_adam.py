from __future__ import annotations

import torch

from photoorg.training.deep.adam import Adam


def test_it_goes_where_torchs_own_goes() -> None:
    torch.manual_seed(0)
    target = torch.randn(6, 4)
    ends = []
    for make in (lambda each: Adam(each, 0.05), lambda each: torch.optim.Adam(each, 0.05)):
        torch.manual_seed(1)
        weights, unused = torch.nn.Parameter(torch.randn(6, 4)), torch.nn.Parameter(torch.ones(2))
        optimiser = make([weights, unused])
        for _ in range(150):
            optimiser.zero_grad()
            (weights - target).abs().pow(1.5).sum().backward()
            optimiser.step()
        assert torch.equal(unused, torch.ones(2)), "what has no gradient stays"
        ends.append(weights.detach())
    assert torch.allclose(*ends, atol=1e-5)
    assert (ends[0] - target).abs().max() < 0.5
