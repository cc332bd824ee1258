"""The Cypher that both engines understand alike, and what to write instead of the rest.

For the question files of the product: each complaint names a construct that one engine refuses or, worse,
answers differently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from graph.cypher.allowed import FUNCTIONS
from graph.cypher.tokens import Kind, Token, enclosing, tokens
from graph.errors import nearest, one_line

_EMBEDDED_LACKS = frozenset(
    """
    char_length character_length e isempty isnan lower upper normalize nullif percentilecont percentiledisc stdevp
    timestamp tobooleanlist tobooleanornull tofloatlist tofloatornull tointegerlist tointegerornull tostringlist
    tostringornull datetime.fromepoch datetime.fromepochmillis point.distance point.withinbbox
    vector.similarity.cosine vector.similarity.euclidean
    date.realtime datetime.realtime localdatetime.realtime localtime.realtime time.realtime
    date.statement datetime.statement localdatetime.statement localtime.statement time.statement
    date.transaction datetime.transaction localdatetime.transaction localtime.transaction time.transaction
    """.split()
)
_ONE_ENGINE_CLAUSES = {
    "FILTER": "write WITH * WHERE",
    "HAVING": "write WITH the aggregates, then WHERE",
    "OFFSET": "write SKIP",
    "INTERSECT": "test membership with EXISTS { } instead",
    "EXCEPT": "write WHERE NOT EXISTS { } instead",
    "FINISH": "write RETURN",
    "LET": "write WITH *, … AS name",
    "SEARCH": "call db.index.fulltext.queryNodes",
    "FORMAT": "choose the output format in the command",
    "OVER": "order, collect and index the list instead of a window function",
    "INSERT": "questions only read",
    "NODETACH": "questions only read",
}
_KNOWN = {name.lower() for name in FUNCTIONS}
_COMPARISONS = ("=", "<>", "<", ">", "<=", ">=", "!=")
_KEYWORDS = frozenset(
    """
    MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION CALL ORDER BY SKIP LIMIT DISTINCT ALL AS AND OR XOR NOT IN IS
    CONTAINS STARTS ENDS CASE WHEN THEN ELSE END YIELD ASC DESC ASCENDING DESCENDING EXPLAIN PROFILE
    """.split()
)
_OPERANDS = frozenset("END ALL ASC DESC ASCENDING DESCENDING".split())
_CLAUSES = frozenset("MATCH WHERE WITH RETURN UNWIND UNION CALL ORDER SKIP LIMIT YIELD".split())


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something that does not run alike on both engines: where it stands (from 1) and what to write instead."""

    line: int
    column: int
    message: str


def complaints(text: str) -> list[Complaint]:
    """Everything in the text that only one engine takes, in the order of the text; GraphError if it is no Cypher."""
    written = tokens(text)
    read = _Text([token for token in written if token.kind is not Kind.COMMENT])
    found = [
        Complaint(token.line, token.column, message)
        for index, token in enumerate(read.pieces)
        for rule in _RULES
        for message in rule(read, index, token)
    ]
    found += [
        Complaint(
            token.line, token.column, "comments between /* and */ do not run on the embedded engine; write // comments"
        )
        for token in written
        if token.text.startswith("/*")
    ]
    return sorted(found, key=lambda complaint: (complaint.line, complaint.column))


class _Text:
    """The pieces without comments, the bracket and the clause in which each stands."""

    def __init__(self, pieces: list[Token]) -> None:
        self.pieces = pieces
        self.inside = enclosing(pieces)
        self.clauses: list[str] = []
        latest: dict[int, str] = {}
        for index, piece in enumerate(pieces):
            here = self.inside[index]
            if piece.keyword in _CLAUSES and not self.after(index, ".", ":") and not self.before(index, ":"):
                latest[here] = "" if self.keyword(index - 1) in ("STARTS", "ENDS") else piece.keyword
            outer = self.clauses[here] if here >= 0 else ""
            self.clauses.append(latest.get(here, outer))

    def is_symbol(self, index: int, *symbols: str) -> bool:
        return 0 <= index < len(self.pieces) and self.pieces[index].is_symbol(*symbols)

    def before(self, index: int, *symbols: str) -> bool:
        """Whether one of these symbols follows."""
        return self.is_symbol(index + 1, *symbols)

    def after(self, index: int, *symbols: str) -> bool:
        """Whether one of these symbols stands before."""
        return self.is_symbol(index - 1, *symbols)

    def keyword(self, index: int) -> str:
        return self.pieces[index].keyword if 0 <= index < len(self.pieces) else ""

    def related(self, bracket: int) -> bool:
        """Whether this is the square bracket of a relationship."""
        return self.is_symbol(bracket, "[") and self.after(bracket, "-")

    def called(self, bracket: int) -> bool:
        """Whether this is the bracket of a function's arguments."""
        named = bracket > 0 and self.is_symbol(bracket, "(") and self.pieces[bracket - 1].is_name
        return named and (self.keyword(bracket - 1) not in _KEYWORDS or self.keyword(bracket - 1) == "ALL")

    def ends_operand(self, index: int) -> bool:
        """Whether an expression may end with this piece."""
        if not 0 <= index < len(self.pieces):
            return False
        piece = self.pieces[index]
        if piece.kind is Kind.SYMBOL:
            return piece.is_symbol(")", "]", "}") or (piece.text == "*" and self.keyword(index - 1) in _CLAUSES)
        return piece.keyword not in _KEYWORDS or piece.keyword in _OPERANDS or self.after(index, ".", ":")

    def function(self, index: int) -> str:
        """The dotted name of the function that ends with this piece, or ""."""
        if not (self.pieces[index].is_name and self.called(index + 1)) or self.keyword(index - 1) == "CALL":
            return ""
        parts = [self.pieces[index].name]
        while self.after(index, ".") and index > 1 and self.pieces[index - 2].is_name:
            index -= 2
            parts.append(self.pieces[index].name)
        return "" if self.keyword(index - 1) == "CALL" else ".".join(reversed(parts))


def _labels(read: _Text, index: int, token: Token) -> Iterator[str]:
    if token.is_symbol("&", "!"):
        yield f"labels with {token.text} do not run on the embedded engine; write :A:B or :A|B, or WHERE NOT n:A"
    if token.is_symbol("!="):
        yield "!= does not run on Neo4j; write <>"
    if token.is_symbol("::"):
        yield ":: (a type test) is not the same on both engines; test the value itself"


def _variable_length(read: _Text, index: int, token: Token) -> Iterator[str]:
    if not (token.is_symbol("*") and read.related(read.inside[index])):
        return
    ahead = index + 1
    if ahead < len(read.pieces) and read.pieces[ahead].kind is Kind.NUMBER:
        if not read.before(ahead, ".."):
            return
        ahead += 1
    bounded = read.is_symbol(ahead, "..") and ahead + 1 < len(read.pieces)
    if not (bounded and read.pieces[ahead + 1].kind is Kind.NUMBER):
        yield "a path of any length stops at ten steps on the embedded engine; write an upper bound, as *1..4"


def _quantified(read: _Text, index: int, token: Token) -> Iterator[str]:
    bracket, arrow = read.after(index, ")"), read.after(index, ">", "-")
    opener = read.inside[index - 1] if index else -1
    scope = bracket and read.keyword(opener - 1) == "CALL"
    repeated = token.is_symbol("{") and bracket and not scope
    in_path = read.clauses[index] == "MATCH" and not read.is_symbol(read.inside[index], "[", "{")
    if repeated or (token.is_symbol("+", "*") and (bracket or arrow) and in_path):
        yield "quantified path patterns do not run on the embedded engine; write [:TYPE*1..3]"
    if token.keyword == "WHERE" and read.is_symbol(read.inside[index], "(") and not read.called(read.inside[index]):
        yield "WHERE inside a pattern does not run on the embedded engine; put it behind the pattern"


def _chained(read: _Text, index: int, token: Token) -> Iterator[str]:
    """A second comparison before anything that parts expressions."""
    if not _compares(read, index):
        return
    here, back = read.inside[index], index - 1
    while back >= 0 and (read.inside[back] != here or not _parts(read, back)):
        if back == here:
            return
        if read.inside[back] == here and _compares(read, back):
            yield "chained comparison is not the same on both engines; write a < b AND b < c"
            return
        back -= 1


def _compares(read: _Text, index: int) -> bool:
    piece = read.pieces[index]
    arrow = (piece.text == "<" and read.before(index, "-") and read.is_symbol(index + 2, "[", "-")) or (
        piece.text == ">" and read.after(index, "-")
    )
    return piece.is_symbol(*_COMPARISONS) and not arrow


def _parts(read: _Text, index: int) -> bool:
    piece = read.pieces[index]
    return piece.is_symbol(",", "|", ";") or (piece.keyword in _KEYWORDS and not read.after(index, ".", ":"))


def _one_engine(read: _Text, index: int, token: Token) -> Iterator[str]:
    word = token.keyword
    starts = index == 0 or read.ends_operand(index - 1)
    named = read.after(index, ".", ":") or read.before(index, ":")
    if word in _ONE_ENGINE_CLAUSES and starts and not named:
        yield f"{word} is not the same on both engines; {_ONE_ENGINE_CLAUSES[word]}"
    if word == "COLLECT" and read.before(index, "{"):
        yield "COLLECT { } does not run on the embedded engine; write a pattern comprehension, or collect() in CALL { }"
    if word == "LOAD" and read.keyword(index + 1) == "CSV":
        yield "LOAD CSV reads files of the server and is never run; load files with the loaders"
    if word == "TRANSACTIONS" and "IN" in (read.keyword(index - 1), read.keyword(index - 2), read.keyword(index - 3)):
        yield "IN TRANSACTIONS does not run on the embedded engine; leave it out"
    if word == "CYPHER" and index == 0:
        yield "the CYPHER prefix is not the same on both engines; leave it out"


def _functions(read: _Text, index: int, token: Token) -> Iterator[str]:
    if token.is_name and token.name.lower() == "apoc" and read.before(index, ".") and not read.after(index, "."):
        yield "APOC is not there on either engine; write it in plain Cypher"
        return
    name = read.function(index)
    lowered = name.lower()
    if not name or lowered.startswith("apoc.") or name.upper() in _ONE_ENGINE_CLAUSES:
        return
    if lowered == "duration.between":
        yield "duration.between gives days only on the embedded engine; write duration.inDays or duration.inMonths"
    elif lowered in _EMBEDDED_LACKS:
        yield f"{one_line(name, 40)}() is not there on the embedded engine; write it in other functions"
    elif lowered not in _KNOWN:
        yield f"{one_line(name, 40)}() is not there on both engines; use another{nearest(name, sorted(FUNCTIONS))}"
    if lowered in ("startnode", "endnode") and _returned_whole(read, index):
        yield f"{name}() returned whole is a string on the embedded engine; return the node that the pattern binds"


def _returned_whole(read: _Text, index: int) -> bool:
    if read.clauses[index] != "RETURN" or not (
        read.after(index, ",") or read.keyword(index - 1) in ("RETURN", "DISTINCT")
    ):
        return False
    close = index + 2
    while close < len(read.pieces) and read.inside[close] != read.inside[index]:
        close += 1
    return close >= len(read.pieces) or read.is_symbol(close, ",", ";", "}") or read.keyword(close) in _KEYWORDS


def _properties(read: _Text, index: int, token: Token) -> Iterator[str]:
    if not (token.is_name and token.name.lower() in ("title", "type")):
        return
    bracket = read.inside[index]
    pattern = read.inside[bracket] if bracket >= 0 else -1
    in_pattern = read.is_symbol(bracket, "{") and (
        read.related(pattern) or (read.is_symbol(pattern, "(") and not read.called(pattern))
    )
    if (read.after(index, ".") and not read.before(index, "(")) or (in_pattern and read.before(index, ":")):
        yield f"{token.name} means something of its own on the embedded engine; name the property otherwise"


def _spelling(read: _Text, index: int, token: Token) -> Iterator[str]:
    if token.kind is Kind.WORD and not token.text.isascii():
        yield f"put {one_line(token.text, 40)} in backticks; the embedded engine takes bare names in ASCII only"
    if token.kind is Kind.PARAMETER and not (token.text.isascii() and "`" not in token.text):
        yield f"name the parameter {one_line(token.text, 40)} with ASCII letters, digits and _ only"
    if token.kind is Kind.NUMBER and "_" in token.text:
        yield f"write {one_line(token.text, 40)} without _; the embedded engine does not take it"


_RULES: tuple[Callable[[_Text, int, Token], Iterator[str]], ...] = (
    *(_labels, _variable_length, _quantified, _chained, _one_engine, _functions, _properties, _spelling),
)
