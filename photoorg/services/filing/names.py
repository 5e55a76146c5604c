"""Names that are free: nothing is ever overwritten, and companions keep the name of their photo."""

from __future__ import annotations

import os
from collections.abc import Container, Sequence

#: More photos of one name in one folder than this, and something is wrong.
_MOST = 100_000


def numbered(names: Sequence[str], number: int) -> list[str]:
    """``names`` with a number behind the part they share with the first of them, the photo's own.

    ``IMG_1.jpg`` and ``IMG_1.jpg.xmp`` become ``IMG_1 (2).jpg`` and ``IMG_1 (2).jpg.xmp``.
    """
    stem = os.path.splitext(names[0])[0]
    mark = f" ({number})"
    made = []
    for name in names:
        shared = name[: len(stem)].casefold() == stem.casefold()
        cut = len(stem) if shared else len(os.path.splitext(name)[0])
        made.append(name[:cut] + mark + name[cut:])
    return made


def free_names(folder: str, names: Sequence[str], taken: Container[str] = ()) -> list[str]:
    """``names``, numbered if need be so that none of them exists in ``folder`` or is in ``taken``.

    ``taken`` holds absolute paths, case folded: some file systems take ``A.jpg`` and ``a.jpg`` for one.

    Raises:
        OSError: there is no free name.
    """
    for number in range(1, _MOST):
        wanted = list(names) if number == 1 else numbered(names, number)
        paths = [os.path.join(folder, name) for name in wanted]
        if not any(path.casefold() in taken or os.path.lexists(path) for path in paths):
            return wanted
    raise OSError(f"There is no free name for {names[0]} in {folder}.")
