"""The charts as the bundled data draw them, and one of each kind in which every text tries to break out."""

from __future__ import annotations

from functools import cache
from typing import Any

from bubble.drawing import picture_of
from tests.built import bundled
from tests.visuals.hostile import HOSTILE
from visuals.cards.card import Card
from visuals.charts.chart import Chart, Part
from visuals.charts.coverage import GROUPS, Coverage, Dot, Row
from visuals.charts.flows import LOOKS, End, Flow, Flows, Headed
from visuals.charts.map import Map, Place
from visuals.charts.timeline import Event, Lane, Span, Timeline
from visuals.charts.trade import LARGE, Line, Measured, Trade
from visuals.picture import Fact, Passage, Text, shown
from visuals.view import named

CHARTS = ("map-of-links", "timeline-of-links", "trade-beside-links", "evidence-coverage", "flows-beside-links")


@cache
def drawn(name: str, country: str = "") -> Any:
    """A chart of the bundled data."""
    return picture_of(bundled().store, named(name), {"country": country} if country else {})


def hostile(kind: type[Chart]) -> Chart:
    """A chart of that kind with each hostile text in every field that takes one."""
    texts = [shown(text) for text in HOSTILE]
    chart = kind.titled(Text(*texts[:2]))
    chart.say(*HOSTILE[2:4])
    chart.drawn_from(nodes=1, links=1, date=HOSTILE[0], content_hash=HOSTILE[1])
    chart.columns = (Text(texts[0], texts[1]),)
    for i, text in enumerate(texts):
        both = Text(text, text)
        chart.links[text] = Card(text, both, both, text, text, text, (text,))
        chart.passages[text] = Passage(*[text] * 8)
        chart.parts.append(Part(both, both, (text,), (Fact(text, text, text, text),), (text,)))
        chart.rows.append((both,))
        chart.note(HOSTILE[i], HOSTILE[i])
        _fill(chart, i, both)
    return chart


def _fill(chart: Chart, i: int, both: Text) -> None:
    if isinstance(chart, Map):
        chart.home = Place(both, 100, 15, 1, 1, both, 0)
        chart.places.append(Place(both, 100 + i, 10, i % 2, 1, both, i))
    elif isinstance(chart, Timeline):
        event = Event(i, both.en, Span(2000 + i / 9, 2000 + i / 9), Span(2011, 2012))
        chart.lanes.append(Lane(both, (event,), 1, i, both))
    elif isinstance(chart, Trade):
        chart.measured = Measured(both, both, both, both)
        chart.lines.append(Line(i, both, 1.0, None, 2.0, LARGE))
    elif isinstance(chart, Flows):
        chart.headed = Headed(both, both)
        end = End(i, both, 1.0)
        chart.sub_sectors.append(end)
        chart.members.append(end)
        chart.flows.append(Flow(i, i, i, 1.0, list(LOOKS)[i % len(LOOKS)]))
    elif isinstance(chart, Coverage):
        group = list(GROUPS)[i % len(GROUPS)]
        chart.groups[both.en] = group
        chart.dots.append(Row(both, (Dot(i, group, i, is_inferred=True),)))
