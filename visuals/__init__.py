"""What one may see: pictures as plain data, laid out, and written as an interactive page or as a figure for print."""
