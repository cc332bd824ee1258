"""%bubble and %%cypher in a notebook. Read when `%load_ext bubble` asks for it; nothing else needs IPython."""

from __future__ import annotations

import shlex
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, cast

import click
from IPython.core.error import UsageError
from IPython.core.magic import no_var_expand

import bubble
from bubble.catalogue import find
from bubble.cli import commands
from bubble.completing import completed
from bubble.drawing import params_of
from bubble.frames import Rows
from bubble.listed import lists
from bubble.notebook import Graph
from bubble.options import LANGUAGES, pairs
from bubble.querying import ROW_LIMIT, typed
from graph.cypher.names import parameters
from graph.errors import GraphError, nearest, one_line
from graph.store import TIME_LIMIT
from visuals.sheet import SIZES
from visuals.view import named

if TYPE_CHECKING:
    from bubble.shown import Drawing
    from bubble.shown_card import Card
    from bubble.tabled import Table

USUAL = "g"
"""The variable whose graph is asked unless another is named."""
_READING = ("check", "export", "figure", "fill", "report", "verify", "what-if")
"""Commands that read the graph: they read the one that the notebook holds."""
_PLAIN = (str, int, float, bool, date, type(None), list)
"""What a variable of the notebook may be to go into a query as a parameter."""


class Shell(Protocol):
    """An IPython shell by its shape."""

    user_ns: dict[str, object]
    magics_manager: Any
    Completer: Any

    def register_magic_function(self, func: Callable[..., object], magic_kind: str, magic_name: str) -> None:
        """Add a magic."""
        ...


class Magics:
    """The magics of one shell, and the graphs they opened themselves where the notebook holds none."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.opened: dict[str, Graph] = {}
        self.made = _commands(self)

    def bubble(self, line: str) -> object:
        """Answer, draw or list: %bubble ask NAME sector=food lang=th, %bubble draw NAME, %bubble; else any command."""
        words = _split(line)
        if not words:
            return lists(self.language())
        if words[0] in self.made and words[0] != "cypher" and len(words) > 1:
            return _called(self.made[words[0]], f"%bubble {words[0]}", words[1:])
        return _called(commands, "bubble", [*words, *self._place(words)])

    @no_var_expand
    def cypher(self, line: str, cell: str | None = None) -> object:
        """The rows of a reading query: %%cypher --as links --param sector=food; $name may be a variable too."""
        if cell is None:
            return _called(self.made["cypher"], "%cypher", ["--text", line])
        return _called(self.made["cypher"], "%%cypher", ["--text", cell, *_split(line)])

    def graph(self, told: str | None) -> Graph:
        """The graph that is meant: a variable, a file or an address; else the variable g, else the usual graph."""
        held = self.shell.user_ns
        variable = held.get(told or USUAL)
        if isinstance(variable, Graph):
            return variable
        place = told or ""
        if place not in self.opened:
            self.opened[place] = bubble.open(told)
        return self.opened[place]

    def _place(self, words: Sequence[str]) -> list[str]:
        """The option that makes a command read the notebook's own graph, where that is a file other than the usual."""
        usual = self.shell.user_ns.get(USUAL)
        path = getattr(usual.store, "path", None) if isinstance(usual, Graph) else None
        return ["--graph", str(path)] if path and words[0] in _READING and "--graph" not in words else []

    def language(self) -> str:
        """The language of the notebook's graph, where it holds one."""
        usual = self.shell.user_ns.get(USUAL)
        return usual.language if isinstance(usual, Graph) else "en"

    def keep(self, name: str | None, value: object) -> None:
        """Put a result into a variable."""
        if name is None:
            return
        if not name.isidentifier():
            raise click.UsageError(f"--as: expected the name of a variable, found {one_line(name)!r}")
        self.shell.user_ns[name] = value

    def bound(self, text: str, told: Mapping[str, Any]) -> dict[str, Any]:
        """A query's parameters: those that were told, else the notebook's variables of these names."""
        held = self.shell.user_ns
        found = dict(told)
        for name in sorted(parameters(text) - set(told)):
            if name not in held:
                hint = nearest(name, [each for each in held if not each.startswith("_")])
                raise GraphError(f"the query takes ${name}: set a variable {name}{hint}, or --param {name}=VALUE")
            value = held[name]
            if not isinstance(value, _PLAIN):
                kind = type(value).__name__
                raise GraphError(f"${name}: expected text, a number, a date or a list of such in {name}, found {kind}")
            found[name] = value
        return found


def _commands(magics: Magics) -> dict[str, click.Command]:
    """What is answered by an object that shows itself, rather than by text."""
    params = click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter.")
    words = click.argument("words", nargs=-1, metavar="[NAME=VALUE]...")
    graph = click.option("--graph", metavar="PLACE", help="A variable that holds a graph, a file or an address.")
    language = click.option("--lang", type=click.Choice(LANGUAGES), help="Language; lang=th says the same.")
    to = click.option("--to", type=click.Path(path_type=Path), metavar="FILE", help="Write it to a file too.")
    kept = click.option("--as", "kept", metavar="VARIABLE", help="Put the result into a variable too.")

    @click.command("ask")
    @click.argument("name")
    @words
    @params
    @click.option("--rows", type=click.IntRange(0), help="Rows that are shown.")
    @language
    @to
    @kept
    @graph
    def ask(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        rows: int | None,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Rows | Table:
        """Answer the question NAME."""
        given = pairs([*words, *params])
        lang = _aside(given, "lang", [p.name for p in find(name).params]) or lang
        answer = magics.graph(graph).ask(name, **given)
        magics.keep(kept, answer)
        if to is not None:
            answer.save(to, language=lang or "")
        return answer if lang is None and rows is None else answer.table(language=lang or "", rows=rows)

    @click.command("draw")
    @click.argument("name")
    @words
    @params
    @click.option("--for", "size", type=click.Choice(tuple(SIZES)), default="web", help="Size of the figure.")
    @click.option("--height", type=click.IntRange(100, 4000), help="Height of the page in pixels.")
    @click.option("--figure", is_flag=True, help="The figure alone, without the page.")
    @language
    @to
    @kept
    @graph
    def draw(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        size: str,
        height: int | None,
        figure: bool,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Drawing:
        """Draw the view NAME, or the answer that a variable NAME holds."""
        held = magics.shell.user_ns.get(name)
        what = held if isinstance(held, Rows) else name
        given = pairs([*words, *params])
        lang = _aside(given, "lang", [p.name for p in params_of(named(name))] if what is name else []) or lang
        drawn = magics.graph(graph).show(
            what, language=lang or "", size=size, height=height, interactive=not figure, **cast("dict[str, Any]", given)
        )
        magics.keep(kept, drawn)
        if to is not None:
            drawn.save(to)
        return drawn

    @click.command("card")
    @click.argument("name")
    @words
    @params
    @click.option("--view", default="", metavar="NAME", help="The view of its figure; none for none.")
    @language
    @to
    @kept
    @graph
    def card(
        *,
        name: str,
        words: Sequence[str],
        params: Sequence[str],
        view: str,
        lang: str | None,
        to: Path | None,
        kept: str | None,
        graph: str | None,
    ) -> Card:
        """Answer the question NAME as a card: its sentence, table, figure, sources and what to beware of."""
        given = pairs([*words, *params])
        lang = _aside(given, "lang", [p.name for p in find(name).params]) or lang
        made = magics.graph(graph).ask(name, **given).show_card(lang or "", view=view)
        magics.keep(kept, made)
        if to is not None:
            made.save(to)
        return made

    @click.command("cypher")
    @click.option("--text", hidden=True, default="")
    @params
    @click.option("--seconds", type=click.FloatRange(0.01, 3600), default=TIME_LIMIT, help="Time limit.")
    @click.option("--rows", type=click.IntRange(1), default=ROW_LIMIT, help="Rows at most.")
    @kept
    @graph
    @click.argument("place", required=False)
    def cypher(
        *,
        text: str,
        params: Sequence[str],
        seconds: float,
        rows: int,
        kept: str | None,
        graph: str | None,
        place: str | None,
    ) -> Rows:
        """Answer the reading query in the cell, of the graph that the variable, file or address PLACE names."""
        told = {name: typed(value) for name, value in pairs(params).items()}
        answer = magics.graph(graph or place).cypher(text, magics.bound(text, told), seconds=seconds, rows=rows)
        magics.keep(kept, answer)
        return answer

    return {"ask": ask, "draw": draw, "card": card, "cypher": cypher}


def _aside(given: dict[str, str], name: str, taken: Sequence[str]) -> str | None:
    """What NAME=VALUE says where the question or view takes no such parameter; it is none of them then."""
    if name in taken or name not in given:
        return None
    value = given.pop(name)
    if value not in LANGUAGES:
        raise GraphError(f"{name}: expected {' or '.join(LANGUAGES)}, found {one_line(value)!r}")
    return value


def _called(command: click.Command, name: str, words: Sequence[str]) -> object:
    """What the command makes; whatever the user can put right is told in one line, without a trace."""
    try:
        made: object = command.main(args=list(words), prog_name=name, standalone_mode=False)
    except click.Abort:
        raise UsageError("stopped") from None
    except click.ClickException as error:
        raise UsageError(" ".join(error.format_message().split())) from None
    except GraphError as error:
        raise UsageError(str(error)) from None
    return None if isinstance(made, int) else made


def _split(line: str) -> list[str]:
    try:
        return shlex.split(line)
    except ValueError as error:
        raise UsageError(f"expected words and values in whole quotes, found {one_line(line)!r}: {error}") from None


def load(shell: Shell) -> None:
    """Add the magics to a shell, with completion."""
    magics = Magics(shell)
    shell.register_magic_function(magics.bubble, "line", "bubble")
    shell.register_magic_function(magics.cypher, "line_cell", "cypher")
    if shell.Completer is not None and completed not in shell.Completer.custom_matchers:
        shell.Completer.custom_matchers.append(completed)


def unload(shell: Shell) -> None:
    """Take them away."""
    shell.magics_manager.magics["line"].pop("bubble", None)
    for kind in ("line", "cell"):
        shell.magics_manager.magics[kind].pop("cypher", None)
    if shell.Completer is not None and completed in shell.Completer.custom_matchers:
        shell.Completer.custom_matchers.remove(completed)
