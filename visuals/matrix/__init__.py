"""A matrix as a picture: plain data, and its page, figure and workbook."""
