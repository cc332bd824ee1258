"""One file for each command, read when it is called."""
