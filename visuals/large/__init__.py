"""Pictures too large to be read at once: their groups, where these stand, and what a page shows of them."""
