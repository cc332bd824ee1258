"""What next: what a planned link would change, and which link would be the best to seek."""
