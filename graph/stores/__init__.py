"""The engines a graph may be kept in; each file here knows one of them."""
