"""Where a picture lies in a view: how far it is magnified, and which point of it is in the middle."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF

from photoorg.ui.photos.turning import Part, within

#: Screen pixels per pixel of the photo, at most.
MOST = 8.0
#: How far a photo smaller than the view is enlarged to fit.
_ENLARGED = 2.0


class Placement:
    """A picture of ``size`` pixels in a view. Scales are screen pixels per pixel of the photo: 1 is 100 %.

    Fitted until it is magnified, and again once it is told to be.
    """

    def __init__(self) -> None:
        self.size = (1, 1)
        self.view = QSizeF(1, 1)
        self.ratio = 1.0
        self._scale: float | None = None  # None: fitted
        self._centre = QPointF(0.5, 0.5)

    @property
    def fitted(self) -> bool:
        """Whether the whole photo is in view."""
        return self._scale is None

    @property
    def fitting(self) -> float:
        """The scale at which the photo just fits; a very small one stays smaller than the view."""
        width, height = self.size
        room = self.view.width() * self.ratio / width, self.view.height() * self.ratio / height
        return min(*room, _ENLARGED)

    @property
    def scale(self) -> float:
        """Screen pixels per pixel of the photo."""
        return self.fitting if self._scale is None else self._scale

    @property
    def centre(self) -> QPointF:
        """The point in the middle, in fractions of the photo."""
        return self._centre

    @property
    def rect(self) -> QRectF:
        """Where the photo lies, in coordinates of the view."""
        width, height = self._shown()
        left = self.view.width() / 2 - self._centre.x() * width
        top = self.view.height() / 2 - self._centre.y() * height
        return QRectF(left, top, width, height)

    @property
    def visible(self) -> Part:
        """The part of the photo that is in view."""
        rect = self.rect
        return within(
            (
                -rect.left() / rect.width(),
                -rect.top() / rect.height(),
                self.view.width() / rect.width(),
                self.view.height() / rect.height(),
            )
        )

    def fraction(self, point: QPointF) -> QPointF:
        """The place in the photo, in fractions, that lies at ``point`` of the view."""
        rect = self.rect
        return QPointF((point.x() - rect.left()) / rect.width(), (point.y() - rect.top()) / rect.height())

    def area(self, part: Part) -> QRectF:
        """Where ``part`` of the photo lies in the view."""
        rect, (x, y, width, height) = self.rect, part
        return QRectF(
            rect.left() + x * rect.width(),
            rect.top() + y * rect.height(),
            width * rect.width(),
            height * rect.height(),
        )

    def fit(self) -> None:
        """Show the whole photo."""
        self._scale = None
        self._centre = QPointF(0.5, 0.5)

    def zoom(self, scale: float, around: QPointF) -> None:
        """Magnify to ``scale``, holding the point of the view ``around`` where it is."""
        held = self.fraction(around)
        self._scale = min(max(scale, min(self.fitting, 1.0)), MOST)
        width, height = self._shown()
        self.go_to(
            held.x() - (around.x() - self.view.width() / 2) / width,
            held.y() - (around.y() - self.view.height() / 2) / height,
        )

    def drag(self, by: QPointF) -> None:
        """Move the photo with the mouse."""
        width, height = self._shown()
        self.go_to(self._centre.x() - by.x() / width, self._centre.y() - by.y() / height)

    def go_to(self, across: float, down: float) -> None:
        """Put the point (in fractions) in the middle, as far as the photo still fills the view."""
        width, height = self._shown()
        self._centre = QPointF(_held(across, width, self.view.width()), _held(down, height, self.view.height()))

    def follow(self, other: Placement) -> None:
        """Show the same part as ``other`` does of a photo that may have another size."""
        if other.fitted:
            self.fit()
        else:
            self._scale = min(self.fitting * other.scale / other.fitting, MOST)
            self.go_to(other.centre.x(), other.centre.y())

    def _shown(self) -> tuple[float, float]:
        """Width and height of the photo on the screen, in coordinates of the view."""
        factor = self.scale / self.ratio
        return self.size[0] * factor, self.size[1] * factor


def _held(value: float, whole: float, view: float) -> float:
    half = min(0.5, view / 2 / whole)
    return min(max(value, half), 1 - half)
