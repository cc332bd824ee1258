"""Options that several commands share, so that each is spelled and explained once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import click

from graph.errors import GraphError, one_line

F = TypeVar("F", bound=Callable[..., Any])
LANGUAGES = ("en", "th")


def graph_option(function: F) -> F:
    """--graph FILE-or-ADDRESS."""
    told = "The graph's file, or a server as neo4j://host; bubble --help tells the usual one."
    return click.option("--graph", metavar="PLACE", help=told)(function)


def file_option(function: F) -> F:
    """--graph FILE, where the server is named already."""
    return click.option("--graph", metavar="FILE", help="The graph's file; bubble --help tells the usual one.")(
        function
    )


def form_option(function: F) -> F:
    """--as FORM."""
    from bubble.output import FORMS

    told = "Form of the answer; without it the ending of FILE tells, else it is a table."
    return click.option("--as", "form", type=click.Choice(FORMS), help=told)(function)


def language_option(function: F) -> F:
    """--lang en|th."""
    return click.option("--lang", type=click.Choice(LANGUAGES), default="en", show_default=True, help="Language.")(
        function
    )


def known_language(told: str) -> str:
    """The language, where it is one of ours. Raises GraphError for another."""
    if told not in LANGUAGES:
        raise GraphError(f"language: expected {' or '.join(LANGUAGES)}, found {one_line(told)!r}")
    return told


def param_option(function: F) -> F:
    """--param NAME=VALUE, as often as needed."""
    return click.option("--param", "params", multiple=True, metavar="NAME=VALUE", help="A parameter; may be repeated.")(
        function
    )


def folder_options(function: F) -> F:
    """--with DIR and --without GROUP."""
    function = click.option(
        "--with",
        "folders",
        multiple=True,
        metavar="DIR",
        type=click.Path(path_type=Path),
        help="A folder laid out like the bundled data, to load as well; may be repeated.",
    )(function)
    return click.option(
        "--without",
        multiple=True,
        metavar="GROUP",
        help="Leave out a group of data: fao is what may not be used commercially.",
    )(function)


def pairs(params: Iterable[str]) -> dict[str, str]:
    """NAME=VALUE as a mapping. Raises GraphError for one without an equals sign and for one given twice."""
    found: dict[str, str] = {}
    for param in params:
        name, equals, value = param.partition("=")
        if not equals or not name.strip():
            raise GraphError(f"--param: expected NAME=VALUE, found {one_line(param)!r}")
        if name.strip() in found:
            raise GraphError(f"--param: {one_line(name.strip())} is given twice")
        found[name.strip()] = value.strip()
    return found


def write_text(path: Path, text: str) -> None:
    """Write a whole text file. Raises GraphError where that can't be done."""
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise GraphError(f"{one_line(path)}: can't be written: {error.strerror}") from None
