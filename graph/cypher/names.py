"""The names a query uses: those the graph doesn't have, its parameters, and the columns it answers with."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from graph.cypher.tokens import Kind, Token, enclosing, tokens
from graph.errors import nearest, one_line

# Words before a bracket that make it a pattern or a plain bracket, not a function's.
_NOT_FUNCTIONS = frozenset(
    """
    MATCH OPTIONAL WHERE WITH RETURN UNWIND UNION CALL BY SKIP LIMIT DISTINCT AS AND OR XOR NOT IN CONTAINS CASE
    WHEN THEN ELSE
    """.split()
)
_ENDS_COLUMNS = frozenset("ORDER SKIP LIMIT UNION OFFSET HAVING".split())


def parameters(text: str) -> set[str]:
    """The names of the parameters that the query uses, without their dollar signs."""
    return {token.name for token in tokens(text) if token.kind is Kind.PARAMETER}


def columns(text: str) -> list[str]:
    """The columns of the last RETURN, in order: alias or text as written, "*" for a star; [] without a RETURN."""
    pieces = _read(text)
    inside = enclosing(pieces)
    starts = [index for index in range(len(pieces)) if _is_clause(pieces, inside, index, "RETURN")]
    if not starts:
        return []
    items: list[list[Token]] = [[]]
    for index in range(starts[-1] + 1, len(pieces)):
        token = pieces[index]
        if token.is_symbol(";") or any(_is_clause(pieces, inside, index, word) for word in _ENDS_COLUMNS):
            break
        if token.is_symbol(",") and inside[index] == -1:
            items.append([])
        elif not (token.keyword == "DISTINCT" and index == starts[-1] + 1):
            items[-1].append(token)
    return [_column(text, item) for item in items if item]


def unknown_names(
    text: str,
    labels: Collection[str],
    relationship_types: Collection[str],
    properties: Mapping[str, Collection[str]],
) -> list[str]:
    """One sentence for each label, relationship type or property of the query that the graph doesn't have.

    `properties` gives the property names of a label or relationship type. Where it can't be told what a variable
    holds (an alias, an element of a list, a map), nothing is said.
    """
    found: dict[int, str] = {}
    for part in _parts(_read(text)):
        uses = _Uses(part)
        for token, name in uses.labels:
            if name not in labels:
                found[token.start] = _sentence(token, f'no label "{one_line(name, 60)}"', name, labels)
        for token, name in uses.types:
            if name not in relationship_types:
                missing = f'no relationship type "{one_line(name, 60)}"'
                found[token.start] = _sentence(token, missing, name, relationship_types)
        for token, name in uses.tests:
            if name not in labels and name not in relationship_types:
                missing = f'no label "{one_line(name, 60)}"'
                found[token.start] = _sentence(token, missing, name, [*labels, *relationship_types])
        for token, owners in uses.properties:
            known = _known(owners, properties)
            if known and token.name not in known:
                of = f" in {' or '.join(sorted(owners))}" if owners else ""
                missing = f'no property "{one_line(token.name, 60)}"{of}'
                found[token.start] = _sentence(token, missing, token.name, known)
    return [found[place] for place in sorted(found)]


def _known(owners: Collection[str], properties: Mapping[str, Collection[str]]) -> set[str]:
    """The property names that any of the owners has, all there are without owners; none if an owner is unknown."""
    if any(owner not in properties for owner in owners):
        return set()
    return {name for owner in (owners or properties) for name in properties[owner]}


def _sentence(token: Token, missing: str, name: str, known: Collection[str]) -> str:
    return f"line {token.line}, column {token.column}: there is {missing}{nearest(name, sorted(known))}"


def _read(text: str) -> list[Token]:
    return [token for token in tokens(text) if token.kind is not Kind.COMMENT]


def _parts(pieces: list[Token]) -> Iterator[list[Token]]:
    """The query cut at each UNION, for a variable means something else behind it."""
    start = 0
    for index, token in enumerate(pieces):
        if token.keyword == "UNION" and index + 1 < len(pieces) and not _is_name_here(pieces, index):
            yield pieces[start:index]
            start = index + 1
    yield pieces[start:]


def _is_name_here(pieces: list[Token], index: int) -> bool:
    """Whether this word is a name for certain, whatever it looks like: behind a dot, a colon or AS."""
    previous = pieces[index - 1] if index else None
    return previous is not None and (previous.is_symbol(".", ":") or previous.keyword == "AS")


def _is_clause(pieces: list[Token], inside: list[int], index: int, word: str) -> bool:
    return pieces[index].keyword == word and inside[index] == -1 and not _is_name_here(pieces, index)


def _column(text: str, item: list[Token]) -> str:
    if len(item) > 2 and item[-2].keyword == "AS" and item[-1].is_name:
        return item[-1].name
    return item[0].name if len(item) == 1 and item[0].kind is Kind.NAME else text[item[0].start : item[-1].end]


class _Uses:
    """Where a part of a query names labels, types and properties, read from its patterns."""

    def __init__(self, pieces: list[Token]) -> None:
        self.pieces = pieces
        self.inside = enclosing(pieces)
        self.labels: list[tuple[Token, str]] = []
        self.types: list[tuple[Token, str]] = []
        self.tests: list[tuple[Token, str]] = []
        self.properties: list[tuple[Token, set[str]]] = []
        self.bound: dict[str, set[str]] = {}
        self.unsure: set[str] = set()
        self.maps: dict[int, set[str]] = {}
        for index, token in enumerate(pieces):
            if token.is_symbol("(", "["):
                self._bind(index)
            elif token.is_symbol(":"):
                self._test(index)
            elif token.is_name:
                self._alias(index)
        for index in range(len(pieces)):
            self._property(index)

    def _is(self, index: int, *symbols: str) -> bool:
        return 0 <= index < len(self.pieces) and self.pieces[index].is_symbol(*symbols)

    def _keyword(self, index: int) -> str:
        return self.pieces[index].keyword if 0 <= index < len(self.pieces) else ""

    def _name(self, index: int) -> str:
        return self.pieces[index].name if 0 <= index < len(self.pieces) and self.pieces[index].is_name else ""

    def _is_pattern(self, index: int) -> bool:
        """Whether this bracket opens a node or a relationship rather than arguments or a list."""
        if self._is(index, "["):
            return self._is(index - 1, "-")
        return self._is(index, "(") and (not self._name(index - 1) or self._keyword(index - 1) in _NOT_FUNCTIONS)

    def _bind(self, bracket: int) -> None:
        """Note what a node or relationship in a pattern says of its variable."""
        if not self._is_pattern(bracket):
            return
        place = bracket + 1
        variable = self._name(place)
        place += bool(variable)
        if not self._is(place, ":", "{", ")", "]", "*"):
            return
        chain, place = self._chain(place)
        kinds = {name for _, name in chain}
        (self.types if self._is(bracket, "[") else self.labels).extend(chain)
        if self._is(bracket, "[") and self._is(place, "*"):
            self.unsure.add(variable)  # a list of relationships
        while place < len(self.pieces) and self.inside[place] == bracket and not self._is(place, "{", ")", "]"):
            place += 1
        if self._is(place, "{"):
            self.maps[place] = kinds
        if variable:
            self.bound.setdefault(variable, set()).update(kinds)

    def _chain(self, place: int) -> tuple[list[tuple[Token, str]], int]:
        """The names of `:A:B|C` that starts here, and the place behind it."""
        found: list[tuple[Token, str]] = []
        while self._is(place, ":", "|", "&", "!"):
            place += 1
            if name := self._name(place):
                found.append((self.pieces[place], name))
                place += 1
        return found, place

    def _test(self, index: int) -> None:
        """`n:Label` outside a pattern's own start; a colon in a map is none."""
        bracket = self.inside[index]
        variable, before = self._name(index - 1), index - 2
        in_pattern = bracket >= 0 and self._is_pattern(bracket) and before == bracket
        if self._is(bracket, "{") and self._is(before, "{", ","):
            return
        if not variable or in_pattern or self._is(before, ":", "|", ".", "&"):
            return
        chain, _ = self._chain(index) if not self._is(bracket, "[") else ([], 0)
        self.tests.extend(chain)
        if self.bound.get(variable):
            self.bound[variable].update(name for _, name in chain)

    def _alias(self, index: int) -> None:
        """Variables that hold anything: `… AS x`, `x IN …`, `x = …` of a path or of reduce."""
        listed = self._keyword(index + 1) == "IN" and self._is(index - 1, "[", "(")
        if self._keyword(index - 1) == "AS" or listed:
            self.unsure.add(self.pieces[index].name)
        leads = self._is(index - 1, "(", ",") or self._keyword(index - 1) == "MATCH"
        if leads and self._is(index + 1, "="):
            self.unsure.add(self.pieces[index].name)

    def _property(self, index: int) -> None:
        bracket = self.inside[index]
        name = self._name(index)
        if not name or self._is(index + 1, "("):
            return
        if bracket in self.maps and self._is(index + 1, ":") and self._is(index - 1, "{", ","):
            self.properties.append((self.pieces[index], self.maps[bracket]))
        elif self._is(index - 1, "."):
            projected = self._is(bracket, "{") and self._is(index - 2, "{", ",")
            base = bracket - 1 if projected else index - 2
            variable = self._name(base)
            if variable in self.bound and variable not in self.unsure and not self._is(base - 1, "."):
                self.properties.append((self.pieces[index], self.bound[variable]))
