"""Placeholders in Markdown and Quarto: filled, found again, updated, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from bubble.filling.fill import Outcome, fill, write
from bubble.filling.inert import inert
from graph.errors import GraphError
from tests.filling.graphs import fewer, maker

TEXT = """# A brief\r
\r
{{bubble: headline lang=th}}\r
\r
As `{{bubble: no}}` says: {{bubble: sentence links-serving-sector}} So it is.\r
\r
{{bubble: table partners-of-country country=NZL rows=3}}\r
\r
```\r
{{bubble: neither}}\r
```\r
\r
{{bubble: sources}}\r
"""


def filled(path: Path) -> Outcome:
    outcome = fill(path, maker())
    write(outcome)
    return outcome


@pytest.fixture
def brief(tmp_path: Path) -> Path:
    path = tmp_path / "brief.md"
    path.write_bytes(TEXT.encode())
    return path


def test_figure_table_sentence_and_sources_are_filled_and_the_rest_stays(brief: Path) -> None:
    outcome = filled(brief)
    told = [change.told("") for change in outcome.changes]
    assert told[0] == "figure 1 (headline lang=th), line 3: filled, 427 links"
    text = brief.read_bytes().decode()
    assert "As `{{bubble: no}}` says: <!-- bubble: sentence links-serving-sector · 427 rows" in text
    assert "```\r\n{{bubble: neither}}\r\n```" in text
    assert text.count("\n") == text.count("\r\n")
    assert (brief.parent / "brief-figures" / "links-serving-sector-th-web.svg").is_file()
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(text)
    assert '<img src="brief-figures/links-serving-sector-th-web.svg" alt="ความเชื่อมโยงใด' in html
    assert "ข้อมูล ณ วันที่ 22 พฤศจิกายน 2569" in html
    assert "<td" in html


def test_filling_again_changes_nothing_and_writes_nothing(brief: Path) -> None:
    filled(brief)
    again = fill(brief, maker())
    assert again.files == {}
    assert not any(change.is_changed for change in again.changes)
    assert again.changes[0].told("").endswith(": unchanged")


def test_another_graph_updates_the_places_alone_and_says_what_changed(brief: Path) -> None:
    filled(brief)
    before = brief.read_bytes().decode()
    outcome = fill(brief, fewer())
    assert outcome.changes[0].told("").endswith(": 427 → 423 links")
    after = outcome.files[brief].decode()
    outside = [part.split("<!-- /bubble -->")[-1] for part in before.split("<!-- bubble:")]
    assert outside == [part.split("<!-- /bubble -->")[-1] for part in after.split("<!-- bubble:")]
    assert before != after


def test_a_figure_that_was_lost_is_written_again(brief: Path) -> None:
    filled(brief)
    figure = brief.parent / "brief-figures" / "links-serving-sector-th-web.svg"
    figure.unlink()
    assert list(fill(brief, maker()).files) == [figure]


def test_quarto_gets_its_attributes(tmp_path: Path) -> None:
    path = tmp_path / "brief.qmd"
    path.write_text('{{bubble: map-of-links country=JPN width=50% caption="A & [b] $x$"}}', "utf-8")
    filled(path)
    line = path.read_text("utf-8").splitlines()[2]
    assert line.startswith("![A &#38; &#91;b&#93; &#36;x&#36;. Data of 22 November 2026. ")
    assert "](<brief-figures/map-of-links-" in line
    assert 'fig-alt="With which RCEP members does Japan' in line
    assert line.endswith("lang=en width=50%}")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a\n\n{{bubble: headlin}}\n", "x.md: line 3: {{bubble: headlin}}: expected the name of a view"),
        ("{{bubble: headline sector=foood}}", "x.md: line 1: {{bubble: headline sector=foood}}: "),
        ("so {{bubble: headline}} on", "expected a figure in a paragraph of its own, found other words beside it"),
        ("{{bubble: headline", "x.md: line 1 or below: expected }} at the end"),
        ("<!-- bubble: headline · 1 · 2 -->\n", "expected <!-- bubble: … --> and <!-- /bubble --> in pairs"),
        ("nothing", "x.md: expected a placeholder as {{bubble: headline sector=food}}, found none"),
    ],
)
def test_what_can_not_be_filled_is_told_in_one_line_and_nothing_is_written(
    text: str, said: str, tmp_path: Path
) -> None:
    path = tmp_path / "x.md"
    path.write_text(text, "utf-8")
    with pytest.raises(GraphError) as error:
        fill(path, maker())
    assert said in str(error.value)
    assert "\n" not in str(error.value)
    assert [each.name for each in tmp_path.iterdir()] == ["x.md"]
    assert path.read_text("utf-8") == text


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>", "![x](y)", "[x](javascript:alert(1))", "`code`", "**b** _i_ ~~s~~", "$x$ @ref {#id}",
        "# head", "1. one", "- one", "<!-- /bubble -->", "{{bubble: headline}}", "a\n\nb", '"><img src=x>', "| a | b |", "&lt;",
    ],
)  # fmt: skip
def test_words_from_data_are_no_markup(hostile: str) -> None:
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(inert(hostile))
    assert html.count("<") == 2, "a paragraph and its end"
    assert "{{" not in inert(hostile)
    assert "<!--" not in inert(hostile)
