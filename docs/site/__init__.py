"""The documentation site: the pages of docs/, a gallery drawn from the data, a search that works without a server."""
