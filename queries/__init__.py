"""What one may ask: the catalogue of questions and how they are answered."""

from queries.ask import ask
from queries.header import Column, Param
from queries.question import Question, catalogue, question

__all__ = ["Column", "Param", "Question", "ask", "catalogue", "question"]
