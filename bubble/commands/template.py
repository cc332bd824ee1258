"""bubble template."""

from __future__ import annotations

import click

from bubble.options import graph_option, language_option
from graph.errors import GraphError, nearest, one_line
from graph.kinds import Edge, Node
from graph.model import EDGES, NODES
from loaders.files import write_csv
from loaders.kind_files import columns_of
from loaders.loader import loaders


@click.command("template")
@click.argument("name", required=False)
@click.option("--explain", is_flag=True, help="Say what each column means instead.")
@language_option
@graph_option
def command(name: str | None, explain: bool, lang: str, graph: str | None) -> None:
    """Print an empty CSV file for NAME: a kind (Agency, JOINS) or a source (partnerships).

    Save it in a folder of your own at the place that the first line on stderr tells, fill it in, and load it with
    bubble build --with that folder.
    """
    sources = {each.name: each for each in loaders() if each.columns}
    kinds: dict[str, type[Node] | type[Edge]] = {**NODES, **EDGES}
    if name is None:
        for each in sources.values():
            click.echo(f"{each.name:24} {each.files}  {each.doc}")
        for kind in kinds.values():
            click.echo(f"{kind.kind:24} kinds/{kind.kind}.csv  {kind.th if lang == 'th' else kind.en}")
    elif name in kinds:
        columns = columns_of(kinds[name])
        click.echo(f"kinds/{name}.csv", err=True)
        if explain:
            for column, labels in columns.items():
                click.echo(f"{column:24} {labels[1] if lang == 'th' else labels[0]}")
        else:
            click.echo(write_csv(list(columns), []), nl=False)
    elif name in sources:
        each = sources[name]
        click.echo(each.files, err=True)
        if explain:
            for column in (*each.columns, *each.optional):
                click.echo(f"{column:24} {'needed' if column in each.columns else 'may be left out'}")
        else:
            click.echo(write_csv([*each.columns, *each.optional], []), nl=False)
    else:
        raise GraphError(f"no kind or source is called {one_line(name)}{nearest(name, [*kinds, *sources])}")
