"""The extension of Quarto that puts figures into its documents: a shortcode in Lua, copied into a project."""

from __future__ import annotations

from pathlib import Path

FILES = ("_extension.yml", "bubble.lua")


def write_extension(folder: Path) -> tuple[str, ...]:
    """Write the extension into a folder, usually `_extensions/bubble` of a project; returns the names of its files."""
    from bubble.filling.fill import write_files

    here = Path(__file__).parent
    write_files({folder / name: (here / name).read_bytes() for name in FILES})
    return FILES
