"""A plugin of MkDocs: placeholders in its pages become figures, tables and sentences when the site is built."""

from __future__ import annotations

from urllib.parse import quote

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from bubble.documents.blocks import Figure
from bubble.filling.content import Content, contents_of
from bubble.filling.figures import figure_html
from bubble.filling.fill import made_at
from bubble.filling.made import Maker
from bubble.filling.markdown import MarkdownFile, name_of, text_of
from bubble.filling.placeholder import OPENS
from bubble.places import open_store
from graph.errors import GraphError

FOLDER = "bubble-figures"
"""The folder of a site that its figures are put into."""


class Settings(Config):
    """What a site sets: `graph`, a file or address; without it the usual graph."""

    graph = config_options.Optional(config_options.Type(str))


class BubblePlugin(BasePlugin[Settings]):
    """The plugin; its graph is opened with the first placeholder of a build."""

    def __init__(self) -> None:
        super().__init__()
        self._maker: Maker | None = None

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        """Take the graph anew with every build, so that `mkdocs serve` shows what is in it now."""
        self._maker = None

    def on_page_markdown(self, markdown: str, /, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """The page with its placeholders filled. Raises PluginError, in one line, for one that can't be."""
        if not OPENS.search(markdown):
            return markdown
        try:
            return self._filled(markdown, page, config, files)
        except GraphError as error:
            raise PluginError(f"bubble: {error}") from None

    def _filled(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        text = MarkdownFile(markdown.encode("utf-8"), is_quarto=False)
        name = page.file.src_uri
        if self._maker is None:
            self._maker = Maker(open_store(self.config.graph))
        maker = self._maker
        made = [made_at(name, place, maker) for place in text.places]
        contents = contents_of(maker, made, [place.size for place in text.places])
        texts = {
            n: _text(content, page, config, files)
            for n, content in enumerate(contents)
            if text.places[n].memory is None
        }
        return text.replaced(texts)


def _text(content: Content, page: Page, config: MkDocsConfig, files: Files) -> str:
    """What stands at a placeholder of a page; a figure's file joins the files of the site."""
    if not isinstance(content.block, Figure):
        return text_of(content, "", is_quarto=False)
    address = f"{FOLDER}/{name_of(content.asked, content.size)}.svg"
    if files.get_file_from_path(address) is None:
        files.append(File.generated(config, address, content=content.svg))
    return figure_html(content, (), get_relative_url(quote(address), page.url))
