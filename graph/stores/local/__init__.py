"""A Neo4j server on this machine, without Docker; its jars are fetched, never shipped."""

from graph.stores.local.server import LocalServer, Running

__all__ = ["LocalServer", "Running"]
