"""A graph shared on a Neo4j server (5.x, Aura, a cluster): whatever answers Bolt, through the official driver."""

from graph.stores.bolt.store import Neo4jStore

__all__ = ["Neo4jStore"]
