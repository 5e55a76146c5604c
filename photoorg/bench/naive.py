"""The loop that indexing is measured against, as one writes it first; run as a process of its own.

Each photo is decoded in full by Pillow, scaled down to a 320 px JPEG thumbnail and to the encoder's input, and goes
through the same network in float32, alone, with torch's default threads.
"""

from __future__ import annotations

import io
import json
import sys
import time
from pathlib import Path

import numpy as np
import torch
from PIL import Image

from photoorg.embed.backbone import load_network
from photoorg.embed.lite0 import INPUT_SIZE

_THUMBNAIL = (320, 320)


def main(folder: str) -> None:
    """Index the photos below ``folder``, keep the results in memory, and print the seconds of the loop as JSON."""
    network = load_network()
    files = sorted(Path(folder).rglob("*.jpg"))
    kept: list[tuple[bytes, torch.Tensor]] = []
    began = time.monotonic()
    for file in files:
        image = Image.open(file).convert("RGB")
        thumbnail = io.BytesIO()
        small = image.copy()
        small.thumbnail(_THUMBNAIL)
        small.save(thumbnail, "JPEG")
        pixels = np.asarray(image.resize((INPUT_SIZE, INPUT_SIZE)), dtype=np.float32)
        batch = torch.from_numpy((pixels - 127) / 128).permute(2, 0, 1)[None]
        with torch.no_grad():
            kept.append((thumbnail.getvalue(), network(batch)))
    print(json.dumps({"photos": len(kept), "seconds": time.monotonic() - began}))


if __name__ == "__main__":
    main(sys.argv[1])
