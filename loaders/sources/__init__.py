"""One file for each source of the bundled data; a new file here is found by itself."""
