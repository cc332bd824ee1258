"""%bubble and %%cypher in a notebook. Read when `%load_ext bubble` asks for it; nothing else needs IPython."""

from __future__ import annotations

import shlex
from collections.abc import Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click
from IPython.core.error import UsageError
from IPython.core.magic import no_var_expand

from bubble.cli import commands
from bubble.completing import completed
from bubble.listed import lists
from bubble.magic_commands import commands_of
from bubble.notebook import Graph
from bubble.places import open_store
from graph.cypher.names import parameters
from graph.errors import GraphError, nearest, one_line

if TYPE_CHECKING:
    from bubble.shell import Shell

USUAL = "g"
"""The variable whose graph is asked unless another is named."""
_READING = ("check", "export", "figure", "fill", "report", "verify", "what-if")
"""Commands that read the graph: they read the one that the notebook holds."""
_PLAIN = (str, int, float, bool, date, type(None), list)
"""What a variable of the notebook may be to go into a query as a parameter."""


class Magics:
    """The magics of one shell, and the graphs they opened themselves where the notebook holds none."""

    def __init__(self, shell: Shell) -> None:
        self.shell = shell
        self.opened: dict[str, Graph] = {}
        self.made = commands_of(self)

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
            self.opened[place] = Graph(open_store(told))
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

    def held(self, name: str) -> object:
        """What a variable holds, None where there is none."""
        return self.shell.user_ns.get(name)

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
