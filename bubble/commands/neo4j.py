"""bubble neo4j."""

from __future__ import annotations

import click

from bubble.commands.build import clear_progress, show_progress
from bubble.places import local_server

ACTIONS = ("start", "stop", "status")


@click.command("neo4j")
@click.argument("action", type=click.Choice(ACTIONS))
@click.option("--home", metavar="DIR", help="The server's folder; the usual one unless told.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port to listen on; 7687 or a free one unless told.")
@click.option("--heap", metavar="SIZE", help="Memory for the server as 1g or 4g, beside 512 MB for its page cache.")
def command(action: str, home: str | None, port: int | None, heap: str | None) -> None:
    """Start, stop or look at a Neo4j server on this machine, without Docker.

    It listens on this machine only, keeps its data, settings, logs and password in one folder, and reads neither files
    nor the network. Needs Java 17 or later; the first start fetches Neo4j Community with Maven.
    """
    server = local_server(home)
    if action == "start":
        try:
            running = server.start(port=port, heap=heap, tell=show_progress)
        finally:
            clear_progress()
        click.echo(f"Neo4j runs at {running.address}\nFolder    {server.home}")
        click.echo(f"Password  of user neo4j in {server.password_file}\nUse it    --graph {running.address}")
    elif action == "stop":
        click.echo("Neo4j has ended" if server.stop() else "Neo4j did not run")
    else:
        found = server.running()
        state = f"runs at {found.address} (process {found.pid})" if found else "does not run; bubble neo4j start"
        click.echo(f"Neo4j {state}\nFolder    {server.home} ({server.size() / 1e6:,.0f} MB of data)")
