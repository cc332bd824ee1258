"""What an analyst's query may be: one statement that only reads, and only the graph.

Both engines let a "read-only" query read files of the server, change settings or end other people's queries,
so nothing runs that has not been admitted here. The gate knows what is allowed, never what is forbidden: it
follows the text piece by piece, and at each place only an operand, an operator or a listed clause may stand.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from graph.cypher.allowed import DEEPEST, FUNCTIONS, LONGEST_CHAIN, MOST_UNIONS, PROCEDURES
from graph.cypher.tokens import Kind, Token, refusal, tokens
from graph.errors import nearest, one_line

_KNOWN_FUNCTIONS = {name.lower() for name in FUNCTIONS}
_KNOWN_PROCEDURES = {name.lower() for name in PROCEDURES}
_CLAUSES = frozenset("MATCH OPTIONAL WITH RETURN UNWIND UNION CALL".split())
_PARTS = frozenset("WHERE ORDER SKIP LIMIT YIELD".split())
# Words that start a clause somewhere. As a bare name they are refused, for an engine may start that clause there.
_RESERVED = _CLAUSES | frozenset(
    """
    WHERE ORDER SKIP LIMIT YIELD CREATE MERGE SET DELETE DETACH NODETACH REMOVE FOREACH LOAD INSERT DROP ALTER
    GRANT DENY REVOKE SHOW TERMINATE USE FINISH
    """.split()
)
_JOINING = frozenset("AND OR XOR IN CONTAINS WHEN THEN ELSE".split())
_DIRECTIONS = frozenset("ASC DESC ASCENDING DESCENDING".split())
_OPERATORS = ("+", "-", "*", "/", "%", "^", "=", "<>", "!=", "<", ">", "<=", ">=", "=~", "||", ",")
_CLOSING = {"(": ")", "[": "]", "{": "}"}
_ALLOWED = (
    "a query may only read, with MATCH, OPTIONAL MATCH, WHERE, WITH, UNWIND, CALL { }, UNION, RETURN, "
    "ORDER BY, SKIP and LIMIT"
)
_BACKTICKS = "put it in backticks if it is a name"


def admit(text: str) -> str:
    """The text itself when it is one query that only reads the graph.

    Otherwise raises GraphError: what was found, in which line and column, and what is allowed.
    """
    pieces = [token for token in tokens(text) if token.kind is not Kind.COMMENT]
    if pieces and pieces[-1].is_symbol(";"):
        pieces.pop()
    _Reader(text, pieces).read()
    return text


class _Need(Enum):
    """What may come next."""

    CLAUSE = auto()
    OPERAND = auto()
    OPERATOR = auto()


@dataclass(slots=True)
class _Frame:
    """A bracket that is open, or the whole text: what it holds and what may follow when it closes."""

    opener: str
    holds: str = "values"  # "query", "pattern" (a relationship's square brackets), "arguments" or "values"
    then: _Need = _Need.OPERATOR
    matching: bool = False  # in a MATCH of this query, before its WHERE
    chain: int = 0  # steps so far of the a.b[0] that stands here


class _Reader:
    """Goes through the pieces once, from left to right, and raises at the first that may not stand there."""

    def __init__(self, text: str, pieces: list[Token]) -> None:
        self.text = text
        self.pieces = pieces
        self.at = 0
        self.need = _Need.CLAUSE
        self.frames = [_Frame("", "query")]
        self.unions = 0

    def read(self) -> None:
        if self._keyword() in ("EXPLAIN", "PROFILE"):
            self.at += 1
        if not self._peek():
            raise refusal(self.text, 0, "expected a query, found none", "write one, as MATCH (n) RETURN n LIMIT 10")
        while token := self._peek():
            if self.need is _Need.CLAUSE and not token.is_symbol("}"):
                self._clause(token.keyword)
            elif self.need is _Need.OPERAND:
                self._operand(token)
            else:
                self._operator(token)
        if len(self.frames) > 1 or self.need is _Need.OPERAND:
            missing = _CLOSING.get(self.frames[-1].opener, "an expression")
            raise refusal(
                self.text, len(self.text.rstrip()), f"expected {missing}, found the end", "complete the query"
            )

    # Pieces

    def _peek(self, ahead: int = 0) -> Token | None:
        place = self.at + ahead
        return self.pieces[place] if 0 <= place < len(self.pieces) else None

    def _keyword(self, ahead: int = 0) -> str:
        token = self._peek(ahead)
        return token.keyword if token else ""

    def _is(self, ahead: int, *symbols: str) -> bool:
        token = self._peek(ahead)
        return token is not None and token.is_symbol(*symbols)

    def _named(self, ahead: int) -> bool:
        token = self._peek(ahead)
        return token is not None and token.is_name

    def _refuse(self, expected: str, way_out: str = _ALLOWED, ahead: int = 0) -> Exception:
        token = self._peek(ahead)
        place = token.start if token else len(self.text.rstrip())
        found = one_line(token.text, 40) if token else "the end"
        found = f"'{found}'" if token and token.kind is Kind.SYMBOL else found
        return refusal(self.text, place, f"expected {expected}, found {found}", way_out)

    def _step(self, need: _Need, by: int = 1) -> None:
        self.at += by
        self.need = need

    # Brackets

    def _open(self, frame: _Frame, need: _Need = _Need.OPERAND) -> None:
        if len(self.frames) > DEEPEST:
            raise self._refuse(f"at most {DEEPEST} brackets in one another", "make the query simpler")
        self.frames.append(frame)
        self._step(need)

    def _close(self, token: Token) -> None:
        frame = self.frames[-1]
        if _CLOSING.get(frame.opener) != token.text:
            raise self._refuse("matching brackets", "close each bracket in the order in which it was opened")
        self.frames.pop()
        self._step(frame.then)

    def _in_pattern(self) -> bool:
        """Whether a MATCH pattern goes on here, where + and * would repeat a part of the path."""
        for frame in reversed(self.frames):
            if frame.holds == "query":
                return frame.matching
            if frame.opener != "(" or frame.holds == "arguments":
                return False
        return False

    # Clauses

    def _clause(self, word: str) -> None:
        if word not in _CLAUSES:
            raise self._refuse("a clause that reads")
        if word == "OPTIONAL" and self._keyword(1) != "MATCH":
            raise self._refuse("MATCH after OPTIONAL", ahead=1)
        self.frames[-1].matching = word in ("MATCH", "OPTIONAL")
        if word in ("WITH", "RETURN"):
            self._projection()
        elif word == "UNION":
            self.unions += 1
            if self.unions > MOST_UNIONS:
                raise self._refuse(f"at most {MOST_UNIONS} UNIONs", "hand a list over as a parameter and UNWIND it")
            self._step(_Need.CLAUSE, 2 if self._keyword(1) in ("ALL", "DISTINCT") else 1)
        elif word == "CALL":
            self._call()
        else:
            self._step(_Need.OPERAND, 2 if word == "OPTIONAL" else 1)

    def _projection(self) -> None:
        """WITH, RETURN and YIELD, whose star stands for every column."""
        ahead = 2 if self._keyword(1) == "DISTINCT" else 1
        starred = self._is(ahead, "*")
        self._step(_Need.OPERATOR if starred else _Need.OPERAND, ahead + starred)

    def _part(self, word: str) -> None:
        """What follows within a clause: WHERE, ORDER BY, SKIP, LIMIT, YIELD."""
        if word == "ORDER" and self._keyword(1) != "BY":
            raise self._refuse("BY after ORDER", ahead=1)
        frame = self.frames[-1]
        frame.matching = False
        if frame.holds != "query":
            frame.holds = "arguments"  # (n WHERE n.a + n.b > 1): behind WHERE a + adds
        if word == "YIELD":
            self._projection()
        else:
            self._step(_Need.OPERAND, 2 if word == "ORDER" else 1)

    def _call(self) -> None:
        self.at += 1
        if self._is(0, "("):
            while not self._is(0, ")"):
                self.at += 1
                if not (self._named(0) or self._is(0, ",", "*", ")")):
                    raise self._refuse("the variables that CALL hands on")
            self.at += 1
            if not self._is(0, "{"):
                raise self._refuse("{ of a subquery")
        if self._is(0, "{"):
            # Only a clause may follow, so CALL { } IN TRANSACTIONS is no operator IN.
            self._open(_Frame("{", "query", then=_Need.CLAUSE), _Need.CLAUSE)
            return
        name, length = self._dotted()
        if name.lower() not in _KNOWN_PROCEDURES:
            way_out = f"only these may be called: {', '.join(PROCEDURES)}{nearest(name, PROCEDURES)}"
            raise self._refuse("{ of a subquery or a procedure that reads", way_out)
        self._step(_Need.OPERATOR, length)
        if self._is(0, "("):
            self._open(_Frame("(", "arguments"))

    def _dotted(self) -> tuple[str, int]:
        """A name that may have dots, without backticks, and how many pieces it takes."""
        parts: list[str] = []
        while (token := self._peek(2 * len(parts))) and token.is_name:
            parts.append(token.name)
            if not self._is(2 * len(parts) - 1, "."):
                break
        return ".".join(parts), max(2 * len(parts) - 1, 0)

    # Operands

    def _operand(self, token: Token) -> None:
        self.frames[-1].chain = 0
        if token.is_name:
            self._word(token)
        elif token.kind is not Kind.SYMBOL:
            self._step(_Need.OPERATOR)
        elif token.is_symbol("(", "[", "{"):
            related = token.text == "[" and self._is(-1, "-")
            self._open(_Frame(token.text, "pattern" if related else "values"))
        elif token.is_symbol(")", "]", "}"):
            if not self._is(-1, self.frames[-1].opener, "..", "*"):
                raise self._refuse("an expression", "complete the query")
            self._close(token)
        elif not self._pattern_piece(token):
            raise self._refuse("an expression", "see the Cypher reference, or " + _BACKTICKS)

    def _pattern_piece(self, token: Token) -> bool:
        """Symbols that stand where an operand may: signs, arrows, stars, labels without a variable, ranges."""
        frame = self.frames[-1]
        first = self._is(-1, "(", "[")
        sign = token.is_symbol("-") or (token.is_symbol("+") and not self._in_pattern())
        if sign or (token.is_symbol(">") and self._is(-1, "-")):
            self._step(_Need.OPERAND)
        elif token.is_symbol("*") and frame.holds == "arguments" and first and self._is(1, ")"):
            self._step(_Need.OPERATOR)
        elif (token.is_symbol("*") and frame.holds == "pattern" and first) or (
            token.is_symbol("..") and frame.opener == "["
        ):
            self._step(_Need.OPERAND)
        elif token.is_symbol(":") and first:
            self._labels()
        elif token.is_symbol(".") and frame.opener == "{" and (self._named(1) or self._is(1, "*")):
            self._step(_Need.OPERATOR, 2)
        else:
            return False
        return True

    def _word(self, token: Token) -> None:
        word, frame = token.keyword, self.frames[-1]
        distinct = word == "DISTINCT" and frame.holds == "arguments" and self._is(-1, "(")
        if frame.opener == "{" and self._is(-1, "{", ",") and self._is(1, ":"):
            self._step(_Need.OPERAND, 2)
        elif word in ("NOT", "CASE") or (word == "WHEN" and self._keyword(-1) == "CASE") or distinct:
            self._step(_Need.OPERAND)
        elif word in ("EXISTS", "COUNT") and self._is(1, "{"):
            self._subquery()
        elif word == "COLLECT" and self._is(1, "{"):
            raise self._refuse("no COLLECT { }", "use a list comprehension, or CALL { } with collect()")
        elif word in _RESERVED:
            raise self._refuse("an expression", f"{_BACKTICKS}; {_ALLOWED}")
        else:
            self._function_or_variable()

    def _subquery(self) -> None:
        """EXISTS { } and COUNT { }, which hold a query or only its pattern."""
        self.at += 1
        bare = self._is(1, "(") or (self._named(1) and self._is(2, "="))
        frame = _Frame("{", "query", matching=bare)
        self._open(frame, _Need.OPERAND if bare else _Need.CLAUSE)

    def _function_or_variable(self) -> None:
        name, length = self._dotted()
        if not self._is(length, "("):
            self._step(_Need.OPERATOR)
            return
        if name.lower() not in _KNOWN_FUNCTIONS:
            shown = one_line(name, 60)
            raise self._refuse(
                "a function of Cypher itself", f"{shown}() may not be called{nearest(name, sorted(FUNCTIONS))}"
            )
        self.at += length
        self._open(_Frame("(", "arguments"))

    def _labels(self) -> None:
        """`:A:B`, `:A|B`, `:A&!B`: what follows each sign is a name, whatever it looks like."""
        frame = self.frames[-1]
        joining = (":", "&") if frame.opener == "[" and frame.holds != "pattern" else (":", "&", "|")
        while self._is(0, *joining):
            ahead = 2 if self._is(0, "|") and self._is(1, ":") else 1
            while self._is(ahead, "!"):
                ahead += 1
            if not (self._named(ahead) or self._is(ahead, "%")):
                raise self._refuse("a label", "write labels as :A or :A|B", ahead)
            self._step(_Need.OPERATOR, ahead + 1)

    # Operators

    def _operator(self, token: Token) -> None:
        if token.kind is Kind.WORD:
            self._operator_word(token.keyword)
        elif token.is_symbol(")", "]", "}"):
            self._close(token)
        elif token.is_symbol("+", "*") and self._in_pattern():
            raise self._refuse("no + or * behind a part of a path", "write [:TYPE*1..3] instead")
        elif token.is_symbol(":"):
            self._labels()
        elif token.is_symbol(".", "["):
            self._chain_step(token)
        elif token.is_symbol("{") and not self._is(-1, ")", "]", "}"):
            self._open(_Frame("{"))
        elif (
            token.is_symbol(*_OPERATORS)
            or (token.is_symbol("|") and self.frames[-1].opener in ("(", "["))
            or (token.is_symbol("..") and self.frames[-1].opener == "[")
        ):
            self._step(_Need.OPERAND)
        elif token.is_symbol(";"):
            raise self._refuse("one statement", "run them one by one")
        else:
            raise self._refuse("an operator or a clause", f"{_BACKTICKS}; {_ALLOWED}")

    def _chain_step(self, token: Token) -> None:
        self.frames[-1].chain += 1
        if self.frames[-1].chain > LONGEST_CHAIN:
            raise self._refuse(f"at most {LONGEST_CHAIN} steps", "make the expression simpler")
        if token.text == "[":
            self._open(_Frame("["))
        elif self._named(1):
            self._step(_Need.OPERATOR, 2)
        else:
            raise self._refuse("a property name", "write it as n.name", 1)

    def _operator_word(self, word: str) -> None:
        in_query = self.frames[-1].holds == "query"
        if word in _JOINING:
            self._step(_Need.OPERAND)
        elif word in ("STARTS", "ENDS") and self._keyword(1) == "WITH":
            self._step(_Need.OPERAND, 2)
        elif word == "IS" and self._keyword(2 if self._keyword(1) == "NOT" else 1) == "NULL":
            self._step(_Need.OPERATOR, 3 if self._keyword(1) == "NOT" else 2)
        elif word == "AS" and self._named(1):
            self._step(_Need.OPERATOR, 2)
        elif word in _DIRECTIONS or word == "END":
            self._step(_Need.OPERATOR)
        elif word == "WHERE" or (word in _PARTS and in_query):
            self._part(word)
        elif word in _CLAUSES and in_query:
            self._clause(word)
        else:
            raise self._refuse("an operator or a clause that reads", f"{_ALLOWED}; {_BACKTICKS}")
