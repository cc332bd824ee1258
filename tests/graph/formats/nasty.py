"""Graphs made to be lost on the way through a file, one by hand and any number by hypothesis."""

from __future__ import annotations

import typing
import unicodedata
from collections.abc import Iterable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from graph.dates import PartialDate, read_date
from graph.facts import Fact, Facts, Origin, Place
from graph.kinds import Edge, Node, Property, Ref
from graph.model import (
    EDGES,
    NODES,
    Agency,
    Agreement,
    Bloc,
    Build,
    Country,
    CutsTariffOn,
    Exports,
    Firm,
    Joins,
    MemberOf,
    Observation,
    Partnership,
    PartnersWith,
    Product,
    TradesIn,
)
from graph.vocabulary import Comparator, Form, Precision, Status

TEXTS = [
    "กสอ. \"ผนึก\"\nสมาชิก'อาร์เซป' \\ $x {y} `z`",
    "a\rb\r\nc\nd\te",
    "\\u00c5 \\\\u00c5 \\U0001F35A \\n \\' \\",
    "=1+1",
    "'=1+1",
    "''-2",
    "'",
    "' =x",
    ' =HYPERLINK("http://x")',
    "@x",
    "\t=x",
    "=",
    ">",
    "＝x",
    "a,b;c|d\x20\u00a0\u2028\u2029",
    "<b>&amp;&#10;]]>",
    "\ufeffx",
    "\u202eabc\u202c",
    "\\\u202e",
    "🍚 e\u0301",
    " spaces ",
    "null",
    "true",
    "[]",
    '["a"]',
    "0101",
    "1e3",
    '"',
    '""',
    ";\n",
    "] AS row MERGE (n:Country {id: row.id}) SET n += row.props;\nMATCH (n) DETACH DELETE n;\n",
    "id:ID",
]
NUMBERS = [0.0, -0.0, 1e-300, 1e300, 5e-324, 0.1, 1e22, -12.5, float(2**53 + 2)]
WHOLE = [0, -1, 2**53 + 1, 2**63 - 1, -(2**63)]


def nasty() -> Facts:
    """A graph by hand of what a file is most likely to lose."""
    tha, jpn, bloc = Country(id="THA", name="THA"), Country(id="J:P|N", name="Japan", latitude=1e-300), Bloc(id="=b")
    odd = [
        Agency(id=f"a{number}{text}", name=text, aliases=("", text, "", ";", "|", ","), note=text, duty=text)
        for number, text in enumerate(TEXTS)
    ]
    figures = [
        Observation(id=f"o{number}", measure="m", value=value, comparator=Comparator.EQUAL, unit="'=t")
        for number, value in enumerate(NUMBERS)
    ]
    products = [Product(id=f"p{number}", level=value) for number, value in enumerate(WHOLE)]
    talks = [
        Partnership(id=id, form=Form.TALKS, status=Status.ACTIVE, start=read_date(day), sector_words=("", "ข้าว"))
        for id, day in (("x'1", "2020"), ("x\n2", "2020-07"), ("x\\u0033", "2020-07-15"))
    ]
    agreement = Agreement(id="rcep", in_force=PartialDate(date(1, 1, 1), Precision.DAY))
    firms = [Firm(id="f", delisted=True), Firm(id="g", delisted=False)]
    edges: list[Edge] = [
        Exports(source=tha.ref, target=jpn.ref, product="10", year=year, unit="US$", dataset="d", value=value)
        for year, value in ((2018, 1.0), (2019, None), (2020, 0.0), (2**53 + 1, 1e-300))
    ]
    for each in talks:
        edges += [Joins(source=ref, target=each.ref, named_as=TEXTS[0]) for ref in (tha.ref, jpn.ref, bloc.ref)]
        edges += [
            PartnersWith(source=one, target=other, partnership=each.id, sectors=("food", ""), since=each.start)
            for one, other in ((tha.ref, jpn.ref), (tha.ref, bloc.ref), (jpn.ref, tha.ref), (bloc.ref, jpn.ref))
        ]
    edges += [MemberOf(source=tha.ref, target=bloc.ref, note=text) for text in TEXTS[:1]]
    edges += [
        TradesIn(source=tha.ref, target=product.ref, year=2020, unit=unit, dataset="d", imports=-0.5)
        for product, unit in zip(products, TEXTS, strict=False)
    ]
    edges += [
        CutsTariffOn(
            source=agreement.ref, target=products[0].ref, importer="THA", partner="JPN", line=text, rates=("", text)
        )
        for text in TEXTS
    ]
    nodes: list[Node] = [tha, jpn, bloc, *odd, *figures, *products, *talks, agreement, *firms]
    return gathered_from([*nodes, Build(id="build", folders=("a b", "c;d")), *edges])


def gathered_from(facts: Iterable[Fact]) -> Facts:
    """Facts as the formats give them; of two that are the same node or edge the last."""
    whole = Facts()
    for fact in facts:
        if isinstance(fact, Node):
            whole.nodes[fact.ref] = fact
            whole.origins[fact.ref] = Origin(Place("x"))
        else:
            whole.edges[fact.kind, fact.place] = fact
            whole.origins[fact.kind, fact.place] = Origin(Place("x"))
    return whole


def is_text(character: str) -> bool:
    """What every format of the product takes; XML and Cypher have no place for the rest."""
    return character in "\t\n\r" or (
        unicodedata.category(character) not in ("Cc", "Cs") and character not in "\ufffe\uffff"
    )


texts = st.one_of(
    st.sampled_from(TEXTS),
    st.text(st.characters(exclude_categories=["Cs"]).filter(is_text), max_size=12),
    st.lists(st.sampled_from(["'", "=", "\\", "u", "00c5", '"', "\r", "\n", "\t", ",", ";", " ", "ก", "{", "\u202e"]), max_size=6).map("".join),
)  # fmt: skip
dates = st.builds(PartialDate, st.dates(), st.sampled_from(Precision))


def _held(p: Property) -> st.SearchStrategy[Any]:
    if p.words:
        return st.sampled_from(list(p.words))
    if p.python_type is PartialDate:
        return dates
    if typing.get_origin(p.python_type) is tuple:
        return st.lists(texts, max_size=3).map(tuple)
    return {
        str: texts,
        int: st.one_of(st.sampled_from(WHOLE), st.integers(-(2**63), 2**63 - 1)),
        float: st.one_of(st.sampled_from(NUMBERS), st.floats(allow_nan=False, allow_infinity=False)),
        bool: st.booleans(),
    }[p.python_type]


ids = texts.filter(bool)


@st.composite
def fact(draw: st.DrawFn, /, kind: type[Node] | type[Edge], **given: Any) -> Any:
    """A fact of a kind with any values; half of what may be left out is."""
    values = dict(given)
    for p in kind.properties():
        if p.name not in values and (p.required or draw(st.booleans())):
            values[p.name] = draw(_held(p).filter(bool) if p.required and p.python_type is str else _held(p))
    return kind(**values)


@st.composite
def graphs(draw: st.DrawFn) -> Facts:
    """A small graph without loose ends."""
    facts: list[Fact] = []
    for edge in draw(st.lists(st.sampled_from(sorted(EDGES)), max_size=4)):
        ends: dict[str, Ref[Any]] = {}
        for end, kinds in zip(("source", "target"), EDGES[edge].joins(), strict=True):
            node = draw(fact(NODES[draw(st.sampled_from(kinds))]))
            facts.append(node)
            ends[end] = node.ref
        facts.append(draw(fact(EDGES[edge], **ends)))
        if draw(st.booleans()):
            facts.append(draw(fact(EDGES[edge], **ends)))
    facts += [draw(fact(NODES[kind])) for kind in draw(st.lists(st.sampled_from(sorted(NODES)), max_size=3))]
    return gathered_from(facts)
