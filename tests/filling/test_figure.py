"""bubble figure and bubble fill on the command line: files, snippets for documents, and a page in a frame."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bubble.cli import run
from bubble.documents.verifying import verified
from tests.built import bundled
from tests.filling.graphs import fewer_path

JETRO = ["neighbourhood", "--param", "of=JETRO"]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of its own, and the bundled graph as the usual one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))


@pytest.mark.parametrize("ending", ["svg", "png"])
def test_a_figure_says_what_it_was_made_of_and_is_verified(ending: str) -> None:
    path = Path(f"f.{ending}")
    assert run(["figure", *JETRO, "--lang", "th", "--for", "column", "--to", str(path)]) == 0
    assert verified(bundled().store, path).same
    path.write_bytes(path.read_bytes().replace("ประเทศ".encode(), "ประเภท".encode()))
    assert not verified(bundled().store, path).same


def test_a_text_has_figure_caption_alt_text_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figure", *JETRO, "--to", "a/f.md"]) == 0
    text = Path("a/f.md").read_text("utf-8")
    assert text.startswith("![Who is linked with Japan External Trade Organization (JETRO)")
    assert "](<f.svg>)\n\n*Who is linked" in text
    assert re.search(r"\*\*Sources\*\*\n\n1\. .+<https?://", text)
    assert Path("a/f.svg").is_file()
    assert run(["figure", *JETRO, "--to", "a/f.qmd"]) == 0
    assert '{fig-alt="Who is linked' in Path("a/f.qmd").read_text("utf-8")
    assert "Wrote 5 links to a/f.svg, a/f.qmd" in capsys.readouterr().out


def test_a_page_holds_the_figure_and_lets_nothing_in() -> None:
    assert run(["figure", *JETRO, "--to", "f.html"]) == 0
    page = Path("f.html").read_text("utf-8")
    assert "default-src &#x27;none&#x27;" in page
    assert '<img src="data:image/svg+xml;base64,' in page
    assert '<li value="1">' in page
    assert "<script" not in page
    addresses = re.findall(r'<a href="([^"]+)" rel="noopener">', page)
    assert addresses
    assert all(address.startswith(("http://", "https://")) for address in addresses)


def test_a_frame_may_do_little_and_has_a_figure_for_who_sees_none(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figure", *JETRO, "--as", "iframe", "--to", "pages/j.html"]) == 0
    told = capsys.readouterr().out
    assert '<iframe src="pages/j.html" title="Who is linked' in told
    assert 'loading="lazy"' in told
    assert "allow-same-origin" not in told
    assert told.count('<img src="pages/j.svg" alt="Who is linked') == 2
    assert "<script" in Path("pages/j.html").read_text("utf-8")
    assert Path("pages/j.svg").is_file()


@pytest.mark.parametrize("form", ["markdown", "quarto", "mkdocs"])
def test_a_snippet_names_the_file_from_where_it_was_asked_for(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["figure", *JETRO, "--as", form, "--to", "figures/j.png"]) == 0
    assert "figures/j.png" in capsys.readouterr().out
    assert [path.name for path in Path("figures").iterdir()] == ["j.png"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (["figure"], "expected the name of a view, found none"),
        (["figure", "headline"], "expected --to FILE, found none"),
        (["figure", "headlin", "--to", "x.svg"], 'found headlin (did you mean "headline"?)'),
        (["figure", "headline", "--to", "x.gif"], "--to: expected a name that ends in .svg, .png"),
        (["figure", "headline", "--as", "iframe", "--to", "x.svg"], "--to: expected the page that the frame shows"),
        (["figure", *JETRO, "--param", "steps=x", "--to", "x.svg"], "steps: expected a whole number, found 'x'"),
        (["fill", "none.docx"], "none.docx: can't be read: No such file or directory"),
        (["fill", "none.txt"], "none.txt: expected a name that ends in .docx, .pptx, .md, .qmd"),
        (["fill", "none.md", "--to", "x.docx"], "x.docx: expected a name that ends in .md"),
    ],
)
def test_each_mistake_is_one_line_and_writes_nothing(
    line: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(line) == 1
    err = capsys.readouterr().err
    assert said in err
    assert err.count("\n") == 1
    assert list(Path().iterdir()) == []


def test_fill_tells_what_changed_and_check_only_tells(capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.md").write_text("{{bubble: headline}}\n", "utf-8")
    with pytest.raises(SystemExit) as stopped:
        raise SystemExit(run(["fill", "b.md", "--check"]))
    assert stopped.value.code == 1
    assert Path("b.md").read_text("utf-8") == "{{bubble: headline}}\n"
    assert run(["fill", "b.md", "--to", "c.md"]) == 0
    assert Path("b.md").read_text("utf-8") == "{{bubble: headline}}\n"
    assert run(["fill", "c.md", "--check"]) == 0
    assert "c.md is up to date" in capsys.readouterr().out
    assert run(["fill", "c.md", "--check", "--graph", str(fewer_path())]) == 1
    assert "figure 1 (headline), line 1: 427 → 423 links\n1 of 1 would change\n" in capsys.readouterr().out
