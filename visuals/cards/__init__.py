"""Links as cards: what a panel tells of a link, its evidence and sources. Pages of matrices and charts share it."""
