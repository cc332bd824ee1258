"""The formats a graph is written in, one file each, found by scanning this folder (see `graph.format`)."""
