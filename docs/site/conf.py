"""How Sphinx builds the site; `python -m docs.site` calls it."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from docs.site.builder import setup

__all__ = ["setup"]

project = "Bubble"
html_title = "Bubble"
language = "en"
extensions = ["myst_parser"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["files/**"]
root_doc = "index"
nitpicky = True
highlight_language = "none"

myst_heading_anchors = 4
myst_links_external_new_tab = False

html_theme = "furo"
html_static_path = [str(Path(__file__).parent / "static")]
html_css_files = ["fonts/fonts.css", "site.css"]
html_favicon = "static/bubble.svg"
html_additional_pages = {"search": "search.html"}
templates_path = ["templates"]
html_copy_source = False
html_show_sourcelink = False
html_show_copyright = False
html_use_index = False
html_domain_indices = False
html_scaled_image_link = False
pygments_style = "default"
pygments_dark_style = "github-dark"
html_theme_options = {
    "light_css_variables": {"color-brand-primary": "#00558a", "color-brand-content": "#00558a"},
    "dark_css_variables": {"color-brand-primary": "#6cc0f5", "color-brand-content": "#6cc0f5"},
    "navigation_with_keys": True,
}
