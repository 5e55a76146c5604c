"""Random changes of pictures that leave what they show: mirrored, turned, cropped, in other colours. Batched in torch.

Everything is drawn from torch's generator, so that ``seeded`` makes it repeatable.
"""

from __future__ import annotations

import math

import torch

#: What grey is made of (ITU-R BT.601).
_GREY = (0.299, 0.587, 0.114)


def mirrored(pictures: torch.Tensor) -> torch.Tensor:
    """Half of ``pictures`` (n, c, h, w) mirrored left to right."""
    flip = torch.rand(len(pictures)) < 0.5
    return torch.where(flip[:, None, None, None], pictures.flip(3), pictures)


def affine(
    pictures: torch.Tensor, degrees: float = 10.0, shift: float = 0.1, scale: tuple[float, float] = (0.8, 1.2)
) -> torch.Tensor:
    """``pictures`` (n, c, h, w) turned, shifted (by a share of the side) and scaled at random; edges are repeated."""
    count = len(pictures)
    angle = (torch.rand(count) * 2 - 1) * math.radians(degrees)
    factor = scale[0] + torch.rand(count) * (scale[1] - scale[0])
    move = (torch.rand(count, 2) * 2 - 1) * 2 * shift
    turn = torch.stack([angle.cos(), -angle.sin(), angle.sin(), angle.cos()], 1).view(count, 2, 2)
    theta = torch.cat([turn / factor[:, None, None], move[:, :, None]], 2)
    return _sample(pictures, theta, pictures.shape[2])


def cropped(pictures: torch.Tensor, least: float = 0.2) -> torch.Tensor:
    """A random part of each of ``pictures`` (n, c, s, s), of at least this share of the area, at the full size."""
    count = len(pictures)
    side = (least + torch.rand(count) * (1 - least)).sqrt()
    centre = (torch.rand(count, 2) * 2 - 1) * (1 - side)[:, None]
    theta = torch.zeros(count, 2, 3)
    theta[:, 0, 0] = theta[:, 1, 1] = side
    theta[:, :, 2] = centre
    return _sample(pictures, theta, pictures.shape[2])


def _sample(pictures: torch.Tensor, theta: torch.Tensor, size: int) -> torch.Tensor:
    grid = torch.nn.functional.affine_grid(theta, [len(pictures), 1, size, size], align_corners=False)
    sampled: torch.Tensor = torch.nn.functional.grid_sample(
        pictures, grid.to(pictures.device), padding_mode="reflection", align_corners=False
    )
    return sampled


def jittered(pictures: torch.Tensor, strength: float = 0.4) -> torch.Tensor:
    """Brightness, contrast and saturation of RGB ``pictures`` (n, 3, h, w) in 0-1 changed by up to ``strength``."""
    brightness, contrast, saturation = (1 + (torch.rand(3, len(pictures)) * 2 - 1) * strength)[
        :, :, None, None, None
    ].to(pictures.device)
    changed = pictures * brightness
    grey = greyed(changed)
    changed = grey + (changed - grey) * saturation
    mean = grey.mean((1, 2, 3), keepdim=True)
    found: torch.Tensor = (mean + (changed - mean) * contrast).clamp(0, 1)
    return found


def sometimes_grey(pictures: torch.Tensor, chance: float = 0.2) -> torch.Tensor:
    """Some of RGB ``pictures`` (n, 3, h, w) without colour."""
    chosen = (torch.rand(len(pictures)) < chance)[:, None, None, None].to(pictures.device)
    return torch.where(chosen, greyed(pictures).expand_as(pictures), pictures)


def greyed(pictures: torch.Tensor) -> torch.Tensor:
    """One channel (n, 1, h, w) of RGB ``pictures`` (n, 3, h, w)."""
    weights = torch.tensor(_GREY, device=pictures.device).view(1, 3, 1, 1)
    return (pictures * weights).sum(1, keepdim=True)
