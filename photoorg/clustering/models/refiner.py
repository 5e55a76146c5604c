"""The refiner of US 2023/0186600 A1: a transformer that says who of a photo's neighbours belongs with it."""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn

from photoorg.clustering.configs import RefinerConfig


class Refiner(nn.Module):
    """Encoder-decoder over one neighbour sequence; both configurations of ``configs`` are this class.

    The encoder attends over the tokens (paragraphs 0073-0079), the decoder answers for each position with one logit,
    "in the centre's cluster?" (0080-0082). The published decoder starts from learned queries; the universal one from
    the tokens, their rank and the level that is asked for.
    """

    def __init__(self, config: RefinerConfig) -> None:
        super().__init__()
        self.config = config
        width = config.width
        self.project = nn.Identity() if config.inputs == width else nn.Linear(config.inputs, width)
        shape: dict[str, Any] = {
            "d_model": width,
            "nhead": config.heads,
            "dim_feedforward": config.feedforward,
            "dropout": config.dropout,
            "norm_first": config.norm_first,
            "batch_first": True,
        }
        self.encoder = nn.TransformerEncoder(
            nn.TransformerEncoderLayer(**shape), config.encoder_layers, enable_nested_tensor=False
        )
        self.decoder = nn.TransformerDecoder(nn.TransformerDecoderLayer(**shape), config.decoder_layers)
        self.ranks = nn.Parameter(torch.randn(config.k, width) * 0.02)
        self.levels = nn.Parameter(torch.randn(config.levels, width) * 0.02) if config.levels else None
        self.answer = nn.Linear(width, 1)

    def forward(self, tokens: Tensor) -> Tensor:
        """Logits (B, k, levels) for ``tokens`` (B, k, inputs); (B, k, 1) where the configuration knows no levels."""
        seen = self.project(tokens)
        memory = self.encoder(seen)
        if self.levels is None:
            queries = self.ranks.expand(len(tokens), -1, -1)
            learned: Tensor = self.answer(self.decoder(queries, memory))
            return learned
        answers = [self.answer(self.decoder(seen + self.ranks + level, memory)) for level in self.levels]
        return torch.cat(answers, 2)
