"""What the README and the docs show is run: commands, queries, examples, links."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit

import docx
import pptx
import pytest

import graph.kinds
import loaders.loader
import visuals.view
from bubble.cli import commands as group
from bubble.cli import run
from bubble.desk.desk import Desk, Settings
from bubble.desk.statements import statements
from graph.cypher.dialect import complaints
from graph.cypher.gate import admit
from graph.format import facts_of, formats
from graph.model import Country
from graph.stores.embedded import EmbeddedStore
from queries.question import read_question
from tests.built import bundled
from visuals.picture import Picture

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
PAGES = sorted([README, ROOT / "CHANGELOG.md", ROOT / "loaders/data/README.md", *ROOT.glob("docs/**/*.md")])
HOW_TO = sorted(ROOT.glob("docs/how-to/*.md"))
BLOCK = re.compile(r"^```(\S*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
INLINE = re.compile(r"`((?:bubble|make) [^`]+)`")
LINK = re.compile(r"\]\(([^)\s]+)\)")
SHELL = ("sh", "powershell", "console")
"""The languages of blocks whose lines are typed into a shell; everything in them is run, or told below."""
BEGINS = ("bubble ", "make ", "py ")
"""How a block without a language begins whose lines are typed into a shell as well."""
ON_A_SERVER = re.compile(r"bubble .*(?:neo4j|bolt)://|bubble neo4j ")
NOT_RUN = {
    r"make \w": "each target is looked up in the Makefile; CI calls them",
    r"py -m venv \.venv": "makes an environment on Windows, of which we have none",
    r"\.venv\\Scripts\\bubble run": "the same as `bubble run`, on Windows",
    ON_A_SERVER.pattern: "needs a server; read with its options here, run by tests/bubble and tests/graph on one",
    r"export BUBBLE_NEO4J_PASSWORD=": "a setting of the shell",
    r"docker compose up": "needs Docker; tests/graph/test_local_server.py compares compose.yaml with our own settings",
    r"sh graph-for-neo4j/import\.sh$": "needs Neo4j's importer; tests/graph/formats/test_neo4j.py runs the same script",
    r"bubble report .*--last ": "takes a report of older data; tests/bubble/test_report.py has one",
    r"cypher-shell --file graph-for-neo4j/": "needs Neo4j's own shell",
}
"""What is shown and not run, with the reason."""
NOT_FOR_USERS = ("session", "helper", "workplace", "the lead", "colleague", " agent ", " agents ", "prompt injection")
LONGEST_LINE = 124
CHANGES_THE_GRAPH = ("build", "run", "export", "import")


def blocks(language: str, *pages: Path) -> list[str]:
    return [text for page in pages for found, text in BLOCK.findall(page.read_text("utf-8")) if found == language]


def shell_blocks() -> list[list[str]]:
    """The lines of each block that a reader is shown to type into a shell, on every page."""
    told = [text for each in SHELL for text in blocks(each, *PAGES)]
    told += [text for text in blocks("", *PAGES) if text.startswith(BEGINS)]
    return [[line for line in text.splitlines() if line.strip()] for text in told]


def typed() -> list[str]:
    """Each of those lines once."""
    return sorted({line for lines in shell_blocks() for line in lines})


def sessions() -> list[tuple[str, ...]]:
    """What is typed one after the other in one folder: a whole block where a line takes what one before it wrote."""
    found: dict[tuple[str, ...], None] = {}
    for block in shell_blocks():
        lines = [line for line in block if is_run(line)]
        words = [settings_of(line)[1] for line in lines]
        written = [set(after(("--to", "--copy-to"), line)) for line in words]
        leans = any(set(later) & made for n, made in enumerate(written) for later in words[n + 1 :])
        found |= dict.fromkeys([tuple(lines)] if leans else [(line,) for line in lines])
    return sorted(found)


def after(options: Sequence[str], words: Sequence[str]) -> list[str]:
    """The values that a command gives to these options."""
    return [value for option, value in pairwise(words) if option in options]


def to_be_filled(lines: Sequence[str]) -> list[str]:
    """The documents of a user's own that the lines fill."""
    return [settings_of(line)[1][2] for line in lines if line.startswith("bubble fill ")]


def is_run(line: str) -> bool:
    """Whether a test runs it: it is a command of ours and no reason is told why not."""
    return " ".join(settings_of(line)[1][:1]) == "bubble" and not any(re.search(told, line) for told in NOT_RUN)


def settings_of(line: str) -> tuple[dict[str, str], list[str]]:
    """The settings before a command, as NAME=VALUE, and its words."""
    words = shlex.split(line, comments=True)
    count = next((n for n, word in enumerate(words) if not re.match(r"[A-Z0-9_]+=", word)), len(words))
    return dict(word.split("=", 1) for word in words[:count]), words[count:]


def inline(word: str) -> list[str]:
    """What stands between backticks in running text and begins with a word."""
    found = {text for page in PAGES for text in INLINE.findall(BLOCK.sub("", page.read_text("utf-8")))}
    return sorted(text for text in found if text.split(" ")[0] == word)


@pytest.fixture
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The current folder, where `my-data` holds a row of a user's own, beside a scenario, a small graph and its export."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "my-data/agreements").mkdir(parents=True)
    (tmp_path / "my-data/agreements/agreement_names.csv").write_text(
        "id,name_en,name_th\nmine,An agreement of mine,ความตกลงของเรา\n", encoding="utf-8"
    )
    (tmp_path / "scenario.toml").write_text(blocks("toml", ROOT / "docs/what-if.md")[0], encoding="utf-8")
    store = EmbeddedStore()
    store.replace([Country(id="THA", name="Thailand")], [])
    store.save(tmp_path / "graph.kgl")
    formats()["jsonl"].write(facts_of(store), tmp_path / "graph.jsonl")
    return tmp_path


def test_the_readme_shows_commands() -> None:
    assert len([line for text in blocks("", README) for line in text.splitlines() if line.startswith("bubble ")]) >= 15
    assert README.read_text("utf-8").index("make run\nmake test\n") < 700


def test_every_line_that_is_shown_is_run_or_says_why_not() -> None:
    assert [line for line in typed() if not is_run(line) and not any(re.search(told, line) for told in NOT_RUN)] == []
    assert [told for told in NOT_RUN if not any(re.search(told, line) for line in typed())] == []


@pytest.mark.parametrize("lines", sessions(), ids="; ".join)
def test_every_command_runs(lines: tuple[str, ...], own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in to_be_filled(lines):
        write_placeholder(own_folder / name)
    for line in lines:
        words = settings_of(line)[1]
        own = own_folder / "graph.kgl" if words[1] in CHANGES_THE_GRAPH else bundled().path
        monkeypatch.setenv("BUBBLE_GRAPH", str(own))
        assert run(words[1:]) == (1 if words[1] == "fill" and "--check" in words else 0)


def write_placeholder(path: Path) -> None:
    """A document of a user's own with one placeholder in it."""
    text = "{{bubble: headline sector=food lang=th}}"
    if path.suffix == ".docx":
        word = docx.Document()
        word.add_paragraph(text)
        word.save(str(path))
    elif path.suffix == ".pptx":
        slides = pptx.Presentation()
        title = slides.slides.add_slide(slides.slide_layouts[5]).shapes.title
        assert title is not None
        title.text = text
        slides.save(str(path))
    else:
        path.write_text(f"{text}\n", encoding="utf-8")


@pytest.mark.parametrize("line", [line for line in typed() if ON_A_SERVER.search(line)])
def test_every_command_for_a_server_is_taken(line: str) -> None:
    """Read with all its options, and not run: each takes a server of its own, which the tests of the commands start."""
    name, *words = settings_of(line)[1][1:]
    command = group.get_command(group.make_context("bubble", [], resilient_parsing=True), name)
    assert command is not None
    assert command.make_context(name, words).params


@pytest.mark.parametrize("text", inline("bubble"))
def test_every_command_named_in_the_text_is_there(text: str) -> None:
    name, *words = text.split()[1:]
    if name.startswith("-"):
        return
    context = group.make_context("bubble", [], resilient_parsing=True)
    command = group.get_command(context, name)
    assert command is not None
    options = {option for param in command.params for option in param.opts}
    assert [word for word in words if word.startswith("-") and word not in options] == []


@pytest.mark.parametrize("text", sorted({*(line for line in typed() if line.startswith("make ")), *inline("make")}))
def test_every_make_target_is_there(text: str) -> None:
    targets = re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)
    assert [word for word in text.split()[1:] if "=" not in word and word not in targets] == []


def test_the_readme_s_answer_is_the_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every line of the excerpt is a line of the answer, in its order."""
    monkeypatch.setenv("COLUMNS", "140")
    excerpt = next(text for text in blocks("text", README) if "links across borders" in text)
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        assert run(["ask", "links-serving-sector", "--graph", str(bundled().path)]) == 0
    rest = iter(line.rstrip() for line in out.getvalue().splitlines())
    for line in excerpt.splitlines():
        assert line in ("", "...") or line in rest, f"not in the answer, or not in this order: {line}"


@pytest.mark.parametrize("text", blocks("cypher", *PAGES))
def test_every_query_answers_on_both_dialects(text: str) -> None:
    assert complaints(text) == []
    answer = bundled().store.ask(admit(text))
    assert len(answer) > 0
    assert answer.warnings == ()


@pytest.mark.parametrize("text", blocks("desk", *PAGES))
def test_the_desk_takes_what_is_shown(text: str, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BUBBLE_QUESTIONS", str(own_folder / "questions"))
    told: list[str] = []
    desk = Desk(bundled().store, Settings(), told.append, told.append)
    for statement in statements(text):
        before = len(told)
        assert desk.run(statement)
        assert len(told) > before or statement.startswith((":param", ":as", ":to", ":rows", ":seconds", ":lang")), (
            statement
        )
    assert {path.name for path in own_folder.iterdir()} >= {"dairy.xlsx", "japan.html", "sectors.csv", "questions"}


def test_analysts_are_shown_ten_queries_or_more() -> None:
    assert len(blocks("cypher", ROOT / "docs/for-analysts.md")) >= 10


def test_the_question_shown_can_be_asked(tmp_path: Path) -> None:
    (text,) = blocks("question", ROOT / "docs/adding.md")
    (tmp_path / "shown.cypher").write_text(text, encoding="utf-8")
    asked = read_question(tmp_path / "shown.cypher")
    assert complaints(text) == []
    assert len(bundled().store.ask(admit(asked.text), {p.name: p.default for p in asked.params})) > 0


@pytest.mark.parametrize("text", blocks("python", ROOT / "docs/adding.md"))
def test_the_examples_are_taken(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is read as the file it shows would be, and leaves the product's own lists as they were."""
    for owner, registry in (
        (graph.kinds, "NODES"),
        (graph.kinds, "EDGES"),
        (loaders.loader, "_found"),
        (visuals.view, "_VIEWS"),
    ):
        monkeypatch.setattr(owner, registry, dict(getattr(owner, registry)))
    before = [len(graph.kinds.NODES), len(loaders.loader._found), len(visuals.view._VIEWS)]
    module = ModuleType("shown")
    monkeypatch.setitem(sys.modules, "shown", module)
    exec(compile(text, "adding.md", "exec", dont_inherit=True), vars(module))  # noqa: S102  # our own page
    assert [len(graph.kinds.NODES), len(loaders.loader._found), len(visuals.view._VIEWS)] != before
    for kind in (each for each in vars(module).values() if isinstance(each, type)):
        if issubclass(kind, graph.kinds.Edge) and kind.__module__ == "shown":
            assert all(end in graph.kinds.NODES for ends in kind.joins() for end in ends)


def test_the_view_shown_draws(monkeypatch: pytest.MonkeyPatch) -> None:
    text = next(each for each in blocks("python", ROOT / "docs/adding.md") if "@view" in each)
    monkeypatch.setattr(visuals.view, "_VIEWS", {})
    module = ModuleType("shown")
    exec(compile(text, "adding.md", "exec", dont_inherit=True), vars(module))  # noqa: S102  # our own page
    (drawn,) = visuals.view._VIEWS.values()
    question = read_question(ROOT / "queries/catalogue" / f"{drawn.asks[0]}.cypher")
    rows = bundled().store.ask(question.text, {p.name: p.default for p in question.params})
    picture = drawn.picture({drawn.asks[0]: rows})
    assert isinstance(picture, Picture)
    assert picture.link_count() >= 14


@pytest.mark.parametrize("text", blocks("python", README, *HOW_TO))
def test_the_notebook_s_lines_run(text: str, own_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert own_folder.samefile(".")
    monkeypatch.setenv("BUBBLE_GRAPH", str(bundled().path))
    exec(compile(text, "shown", "exec", dont_inherit=True), {})  # noqa: S102  # our own page


def test_the_generated_parts_are_the_same_twice() -> None:
    """Run in a process each, so that nothing hangs on the order in which sets come out."""
    code = "from docs.generate import decisions, gallery, sizes, words; from bubble import reference as r; print(sizes(), words(), gallery(), decisions(), r.dictionary(), r.questions(), r.commands(), r.data())"
    first, second = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True).stdout for _ in range(2)
    )
    assert first == second
    assert len(first) > 10_000


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for target in LINK.findall(page.read_text("utf-8")):
        if re.match(r"\w+:", target):
            assert is_address(target), f"{page.name}: {target}"
            continue
        name, _, heading = target.partition("#")
        at = page.parent / name if name else page
        assert at.exists(), f"{page.name}: {target}"
        assert not heading or heading in headings(at), f"{page.name}: {target}"


def is_address(target: str) -> bool:
    """Whether it has the form of a public page's address; nobody is asked whether the page is there."""
    parts = urlsplit(target)
    host = parts.hostname or ""
    return parts.scheme in ("http", "https") and "." in host and not parts.username and host == host.strip(".")


def headings(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    found = re.findall(r"^#+ (.+)$", BLOCK.sub("", page.read_text("utf-8")), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", line.lower()).replace(" ", "-") for line in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.relative_to(ROOT).as_posix())
def test_pages_speak_to_users(page: Path) -> None:
    text = page.read_text("utf-8").casefold()
    assert [word for word in NOT_FOR_USERS if word in text] == []


@pytest.mark.parametrize(
    "page", sorted((ROOT / "docs/decisions").glob("*.md")), ids=lambda p: p.relative_to(ROOT).as_posix()
)
def test_a_decision_says_why_what_and_what_it_costs(page: Path) -> None:
    lines = page.read_text("utf-8").splitlines()
    assert lines[0].startswith(f"# {int(page.name[:4])}. ")
    assert [line.split("**")[1] for line in lines if line.startswith("**")][:1] == ["Why."]
    assert {"**Decided.**", "**Costs.**"} <= {" ".join(line.split(" ")[:1]) for line in lines}
    assert max(len(line) for line in lines) <= LONGEST_LINE
