"""What a notebook shows: drawings, tables, the graph, cards; nothing from data runs, and every front end finds a form."""

from __future__ import annotations

import base64
import re
import subprocess
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

import bubble
from bubble.frames import Rows
from bubble.notebook import Graph
from bubble.shown import LARGEST_PAGE, SANDBOX, Drawing, framed
from graph.errors import GraphError
from graph.store import Answer
from queries import question
from tests.built import bundled
from visuals.picture import Picture

ROOT = Path(__file__).parents[2]
HOSTILE = "<img src=x onerror=parent.hit=1><script>parent.hit=1</script>'\"&lt;</iframe></td>\x1b[31m\u202e$x$ ~y~ ข้าว"


@pytest.fixture(scope="module")
def g() -> Iterator[Graph]:
    with bubble.open(bundled().path) as graph:
        yield graph


@pytest.fixture(scope="module")
def drawing(g: Graph) -> Drawing:
    return g.show("neighbourhood", of="JETRO", language="th")


class Frames(HTMLParser):
    """The tags of a piece of HTML with their attributes."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


def test_a_drawing_has_a_form_for_every_front_end(drawing: Drawing) -> None:
    data, metadata = drawing._repr_mimebundle_()
    assert set(data) == {"text/plain", "text/html", "image/svg+xml", "image/png", "application/pdf"}
    assert data["text/plain"] == repr(drawing)
    assert data["text/plain"].endswith("5 nodes and 5 links")
    assert data["image/svg+xml"].startswith("<?xml")
    assert data["image/svg+xml"].count('<svg style="max-width: 100%; height: auto" ') == 1, "VS Code shows it as it is"
    assert base64.b64decode(data["image/png"]).startswith(b"\x89PNG")
    assert base64.b64decode(data["application/pdf"]).startswith(b"%PDF")
    assert metadata["image/png"] == {"alt": repr(drawing)}
    assert drawing._repr_mimebundle_() == (data, metadata)


def test_a_front_end_gets_only_what_it_asks_for(drawing: Drawing) -> None:
    assert set(drawing._repr_mimebundle_(include={"image/svg+xml"})[0]) == {"image/svg+xml"}
    assert "image/svg+xml" not in drawing._repr_mimebundle_(exclude={"image/svg+xml"})[0]


def test_the_page_stands_in_a_closed_frame_and_the_figure_for_it(drawing: Drawing) -> None:
    data, _ = drawing._repr_mimebundle_()
    tags = Frames(data["text/html"]).tags
    assert [tag for tag, _ in tags] == ["div", "style", "iframe", "img"]
    frame, image = tags[2][1], tags[3][1]
    assert frame["sandbox"] == SANDBOX
    assert "allow-same-origin" not in SANDBOX
    assert frame["srcdoc"] == drawing.page()
    assert frame["referrerpolicy"] == "no-referrer"
    assert frame["height"] == "720"
    assert base64.b64decode(str(image["src"]).partition(",")[2]).decode() == drawing.svg()
    assert "<table" not in data["text/html"], "Quarto would take it for a table"


def test_a_figure_alone_has_no_page(g: Graph) -> None:
    html = g.show("neighbourhood", interactive=False)._repr_mimebundle_({"text/html"})[0]["text/html"]
    assert [tag for tag, _ in Frames(html).tags] == ["img"]


def test_a_page_too_large_for_a_notebook_leaves_its_figure_and_says_so(
    drawing: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bubble.shown.LARGEST_PAGE", 1000)
    html = drawing._repr_mimebundle_({"text/html"})[0]["text/html"]
    assert [tag for tag, _ in Frames(html).tags] == ["figure", "img", "figcaption"]
    assert ".save('picture.html') writes it" in html
    assert LARGEST_PAGE > 1_000_000


def test_a_drawing_is_saved_as_it_is_shown(g: Graph, drawing: Drawing, tmp_path: Path) -> None:
    assert drawing.save(tmp_path / "x.svg").read_text("utf-8") == drawing.svg()
    assert drawing.save(tmp_path / "x.html").read_text("utf-8") == drawing.page()
    assert drawing.save(str(tmp_path / "x.pdf")).read_bytes() == drawing.pdf()
    same = g.draw("neighbourhood", tmp_path / "y.svg", of="JETRO", language="th", size="web")
    assert same.read_bytes() == (tmp_path / "x.svg").read_bytes()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"language": "xx"}, "language: expected en or th, found 'xx'"),
        ({"size": "a5"}, "figure: size: expected one of a4, slide, column, half, web, found a5"),
        ({"off": "JETRO"}, r'neighbourhood has no parameter off \(did you mean "of"\?\)'),
    ],
)
def test_what_cannot_be_shown_is_told(g: Graph, given: dict[str, Any], said: str) -> None:
    with pytest.raises(GraphError, match=said):
        g.show("neighbourhood", **given)


def test_an_error_shows_as_one_line_in_a_notebook() -> None:
    assert GraphError("no graph here")._render_traceback_() == ["GraphError: no graph here"]


def test_the_graph_shows_what_it_holds(g: Graph) -> None:
    build = bundled().store.ask("MATCH (b:Build) RETURN b.node_count AS n, b.content_hash AS hash")[0]
    for told in (repr(g), g._repr_html_()):
        assert f"{build['n']:,}" in told
        assert build["hash"] in told
    thai = Graph(g.store, "th")
    assert "ข้อมูล ณ วันที่" in repr(thai)
    with pytest.raises(GraphError, match="language: expected en or th"):
        bubble.open(bundled().path, language="de")


def test_a_table_has_the_words_of_the_command(g: Graph) -> None:
    rows = g.ask("links-serving-sector", sector="dairy")
    html, text = rows.table(rows=3)._repr_html_(), repr(rows.table(rows=3))
    for told in (question("links-serving-sector").title, "Status, last evidence", f"3 of {len(rows)} rows"):
        assert told in html
        assert told in " ".join(text.split()) or told == "Status, last evidence"
    assert html.count("<tr>") == 4
    assert "links across borders serve the sector by name" in html
    thai = rows.table(language="th", rows=1)._repr_html_()
    assert 'lang="th"' in thai
    assert "ตั้งแต่" in thai
    assert f"แสดง 1 จาก {len(rows)} รายการ" in thai


def test_a_matrix_shows_as_one_with_its_note(g: Graph) -> None:
    html = g.ask("white-space-matrix")._repr_html_()
    assert html.count("<th ") == 15
    assert "&emsp;&emsp;&emsp;Sugar" in html
    assert "nobody looked" in html


def test_every_column_can_be_shown(g: Graph) -> None:
    rows = g.ask("links-serving-sector", sector="dairy")
    shown = re.findall("<th ", rows.table(rows=1, every_column=True)._repr_html_())
    assert len(shown) == len(rows.columns)


def test_an_empty_answer_does_not_say_that_there_is_none(g: Graph) -> None:
    html = Rows(Answer([], ("link",)), question("links-serving-sector"))._repr_html_()
    assert "No rows." in html
    assert "does not say that there is none" in html


def test_nodes_and_edges_stand_by_their_names(g: Graph) -> None:
    html = g.cypher(
        "MATCH (c:Country {id: 'THA'})-[r:MEMBER_OF]->(b:Bloc) RETURN c, r, [b] AS bs LIMIT 1"
    )._repr_html_()
    assert "Thailand (Country THA)" in html
    assert "MEMBER_OF" in html
    assert "_labels" not in html


def test_a_query_s_remarks_stand_below_it(g: Graph) -> None:
    told = repr(g.cypher("MATCH (p:Partnership) RETURN p.statu AS s LIMIT 1").table())
    assert 'there is no property "statu" in Partnership (did you mean "status"?)' in told


def test_rows_are_saved_in_every_form(g: Graph, tmp_path: Path) -> None:
    rows = g.ask("links-by-status")
    for ending in (".csv", ".json", ".md", ".xlsx", ".parquet"):
        assert rows.save(tmp_path / f"x{ending}").stat().st_size > 100
    with pytest.raises(GraphError, match=r"x\.doc: expected a name that ends in \.csv, \.json"):
        rows.save(tmp_path / "x.doc")


def test_hostile_text_is_text_in_every_form(tmp_path: Path) -> None:
    table = Rows(Answer([{HOSTILE: HOSTILE, "n": [HOSTILE]}], (HOSTILE, "n")), remarks=[HOSTILE]).table()
    html, markdown = table._repr_html_(), table._repr_markdown_()
    assert {tag for tag, _ in Frames(html).tags} <= {"div", "p", "table", "thead", "tbody", "tr", "th", "td", "strong"}
    assert "<" not in markdown
    assert "&#36;x&#36; &#126;y&#126;" in markdown
    for told in (html, markdown, repr(table)):
        assert "\x1b" not in told
        assert "\u202e" not in told


def test_a_hostile_title_stays_in_the_frame_s_attribute() -> None:
    picture = Picture(HOSTILE, "", answer=HOSTILE)
    html = Drawing(picture)._repr_mimebundle_({"text/html"})[0]["text/html"]
    assert [tag for tag, _ in Frames(html).tags] == ["div", "style", "iframe", "img"]


def test_a_card_shows_its_page_and_its_words(g: Graph, tmp_path: Path) -> None:
    card = g.ask("programme-funnel").show_card("th")
    data = card._repr_mimebundle_()
    assert set(data) == {"text/plain", "text/markdown", "text/html"}
    assert [attributes["sandbox"] for tag, attributes in Frames(data["text/html"]).tags if tag == "iframe"] == [SANDBOX]
    assert "โครงการ" in data["text/plain"]
    assert card.save(tmp_path / "x.html").read_text("utf-8") == card.page()
    with pytest.raises(GraphError, match="a card is made of the answer to a question"):
        g.cypher("RETURN 1 AS n").show_card()


def test_importing_and_asking_load_no_ipython() -> None:
    code = (
        f"import sys, bubble; g = bubble.open({str(bundled().path)!r}); g.ask('programme-legs')._repr_html_(); "
        "g.show('neighbourhood')._repr_mimebundle_({'image/svg+xml'}); "
        "print(sorted(m for m in sys.modules if m.split('.')[0] in ('IPython', 'ipykernel', 'pandas')))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, text=True)
    assert done.stdout == "[]\n"


def test_a_frame_without_a_figure_is_a_frame_alone() -> None:
    assert [tag for tag, _ in Frames(framed("<p>x</p>", "x")).tags] == ["div", "style", "iframe"]
