"""A whole report: what it says is what the questions answer, in both languages, from templates that a team can change."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from bubble.cli import run
from bubble.documents.blocks import Block, Document, Figure, Heading, Inline, Notice, Paragraph, Run, Sources, Table
from bubble.documents.formats import content, text_of
from bubble.documents.verifying import verified
from bubble.present import cell, plain
from bubble.reports.grammar import Condition, Part
from bubble.reports.making import made
from bubble.reports.template import copy_to, find, read
from bubble.reports.text import TOKEN, Script, script_of
from graph.errors import GraphError
from graph.store import Answer
from queries import ask
from tests.built import bundled

NAME = "rcep-food"
LANGUAGES = ("en", "th")


@cache
def report(language: str = "en", form: str = "pages", since: str = "", sector: str = "agrifood") -> Document:
    """The bundled brief of the bundled data."""
    params = {} if sector == "agrifood" else {"sector": sector}
    return made(bundled().store, find(NAME), language, params, since=since, form=form)


@cache
def answer(name: str, *params: tuple[str, str]) -> Answer:
    """What a question answers, asked once."""
    return ask(bundled().store, name, dict(params))


def said(inline: Inline) -> str:
    return "".join(run.text for run in inline)


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    return [[said(cell) for cell in row] for row in table.rows]


def prose(document: Document) -> str:
    return "\n".join(said(block.runs) for block in document.blocks if isinstance(block, Paragraph))


def script(language: str) -> Script:
    template = find(NAME)
    return script_of(template.text_file(language), template.text(language))


def own(folder: Path, text: str, settings: str = 'title = "Mine"\nlanguages = ["en"]\n') -> Path:
    """A team's own template of one language."""
    folder.mkdir()
    (folder / "report.toml").write_text(settings, "utf-8")
    (folder / "report.en.md").write_text(text, "utf-8")
    return folder


def blocks(folder: Path, text: str) -> tuple[Block, ...]:
    """What a template of this text becomes."""
    return made(bundled().store, read(own(folder / "mine", text)), "en").blocks


def problem(folder: Path, text: str) -> str:
    """What a template of this text is refused with, without the folder it lies in."""
    with pytest.raises(GraphError) as refused:
        blocks(folder, text)
    return str(refused.value).replace(f"{folder / 'mine'}/", "")


def test_the_key_figures_are_what_the_question_answers() -> None:
    rows = [row for row in ask(bundled().store, "links-serving-sector") if row["reach"] == "by name"]
    count = Counter(row["status"] for row in rows)
    cells = [row for row in ask(bundled().store, "white-space-matrix") if row["white_space"]]
    for language in LANGUAGES:
        figures = [row[2] for row in grid(tables(report(language))[0])]
        assert figures == [
            f"{number:,}"
            for number in (
                len(rows),
                count["active"] + count["signed"],
                count["completed"],
                count["in talks"],
                count["announced"] + count["expected"],
                count["ended"] + count["failed"],
                count["disputed"],
                len(cells),
                sum(row["state"] == "not researched" for row in cells),
            )
        ]


def test_every_count_is_that_of_the_rows_that_its_conditions_let_through() -> None:
    def holds(row: dict[str, object], each: Condition) -> bool:
        value = row[each.column]
        if each.sign == ">":
            return isinstance(value, int | float) and value > float(each.values[0])
        held = value if isinstance(value, list) else [value]
        found = any(plain(one).casefold() in [word.casefold() for word in each.values] for one in held or [None])
        return found if each.sign == "=" else not found

    counted = 0
    for language in LANGUAGES:
        document, text = report(language), script(language)
        everything = prose(document) + "".join(said(cell) for t in tables(document) for row in t.rows for cell in row)
        for part in text.parts:
            if part.kind == "count":
                params = {**part.params, **({"as_of": "2026-08-22"} if "as_of" in part.params else {})}
                asked = {**params, **({"since": "2026-08-22"} if part.name == "links-changed-between" else {})}
                rows = [r for r in answer(part.name, *sorted(asked.items())) if all(holds(r, c) for c in part.where)]
                assert f"{len(rows):,}" in everything, part.text
                counted += 1
    assert counted > 40


def test_no_number_in_a_text_is_typed_by_hand() -> None:
    for language in LANGUAGES:
        text = TOKEN.sub("", script(language).text).replace("SHA-256", "").replace("# ", "")
        assert re.findall(r"\d", text) == []


def test_both_languages_ask_the_same_in_the_same_order() -> None:
    def asked(part: Part) -> tuple[object, ...]:
        options = {key: value for key, value in part.options.items() if key not in ("caption", "columns")}
        names = re.findall(r"[:+]\s*(\w+)", part.options.get("columns", ""))
        return part.kind, part.name, dict(part.params), options, names

    english, thai = (Counter(map(str, map(asked, script(language).parts))) for language in LANGUAGES)
    assert english == thai


def test_a_table_holds_the_rows_of_its_answer_and_says_where_the_others_are() -> None:
    rows = [row for row in ask(bundled().store, "white-space-matrix") if row["white_space"]]
    rows.sort(key=lambda row: -row["fit"])
    for language in LANGUAGES:
        table = next(each for each in tables(report(language)) if "bubble ask white-space-matrix" in each.note)
        assert [row[:2] for row in grid(table)] == [
            [cell(row, "member", language), cell(row, "name", language)] for row in rows[: len(table.rows)]
        ]
        assert f"{len(rows)}" in table.note


def test_members_are_told_with_plans_apart_from_deals() -> None:
    rows = ask(bundled().store, "members-serving-sector")
    shown = grid(next(table for table in tables(report()) if "by member and status" in table.caption))
    numbers = ("links", "active", "completed", "in_talks", "announced", "ended", "disputed")
    assert shown == [[row["member"], *(f"{row[name]:,}" for name in numbers)] for row in rows]


def test_what_is_not_known_is_a_dash_and_never_a_zero() -> None:
    ranked = ask(bundled().store, "next-best-links")
    table = next(each for each in tables(report()) if "parts of each score" in each.caption)
    for row, shown in zip(ranked, grid(table), strict=False):
        assert (shown[1] == "–") == (row["supply"] is None)
        assert (shown[6] == "–") == (row["white_space"] is None)


def test_a_row_names_its_sources_by_the_numbers_of_the_list() -> None:
    document = report()
    listed = next(block for block in document.blocks if isinstance(block, Sources))
    cited = [n for table in tables(document) for row in table.rows for cell in row for run in cell for n in run.cites]
    assert [entry.number for entry in listed.entries] == list(range(1, len(listed.entries) + 1))
    assert set(cited) == {entry.number for entry in listed.entries}
    assert list(dict.fromkeys(cited))[:3] == [1, 2, 3]
    assert all(entry.passages for entry in listed.entries)


def test_changes_are_told_since_the_day_that_was_given() -> None:
    since = ask(bundled().store, "links-changed-between", {"since": "2024-12-31"})
    document = report(since="2024-12-31")
    assert f"since 31 December 2024, as far as the sources tell: {len(since)}." in prose(document)
    table = next(each for each in tables(document) if "began, ended" in each.caption)
    assert [row[0].split(" · ")[0] for row in grid(table)] == [row["link"] for row in since[: len(table.rows)]]
    assert document.record.options["since"] == "2024-12-31"


def test_where_no_link_changed_the_text_says_what_that_means() -> None:
    assert ask(bundled().store, "links-changed-between", {"since": "2026-08-22", "sector": "rice"}) == []
    told = prose(report(sector="rice"))
    assert told.count("No link changed between 22 August 2026 and 22 November 2026") == 2
    assert "not that nothing happened" in told
    assert not any("began, ended" in table.caption for table in tables(report(sector="rice")))


def test_a_quarter_lies_before_the_data_unless_a_day_is_given() -> None:
    assert report().record.options["since"] == "2026-08-22"
    with pytest.raises(GraphError, match="expected a day before 2026-11-22"):
        made(bundled().store, find(NAME), "en", since="2026-11-22")
    with pytest.raises(GraphError, match="expected a date as 2026-08-22, found 'last spring'"):
        made(bundled().store, find(NAME), "en", since="last spring")


def test_slides_hold_the_figures_and_fewer_rows() -> None:
    pages, slides = report(), report(form="slides")
    assert len(slides.blocks) < len(pages.blocks)
    assert max(len(table.rows) for table in tables(slides)) <= len(ask(bundled().store, "members-serving-sector"))
    assert sum(isinstance(block, Figure) for block in slides.blocks) == 2


def test_the_thai_brief_is_thai_in_headings_notices_and_set_phrases() -> None:
    document = report("th")
    heads = [block.text for block in document.blocks if isinstance(block, Heading)]
    heads += [block.title for block in document.blocks if isinstance(block, Notice)]
    heads += [column.label for table in tables(document) for column in table.columns]
    assert [head for head in heads if not re.search(r"[\u0e00-\u0e7f]", head)] == []
    told = "\n".join(text for table in tables(document) for row in grid(table) for text in row)
    for phrase in ("one source only", "not researched", "announced", "nobody searched", "may have begun", "Halal food"):
        assert phrase not in told, phrase
    assert "22 พฤศจิกายน 2569" in document.subtitle


def test_the_brief_is_made_again_byte_for_byte(tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_bytes(content(report("th"), ".md"))
    assert verified(bundled().store, file).same


@pytest.mark.parametrize("ending", [".html", ".pdf", ".docx", ".pptx"])
def test_every_format_of_a_report_is_made_again_byte_for_byte(tmp_path: Path, ending: str) -> None:
    text = (
        "# Links\n\n{{bubble: timeline-of-links for=a4}}\n\n{{bubble: table claims-to-check rows=3}}\n\n"
        "{{bubble: if slides}}\nShown\n{{bubble: else}}\nRead\n{{bubble: end}}\n\n{{bubble: sources}}\n"
    )
    mine, file = own(tmp_path / "mine", text), tmp_path / f"mine{ending}"
    assert run(["report", str(mine), "--to", str(file), "--graph", str(bundled().path)]) == 0
    assert verified(bundled().store, file, mine).same
    assert ("Shown" if ending == ".pptx" else "Read") in text_of(file.read_bytes(), ending)


def test_a_copied_template_is_changed_and_used(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    mine, out = tmp_path / "my-brief", tmp_path / "mine.md"
    assert run(["report", NAME, "--copy-to", str(mine)]) == 0
    assert read(mine).digest == find(NAME).digest
    text = mine / "report.en.md"
    text.write_text("# Our view\n\nOnly {{bubble: count links-serving-sector}} links.\n", "utf-8")
    settings = mine / "report.toml"
    settings.write_text(settings.read_text("utf-8").replace('["en", "th"]', '["en"]'), "utf-8")
    graph = ["--graph", str(bundled().path)]
    settings.write_text(re.sub(r"(country|programme) = .*\n", "", settings.read_text("utf-8")), "utf-8")
    assert run(["report", str(mine), "--to", str(out), "--param", "sector=rice", *graph]) == 0
    rice = ask(bundled().store, "links-serving-sector", {"sector": "rice"})
    assert f"Only {len(rice)} links" in out.read_text("utf-8")
    capsys.readouterr()
    assert run(["verify", str(out), *graph]) == 1
    assert "the template my-brief of this report is not among those that come with Bubble" in capsys.readouterr().err
    assert run(["verify", str(out), "--template", str(mine), *graph]) == 0
    text.write_text("# Another view\n", "utf-8")
    assert run(["verify", str(out), "--template", str(mine), *graph]) == 1
    assert "expected the template that this report was made from" in capsys.readouterr().err


def test_a_copy_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine", "utf-8")
    with pytest.raises(GraphError, match="expected a new or empty folder"):
        copy_to(find(NAME), tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_the_last_report_gives_the_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    last, to = tmp_path / "last.md", tmp_path / "new.md"
    told = content(report(), ".md").decode("utf-8")
    last.write_text(told.replace('"data_date": "2026-11-22"', '"data_date": "2026-05-22"'), "utf-8")
    graph = ["--graph", str(bundled().path)]
    assert run(["report", NAME, "--to", str(to), "--last", str(last), *graph]) == 0
    assert "changes since 2026-05-22" in capsys.readouterr().out
    before = to.read_bytes()
    (tmp_path / "other.md").write_text("# A memo\n", "utf-8")
    assert run(["report", NAME, "--to", str(to), "--last", str(tmp_path / "other.md"), *graph]) == 1
    assert "other.md: expected a file that Bubble made" in capsys.readouterr().err
    assert run(["report", NAME, "--to", str(to), "--last", str(last), "--since", "2026-01-01", *graph]) == 1
    assert to.read_bytes() == before


def test_the_templates_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["report", "--list"]) == 0
    assert NAME in capsys.readouterr().out
    assert run(["report", "rcep-fod", "--to", "x.pdf"]) == 1
    assert 'found rcep-fod (did you mean "rcep-food"?)' in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("\n\n{{bubble: tabel links-by-status}}", "report.en.md:3: expected the name of a view, or table, "),
        ("{{bubble: table links-by-statu}}", 'no question is called links-by-statu (did you mean "links-by-status"?)'),
        ("{{bubble: table links-by-status columns=form;stat}}", "expected a column of its answer, found stat"),
        (
            "{{bubble: count links-by-status sectr=rice}}",
            "expected one of sector, as_of, where, found sectr (did you mean",
        ),
        ('a\n\n{{bubble: count links-by-status where="links ~ 3"}}', "report.en.md:3: where: expected conditions as"),
        ("{{bubble: value data-day}}", 'found data-day (did you mean "data-date"?)'),
        ("{{bubble: sum links-by-status}}", "expected column=NAME of the answer, found none"),
        (
            "{{bubble: sum links-by-status column=form}}",
            "report.en.md:1: sum links-by-status: expected a column of num",
        ),
        ("See {{bubble: table links-by-status}} here", "report.en.md:1: table: expected a paragraph of its own"),
        ("x\n{{bubble: if links-by-status}}\ny\n", "report.en.md:2: if: expected {{bubble: end}} on a line behind it"),
        ("x\n{{bubble: end}}", "report.en.md:2: end: expected an if before it, found none"),
        ("{{bubble: if links-by-status}} y", "report.en.md:1: if: expected it alone on its line"),
        ("ok\n\n{{bubble: sources", "report.en.md:3: expected }} at the end of a placeholder"),
        ("{{bubble: table links-by-status rows=0}}", "rows: expected a whole number from 1 to 1,000, found 0"),
        ("[x](ftp://example.org/a)", "report.en.md:1: expected a link that begins with https://"),
        ("- a\n  - b", "report.en.md:1: expected plain text in the items of a list"),
        ("{{bubble: table links-by-status sector=foood}}", "report.en.md:1: links-by-status: sector: expected the id"),
    ],
)
def test_a_mistake_in_a_template_names_file_line_and_the_way_out(tmp_path: Path, text: str, told: str) -> None:
    found = problem(tmp_path, text)
    assert found.startswith("report.en.md:")
    assert told in found


def test_a_question_without_a_sentence_is_named_with_the_way_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bubble.reports.told.sentence", lambda *_: "")
    told = "report.en.md:1: sentence: expected a question that has one, found party; take table, count or names of it"
    assert problem(tmp_path, "{{bubble: sentence party}}") == told


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('title = "x"\nlanguages = ["de"]', "languages: expected a list of en and th, found ['de']"),
        ('title = "x"\nlangages = ["en"]', "report.toml:2: expected one of title, "),
        ("title = x", "report.toml:1: expected TOML as"),
        ('languages = ["en"]', "title: expected words in quotes, found None"),
        (
            'title = "x"\nlanguages = ["en"]\n[params]\nsektor = "rice"',
            "sektor: expected a parameter that a placeholder",
        ),
        ('title = "x"\nlanguages = ["en", "th"]', "report.th.md: expected a file of the template, found No such file"),
    ],
)
def test_a_mistake_in_the_settings_names_them(tmp_path: Path, settings: str, told: str) -> None:
    folder = own(tmp_path / "mine", "# x\n\n{{bubble: count links-by-status}}", settings)
    with pytest.raises(GraphError, match=re.escape(told)):
        made(bundled().store, read(folder), "en")


def test_html_in_a_template_is_shown_and_never_taken(tmp_path: Path) -> None:
    made_of = blocks(tmp_path, "Before <script>alert(1)</script> after\n\n<img src=x onerror=alert(1)>")
    assert [said(block.runs) for block in made_of if isinstance(block, Paragraph)] == [
        "Before <script>alert(1)</script> after",
        "<img src=x onerror=alert(1)>",
    ]


def test_markdown_becomes_blocks(tmp_path: Path) -> None:
    text = "# One\n\nA **bold**, *slanted* and `plain` [link](https://example.org).\n\n> **Mind**\n>\n> - this\n\n---\n"
    head, paragraph, notice, _ = blocks(tmp_path, text)
    assert head == Heading("One")
    assert paragraph == Paragraph(
        (
            Run("A "),
            Run("bold", bold=True),
            Run(", "),
            Run("slanted", italic=True),
            Run(" and "),
            Run("plain", code=True),
            Run(" "),
            Run("link", address="https://example.org"),
            Run("."),
        ),
        "lead",
    )
    assert notice == Notice("Mind", ((Run("this"),),))


def test_a_branch_that_does_not_hold_is_neither_shown_nor_asked(tmp_path: Path) -> None:
    text = (
        "{{bubble: if slides}}\nnot here {{bubble: count links-by-status sector=nowhere}}\n{{bubble: else}}\n"
        "here\n{{bubble: if-not links-by-status}}\nnor here\n{{bubble: end}}\n{{bubble: end}}\n"
    )
    assert blocks(tmp_path, text) == (Paragraph((Run("here"),), "lead"),)
