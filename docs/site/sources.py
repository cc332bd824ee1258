"""The pages laid out as the builder reads them: one folder, each link leading to a page or a copied file of it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

from docs.site.pages import BELOW, RENAMED, ROOT, contents, files, headings
from docs.site.tutorials import as_markdown
from visuals.vendored import FAMILY, RANGES, VENDOR, WEIGHTS

FENCE = re.compile(r"^(```.*?^```)$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<=\]\()(?!\w+:)([^)\s#]+)(?=[)#])")
COG = re.compile(r"^<!-- \[\[\[cog.*?^\]\]\] -->\n|^<!-- \[\[\[end\]\]\] -->\n?", re.MULTILINE | re.DOTALL)
DRAWN = re.compile(r"^<!-- drawn: (\S+) -->$", re.MULTILINE)
COPIED = "files"
THAI_ALONE = f"{FAMILY} Thai"
"""The font's Thai letters without its Latin ones, to stand before a font of even widths."""


def lay_out(folder: Path, drawn: Mapping[str, str]) -> None:
    """Write every page into the folder; `drawn` has the HTML that stands for each `<!-- drawn: NAME -->` of a page."""
    shutil.rmtree(folder, ignore_errors=True)
    pages = files()
    names = {path: name for name, path in pages.items()}
    for name, path in pages.items():
        text = as_markdown(path) if path.suffix == ".ipynb" else path.read_text("utf-8")
        text = _relinked(COG.sub("", text), path, name, names, folder)
        text = DRAWN.sub(lambda found: drawn.get(found[1], ""), text)
        if name in RENAMED:
            text = re.sub(r"\A# .+", f"# {RENAMED[name]}", text)
        if name == "index":
            text += "".join("\n" + contents(*inside, heading=heading) for heading, inside in headings())
        if name in BELOW:
            text += "\n" + contents(BELOW[name])
        _write(folder / f"{name}.md", text)
    _fonts(folder / "_fonts")


def _relinked(text: str, path: Path, name: str, names: Mapping[Path, str], folder: Path) -> str:
    """The page's text, with links that lead to the page or the file in the folder."""

    def turned(found: re.Match[str]) -> str:
        target = Path(os.path.normpath(path.parent / found[1]))
        page = names.get(target) or names.get(target / "README.md") or names.get(target.with_suffix(".md"))
        if target.is_dir() and page is None:
            raise ValueError(f"{path.relative_to(ROOT)}: {found[1]} is a folder without a page")
        if page is None and target.is_file() and target.is_relative_to(ROOT):
            kept = folder / COPIED / target.relative_to(ROOT)
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(target, kept)
            return os.path.relpath(kept, (folder / name).parent)
        return found[1] if page is None else os.path.relpath(f"{page}.md", Path(name).parent)

    parts = FENCE.split(text)
    return "".join(part if part.startswith("```") else LINK.sub(turned, part) for part in parts)


def _fonts(folder: Path) -> None:
    """The font's files with the style sheet that names them."""
    folder.mkdir(parents=True)
    rules: list[str] = []
    for script, signs in RANGES.items():
        for weight in WEIGHTS:
            name = f"sarabun-{script}-{weight}-normal.woff2"
            shutil.copyfile(VENDOR / name, folder / name)
            families = (FAMILY, THAI_ALONE) if script == "thai" else (FAMILY,)
            rules += (
                f'@font-face{{font-family:"{family}";font-weight:{weight};font-display:swap;'
                f'src:url({name}) format("woff2");unicode-range:{signs}}}\n'
                for family in families
            )
    _write(folder / "fonts.css", "".join(rules))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
