"""The page, read as text."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import re
import subprocess
import sys
import zlib
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from graph.errors import GraphError
from graph.kinds import EDGES, NODES
from graph.vocabulary import Status
from tests.visuals.drawn import small_picture
from visuals.page import page_of, write_page
from visuals.payload import unpacked
from visuals.vendored import FALLBACK_SHA256, VENDOR, VIS_NETWORK_SHA256, fallback_font, vis_network_text
from visuals.words import WORDS


class Cells(HTMLParser):
    """The cells of the table, row by row, and the text of the data block."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.rows: list[list[str]] = []
        self.inside = ""
        self.block = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside = "data" if ("id", "data") in attrs else tag
        if tag == "tr":
            self.rows.append([])
        if tag == "td":
            self.rows[-1].append("")

    def handle_data(self, data: str) -> None:
        if self.inside == "td":
            self.rows[-1][-1] += data
        if self.inside == "data":
            self.block += data

    def handle_endtag(self, tag: str) -> None:
        self.inside = ""


def data_of(page: str) -> Any:
    return unpacked(base64.b64decode(Cells(page).block))


def test_the_same_picture_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = (
        "import hashlib\nfrom tests.visuals.drawn import small_picture\nfrom visuals.page import page_of\n"
        "from visuals.figure import figure_of\np = small_picture()\n"
        "print(hashlib.sha256((page_of(p) + figure_of(p, 'th')).encode()).hexdigest())"
    )
    said = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(said) == 1


def test_the_block_has_every_link_with_parallel_ones_and_their_own_bends() -> None:
    picture = small_picture()
    links = data_of(page_of(picture))["links"]
    assert [(k["k"], k["id"], k["from"], k["to"]) for k in links] == list(picture.links)
    between: dict[frozenset[str], list[float]] = {}
    for link in links:
        bend = link.get("b", 0) * (1 if link["from"] <= link["to"] else -1)
        between.setdefault(frozenset((link["from"], link["to"])), []).append(bend)
    assert max(len(bends) for bends in between.values()) >= 4
    assert all(len(set(bends)) == len(bends) for bends in between.values())


def test_legend_labels_and_colours_are_the_models() -> None:
    data = data_of(page_of(small_picture()))
    assert {kind: look[:3] for kind, look in data["kinds"].items()} == {
        kind: [NODES[kind].en, NODES[kind].th, NODES[kind].colour] for kind in ("Country", "Bloc", "Agency", "Firm")
    }
    assert {status: look[:2] for status, look in data["statuses"].items()} == {s.value: [s.en, s.th] for s in Status}
    assert data["relations"] == {"PARTNERS_WITH": [EDGES["PARTNERS_WITH"].en, EDGES["PARTNERS_WITH"].th]}
    assert len({json.dumps(look[4:]) for look in data["statuses"].values()}) == len(Status), "told apart without colour"


def test_without_scripts_the_table_holds_every_link_in_the_pages_language() -> None:
    rows = [row for row in Cells(page_of(small_picture(), "th")).rows if row]
    assert len(rows) == len(small_picture().links)
    assert rows[0][:2] == ["กรมส่งเสริมอุตสาหกรรม", "เจโทร"]
    assert rows[0][3] == Status.ACTIVE.th


def test_the_page_holds_no_outer_address_but_those_of_the_data() -> None:
    page = page_of(small_picture())
    program = re.search(r'id="program">(.*?)</script>', page).group(1)  # type: ignore[union-attr]
    rest = re.sub(r'<script type="[^"]+" id="(data|library)">.*?</script>', "", page, flags=re.DOTALL)
    rest += zlib.decompress(base64.b64decode(program)).decode("utf-8")
    found = set(re.findall(r"""(?:https?:)?//[a-z0-9.-]+\.[a-z]+""", rest))
    assert found <= {"http://www.w3.org", "//i.test"}  # the name of SVG, and the end of a pattern: no addresses
    assert "หน้า" not in page
    assert "กรมส่งเสริมอุตสาหกรรม" in page_of(small_picture(), "th")


def test_vendored_files_are_what_the_list_says() -> None:
    versions = (VENDOR / "VERSIONS.md").read_text("utf-8")
    assert hashlib.sha256(vis_network_text().encode()).hexdigest() == VIS_NETWORK_SHA256
    assert VIS_NETWORK_SHA256 in versions
    assert hashlib.sha256(fallback_font()).hexdigest() == FALLBACK_SHA256
    assert FALLBACK_SHA256 in versions
    assert re.search(r"@version (\S+)", vis_network_text()).group(1) in versions  # type: ignore[union-attr]
    for licence in VENDOR.glob("*.LICENSE-*"):
        assert licence.name in versions


def test_a_page_that_cannot_be_written_is_told_in_one_line_and_the_old_one_stays(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="expected a file that can be written") as caught:
        write_page(small_picture(), tmp_path / "missing" / "page.html")
    assert "\n" not in str(caught.value)
    (tmp_path / "folder.html").mkdir()
    with pytest.raises(GraphError):
        write_page(small_picture(), tmp_path / "folder.html")
    assert [path.name for path in tmp_path.iterdir()] == ["folder.html"]


def test_every_word_of_the_page_is_there_in_both_languages() -> None:
    used = set(
        re.findall(
            r'(?:word|filled)\("(\w+)"',
            "".join(path.read_text("utf-8") for path in (VENDOR.parent / "template").glob("*.js")),
        )
    )
    template = (VENDOR.parent / "template/page.html").read_text("utf-8")
    used |= set(re.findall(r'data-(?:word|label|placeholder)="(\w+)"', template))
    assert used <= set(WORDS)
    assert all(text.en and text.th for text in WORDS.values())
