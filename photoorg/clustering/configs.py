"""The two configurations of the refiner, as data."""

from __future__ import annotations

from dataclasses import dataclass

from photoorg.clustering.sequences import widths


@dataclass(frozen=True, slots=True)
class RefinerConfig:
    """``k`` positions with ``inputs`` values each, ``width`` inside. With ``levels`` the decoder's queries come from
    the tokens and it answers once a level; without, they are learned.
    """

    k: int
    inputs: int
    width: int
    heads: int
    feedforward: int
    encoder_layers: int
    decoder_layers: int
    dropout: float
    norm_first: bool
    levels: int


#: As published: features of 256 joined with their row of cosines, 80 learned queries, post-norm. Nothing is shipped for
#: it; ``training.refiner.loop`` trains it.
OFFICIAL = RefinerConfig(
    k=80,
    inputs=256 + 80,
    width=256 + 80,
    heads=6,
    feedforward=2048,
    encoder_layers=6,
    decoder_layers=6,
    dropout=0.1,
    norm_first=False,
    levels=0,
)

#: What photoorg ships: relations only, any encoder, both levels.
UNIVERSAL = RefinerConfig(
    k=40,
    inputs=widths(40),
    width=96,
    heads=4,
    feedforward=192,
    encoder_layers=2,
    decoder_layers=1,
    dropout=0.0,
    norm_first=True,
    levels=2,
)
