"""Answer cards: every question makes one, and it tells the answer, its sources and what to beware of."""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from bubble.cards.card import card
from bubble.cards.words import day
from bubble.cli import run
from bubble.documents.blocks import Code, Document, Figure, Inline, Notice, Paragraph, Sources, Table
from bubble.documents.formats import content
from bubble.notebook import Graph
from bubble.present import headings
from bubble.unknowns import thai_of
from graph.errors import GraphError
from queries import ask, catalogue, question
from tests.built import bundled


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and the bundled graph as the usual one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))


@cache
def made(name: str, language: str = "en", *params: tuple[str, str]) -> Document:
    return card(bundled().store, name, dict(params), language)


def text(inline: Inline) -> str:
    return "".join(run.text for run in inline)


def lead_of(document: Document) -> str:
    return next(text(b.runs) for b in document.blocks if isinstance(b, Paragraph) and b.look == "lead")


def caveats_of(document: Document) -> str:
    return "\n".join(text(item) for b in document.blocks if isinstance(b, Notice) for item in b.items)


def main_table(document: Document) -> Table:
    return [b for b in document.blocks if isinstance(b, Table)][-1]


@pytest.mark.parametrize("name", catalogue())
def test_every_question_makes_a_card_whose_citations_all_stand_in_its_sources(name: str) -> None:
    # without the figures, which the tests of views draw
    document = card(bundled().store, name, view="none")
    assert document.title == question(name).title
    assert lead_of(document)
    listed = [entry.number for b in document.blocks if isinstance(b, Sources) for entry in b.entries]
    assert listed == [*range(1, len(listed) + 1)]
    cited = {
        number
        for block in document.blocks
        if isinstance(block, Table)
        for row in block.rows
        for cell in row
        for run in cell
        for number in run.cites
    }
    assert cited <= set(listed)
    for block in document.blocks:
        if isinstance(block, Table):
            assert all(len(row) == len(block.columns) for row in block.rows)
    assert any(isinstance(b, Code) and b.text.endswith("\nbubble verify FILE") for b in document.blocks)


@pytest.mark.parametrize(
    "name", ["links-serving-sector", "white-space-matrix", "programme-legs", "members-without-link"]
)
def test_a_card_in_thai_says_in_thai_what_is_ours_to_say(name: str) -> None:
    document = made(name, "th")
    assert document.title == question(name).title_th
    for told in (lead_of(document), *caveats_of(document).splitlines(), document.subtitle):
        assert any("\u0e00" <= letter <= "\u0e7f" for letter in told), told
    assert "22 พฤศจิกายน 2569" in caveats_of(document)


def test_a_table_has_the_terminals_headings_and_says_what_it_leaves_out() -> None:
    document = made("links-changed-between")
    answer = ask(bundled().store, "links-changed-between")
    table = main_table(document)
    wanted = [h.label("en") for h in headings(answer, question("links-changed-between"))]
    assert [column.label for column in table.columns] == wanted
    assert 0 < len(table.rows) < len(answer)
    assert f"{len(table.rows)} of {len(answer)} rows" in table.note
    assert "bubble ask links-changed-between --all" in table.note


def test_the_summary_of_every_member_is_never_cut() -> None:
    summary = next(block for block in made("links-serving-sector", "th").blocks if isinstance(block, Table))
    assert len(summary.rows) == 15
    cells = {text(cell) for row in summary.rows for cell in row}
    assert "ผู้ดำเนินโครงการ" in cells
    assert not {"announced", "active", "runs it"} & cells


def test_caveats_tell_nobody_looked_from_none_found_and_plans_from_deals() -> None:
    told = caveats_of(made("members-without-link"))
    rows = ask(bundled().store, "members-without-link")
    silent = sum(row["absence"] == "not researched" for row in rows)
    none = sum(row["absence"] == "none found" for row in rows)
    assert f"Nobody looked in {silent:,} of the answer's {len(rows):,} pairs" in told
    assert f"found none in {none:,}" in told
    assert "A plan is not a deal" in told
    assert "Data of 22 November 2026." in told


def test_caveats_name_the_links_on_which_sources_disagree() -> None:
    told = caveats_of(made("evidence-of-link", "en", ("link", "p067")))
    assert "Sources disagree on 1: p067" in told


def test_an_empty_answer_is_not_told_as_proof_that_there_is_none() -> None:
    document = made("evidence-of-link", "en", ("link", "no such link"))
    assert "does not say that there is none" in lead_of(document)
    assert not any(isinstance(block, Table) for block in document.blocks)


def test_the_figure_is_the_view_made_for_the_question_another_or_none() -> None:
    assert [bool(figure.alt) for figure in made("programme-legs").figures()] == [True]
    matrix = [*made("white-space-matrix").figures()]
    assert [type(figure.canvas).__name__ for figure in matrix] == ["Matrix"]
    assert not [*card(bundled().store, "white-space-matrix", view="none").figures()]
    map_of = card(bundled().store, "links-serving-sector", view="map-of-links")
    assert [type(f.canvas).__name__ for f in map_of.figures()] == ["Map"]
    with pytest.raises(GraphError, match="expected one of"):
        card(bundled().store, "links-serving-sector", view="no-such-view")


@pytest.mark.parametrize("language", ["en", "th"])
def test_a_short_answer_is_one_page_and_the_first_of_a_long_one_holds_its_figure(language: str) -> None:
    short = PdfReader(BytesIO(content(made("evidence-of-link", language, ("link", "p067")), ".pdf")))
    assert len(short.pages) == 1
    first = PdfReader(BytesIO(content(made("links-serving-sector", language), ".pdf"))).pages[0].extract_text()
    assert {"en": "Links in one line", "th": "ความเชื่อมโยงในหนึ่งเส้น"}[language] in first


@pytest.mark.parametrize(
    ("name", "size"), [("programme-legs", "half"), ("white-space-matrix", "column"), ("members-without-link", "column")]
)
def test_a_figure_of_half_a_page_comes_first_a_larger_one_after_the_table(name: str, size: str) -> None:
    blocks = made(name).blocks
    figure = next(block for block in blocks if isinstance(block, Figure))
    assert figure.size == size
    assert (blocks.index(figure) < blocks.index(main_table(made(name)))) == (size == "half")


def test_parameters_are_told_in_words_and_kept_as_they_were_given() -> None:
    document = made("links-serving-sector", "th", ("sector", "rice"), ("as_of", "2025"))
    assert document.subtitle == "สาขา: ข้าว · ณ วันที่: 31 ธันวาคม 2568"
    assert document.record.params == {"sector": "rice", "as_of": "2025"}


def test_every_phrase_of_what_is_not_known_has_its_thai() -> None:
    told: set[str] = set()
    for name, asked in catalogue().items():
        if any(column.name == "unknowns" for column in asked.columns):
            for row in ask(bundled().store, name):
                value = row["unknowns"] or []
                told |= {value} if isinstance(value, str) else set(value)
    assert len(told) > 200
    assert [phrase for phrase in sorted(told) if not thai_of(phrase)] == []


def test_days_are_written_as_each_language_writes_them() -> None:
    assert [day(text, "en") for text in ("2026-11-22", "2026-11", "2026")] == [
        "22 November 2026",
        "November 2026",
        "2026",
    ]
    assert [day(text, "th") for text in ("2026-11-22", "2026-11", "2026")] == [
        "22 พฤศจิกายน 2569",
        "พฤศจิกายน 2569",
        "2569",
    ]
    assert day("not given", "th") == "not given"
    assert day("2026-13", "en") == "2026-13"


def test_a_card_is_refused_in_one_line_and_nothing_is_written(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (
        ["no-such-question", "--to", "x.html"],
        ["programme-legs", "--to", "x.pptx"],
        ["programme-legs", "--to", "x.exe"],
        ["programme-legs", "--to", "x.md", "--param", "nothing=1"],
        ["programme-legs"],
    ):
        assert run(["card", *arguments]) == 1
        out, err = capsys.readouterr()
        assert not out
        assert err.startswith("bubble: ")
        assert err.count("\n") == 1
    assert not [*Path().iterdir()]


def test_rows_in_a_notebook_write_their_card(tmp_path: Path) -> None:
    graph = Graph(bundled().store)
    path = graph.ask("evidence-of-link", link="p067").card(tmp_path / "p067.md")
    other = graph.card("evidence-of-link", tmp_path / "p067-too.md", link="p067")
    assert path.read_bytes() == other.read_bytes()
    with pytest.raises(GraphError, match="not of a query's rows"):
        graph.cypher("MATCH (b:Build) RETURN b.id AS id").card(tmp_path / "x.md")
