"""%bubble and %%cypher in a real shell: what they answer, keep and refuse, and what Tab offers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from IPython.core.completer import provisionalcompleter
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell

from bubble.frames import Rows
from bubble.listed import Lists
from bubble.shown import Drawing
from bubble.shown_card import Card
from bubble.tabled import Table
from tests.built import bundled


class Notebook:
    """A shell with the extension loaded."""

    def __init__(self) -> None:
        self.shell: Any = InteractiveShell()
        assert self.run("%load_ext bubble") is None

    def run(self, cell: str) -> Any:
        """What a cell gives; what it can't do is raised."""
        result = self.shell.run_cell(cell, store_history=False)
        result.raise_error()
        return result.result

    def offered(self, cell: str) -> list[str]:
        """What Tab offers at the end of the cell."""
        self.shell.Completer.use_jedi = False
        with provisionalcompleter():
            return [each.text for each in self.shell.Completer.completions(cell, len(cell))]


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Notebook]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("BUBBLE_GRAPH", str(bundled().path))
        patch.setenv("IPYTHONDIR", str(tmp_path_factory.mktemp("ipython")))
        yield Notebook()


def test_bubble_alone_lists_what_there_is(notebook: Notebook) -> None:
    listed = notebook.run("%bubble")
    assert isinstance(listed, Lists)
    assert "links-serving-sector" in repr(listed)
    assert "white-space-matrix" in listed._repr_html_()


def test_ask_answers_keeps_and_writes(notebook: Notebook, tmp_path: Path) -> None:
    answer = notebook.run("%bubble ask links-serving-sector sector=dairy --as dairy")
    assert isinstance(answer, Rows)
    assert notebook.shell.user_ns["dairy"] is answer
    assert answer.params == {"sector": "dairy"}
    thai = notebook.run("%bubble ask links-by-status lang=th --rows 2")
    assert isinstance(thai, Table)
    assert (thai.language, thai.rows) == ("th", 2)
    notebook.run(f"%bubble ask links-by-status --to '{tmp_path}/x y.csv'")
    assert (tmp_path / "x y.csv").read_text("utf-8").startswith("form,status")


def test_draw_draws_a_view_or_a_variable(notebook: Notebook, tmp_path: Path) -> None:
    drawn = notebook.run(f"%bubble draw neighbourhood of=JETRO lang=th --figure --to {tmp_path}/x.svg")
    assert isinstance(drawn, Drawing)
    assert (drawn.language, drawn.interactive) == ("th", False)
    assert (tmp_path / "x.svg").read_text("utf-8") == drawn.svg()
    notebook.run("%%cypher --as found\nMATCH (a:Agency)-[r:PARTNERS_WITH]->(b:Agency) RETURN a, r, b")
    assert f"{len(notebook.shell.user_ns['found'])} links" in repr(notebook.run("%bubble draw found"))


def test_a_card_is_shown(notebook: Notebook) -> None:
    assert isinstance(notebook.run("%bubble card programme-funnel lang=th"), Card)


def test_a_variable_fits_a_parameter_and_is_never_pasted_in(notebook: Notebook) -> None:
    notebook.shell.user_ns["home"] = "NZL'}) RETURN 1 //"
    assert notebook.run("%%cypher\nMATCH (c:Country {id: $home}) RETURN c.name AS name") == []
    notebook.shell.user_ns["home"] = "NZL"
    query = "MATCH (c:Country {id: $home}) RETURN c.name AS name"
    assert list(notebook.run(f"%%cypher\n{query}")) == [{"name": "New Zealand"}]
    assert list(notebook.run(f"%cypher {query}")) == [{"name": "New Zealand"}]
    assert list(notebook.run(f"%%cypher --param home=JPN\n{query}")) == [{"name": "Japan"}]


def test_the_notebook_s_own_graph_is_asked(notebook: Notebook, tmp_path: Path) -> None:
    from graph.model import Country
    from graph.stores.embedded import EmbeddedStore

    store = EmbeddedStore()
    store.replace([Country(id="THA", name="Thailand")], [])
    store.save(tmp_path / "small.kgl")
    query = "MATCH (c:Country) RETURN count(c) AS n"
    assert notebook.run(f"%%cypher {tmp_path / 'small.kgl'}\n{query}")[0]["n"] == 1
    notebook.run(f"import bubble; small = bubble.open({str(tmp_path / 'small.kgl')!r}, language='th')")
    assert notebook.run(f"%%cypher small\n{query}")[0]["n"] == 1
    notebook.run("g = small")
    assert notebook.run(f"%%cypher\n{query}").language == "th"
    notebook.run("del g")
    assert notebook.run(f"%%cypher\n{query}")[0]["n"] > 1


def test_other_commands_run(notebook: Notebook, capsys: pytest.CaptureFixture[str]) -> None:
    notebook.run("%bubble template Agreement")
    assert "," in capsys.readouterr().out
    notebook.run("%bubble ask")
    assert "links-serving-sector" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%bubble ask links-by-statu", 'no question is called links-by-statu (did you mean "links-by-status"?)'),
        ("%bubble ask links-serving-sector sektor=x", 'has no parameter sektor (did you mean "sector"?)'),
        ("%bubble ask links-by-status lang=xx", "language: expected en or th, found 'xx'"),
        ("%bubble ask links-by-status --as 1x", "--as: expected the name of a variable, found '1x'"),
        ("%bubble ask 'x", "expected words and values in whole quotes"),
        ("%bubble draw neighbourhod", 'found neighbourhod (did you mean "neighbourhood"?)'),
        ("%bubble frobnicate", "no command frobnicate"),
        ("%%cypher\nMATCH (n) DETACH DELETE n", "a query may only read"),
        ("%%cypher\nMATCH (c:Country {id: $nowhere}) RETURN c", "the query takes $nowhere: set a variable nowhere"),
        ("%%cypher no-such.kgl\nRETURN 1 AS n", "no-such.kgl: no graph here yet"),
        ("%%cypher\nLOAD CSV FROM 'file:///etc/passwd' AS x RETURN x", "found LOAD"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    cell: str, said: str, notebook: Notebook, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(UsageError, match=re.escape(said)):
        notebook.run(cell)
    told = capsys.readouterr()
    assert "Traceback" not in told.out + told.err
    assert len((told.out + told.err).strip().splitlines()) == 1


@pytest.mark.parametrize(
    ("cell", "offered"),
    [
        ("%bubble dr", "draw"),
        ("%bubble ask links-s", "links-serving-sector"),
        ("%bubble ask links-serving-sector se", "sector="),
        ("%bubble ask links-serving-sector lang=", "lang=th"),
        ("%bubble draw nei", "neighbourhood"),
        ("%bubble draw neighbourhood o", "of="),
        ("%%cypher\nMATCH (p:Partn", "Partnership"),
        ("%%cypher --as x\nMATCH (p:Partnership)\nWHERE p.statu", "status"),
        ("%cypher MATCH (c:Countr", "Country"),
    ],
)
def test_tab_offers(cell: str, offered: str, notebook: Notebook) -> None:
    assert offered in notebook.offered(cell)


def test_outside_the_magics_tab_goes_on_as_ever(notebook: Notebook) -> None:
    assert "print" in notebook.offered("prin")
    assert "bubble" not in str(notebook.offered("x = 1; "))[:50]


def test_unloaded_they_are_gone(notebook: Notebook) -> None:
    notebook.run("%unload_ext bubble")
    assert "cypher" not in notebook.shell.magics_manager.magics["cell"]
    notebook.run("%load_ext bubble")
