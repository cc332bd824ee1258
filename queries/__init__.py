"""What one may ask: the catalogue of questions and how they are answered."""

from queries.ask import ask
from queries.question import Column, Param, Question, catalogue, question

__all__ = ["Column", "Param", "Question", "ask", "catalogue", "question"]
