"""The commands and how each is refused: one line, exit code 1. What a command needs is imported when it runs."""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Sequence

import click

from bubble import __version__
from bubble.places import VARIABLE, default_graph
from graph.errors import GraphError, nearest, one_line

_COMMANDS = {
    "run": "Build the graph, answer the headline question, draw its page and figure.",
    "build": "Build the graph from the bundled data and your own folders.",
    "check": "List what is wrong or doubtful in the data, and count what is in the graph.",
    "ask": "Answer a question of the catalogue, or list the questions.",
    "cypher": "Answer a reading Cypher query.",
    "what-if": "Show what a planned or lost link would change.",
    "draw": "Draw a picture as a page (.html) or a figure (.svg).",
    "figure": "Make a figure for a document: with its caption, text for who cannot see it, and sources.",
    "fill": "Fill the placeholders of a document with figures, tables and sentences, or update them.",
    "card": "Write the answer to a question as a card that can be checked (.html, .pdf, .docx, .md).",
    "verify": "Make a card, report or figure again and compare it with the file.",
    "export": "Write the whole graph to a file or folder, for other programs or to keep.",
    "import": "Put an exported graph in the place of the graph.",
    "push": "Put a copy of your graph onto a server.",
    "pull": "Put a copy of a server's graph in the place of yours.",
    "neo4j": "Start, stop or look at a Neo4j server on this machine.",
    "template": "Print an empty file of a kind or source, ready to be filled in.",
}


class Commands(click.Group):
    """The commands, each in a file of its own that is read when the command is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names in the order in which one needs them."""
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name."""
        if cmd_name not in _COMMANDS:
            raise click.UsageError(f"no command {one_line(cmd_name)}{nearest(cmd_name, _COMMANDS)}; see bubble --help")
        module = importlib.import_module(f"bubble.commands.{cmd_name.replace('-', '_')}")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, without reading any of them."""
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


@click.group(
    cls=Commands,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=f"The graph is kept in {default_graph()} unless --graph FILE or ${VARIABLE} says otherwise.",
)
@click.version_option(__version__, prog_name="bubble", message="%(prog)s %(version)s")
def commands() -> None:
    """Bubble: a knowledge graph of industrial partnerships between the members of RCEP."""


def run(arguments: Sequence[str]) -> int:
    """Run a command; returns the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        code: object = commands.main(args=list(arguments), prog_name="bubble", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message())
        return 1
    except click.Abort:
        click.echo("bubble: stopped", err=True)
        return 1
    except click.ClickException as error:
        click.echo(f"bubble: {' '.join(error.format_message().split())}", err=True)
        return 1
    except GraphError as error:
        click.echo(f"bubble: {error}", err=True)
        return 1
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    # what a command found is told by its exit code alone where it is no mistake
    return code if isinstance(code, int) else 0
