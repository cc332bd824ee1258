"""A whole report: a template of text with placeholders, filled with answers and figures of one state of the graph."""
