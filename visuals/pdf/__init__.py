"""Figures as PDF: vector, text as text, our font inside; written here since no library shapes Thai right in all three.

What was measured, and why nothing else was taken, is decision 0022.
"""

from visuals.pdf.document import pdf_of

__all__ = ["pdf_of"]
