"""Nodes by force alone, for a picture in which the countries of nodes say little."""

from __future__ import annotations

from typing import TYPE_CHECKING

from visuals.layout import Layout, free

if TYPE_CHECKING:
    from visuals.picture import Picture


class Free:
    """Every node where its links pull it."""

    def place(self, picture: Picture, ratio: float) -> Layout:
        """Where everything stands, for a frame of that width to height."""
        return free(picture, ratio)
