"""Cards, reports and figures in documents: made as plain blocks first, then written to a format."""
