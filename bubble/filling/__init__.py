"""Figures, tables and sentences of the graph in documents that people write: made once, placed, and kept up to date."""
