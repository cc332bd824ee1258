"""The questions, one file each: Cypher, or Python over the graph and its twin in NetworkX."""
