"""Who is meant by a name: resolution that suggests and never guesses.

A name resolves only when exactly one body is known by it. Acronyms collide (MOI, MAFF, MITI), so one that two bodies
share resolves to neither; `parties.csv` holds the decisions a person has approved.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import Any

from graph.facts import Place
from graph.kinds import Node, Ref
from graph.model import Agency, Agreement, Bloc, Capability, Country, Event, Firm, Group, Person, Programme, Sector

NAMED_KINDS: tuple[type[Node], ...] = (
    Country,
    Bloc,
    Agreement,
    Agency,
    Firm,
    Sector,
    Programme,
    Capability,
    Person,
    Event,
    Group,
)
_SHORTEST_WITHIN = 5
_AROUND = "()[],;:'\"“”"
_BRACKETED = re.compile(r"^(?P<base>.+?)\s*\((?P<inside>[^()]+)\)$")
_SEPARATORS = re.compile(r"\s*(?:,|;|\band\b|/|–|-)\s*")


def folded(name: str) -> str:
    """A name as it is compared: compatibility form, case folded, single blanks."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split()).strip(" .,")


def slug(name: str) -> str:
    """A stable id made of a name: Latin letters and digits joined by hyphens; other scripts are kept as they are."""
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not (unicodedata.combining(c) and ord(c) < 0x0500))
    words = re.findall(r"[^\W_]+(?:[\u0e31-\u0e4e]+[^\W_]*)*", unicodedata.normalize("NFC", plain).casefold())
    return "-".join(words)[:80] or "unnamed"


@dataclass(frozen=True)
class Meaning:
    """A decision on what a printed name or word means; a loader yields it like a fact.

    `of` is "party" or "sector"; `reading` says what a word means that names no sector of ours. `of` "wording" is an
    English wording of ours whose `reading` is Thai, told at `place`.
    """

    name: str
    refs: tuple[Ref[Any], ...]
    of: str = "party"
    reading: str = ""
    place: Place | None = None


@dataclass
class Names:
    """The names told so far and whom they mean."""

    _by_name: dict[str, list[Ref[Any]]] = field(default_factory=dict[str, list[Ref[Any]]])
    _approved: dict[tuple[str, str], Meaning] = field(default_factory=dict[tuple[str, str], Meaning])
    _country_codes: dict[str, Ref[Country]] = field(default_factory=dict[str, Ref[Country]])
    _seats: dict[Ref[Any], str] = field(default_factory=dict[Ref[Any], str])
    _thai: dict[Ref[Any], str] = field(default_factory=dict[Ref[Any], str])
    _known: dict[Ref[Any], None] = field(default_factory=dict[Ref[Any], None])

    def learn(self, node: Node) -> None:
        """Remember that the node is there, its names in every language and its acronym."""
        self._known[node.ref] = None
        if not isinstance(node, NAMED_KINDS):
            return
        if node.name_th:
            self._thai.setdefault(node.ref, node.name_th)
        names = [node.name, node.name_th, *node.aliases]
        names += [getattr(node, other, "") for other in ("acronym", "native_name", "ticker")]
        for name in names:
            refs = self._by_name.setdefault(folded(name), []) if name else []
            if name and node.ref not in refs:
                refs.append(node.ref)
        if isinstance(node, Country):
            for code in (node.id, node.iso2):
                if code:
                    self._country_codes[code] = node.ref

    def knows(self, ref: Ref[Any]) -> bool:
        """Whether a node of that kind and id has been told so far."""
        return ref in self._known

    def ids(self, kind: type[Node]) -> list[str]:
        """The ids told so far of a kind, to hint at one that was meant."""
        return [ref.id for ref in self._known if ref.kind == kind.kind]

    def seat(self, ref: Ref[Any], country: str) -> None:
        """Remember the country a body is based in."""
        self._seats[ref] = country

    def seat_of(self, ref: Ref[Any]) -> str:
        """The ISO code of the country a body is based in, empty where it is not known."""
        return ref.id if ref.kind == Country.kind else self._seats.get(ref, "")

    def thai_of(self, ref: Ref[Any]) -> str:
        """The Thai name told first of a body, empty where none was told."""
        return self._thai.get(ref, "")

    def approve(self, meaning: Meaning) -> None:
        """Remember a decision a person has made on a name or word."""
        self._approved[meaning.of, folded(meaning.name)] = meaning

    def approved(self, name: str, of: str = "party") -> Meaning | None:
        """The decision on a name or word, None where there is none."""
        return self._approved.get((of, folded(name)))

    def decided(self, of: str) -> list[Meaning]:
        """Every decision of that kind."""
        return [meaning for (what, _), meaning in self._approved.items() if what == of]

    def approved_names(self, of: str) -> list[str]:
        """Every name or word decided on."""
        return [meaning.name for meaning in self.decided(of)]

    def country(self, text: str) -> Ref[Country] | None:
        """The country of a code (TH, THA) or of a name in any language told."""
        return self._country_codes.get(text) or self.one(text, Country)

    def country_words(self) -> list[str]:
        """Every code and name by which a country is known."""
        return [*self._country_codes, *(n for n, refs in self._by_name.items() if refs[0].kind == Country.kind)]

    def one(self, name: str, *kinds: type[Node]) -> Ref[Any] | None:
        """The one body of these kinds known by the name; None where there is none or more than one."""
        found = self.candidates(name, *kinds)
        return found[0] if len(found) == 1 else None

    def candidates(self, name: str, *kinds: type[Node]) -> list[Ref[Any]]:
        """Every body of these kinds known by the name."""
        wanted = {k.kind for k in kinds}
        return [ref for ref in self._by_name.get(folded(name), []) if ref.kind in wanted]

    def within(self, text: str, kind: type[Node]) -> list[Ref[Any]]:
        """The things of a kind whose name stands as whole words in a text."""
        words = folded(text).split()
        pieces = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
        pieces |= {piece.strip(_AROUND) for piece in pieces}
        found = {ref for piece in pieces if len(piece) > _SHORTEST_WITHIN for ref in self.candidates(piece, kind)}
        return sorted(found)

    def countries_named(self, name: str) -> list[Ref[Country]]:
        """The countries of a name that lists several ("Thailand and Viet Nam"), none unless every part is a country."""
        found = [self.country(part) for part in _SEPARATORS.split(name) if part]
        return [ref for ref in found if ref is not None] if found and all(found) else []

    def country_within(self, name: str) -> Ref[Country] | None:
        """The one country whose name stands in the name of a body: "(Thailand)", "Royal Thai", "of Japan"."""
        bracketed = _BRACKETED.match(name)
        if bracketed:
            inside = self.country(bracketed["inside"].split(",")[0].removesuffix(" Embassy").strip())
            if inside:
                return inside
        words = folded(name).replace("(", " ").replace(")", " ").replace(",", " ").split()
        found = {
            self.one(" ".join(words[i : i + n]), Country) for n in (1, 2, 3) for i in range(len(words) - n + 1)
        } - {None}
        return next(iter(found)) if len(found) == 1 else None

    def party(self, name: str, *kinds: type[Node]) -> tuple[Ref[Any], ...]:
        """Whom a printed name means: an approved decision, else the one body known by it; nobody when unsure."""
        decided = self.approved(name)
        if decided:
            return decided.refs
        whole = self.one(name, *kinds)
        if whole:
            return (whole,)
        if Country in kinds:
            several = self.countries_named(name)
            if several:
                return tuple(several)
        bracketed = _BRACKETED.match(name)
        if not bracketed:
            return ()
        country = self.country(bracketed["inside"])
        matches = self.candidates(bracketed["base"], *kinds)
        if country:
            matches = [ref for ref in matches if self.seat_of(ref) == country.id]
        return (matches[0],) if len(matches) == 1 else ()
