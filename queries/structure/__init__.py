"""How parties hang together: the links that serve a sector as a network, and what its shape tells."""
