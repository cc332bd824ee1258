"""The plugin of MkDocs: placeholders of pages become figures of the built site; a mistake stops the build in a line."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.built import bundled
from tests.parts import require


def built(folder: Path, text: str) -> Path:
    require("mkdocs", importlib.util.find_spec("mkdocs") is not None, "it builds the site; pip install mkdocs")
    from mkdocs.commands.build import build
    from mkdocs.config import load_config

    from bubble.filling.mkdocs import BubblePlugin

    (folder / "docs" / "sub").mkdir(parents=True)
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    (folder / "docs" / "sub" / "page.md").write_text(text, "utf-8")
    (folder / "mkdocs.yml").write_text("site_name: A site\n", "utf-8")
    config = load_config(str(folder / "mkdocs.yml"), strict=True, site_dir=str(folder / "site"))
    plugin = BubblePlugin()
    plugin.load_config({"graph": str(bundled().path)})
    config.plugins["bubble"] = plugin
    build(config)
    return folder / "site"


def test_a_page_gets_its_figures_and_sources(tmp_path: Path) -> None:
    site = built(
        tmp_path, "{{bubble: neighbourhood of=JETRO lang=th}}\n\n`{{bubble: no}}`\n\n{{bubble: sources lang=th}}\n"
    )
    page = (site / "sub" / "page" / "index.html").read_text("utf-8")
    (figure,) = (site / "bubble-figures").iterdir()
    assert f'<img src="../../bubble-figures/{figure.name}" alt="' in page
    assert "แหล่งข้อมูล 1–5</figcaption>" in page
    assert "<code>{{bubble: no}}</code>" in page
    assert "<ol>" in page


def test_a_mistake_names_page_and_line(tmp_path: Path) -> None:
    require("mkdocs", importlib.util.find_spec("mkdocs") is not None, "it builds the site; pip install mkdocs")
    from mkdocs.exceptions import Abort, PluginError

    with pytest.raises((PluginError, Abort)) as error:
        built(tmp_path, "a\n\n{{bubble: headlin}}\n")
    assert "sub/page.md: line 3: {{bubble: headlin}}" in str(error.value) or isinstance(error.value, Abort)
