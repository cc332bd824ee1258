"""Every question that can be asked here: the bundled ones, and those in the user's own folder."""

from __future__ import annotations

from collections.abc import Mapping

from bubble.places import own_questions
from graph.errors import GraphError, nearest, one_line
from queries import Question, catalogue
from queries.header import TOPICS
from queries.own import Own, read_own


def own() -> Own:
    """The user's own questions, and what is wrong with files of theirs that can't be taken."""
    return read_own(own_questions(), catalogue())


def questions() -> Mapping[str, Question]:
    """Every question by name, topic by topic."""
    topics = list(TOPICS)
    known = {**catalogue(), **own().questions}
    return dict(sorted(known.items(), key=lambda pair: (topics.index(pair[1].topic), pair[0])))


def find(name: str) -> Question:
    """The question of that name. Raises GraphError where there is none, and where the file that holds it is broken."""
    if name in catalogue():
        return catalogue()[name]
    found = own()
    if name in found.questions:
        return found.questions[name]
    if name in found.problems:
        raise GraphError(found.problems[name])
    raise GraphError(f"no question is called {one_line(name)}{nearest(name, questions())}; list them with: bubble ask")
