"""Image encoders of torchvision from files on disk: VGG (Simonyan and Zisserman 2015), ResNet (He et al. 2016)."""

from __future__ import annotations

import torch
import torchvision
from torch import nn

from photoorg.core.errors import CannotError
from photoorg.embed.checkpoints import backbone_state, read_state
from photoorg.embed.models_folder import weights
from photoorg.embed.networks import Network, geometry_of
from photoorg.embed.specs import EncoderSpec

#: How torchvision's and most self-supervised networks see ImageNet.
_MEAN, _STD, _SIZE, _RESIZE = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225), 224, 256


def load_network(spec: EncoderSpec) -> Network:
    """The network without its classifier: VGG's 4,096 features before it, a ResNet's 2,048 pooled ones.

    A checkpoint may be torchvision's, or one of MoCo (He et al. 2020) or SimCLR (Chen et al. 2020) around the same
    network, whose projection head is left out.

    Raises:
        CannotError: it is not installed, damaged, does not fit, or is of a family without a known place for features.
    """
    file = weights(spec)
    state = read_state(file)
    try:
        model = torchvision.models.get_model(spec.model)
    except ValueError as error:
        raise CannotError(f"torchvision has no model {spec.model}.") from error
    if isinstance(getattr(model, "fc", None), nn.Linear):
        model.fc = nn.Identity()
    elif isinstance(getattr(model, "classifier", None), nn.Sequential):
        model.classifier = model.classifier[:-1]  # the last layer names classes
    else:
        raise CannotError(f"Where {spec.model} has its features is not known.", "VGG and ResNet models can be used.")
    model.load_state_dict(backbone_state(state, model.state_dict(), file), strict=False)
    from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Resize

    steps = Compose([Resize(_RESIZE, interpolation=InterpolationMode.BILINEAR), CenterCrop(_SIZE)])
    return Network(_Flat(model).eval(), geometry_of(steps.transforms), _MEAN, _STD, _SIZE, _RESIZE)


class _Flat(nn.Module):
    """Makes sure that the features are a row a picture."""

    def __init__(self, model: nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, pixels: torch.Tensor) -> torch.Tensor:
        """Normalised pixels (n, 3, size, size) to features (n, d)."""
        found: torch.Tensor = self.model(pixels)
        return found.flatten(1)
