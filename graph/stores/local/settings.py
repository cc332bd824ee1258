"""How a server of our own is configured: on this machine only, and closed to files and to the network by itself."""

from __future__ import annotations

from collections.abc import Mapping

from graph.errors import GraphError

SETTINGS = {
    "server.http.enabled": "false",
    "dbms.usage_report.enabled": "false",
    # A query in read mode may still read any file and address (LOAD CSV), so the server refuses both by itself.
    "dbms.security.allow_csv_import_from_file_urls": "false",
    "internal.dbms.cypher_ip_blocklist": "0.0.0.0/0,::/0",
    "server.memory.pagecache.size": "512m",
    "db.tx_log.preallocate": "false",
    "db.tx_log.rotation.retention_policy": "1 days 1G",
}
"""What every server we configure is told; compose.yaml tells the official image the same."""
HEAP = "1g"
"""Memory of the server beside its page cache."""


def written(port: int, more: Mapping[str, str]) -> str:
    """The text of neo4j.conf for a server that listens on a port of this machine's loopback address."""
    if not 0 < port < 65536:
        raise GraphError(f"--port: expected a number from 1 to 65535, found {port}")
    told = {"server.bolt.listen_address": f"127.0.0.1:{port}", **SETTINGS, **more}
    return "".join(f"{name}={value}\n" for name, value in told.items())
