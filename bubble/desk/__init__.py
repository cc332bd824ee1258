"""The analyst's desk: queries and commands one after another, on a terminal or from a pipe."""
