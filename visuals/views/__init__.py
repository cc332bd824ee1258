"""One file for each view; a new file here is found by itself."""
