"""Cypher as text: reading it in pieces, letting only read-only queries through, and telling what to change."""
