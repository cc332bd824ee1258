"""What there is to ask and to draw, as a notebook shows it."""

from __future__ import annotations

from dataclasses import dataclass

from bubble.catalogue import questions
from bubble.tabled import Table
from graph.store import Answer
from queries.header import TOPICS

_COLUMNS = ("name", "title", "params")
_VIEWS = ("Views: %bubble draw NAME", "มุมมอง: %bubble draw ชื่อ")
_QUESTIONS = ("Questions: %bubble ask NAME · {topic}", "คำถาม: %bubble ask ชื่อ · {topic}")


@dataclass(frozen=True)
class Lists:
    """Tables one below the other."""

    tables: tuple[Table, ...]

    def __repr__(self) -> str:
        return "\n\n".join(map(repr, self.tables))

    def _repr_html_(self) -> str:
        return "\n".join(table.html() for table in self.tables)

    def _repr_markdown_(self) -> str:
        return "\n".join(table.markdown() for table in self.tables)


def lists(language: str) -> Lists:
    """The views and, topic by topic, the questions, each with its title and what it takes."""
    from bubble.drawing import params_of
    from visuals.view import views

    thai = language == "th"
    drawn = [
        {
            "name": view.name,
            "title": view.title.of(language),
            "params": [f"{p.name}={p.default}" for p in params_of(view)],
        }
        for view in views().values()
    ]
    tables = [Table(Answer(drawn, _COLUMNS), language=language, rows=len(drawn), title=_VIEWS[thai])]
    for topic, words in TOPICS.items():
        asked = [
            {"name": name, "title": q.heading(language), "params": [f"{p.name}={p.default}" for p in q.params]}
            for name, q in questions().items()
            if q.topic == topic
        ]
        title = _QUESTIONS[thai].format(topic=words[thai])
        tables.append(Table(Answer(asked, _COLUMNS), language=language, rows=len(asked), title=title))
    return Lists(tuple(tables))
